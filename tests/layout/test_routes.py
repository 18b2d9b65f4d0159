from itertools import pairwise

from archgen.layout.placement import Area, Placement, Route
from archgen.layout.routes import route
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.picture import Point

UPPER, LOWER = Area(0, 0, 100, 40), Area(0, 120, 100, 160)
BETWEEN = Area(0, 60, 100, 100)


def lines(placement: Placement, *arrows: Arrow) -> list[list[Point]]:
    drawing = Drawing("d", "D", "", tuple(Box(name, name) for name in placement.boxes), arrows)
    return [list(line) for line in route(drawing, "down", placement)]


def bends(line: Route) -> int:
    return len(line) - 2


def test_boxes_one_above_the_other_are_joined_by_a_straight_drop() -> None:
    placement = Placement({"a": UPPER, "b": LOWER}, {}, {})
    assert lines(placement, Arrow("a", "b")) == [[Point(50, 40), Point(50, 120)]]


def test_boxes_side_by_side_are_joined_across() -> None:
    placement = Placement({"a": UPPER, "b": Area(160, 0, 260, 40)}, {}, {})
    assert lines(placement, Arrow("b", "a")) == [[Point(160, 20), Point(100, 20)]]


def test_a_line_goes_around_a_box_that_is_in_its_way() -> None:
    placement = Placement({"a": UPPER, "b": LOWER, "c": BETWEEN}, {}, {})
    (line,) = lines(placement, Arrow("a", "b"))
    assert min(point.x for point in line) < 0 or max(point.x for point in line) > 100


def test_lines_there_and_back_run_apart() -> None:
    placement = Placement({"a": UPPER, "b": LOWER}, {}, {})
    there, back = lines(placement, Arrow("a", "b"), Arrow("b", "a"))
    assert bends(there) == bends(back) == 0
    assert abs(there[0].x - back[0].x) >= 20


def test_a_line_to_its_own_box_comes_back_to_another_side() -> None:
    (line,) = lines(Placement({"a": UPPER}, {}, {}), Arrow("a", "a"))
    assert line[0].x == 100
    assert line[-1].y in (0, 40)


def test_a_line_keeps_clear_of_the_title_of_a_frame() -> None:
    title = Area(12, 85, 90, 103)
    placement = Placement({"a": UPPER, "b": LOWER}, {"f": Area(-15, 75, 115, 175)}, {"f": title})
    (line,) = lines(placement, Arrow("a", "b"))
    pieces = pairwise(line)
    assert not any(Area(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)).overlaps(title) for a, b in pieces)


def test_a_line_may_lead_from_a_frame_to_a_box_inside_it() -> None:
    drawing = Drawing("d", "D", "", (Box("a", "A"),), (Arrow("f", "a"),))
    placement = Placement({"a": UPPER}, {"f": Area(-15, -35, 115, 55)}, {"f": Area(-3, -28, 30, -10)})
    (line,) = route(drawing, "down", placement)
    assert list(line) == [Point(-15, 20), Point(0, 20)]


def test_more_lines_than_there_are_gates_are_still_drawn() -> None:
    placement = Placement({"a": Area(0, 0, 40, 40), "b": Area(0, 120, 40, 160)}, {}, {})
    assert len(lines(placement, *[Arrow("a", "b")] * 30)) == 30
