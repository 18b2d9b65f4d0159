"""Items at their places across -> rows at their heights, frames around them, and the way of every line."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from archgen.layout.adding import added
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.rows import title_place
from archgen.layout.spots import size, texts
from archgen.layout.streets.axes import DOWN, Axes
from archgen.layout.streets.chains import Chain, Strata
from archgen.layout.streets.ports import LOOP_PITCH, Ports
from archgen.layout.streets.tracks import Level, stack
from archgen.layout.text_size import text_width
from archgen.model.drawing import Drawing
from archgen.model.picture import Point
from archgen.values import dataclass

PITCH = 10.0  # between two level pieces
LABEL_ENDS = 26.0  # of a level piece that carries a label, besides that
LABEL_CLEAR = 5.0
LEAST_GAP, BARE_GAP, CALM = 44.0, 30.0, 10.0  # between rows; where no line runs; above and below the level pieces
CLOSE_PITCH, CLOSE_CALM = 8.0, 6.0  # likewise, where a row would else not stay where it stood
STEP = 20.0  # streets grow by, so that one line more seldom moves all that is below
LEAST_STREET = 12.0  # between frames that end and what begins
PAD, NESTED_PAD, BETWEEN = 16.0, 12.0, 16.0
LOOP_OUT = 24.0
EVEN_OUT = 20.0

Turn = tuple[int, int, int]  # arrow, upper item, and lower item or the other one


@dataclass
class Room:
    """Heights kept free for labels: below each row, above it, and outside the frames that end with it.

    There `leaving` is what is free before anything runs across, `arriving` what is behind that. `nested` is what more is
    between a frame and one in it, `drops` how far it is at least from the middle of each row to that of the next.
    """

    below: dict[int, float] = field(default_factory=dict)
    above: dict[int, float] = field(default_factory=dict)
    street: dict[int, float] = field(default_factory=dict)
    leaving: dict[int, float] = field(default_factory=dict)
    arriving: dict[int, float] = field(default_factory=dict)
    nested: float = 0.0
    drops: Sequence[float] = ()


@dataclass(frozen=True)
class Stood:
    """Everything at its place but labels and titles, which stand in the corners of their frames for now."""

    placement: Placement
    routes: Sequence[Route]


def lay_lines(drawing: Drawing, strata: Strata, ports: Ports, places: Sequence[float], room: Room, axes: Axes = DOWN) -> Stood:
    """Give each row its height and each line its way; then turn all to where it is on the page."""
    return _Lines(drawing, strata, ports, places, room, axes).stand()


class _Lines:
    def __init__(self, drawing: Drawing, strata: Strata, ports: Ports, places: Sequence[float], room: Room, axes: Axes) -> None:
        self.drawing, self.strata, self.ports, self.places, self.room, self.axes = drawing, strata, ports, places, room, axes
        self.starting, self.ending = _nesting(strata)
        self.level: dict[Turn, float] = {}
        self.tops: list[float] = []
        self.deep = [self._deep(row) for row in range(len(strata.rows))]
        self._stack_rows()
        self.boxes = self._boxes()
        self.frames = self._frames()

    def stand(self) -> Stood:
        boxes = {box.id: self.axes.area(self.boxes[self.strata.boxes[box.id]]) for box in self.drawing.boxes}
        frames = {name: self.axes.area(area) for name, area in self.frames.items()}
        wide = {frame.id: text_width(frame.title, "frame-title") for frame in self.drawing.frames}
        titles = {name: title_place(area, wide[name]) for name, area in frames.items()}
        return Stood(Placement(boxes, frames, titles), [self.axes.route(route) for route in self._routes()])

    def _deep(self, row: int) -> float:
        return max((self.ports.heights.get(item, 0.0) for item in self.strata.rows[row]), default=0.0)

    def _x(self, item: int, arrow: int, *, top: bool) -> float:
        return self.places[item] + self.ports.offsets.get((arrow, item, "top" if top else "bottom"), 0.0)

    def _stack_rows(self) -> None:
        top = 0.0
        for row in range(len(self.strata.rows)):
            self.tops.append(top)
            stood = self._stood(row + 1)
            after = self._after(row, top, PITCH, CALM)
            if 0 < stood < after:
                after = self._after(row, top, CLOSE_PITCH, CLOSE_CALM)
            top = max(after, stood)

    def _after(self, row: int, top: float, pitch: float, calm: float) -> float:
        """Where the next row may begin: below the street, whose level pieces lie so far from one another and from its edges."""
        foot = top + self.deep[row] + self.room.below.get(row, 0.0) + self._pads(self.ending.get(row, 0), begins=False)
        leaving, arriving = self.room.leaving.get(row, 0.0), self.room.arriving.get(row, 0.0)
        depth, turned = self._turns(row, foot + leaving + calm, pitch)
        begins = row + 1 < len(self.deep) and row + 1 in self.starting
        between = BETWEEN if begins and row in self.ending else 0.0
        head = self._pads(self.starting.get(row + 1, 0), begins=True) + self.room.above.get(row + 1, 0.0)
        street = max(leaving + depth + arriving + (2 * calm if turned else 0.0), between, self.room.street.get(row, 0.0))
        street = street if self.room.drops else math.ceil(street / STEP) * STEP
        gap = foot - top - self.deep[row] + street + head
        linked = bool(self.strata.links[row] or self.strata.turns[row])
        least = foot - top - self.deep[row] + head + LEAST_STREET if linked else 0.0
        return top + self.deep[row] + max(gap, least, LEAST_GAP if linked else BARE_GAP)

    def _stood(self, row: int) -> float:
        """Where a row began before, as far up as the way down to it is known; 0 where it is not."""
        if row >= len(self.deep) or row > len(self.room.drops):
            return 0.0
        start = row
        while start and self.room.drops[start - 1]:
            start -= 1
        way = added(self.room.drops[start:row])
        return self.tops[start] + self.deep[start] / 2 + way - self.deep[row] / 2 if way else 0.0

    def _pads(self, levels: int, *, begins: bool) -> float:
        title = self.axes.ahead if begins else 0.0
        nested = NESTED_PAD + title + (self.room.nested if begins else 0.0)
        return PAD + title + (levels - 1) * nested if levels else 0.0

    def _turns(self, row: int, start: float, pitch: float) -> tuple[float, bool]:
        """Put the level pieces of a street at their depths; say how deep they are together, and whether there are any."""
        pieces: list[tuple[Turn, Level]] = []
        for upper, lower, arrow in self.strata.links[row]:
            left, right = self._x(upper, arrow, top=False), self._x(lower, arrow, top=True)
            if left != right:
                pieces.append(((arrow, upper, lower), Level(left, right, self._thick(arrow, left, right, pitch))))
        for one, other, arrow in self.strata.turns[row]:
            left, right = self._x(one, arrow, top=False), self._x(other, arrow, top=False)
            pieces.append(((arrow, one, other), Level(left, right, self._thick(arrow, left, right, pitch), returns=True)))
        depths, deepest = stack([level for _, level in pieces])
        for (turn, _), depth in zip(pieces, depths, strict=True):
            self.level[turn] = start + depth
        return deepest, bool(pieces)

    def _thick(self, arrow: int, start: float, end: float, pitch: float) -> float:
        """Lines that are long enough for their label have room for it."""
        label = self.drawing.arrows[arrow].label
        long = abs(start - end) - LABEL_ENDS
        if not label or long < 20 or not self.axes.level_labels:
            return pitch
        fitting = (size(lines) for lines, _ in texts(label))
        return next((high + LABEL_CLEAR for wide, high in fitting if wide <= long), pitch)

    def _boxes(self) -> Mapping[int, Area]:
        areas = {}
        for item in self.strata.boxes.values():
            row = self.strata.items[item].row
            high, half = self.ports.heights[item], self.ports.widths[item] / 2
            top = self.tops[row]
            if self.deep[row] - high > EVEN_OUT:
                top += (self.deep[row] - high) / 2
            else:
                high = self.deep[row]
            areas[item] = Area(self.places[item] - half, top, self.places[item] + half, top + high)
        return areas

    def _frames(self) -> dict[str, Area]:
        frames: dict[str, Area] = {}
        up, down = _levels(self.strata)
        for frame in self.drawing.frames:
            if frame.id in self.strata.boxes:
                frames[frame.id] = self.boxes[self.strata.boxes[frame.id]]
                continue
            first, last = self.strata.spans[frame.id]
            left, right = self.strata.sides[frame.id][0]
            top = self.tops[first] - self.room.above.get(first, 0.0) - self._pads(up[frame.id], begins=True)
            bottom = self.tops[last] + self.deep[last] + self.room.below.get(last, 0.0) + self._pads(down[frame.id], begins=False)
            frames[frame.id] = Area(self.places[left], top, self.places[right], bottom)
        return frames

    def _routes(self) -> Sequence[Route]:
        loops: dict[int, int] = {}
        routes: list[Route] = []
        for chain in self.strata.chains:
            if chain.is_loop:
                item = chain.down[0]
                routes.append(self._loop(item, loops.get(item, 0)))
                loops[item] = loops.get(item, 0) + 1
            else:
                points = self._way(chain)
                routes.append(points[::-1] if chain.flipped else points)
        return routes

    def _loop(self, item: int, number: int) -> Route:
        area, pitches = self.boxes[item], self.ports.loops[item]
        if self.axes.level_labels:
            first = area.centre.y - max(self.ports.heights[item] // (2 * LOOP_PITCH), 1) * LOOP_PITCH
            x = area.right + max(LOOP_OUT, self.ports.beside[item] - 8)
        else:
            first = area.centre.y - added(pitch + LOOP_PITCH for pitch in pitches) / 2
            x = area.right + max(LOOP_OUT, self.ports.beside[item] / 2)
        y = first + LOOP_PITCH / 2 + added(pitch + LOOP_PITCH for pitch in pitches[:number])
        end = y + pitches[number]
        return [Point(area.right, y), Point(x, y), Point(x, end), Point(area.right, end)]

    def _way(self, chain: Chain) -> list[Point]:
        points = self._downwards(chain, chain.down)
        if chain.up:
            one, other = chain.down[-1], chain.up[-1]
            y = self.level[chain.arrow, one, other]
            back = self._downwards(chain, chain.up)
            points = [*self._left_open(points, one, chain, y), *reversed(self._left_open(back, other, chain, y))]
        return _straight(points)

    def _left_open(self, points: list[Point], item: int, chain: Chain, y: float) -> list[Point]:
        """The way down to a line's turning point."""
        return [*points, Point(self._x(item, chain.arrow, top=False), y)]

    def _downwards(self, chain: Chain, way: Sequence[int]) -> list[Point]:
        first, last = way[0], way[-1]
        begins_above = bool(chain.within)
        x = self._x(first, chain.arrow, top=begins_above)
        y = self.frames[chain.within].top if begins_above else self._foot(first)
        points = [Point(x, y)]
        for upper, lower in pairwise(way):
            start, end = self._x(upper, chain.arrow, top=False), self._x(lower, chain.arrow, top=True)
            if start != end:
                y = self.level[chain.arrow, upper, lower]
                points += [Point(start, y), Point(end, y)]
        if not chain.up:
            points.append(Point(self._x(last, chain.arrow, top=True), self._head(last)))
        return points

    def _foot(self, item: int) -> float:
        kind, name = self.strata.items[item].kind, self.strata.items[item].name
        return self.frames[name].bottom if kind == "stub" else self.boxes[item].bottom

    def _head(self, item: int) -> float:
        kind, name = self.strata.items[item].kind, self.strata.items[item].name
        return self.frames[name].top if kind == "stub" else self.boxes[item].top


def _straight(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return kept


def _levels(strata: Strata) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many frames within each begin in its first row, or end in its last, one within another: itself counted."""
    up: dict[str, int] = {}
    down: dict[str, int] = {}
    inner: dict[str, list[str]] = {frame: [] for frame in strata.spans}
    for frame in strata.spans:
        if len(strata.paths[frame]) > 1:
            inner[strata.paths[frame][-2]].append(frame)
    for frame in sorted(strata.spans, key=lambda frame: -len(strata.paths[frame])):
        first, last = strata.spans[frame]
        up[frame] = 1 + max((up[each] for each in inner[frame] if strata.spans[each][0] == first), default=0)
        down[frame] = 1 + max((down[each] for each in inner[frame] if strata.spans[each][1] == last), default=0)
    return up, down


def _nesting(strata: Strata) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """For each row how many frames begin there, or end, one within another."""
    up, down = _levels(strata)
    starting: dict[int, int] = {}
    ending: dict[int, int] = {}
    for frame, (first, last) in strata.spans.items():
        starting[first] = max(starting.get(first, 0), up[frame])
        ending[last] = max(ending.get(last, 0), down[frame])
    return starting, ending
