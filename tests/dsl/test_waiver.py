"""Waivers owe a reason."""

import pytest
from pydantic import ValidationError

from archgen import Waiver


@pytest.mark.parametrize(
    "reason",
    ["", "  ", "TODO", "todo.", "TBD!", "By design", "n/a", "later", "-", "As designed.", "false positive", "Won't fix!"],
)
def test_a_reason_that_says_nothing_is_refused(reason: str) -> None:
    with pytest.raises(ValidationError, match="a waiver needs a reason that a reviewer can weigh"):
        Waiver("RT001", reason=reason)


def test_a_reason_that_can_be_weighed_is_kept() -> None:
    assert Waiver("RT001", reason="The balancer is replaced in March.").reason == "The balancer is replaced in March."


@pytest.mark.parametrize("reason", ["TODO: replace the balancer in March", "Known: the vendor runs it, see its contract"])
def test_a_reason_that_goes_on_is_no_empty_one(reason: str) -> None:
    assert Waiver("RT001", reason=reason).reason == reason


def test_a_waiver_may_name_its_owner_and_its_last_day() -> None:
    waiver = Waiver("RT001", reason="The balancer is replaced in March.", owner="Edge team", until="2027-03-31")
    assert (waiver.owner, waiver.until) == ("Edge team", "2027-03-31")


@pytest.mark.parametrize("until", ["31.03.2027", "2027-3-31", "20270331", "2027-W05-1", "", "2027-03-31T00:00", "next year"])
def test_a_day_in_another_form_is_refused(until: str) -> None:
    with pytest.raises(ValidationError, match="a day reads YYYY-MM-DD, such as 2027-01-31"):
        Waiver("RT001", reason="The balancer is replaced in March.", until=until)


@pytest.mark.parametrize("until", ["2027-02-29", "2027-13-01", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused(until: str) -> None:
    with pytest.raises(ValidationError, match="there is no such day"):
        Waiver("RT001", reason="The balancer is replaced in March.", until=until)
