"""Placement -> one no wider than the page, where that can be: everything is pushed together sideways, in its order."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from graphlib import TopologicalSorter
from itertools import combinations
from typing import Literal

from archgen.layout.placement import LANE, Area, Placement
from archgen.layout.ranks import names
from archgen.layout.rows import NESTED_PAD, PAD, surround, title_width
from archgen.model.drawing import Drawing
from archgen.values import dataclass

Edge = tuple[str, Literal["left", "right"]]


@dataclass(frozen=True)
class Distance:
    """`after` lies at least so many pixels to the right of `before`."""

    before: Edge
    after: Edge
    least: float


def compact(drawing: Drawing, placement: Placement, room: float, apart: float = 30.0) -> Placement:
    """Bring `placement` to a width of `room` or as near as its order allows; each thing stays near where it was.

    Boxes, and frames, side by side are left `apart` at least.
    """
    empty = {name: placement.frames[name].grown(LANE / 2) for name in names(drawing) if name in placement.frames}
    solid = {**placement.boxes, **empty}
    distances = list(_distances(drawing, placement, solid, apart))
    places: dict[Edge, float] = {}
    for name, area in {**placement.frames, **solid}.items():
        places |= {(name, "left"): area.left, (name, "right"): area.right}
    solved = _solve(places, distances, placement.extent, room)
    return surround(drawing, {name: _moved(area, solved[name, "left"]) for name, area in solid.items()})


def _solve(places: Mapping[Edge, float], distances: Sequence[Distance], extent: Area, room: float) -> Mapping[Edge, float]:
    """New places, from the left to the right: as wished where what follows still finds room."""
    before: dict[Edge, list[Distance]] = {edge: [] for edge in places}
    after: dict[Edge, list[Distance]] = {edge: [] for edge in places}
    for distance in distances:
        before[distance.after].append(distance)
        after[distance.before].append(distance)
    # Not by their places: frames that lie across one another are to be parted.
    order = list(TopologicalSorter({edge: [each.before for each in before[edge]] for edge in places}).static_order())
    needed: dict[Edge, float] = {}
    for edge in reversed(order):
        needed[edge] = max((each.least + needed[each.after] for each in after[edge]), default=0.0)
    scale = min(1.0, room / extent.width)
    solved: dict[Edge, float] = {}
    for edge in order:
        least = max((solved[each.before] + each.least for each in before[edge]), default=0.0)
        wish = min((places[edge] - extent.left) * scale, room - needed[edge])
        solved[edge] = max(math.ceil(least / LANE), math.floor(wish / LANE)) * LANE
    return solved


def _moved(area: Area, left: float) -> Area:
    return replace(area, left=left, right=left + area.width)


def _distances(drawing: Drawing, placement: Placement, solid: Mapping[str, Area], apart: float) -> Iterator[Distance]:
    for name, area in solid.items():
        yield Distance((name, "left"), (name, "right"), area.width)
    homes = {**{box.id: box.frame for box in drawing.boxes}, **{frame.id: frame.parent for frame in drawing.frames}}
    for name, home in homes.items():
        if home is not None:
            pad = math.ceil((PAD if name in solid else NESTED_PAD) / LANE) * LANE
            yield Distance((home, "left"), (name, "left"), pad)
            yield Distance((name, "right"), (home, "right"), pad)
    for frame in drawing.frames:
        if frame.id not in solid:
            yield Distance((frame.id, "left"), (frame.id, "right"), title_width(frame))
    areas = {**placement.frames, **solid}
    for one, other in combinations(homes, 2):
        a, b = areas[one], areas[other]
        if homes[one] == homes[other] and a.top < b.bottom and b.top < a.bottom:
            first, second = (one, other) if a.left < b.left else (other, one)
            yield Distance((first, "right"), (second, "left"), apart)
