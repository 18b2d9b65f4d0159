"""What runs to the right: columns of boxes, and lines in the streets between them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from archgen.layout.place import place
from archgen.layout.placement import Area
from archgen.layout.streets.axes import DOWN, RIGHT, axes_of
from archgen.layout.streets.choice import choose
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.picture import Point
from tests.layout.drawings import drawings, lines, rects
from tests.layout.streets.test_choice import assert_legible, in_streets, shared
from tests.legibility.generated import figure


def test_what_is_turned_twice_is_as_it_was() -> None:
    area, route = Area(1, 2, 30, 40), [Point(1, 2), Point(1, 9)]
    assert RIGHT.area(area) == Area(2, 1, 40, 30)
    assert RIGHT.area(RIGHT.area(area)) == DOWN.area(area) == area
    assert RIGHT.route(RIGHT.route(route)) == DOWN.route(route) == route
    assert (axes_of("right"), axes_of("down")) == (RIGHT, DOWN)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(drawings(most=9))
def test_any_drawing_to_the_right_is_legible(drawing: Drawing) -> None:
    drawing = replace(drawing, direction="right")
    picture = in_streets(drawing)
    assert_legible(drawing, picture)
    assert shared(drawing, picture) == []


@pytest.mark.parametrize("seed", [2, 8])
def test_a_generated_design_to_the_right_is_legible(seed: int) -> None:
    drawing = replace(figure(seed), direction="right")
    assert_legible(drawing, in_streets(drawing))


def test_with_many_lines_each_step_is_a_column_to_the_right_of_the_one_before() -> None:
    names = [f"{column}{row}" for column in "abcd" for row in range(4)]
    arrows = tuple(
        Arrow(f"{a}{row}", f"{b}{(row + by) % 4}", "") for a, b in ("ab", "bc", "cd") for row in range(4) for by in (0, 1)
    )
    drawing = Drawing("d", "D", "", tuple(Box(name, name) for name in names), arrows, direction="right")
    picture = place(drawing)
    areas = dict(zip(names, rects(picture, "box"), strict=True))
    assert all(areas[arrow.source].right < areas[arrow.target].left for arrow in arrows)
    for line in lines(drawing, picture):
        assert line.points[0].y == line.points[1].y
        assert line.points[-2].y == line.points[-1].y


def test_loops_lead_out_below_their_box_with_their_labels_under_it() -> None:
    drawing = Drawing("d", "D", "", (Box("a", "A"), Box("b", "B")), tuple(Arrow("a", "a", f"again {n}") for n in range(3)))
    _, drawn = choose(replace(drawing, direction="right"))
    box = drawn.placement.boxes["a"]
    assert drawn.lost == 0
    assert all(spot is not None and spot.area.top > box.bottom for spot in drawn.spots)
    assert all(point.y >= box.bottom and box.left < point.x < box.right for route in drawn.routes for point in route)
