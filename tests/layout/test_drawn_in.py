from archgen.layout.drawn_in import drawn_in
from archgen.layout.labels import label
from archgen.layout.placement import Area, Placement, Route
from archgen.model.drawing import Arrow
from archgen.model.picture import Point

ARROWS = [Arrow("a", "b", "delete what nobody needs")]
ROUTES: list[Route] = [[Point(0, 0), Point(0, 400)]]
PLACED = Placement({"a": Area(0, -50, 300, 0), "b": Area(0, 400, 300, 450)}, {}, {})


def left(room: float) -> float:
    """How far the label stands out on the left, where the drawing is to have so much room."""
    (spot,) = drawn_in(ARROWS, PLACED, ROUTES, label(ARROWS, PLACED, ROUTES), room)
    assert spot is not None
    return -spot.area.left


def test_a_label_that_makes_a_drawing_too_wide_stands_on_the_inner_side_of_its_line() -> None:
    assert left(900) > 30
    assert left(310) <= 0


def test_a_label_without_another_place_stays() -> None:
    arrows = [Arrow("a", "b", "unnecessary")]
    walled = Placement({**PLACED.boxes, "wall": Area(30, 10, 300, 390)}, {}, {})
    spots = label(arrows, walled, ROUTES)
    assert drawn_in(arrows, walled, ROUTES, spots, 310) == spots
