from collections.abc import Set

from archgen.layout.borders import ease, room_beside
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.stretch import Cut
from archgen.model.picture import Point

BOX = Area(15, 35, 115, 75)
FRAME = Area(0, 0, 130, 90)


def left(*routes: Route, fixed: Set[str] = frozenset(), boxes: tuple[Area, ...] = ()) -> float:
    """Where the left border of a frame at 0 comes to stand."""
    every = {str(number): area for number, area in enumerate((BOX, *boxes))}
    return ease(Placement(every, {"f": FRAME}, {}), routes, [], fixed=fixed).frames["f"].left


def upright(x: float) -> Route:
    return [Point(x, -50), Point(x, 150)]


def test_a_border_moves_away_from_a_line_along_it() -> None:
    assert left(upright(5)) == -7
    assert left(upright(-5)) > 0


def test_a_border_between_two_lines_stands_in_the_middle() -> None:
    assert left(upright(5), upright(-15)) == -5


def test_a_border_without_a_line_along_it_stays() -> None:
    assert left() == left(upright(-15)) == left([Point(-50, 50), Point(15, 50)]) == 0


def test_a_border_where_lines_end_stays() -> None:
    assert left(upright(5), fixed={"f"}) == 0


def test_a_border_keeps_clear_of_boxes_outside() -> None:
    assert -7 < left(upright(5), boxes=(Area(-60, 0, -10, 40),)) < 0


def test_there_is_room_made_between_a_border_and_a_long_line_along_it() -> None:
    placement = Placement({}, {"f": FRAME}, {})
    assert room_beside(placement, [upright(6)]) == (Cut("x", 3, 6),)
    assert room_beside(placement, [upright(12)]) == ()
