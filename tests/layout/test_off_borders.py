from archgen.layout.labels import label
from archgen.layout.off_borders import across, off_borders
from archgen.layout.placement import Area, Placement, Route
from archgen.model.drawing import Arrow
from archgen.model.picture import Point

ARROWS = [Arrow("a", "b", "the last snapshot"), Arrow("a", "b", "all of it")]
BOXES = {"a": Area(0, 0, 200, 50), "b": Area(0, 200, 400, 250)}
PLACED = Placement(BOXES, {"f": Area(-20, -20, 220, 150)}, {})


def parted(routes: list[Route], placed: Placement = PLACED) -> tuple[int, int, float] | None:
    """How many labels lay across borders, how many of them are left, and how much wider the drawing has become."""
    spots = label(ARROWS, placed, routes)
    made = off_borders(ARROWS, (placed, routes, spots), across(placed, spots))
    if made is None:
        return None
    return len(across(placed, spots)), len(across(made[0], made[2])), made[0].extent.width - placed.extent.width


def test_a_label_across_a_border_is_given_room_beside_it() -> None:
    down: list[Route] = [[Point(240, 40), Point(240, 200)], [Point(300, 40), Point(300, 200)]]
    boxes = {"a": Area(0, 0, 320, 40), "b": Area(0, 200, 400, 250)}
    placed = Placement(boxes, {"f": Area(-20, 60, 220, 190)}, {})
    found = parted(down, placed)
    assert found is not None
    assert found[:2] == (1, 0)
    assert 0 < found[2] < 60


def test_nothing_changes_where_more_room_than_a_little_is_needed() -> None:
    down: list[Route] = [[Point(215, 40), Point(215, 200)], [Point(232, 40), Point(232, 200)]]
    walls = {f"w{place}": Area(236, 50 + place, 900, 190) for place in range(2)}
    placed = Placement({**BOXES, **walls}, {"f": Area(-20, 45, 211, 195)}, {})
    assert parted(down, placed) is None
