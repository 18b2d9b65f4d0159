"""Waivers owe a reason."""

import pytest
from pydantic import ValidationError

from archgen import Waiver


@pytest.mark.parametrize("reason", ["", "  ", "TODO", "todo.", "TBD!", "By design", "n/a", "later"])
def test_a_reason_that_says_nothing_is_refused(reason: str) -> None:
    with pytest.raises(ValidationError, match="a waiver needs a reason that a reviewer can weigh"):
        Waiver("RT001", reason=reason)


def test_a_reason_that_can_be_weighed_is_kept() -> None:
    assert Waiver("RT001", reason="The balancer is replaced in March.").reason == "The balancer is replaced in March."
