from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from archgen.layout.bundling.branches import branched, length_of
from archgen.layout.bundling.bundled import bundled
from archgen.layout.bundling.relabelled import has_room, relabelled
from archgen.layout.laid import Bundle, Layered
from archgen.layout.layered_picture import paint
from archgen.layout.off_borders import is_across
from archgen.layout.placement import Area, Route, spanned
from archgen.layout.spots import Spot
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.picture import Point
from archgen.pipeline.complete import check_placed
from tests.layout.bundling.stars import drawn, laid, star

STARS = {
    "three alike": star(["log lines"] * 3),
    "eight alike": star(["log lines"] * 8),
    "five that differ": star(["orders", "each payment", "prices that changed", "who came in", "what was sought"]),
    "six out": star([f"/{number}" for number in range(6)], outwards=True),
    "without labels": star([""] * 6),
    "in two styles": star(["counters"] * 8, styles=("solid", "dashed")),
    "with long labels": star(["what everybody who came in today has looked at for more than a minute"] * 5),
}
every_star = pytest.mark.parametrize("name", STARS)


@cache
def made(name: str) -> tuple[Drawing, Layered, Layered]:
    drawing = STARS[name]
    before = laid(drawing)
    return drawing, before, bundled(drawing, before)


def towards(layered: Layered, bundle: Bundle) -> dict[int, Route]:
    routes = {arrow: layered.routes[arrow] for arrow in bundle.arrows}
    return {arrow: route[::-1] if bundle.fans_out else route for arrow, route in routes.items()}


def shared(layered: Layered) -> Iterator[Route]:
    for bundle in layered.bundles:
        yield from (section.route for section in branched(towards(layered, bundle)).sections)


@pytest.mark.parametrize("name", ["eight alike", "five that differ", "six out", "without labels"])
def test_many_lines_that_run_the_same_way_share_it(name: str) -> None:
    _, before, after = made(name)
    assert sum(len(bundle.arrows) for bundle in after.bundles) >= 5
    assert ink(after) < ink(before)


def ink(layered: Layered) -> float:
    bundles = [branched(towards(layered, bundle)) for bundle in layered.bundles]
    taken = {arrow for bundle in layered.bundles for arrow in bundle.arrows}
    alone = [route for arrow, route in enumerate(layered.routes) if arrow not in taken]
    own = [route for way in bundles for route in way.own.values()]
    return sum(map(length_of, [*alone, *own, *shared(layered)]))


@every_star
def test_lines_that_share_their_way_have_one_end_and_one_look_in_common(name: str) -> None:
    drawing, _, after = made(name)
    for bundle in after.bundles:
        arrows = [drawing.arrows[number] for number in bundle.arrows]
        assert {arrow.source if bundle.fans_out else arrow.target for arrow in arrows} == {"hub"}
        assert len({arrow.target if bundle.fans_out else arrow.source for arrow in arrows}) == len(arrows) > 1
        assert len({(arrow.style, arrow.tone) for arrow in arrows}) == 1
    assert len([arrow for bundle in after.bundles for arrow in bundle.arrows]) == len(
        {arrow for bundle in after.bundles for arrow in bundle.arrows}
    )


@every_star
def test_every_label_stands_on_what_its_line_has_for_itself(name: str) -> None:
    drawing, _, after = made(name)
    for bundle in after.bundles:
        way = branched(towards(after, bundle))
        for number in bundle.arrows:
            spot = after.spots[number]
            assert (spot is not None) == bool(drawing.arrows[number].label)
            if spot is not None:
                near = spot.area.grown(5)
                assert any(near.overlaps(area.grown(0.5)) for area in spanned(pairwise(way.own[number])))
                assert not any(
                    spot.area.overlaps(area.grown(0.5)) for route in shared(after) for area in spanned(pairwise(route))
                )


@every_star
def test_nothing_is_lost_and_every_line_can_be_found(name: str) -> None:
    drawing, _, after = made(name)
    picture = paint(drawing, after)
    check_placed(drawing, picture)
    marks = [shape.mark for shape in picture.shapes]
    assert all(f"line:{arrow.of[0]}" in marks for arrow in drawing.arrows)
    told = {id for mark in marks if mark.startswith("bundle:") for id in mark.removeprefix("bundle:").split("|")}
    assert told == {f"line-{arrow}" for bundle in after.bundles for arrow in bundle.arrows}


