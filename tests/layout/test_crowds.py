"""Drawings in which many lines meet one box: boxes grow, and parts move apart, until each line has its own lane."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.layout.place import place
from archgen.layout.placement import Area
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.picture import MAX_WIDTH, Picture
from tests.layout.drawings import WORDS, area, lines, overlapping, rects, strokes

pytestmark = pytest.mark.graphviz


def drawn(boxes: int, *arrows: Arrow) -> Drawing:
    return Drawing("d", "D", "", tuple(Box(str(number), f"Service {number}") for number in range(boxes)), arrows)


def shared(drawing: Drawing, picture: Picture) -> list[tuple[Area, Area]]:
    """The pieces of lines that run over one another."""
    every = [stroke for line in lines(drawing, picture) for stroke in strokes(line)]
    found = []
    for upright in (True, False):
        for a, b in overlapping([stroke.grown(0.3) for stroke in every if (stroke.width == 0) == upright]):
            if max(min(a.right, b.right) - max(a.left, b.left), min(a.bottom, b.bottom) - max(a.top, b.top)) > 0.7:
                found.append((a, b))
    return found


def assert_legible(drawing: Drawing, picture: Picture) -> None:
    assert shared(drawing, picture) == []
    halos = rects(picture, "halo")
    assert overlapping([*halos, *rects(picture, "box")]) == []
    assert len(halos) == sum(bool(arrow.label) for arrow in drawing.arrows)
    assert all(area(shape).left >= 0 and area(shape).right <= picture.width for shape in picture.shapes)


@settings(max_examples=5, deadline=None, derandomize=True)
@given(st.integers(5, 12), st.lists(st.sampled_from(["", *WORDS]), min_size=12, max_size=12))
def test_lines_to_the_same_box_have_lanes_of_their_own(count: int, labels: list[str]) -> None:
    drawing = drawn(2, *(Arrow("0", "0", label) for label in labels[:count]), Arrow("0", "1"))
    assert_legible(drawing, place(drawing))


@settings(max_examples=5, deadline=None, derandomize=True)
@given(st.integers(5, 8), st.lists(st.sampled_from(["", *WORDS]), min_size=8, max_size=8), st.booleans())
def test_lines_between_the_same_boxes_have_lanes_of_their_own(count: int, labels: list[str], back: bool) -> None:
    ends = [("1", "0") if back and number % 2 else ("0", "1") for number in range(count)]
    drawing = drawn(2, *(Arrow(*pair, label) for pair, label in zip(ends, labels, strict=False)))
    assert_legible(drawing, place(drawing))


def test_thirty_lines_end_at_one_box() -> None:
    drawing = drawn(3, *(Arrow(str(number % 2), "2", f"line {number}") for number in range(30)))
    assert_legible(drawing, place(drawing))


def test_a_hub_with_thirty_leaves_fits_the_page() -> None:
    drawing = drawn(31, *(Arrow("0", str(number)) for number in range(1, 31)))
    picture = place(drawing)
    assert_legible(drawing, picture)
    assert picture.width <= MAX_WIDTH


def test_a_star_of_forty_has_a_lane_for_each_line() -> None:
    drawing = drawn(41, *(Arrow("0", str(number), "calls") for number in range(1, 41)))
    assert_legible(drawing, place(drawing))


def test_forty_boxes_without_lines_fit_the_page() -> None:
    picture = place(drawn(40))
    assert overlapping(rects(picture, "box")) == []
    assert picture.width <= MAX_WIDTH
