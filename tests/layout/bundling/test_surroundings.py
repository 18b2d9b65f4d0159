from dataclasses import replace

from archgen.layout.bundling.straights import Straight, straight
from archgen.layout.bundling.surroundings import BOXES, Surroundings
from archgen.layout.placement import Area, Placement
from archgen.layout.spots import Spot
from archgen.model.picture import Point
from tests.layout.bundling.stars import drawn

# A box at the left, one in the middle, and a line from the one to the right of the other, below it.
HERE, MIDDLE = Area(0, 0, 40, 40), Area(200, 0, 240, 40)
AROUND = [Point(40, 20), Point(100, 20), Point(100, 90), Point(400, 90)]
LAID = drawn({"here": HERE, "middle": MIDDLE}, [AROUND])
OLD = straight([Point(0, 500), Point(10, 500)])


def test_a_box_is_in_the_way_but_for_those_where_the_line_ends() -> None:
    around, through = Surroundings(LAID), [Point(300, 20), Point(240 + BOXES - 1, 20)]
    assert around.disturbed(through, OLD, ()) is None
    assert around.disturbed(through, OLD, ("middle",)) == frozenset()
    assert around.disturbed([Point(300, 20), Point(241 + BOXES, 20)], OLD, ()) == frozenset()
    assert around.disturbed([Point(300, 20), Point(220, 20)], OLD, ("middle",)) is None


def test_titles_and_borders_are_in_the_way_of_every_line() -> None:
    titled = replace(LAID, placement=Placement({}, {"g": Area(0, 0, 300, 300)}, {"g": Area(10, 200, 60, 214)}))
    around = Surroundings(titled)
    assert around.disturbed([Point(30, 150), Point(30, 250)], OLD, ()) is None
    assert around.disturbed([Point(295, 150), Point(295, 250)], OLD, ()) is None
    assert around.disturbed([Point(150, 250), Point(350, 250)], OLD, ()) == frozenset()


def test_lines_that_run_along_and_labels_that_are_touched_are_disturbed() -> None:
    label = Spot(("a",), Area(380, 150, 420, 166), 0.0)
    around = Surroundings(replace(LAID, spots=[label]))
    assert around.disturbed([Point(150, 95), Point(350, 95)], OLD, ()) == frozenset({0})
    assert around.disturbed([Point(300, 60), Point(300, 120)], OLD, ()) == frozenset()
    assert around.disturbed([Point(400, 120), Point(400, 200)], OLD, ()) == frozenset({0})


def test_where_a_line_is_as_it_was_nothing_is_asked() -> None:
    through = [Point(300, 20), Point(220, 20)]
    assert Surroundings(LAID).disturbed(through, straight(through), ()) == frozenset()


def test_lines_are_found_where_they_are_now() -> None:
    around, upright = Surroundings(LAID), Straight(True, 300, 60, 300, 120)
    assert around.crossings([upright]) == [0]
    elsewhere = replace(LAID, routes=[[Point(40, 20), Point(400, 20)]])
    around.put(elsewhere, [0])
    assert around.crossings([upright]) == []
    assert around.crossings([Straight(True, 300, 0, 300, 120)]) == [0]
