"""What if: numbers before and after."""

import pytest
from hypothesis import given, settings

from archgen import Calls, Client, Component, Connection, Service, per_second
from archgen.estimating.run import estimate
from archgen.pipeline.mattering import stated_numbers
from archgen.pipeline.what_if import bare, compared, outcomes
from tests.estimating.systems import systems
from tests.pipeline.supposing import example, made

DESIGN = made(Calls(Client("App", devices=100, send_rate=per_second(1)), Service("API", capacity=per_second(250)), id="ask"))
EXAMPLES = ("group_chat", "live_auction", "video_platform", "ad_counting", "payments")


def test_a_change_says_what_was_and_what_would_be_and_by_which_part_it_grew() -> None:
    (outcome,) = outcomes(DESIGN, ["app.devices=3x"])
    changes = [one for one in compared(estimate(DESIGN.architecture), outcome.numbers) if not one.same]
    (full,) = [one for one in changes if (one.subject, one.measure) == ("api", "utilisation")]
    assert full.before
    assert full.after
    assert (full.before.value, full.after.value) == (0.4, 1.2)
    assert full.ratio == pytest.approx(2)
    assert {one.subject for one in changes} == {"ask", "api"}


def test_what_is_known_only_before_or_only_after_is_a_change_of_no_size() -> None:
    (outcome,) = outcomes(DESIGN, ["api.capacity=null"])
    lost = [one for one in compared(estimate(DESIGN.architecture), outcome.numbers) if not one.same]
    assert [(one.measure, one.name, one.after, one.ratio) for one in lost] == [
        ("capacity", "capacity", None, None),
        ("utilisation", "utilisation", None, None),
    ]


@given(parts=systems())
@settings(max_examples=25)
def test_the_value_that_is_stated_changes_nothing(parts: list[Connection | Component]) -> None:
    design = made(*parts)
    for stated in stated_numbers(design.architecture):
        (outcome,) = outcomes(design, [f"{stated.name}=1x"])
        assert outcome.case.assigned[0].same
        assert all(one.same for one in compared(estimate(design.architecture), outcome.numbers))


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_left_out_to_be_faster_leaves_the_numbers_of_parts_as_they_are(name: str) -> None:
    design = example(name)
    changes = compared(estimate(design.architecture), estimate(bare(design).architecture))
    assert [one for one in changes if not one.same and ":" not in one.subject] == []
