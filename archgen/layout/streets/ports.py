"""Rows in order -> where on the sides of its box each line ends, and how large the boxes must be for that."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Literal

from archgen.layout.adding import added
from archgen.layout.anatomy import Anatomy, even_lanes
from archgen.layout.rows import title_width
from archgen.layout.spots import LINE_HEIGHT, TURN, size, texts
from archgen.layout.streets.axes import DOWN, Axes
from archgen.layout.streets.chains import Strata
from archgen.layout.text_size import text_width
from archgen.model.drawing import Arrow, Drawing
from archgen.values import dataclass

Side = Literal["top", "bottom"]
Port = tuple[int, int, Side]  # arrow, item, side of the item
PITCH, CLOSE_PITCH, MANY = 20.0, 12.0, 12  # between two ports, and where there are more than so many on one side
CORNER = 14.0
LOOP_PITCH, LOOP_REACH, LOOP_ROUND = 20.0, 34.0, 28.0
WIDEST_IN_BUNDLE = 96.0
LABEL_ROOM = 12.0  # beside a label that stands between two lines
EMPTY_FRAME = 40.0


@dataclass(frozen=True)
class Ports:
    """Offsets of ports from the middle of their boxes, and the sizes of boxes.

    `beside` is room for loops on the right, `loops` how far apart both ends of each loop of a box are.
    """

    offsets: Mapping[Port, float]
    widths: Mapping[int, float]
    heights: Mapping[int, float]
    beside: Mapping[int, float]
    sides: Mapping[tuple[int, Side], Sequence[int]] = field(default_factory=dict)
    loops: Mapping[int, Sequence[float]] = field(default_factory=dict)


def assign_ports(
    drawing: Drawing,
    strata: Strata,
    order: Sequence[Sequence[int]],
    anatomies: Mapping[str, Anatomy],
    wanted: Mapping[Port, float],
    axes: Axes = DOWN,
) -> Ports:
    """Spread the lines of each box along its sides, in the order of what they lead to; `wanted` is room for labels."""
    sides = _sides(strata, order)
    bundled = _bundled(drawing, axes)
    titles = {frame.id: title_width(frame) for frame in drawing.frames}
    offsets: dict[Port, float] = {}
    needs: dict[int, float] = {}
    for (item, side), arrows in sides.items():
        rooms = [max(wanted.get((arrow, item, side), 0.0), bundled.get(arrow, 0.0)) for arrow in arrows]
        places, wide = _spread(rooms)
        offsets |= {(arrow, item, side): place for arrow, place in zip(arrows, places, strict=True)}
        needs[item] = max(needs.get(item, 0.0), wide)
    loops = _loops(drawing, strata)
    widths, heights, beside, pitches = {}, {}, {}, {}
    for name, item in strata.boxes.items():
        anatomy = anatomies.get(name)
        wide, high = axes.size(*((anatomy.width, anatomy.height) if anatomy else (even_lanes(titles[name]), EMPTY_FRAME)))
        widths[item] = even_lanes(max(wide, needs.get(item, 0.0)))
        rounds = [_round(arrow, axes) for arrow in loops.get(item, ())]
        pitches[item] = [pitch for _, pitch in rounds]
        heights[item] = max(high, even_lanes(added(pitch + LOOP_PITCH for pitch in pitches[item])))
        beside[item] = max((out for out, _ in rounds), default=0.0)
    widths |= {item: room for (_, item, _), room in wanted.items() if strata.items[item].kind != "box"}
    return Ports(offsets, widths, heights, beside, sides, pitches)


def _sides(strata: Strata, order: Sequence[Sequence[int]]) -> Mapping[tuple[int, Side], Sequence[int]]:
    place = {item: (at + 0.5) / len(row) for row in order for at, item in enumerate(row)}
    found: dict[tuple[int, Side], list[tuple[float, int]]] = {}
    for row in strata.links:
        for upper, lower, arrow in row:
            found.setdefault((upper, "bottom"), []).append((place[lower], arrow))
            found.setdefault((lower, "top"), []).append((place[upper], arrow))
    for row in strata.turns:
        for one, other, arrow in row:
            aside = 2.0 if place[one] < place[other] else -2.0
            found.setdefault((one, "bottom"), []).append((aside, arrow))
            found.setdefault((other, "bottom"), []).append((-aside, arrow))
    for chain in strata.chains:
        if chain.within and strata.items[chain.down[0]].kind == "box":
            found.setdefault((chain.down[0], "top"), []).append((place[chain.down[0]], chain.arrow))
    return {end: [arrow for _, arrow in sorted(arrows)] for end, arrows in found.items() if strata.items[end[0]].kind == "box"}


def _spread(rooms: Sequence[float]) -> tuple[Sequence[float], float]:
    """Places around the middle, and the width that they take with the corners."""
    pitch = PITCH if len(rooms) <= MANY else CLOSE_PITCH
    places = [0.0]
    for one, other in pairwise(rooms):
        places.append(places[-1] + float(round(max(pitch, one / 2 + other / 2))))
    before, after = max(CORNER, rooms[0] / 2), max(CORNER, rooms[-1] / 2)
    middle = (places[-1] + after - before) / 2 if max(before, after) > CORNER else places[-1] / 2
    middle = float(round(middle))
    wide = 2 * max(middle + before, places[-1] - middle + after)
    return [place - middle for place in places], wide


def _across(arrow: Arrow, axes: Axes) -> float:
    """How far the label of an arrow reaches across, on one line."""
    return axes.size(text_width(arrow.label, "label"), LINE_HEIGHT)[0]


def _round(arrow: Arrow, axes: Axes) -> tuple[float, float]:
    """How far out a loop needs room, and how far apart its ends are: its label is on the way out, or under the box."""
    if axes.level_labels:
        return text_width(arrow.label, "label") + LOOP_REACH, LOOP_PITCH
    lines, _ = texts(arrow.label)[-1]
    wide, high = size(lines) if arrow.label else (0.0, 0.0)
    return high + LOOP_ROUND, max(LOOP_PITCH, wide + 2 * TURN + 4)


def _bundled(drawing: Drawing, axes: Axes) -> Mapping[int, float]:
    """The room for the label of each arrow that is one of several between the same two ends."""
    pairs = Counter(frozenset((arrow.source, arrow.target)) for arrow in drawing.arrows if arrow.source != arrow.target)
    return {
        number: min(WIDEST_IN_BUNDLE, _across(arrow, axes)) + LABEL_ROOM
        for number, arrow in enumerate(drawing.arrows)
        if arrow.label and pairs[frozenset((arrow.source, arrow.target))] > 1
    }


def _loops(drawing: Drawing, strata: Strata) -> Mapping[int, Sequence[Arrow]]:
    loops: dict[int, list[Arrow]] = {}
    for arrow in drawing.arrows:
        if arrow.source == arrow.target and arrow.source in strata.boxes:
            loops.setdefault(strata.boxes[arrow.source], []).append(arrow)
    return loops
