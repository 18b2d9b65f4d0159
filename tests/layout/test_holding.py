from dataclasses import replace

from archgen.layout.holding import hold
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.spots import Spot
from archgen.model.picture import Point

FRAME = Area(0, 0, 200, 100)
PLACED = Placement({"a": Area(20, 20, 120, 60)}, {"f": FRAME}, {})


def label(left: float, right: float) -> Spot:
    return Spot(["how far is it?"], Area(left, 70, right, 86), 0)


def held(spot: Spot, placed: Placement = PLACED, routes: list[Route] | None = None) -> Area:
    return hold(placed, routes or [], [spot, None]).frames["f"]


def test_a_frame_grows_around_a_label_that_stands_across_its_border() -> None:
    assert held(label(150, 220)) == replace(FRAME, right=226)
    assert held(label(-10, 60)) == replace(FRAME, left=-16)


def test_a_frame_stays_where_its_labels_are_within_it_or_outside() -> None:
    assert held(label(120, 190)) == FRAME
    assert held(label(190, 260)) == FRAME


def test_a_frame_does_not_grow_over_what_stands_outside() -> None:
    beside = replace(PLACED, boxes={**PLACED.boxes, "b": Area(225, 20, 300, 60)})
    assert held(label(150, 220), beside) == FRAME
    other = replace(PLACED, frames={"f": FRAME, "g": Area(220, 0, 300, 100)})
    assert held(label(150, 220), other) == FRAME


def test_a_border_where_a_line_ends_or_runs_along_stays() -> None:
    assert held(label(150, 220), routes=[[Point(300, 40), Point(200, 40)]]) == FRAME
    assert held(label(150, 220), routes=[[Point(215, -50), Point(215, 150)]]) == FRAME
    assert held(label(150, 220), routes=[[Point(300, 40), Point(120, 40)]]) == replace(FRAME, right=226)


def test_a_frame_around_grows_with_the_one_in_it() -> None:
    around = replace(PLACED, frames={"f": FRAME, "outer": Area(-40, -40, 260, 140)})
    found = hold(around, [], [label(150, 220)]).frames
    assert found == {"f": replace(FRAME, right=226), "outer": Area(-40, -40, 260, 140)}


def test_a_frame_within_another_grows_no_further_than_that() -> None:
    around = replace(PLACED, frames={"f": FRAME, "outer": Area(-10, -10, 210, 110)})
    assert hold(around, [], [label(150, 220)]).frames["f"] == FRAME
