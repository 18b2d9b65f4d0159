import math

from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.placement import Area, Placement
from archgen.layout.score import outcome, promise
from archgen.layout.spots import Spot
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.picture import Point

DRAWING = Drawing("d", "D", "", tuple(Box(n, n) for n in "abcd"), (Arrow("a", "d"), Arrow("b", "c")))
PAGE = Area(0, 0, 500, 500)
EMPTY = Placement({}, {}, {})


def placed(*order: str, apart: float = 140) -> Placement:
    return Placement(
        {name: Area(n % 2 * apart, n // 2 * 100, n % 2 * apart + 100, n // 2 * 100 + 40) for n, name in enumerate(order)},
        {},
        {},
    )


def test_lines_that_cross_promise_less() -> None:
    assert promise(DRAWING, placed("a", "b", "d", "c")) < promise(DRAWING, placed("a", "b", "c", "d"))


def test_a_picture_that_is_too_wide_promises_less() -> None:
    assert promise(DRAWING, placed("a", "b", "d", "c")) + 100 < promise(DRAWING, placed("a", "b", "d", "c", apart=1000))


def test_a_line_through_a_box_promises_less() -> None:
    column = Drawing("d", "D", "", tuple(Box(n, n) for n in "abc"), (Arrow("a", "c"),))
    stacked = {"a": Area(0, 0, 100, 40), "b": Area(0, 100, 100, 140), "c": Area(0, 200, 100, 240)}
    aside = {**stacked, "b": Area(-140, 100, -40, 140)}
    assert promise(column, Placement(aside, {}, {})) < promise(column, Placement(stacked, {}, {}))


@given(st.permutations("abcd"), st.integers(100, 1200), st.floats(0.5, 1.5))
def test_what_is_not_below_a_bound_is_told_to_be_infinite_and_all_else_as_without(
    order: list[str], apart: int, share: float
) -> None:
    placement = placed(*order, apart=apart)
    whole = promise(DRAWING, placement)
    assert promise(DRAWING, placement, share * whole) == (whole if whole < share * whole else math.inf)


def test_bends_crossings_and_missing_labels_cost() -> None:
    straight = [[Point(0, 0), Point(0, 100)]]
    bent = [[Point(0, 0), Point(0, 50), Point(0.5, 50), Point(0.5, 100)]]
    crossed = [*straight, [Point(-10, 50), Point(10, 50)]]
    spot = Spot(["asks"], Area(0, 0, 10, 10), 0)
    plain = outcome(PAGE, EMPTY, straight, [spot], 1)
    assert plain < outcome(PAGE, EMPTY, bent, [spot], 1)
    assert plain < outcome(PAGE, EMPTY, crossed, [spot, None], 1)
    assert plain < outcome(PAGE, EMPTY, straight, [None], 1)
