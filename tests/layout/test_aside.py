"""Where boxes stand that nothing is connected with."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings

from archgen.layout.aside import beside_the_rest
from archgen.layout.laid import Layered
from archgen.layout.place import in_streets
from archgen.model.drawing import Arrow, Box, Drawing
from tests.layout.drawings import drawings


def chain(count: int, *lone: Box) -> Drawing:
    boxes = tuple(Box(f"b{number}", "Service", "of several") for number in range(count))
    arrows = tuple(Arrow(f"b{number}", f"b{number + 1}", "asks") for number in range(count - 1))
    return Drawing("any", "Any", "Any.", (*lone, *boxes), arrows)


def watchers(count: int) -> Sequence[Box]:
    return [Box(f"m{number}", "Monitoring", "of queues") for number in range(count)]


def arranged(drawing: Drawing) -> Layered:
    return beside_the_rest(drawing, in_streets)


def test_what_is_not_connected_stands_below_all_else() -> None:
    made = arranged(chain(3, *watchers(1))).placement.boxes
    assert made["m0"].top >= max(made[name].bottom for name in made if name != "m0")


def test_it_takes_a_lower_corner_where_one_is_free() -> None:
    fan = chain(2, *watchers(1))
    wide = replace(fan, boxes=(*fan.boxes, *(Box(f"c{n}", "Client") for n in range(5))))
    made = arranged(replace(wide, arrows=tuple(Arrow(f"c{n}", "b0") for n in range(5)) + fan.arrows)).placement
    assert made.boxes["m0"].bottom <= max(area.bottom for area in made.boxes.values())
    assert abs(made.boxes["m0"].centre.y - made.boxes["b1"].centre.y) <= made.boxes["b1"].height / 2


def test_many_of_them_stand_in_rows_and_not_in_a_tower() -> None:
    extent = arranged(chain(2, *watchers(24))).extent
    assert extent.height <= 1.6 * extent.width


def test_where_nothing_is_connected_all_stand_as_they_would() -> None:
    alone = replace(chain(1, *watchers(3)), arrows=())
    assert arranged(alone).placement == in_streets(alone).placement


@settings(max_examples=40, deadline=None)
@given(drawings())
def test_nothing_is_lost_and_nothing_overlaps(drawing: Drawing) -> None:
    made = arranged(drawing)
    assert made.placement.boxes.keys() == made.anatomies.keys() == {box.id for box in drawing.boxes}
    alone = [made.placement.boxes[box.id] for box in drawing.boxes if box.frame is None]
    assert not [pair for pair in combinations(alone, 2) if pair[0].overlaps(pair[1])]
    assert not [area for area in alone for frame in made.placement.frames.values() if area.overlaps(frame)]