@every_star
def test_no_line_runs_through_a_box_or_over_a_label_of_another(name: str) -> None:
    drawing, _, after = made(name)
    for arrow, route in zip(drawing.arrows, after.routes, strict=True):
        others = [area for box, area in after.placement.boxes.items() if box not in (arrow.source, arrow.target)]
        assert not any(area.overlaps(box) for area in spanned(pairwise(route)) for box in others)
    for spot in after.spots:
        covered = [other for other in after.spots if other is not spot and other is not None and spot is not None]
        assert not any(other.area.overlaps(spot.area) for other in covered if spot is not None)


BOXES = {"a": Area(0, 0, 100, 40), "b": Area(200, 0, 300, 40), "hub": Area(100, 200, 200, 240)}
APART: list[Route] = [
    [Point(50, 40), Point(50, 150), Point(140, 150), Point(140, 200)],
    [Point(250, 40), Point(250, 150), Point(160, 150), Point(160, 200)],
]


def pair(one: Arrow, other: Arrow) -> Drawing:
    return Drawing("pair", "Pair", "", tuple(Box(name, name) for name in BOXES), (one, other))


def test_two_lines_meet_in_the_middle_of_their_box() -> None:
    drawing = pair(Arrow("a", "hub", of=("1",)), Arrow("b", "hub", of=("2",)))
    after = bundled(drawing, drawn(BOXES, APART))
    assert after.bundles == (Bundle((0, 1), fans_out=False),)
    assert {tuple(route[-2:]) for route in after.routes} == {(Point(150, 150), Point(150, 200))}


@pytest.mark.parametrize(
    "other",
    [
        Arrow("b", "hub", style="dashed", of=("2",)),
        Arrow("b", "hub", tone="bad", of=("2",)),
        Arrow("b", "hub", both=True, of=("2",)),
        Arrow("b", "hub", of=("2", "3")),
        Arrow("b", "hub"),
    ],
    ids=["of another style", "of another colour", "both ways", "for several connections", "for none"],
)
def test_a_line_that_says_something_else_runs_alone(other: Arrow) -> None:
    drawing = pair(Arrow("a", "hub", of=("1",)), other)
    assert bundled(drawing, drawn(BOXES, APART)) == drawn(BOXES, APART)


def test_a_label_in_the_way_keeps_lines_apart() -> None:
    drawing = pair(Arrow("a", "hub", of=("1",)), Arrow("b", "hub", of=("2",)))
    more = Drawing("more", "More", "", drawing.boxes, (*drawing.arrows, Arrow("a", "b", "this", of=("3",))))
    before = drawn(BOXES, [*APART, [Point(100, 20), Point(200, 20)]])
    label = Spot(["this"], Area(144, 60, 156, 195), 0.0)
    assert bundled(more, Layered({}, before.placement, before.routes, [None, None, label])).bundles == ()


def test_a_label_that_moves_minds_lines_as_far_as_it_reaches() -> None:
    label = "publishes every change of an order that has been paid for by somebody who came in today"
    own, right, left = ([Point(x, 0), Point(x, 400)] for x in (0, 60, -125))
    elsewhere = Spot([label], Area(500, 0, 600, 20), 0.0)
    alone, beside = drawn({}, [own, right]), drawn({}, [own, right, left])
    first = relabelled({0: label}, {0: own}, [], replace(alone, spots=[elsewhere, None]))
    assert first is not None
    assert [spot.area.right <= 0 for spot in first.values() if spot] == [True]
    assert relabelled({0: label}, {0: own}, [], replace(beside, spots=[elsewhere, None, None])) is None


@pytest.mark.parametrize("length", range(40, 72, 4))
def test_a_label_that_moves_lies_across_no_border_unless_it_did(length: int) -> None:
    own = [Point(0, 0), Point(0, length)]
    apart, across = Spot(["HTTP"], Area(300, 0, 350, 16), 0.0), Spot(["HTTP"], Area(-20, 12, 20, 28), 0.0)
    frames = {"tier": Area(-80, -60, 80, 20)}
    before = drawn({}, [own])
    placed = replace(before, placement=replace(before.placement, frames=frames))
    moved = relabelled({0: "HTTP"}, {0: own}, [], replace(placed, spots=[apart]))
    assert moved is None or not is_across(placed.placement, moved[0])
    assert relabelled({0: "HTTP"}, {0: own}, [], replace(placed, spots=[across])) is not None


def test_a_line_too_short_for_its_label_has_no_room() -> None:
    assert has_room("", [Point(0, 0), Point(0, 10)])
    assert has_room("HTTP", [Point(0, 0), Point(0, 60)])
    assert not has_room("HTTP", [Point(0, 0), Point(0, 30)])
