"""Parts that are new to a figure: each gets the place where it disturbs least, near what it is linked to.

They are taken one by one, those first that are linked to something that stands already. For each row, and for a new one
between any two, the nearest place is found that is free; a place that is not, where others would have to move, costs more.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from archgen.layout.adding import added
from archgen.layout.ranks import flow, names
from archgen.layout.standing import Standing
from archgen.model.drawing import Drawing
from archgen.values import dataclass

UPWARDS, LEVEL, SKIPPED = 220.0, 130.0, 50.0  # for a line against the flow, beside it, and for each row that it passes
NEW_ROW, PUSHED = 700.0, 260.0  # for a row that moves all below it, and for a place that moves others aside
FOREIGN_ROW = 140.0  # for each row by which a frame grows
SIDEWAYS, WIDENED = 0.4, 0.6  # for each pixel of a line, and of the figure
LINE_ROOM = 14.0
FRAME_ROOM = 30.0

Span = tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """A place in a row, or in a new row above it, and what speaks against it."""

    cost: float
    row: int
    at: float
    fresh: bool = False


@dataclass(frozen=True)
class Reach:
    """From where to where a frame reaches, with room around it, and which rows it spans."""

    left: float
    right: float
    first: int
    last: int

    @property
    def centre(self) -> float:
        """The middle of it."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Ground:
    """What stands where already."""

    row_of: Mapping[str, int]
    frames: Mapping[str, Reach]
    left: float
    right: float


def joined(drawing: Drawing, standing: Standing, wide: Mapping[str, float], apart: float, choice: int = 0) -> Standing:
    """The standing with everything of the drawing in it; `choice` is which of the places the first newcomer gets, by cost."""
    return Joining(drawing, standing, wide, apart).all(choice)


class Joining:
    """Rows to which parts are added, or in which they are moved."""

    def __init__(self, drawing: Drawing, standing: Standing, wide: Mapping[str, float], apart: float) -> None:
        self.rows = [list(row) for row in standing.rows]
        self.middles = dict(standing.middles)
        self.drops = list(standing.drops)
        self.wide, self.apart = wide, apart
        self.names = names(drawing)
        self.above: dict[str, list[str]] = {name: [] for name in self.names}
        self.below: dict[str, list[str]] = {name: [] for name in self.names}
        for source, target in flow(drawing):
            self.below[source].append(target)
            self.above[target].append(source)
        parents = {frame.id: frame.parent for frame in drawing.frames}
        frames = {box.id: box.frame for box in drawing.boxes}
        self.homes = {name: _path(parents, frames[name] if name in frames else parents[name]) for name in self.names}

    def standing(self) -> Standing:
        """The rows as they are."""
        return Standing(self.rows, self.middles, self.drops)

    def all(self, choice: int = 0) -> Standing:
        """The rows with everything in them."""
        waiting = [name for name in self.names if name not in self.middles]
        while waiting:
            name = next((each for each in waiting if self._linked(each)), waiting[0])
            waiting.remove(name)
            spots = sorted(self._spots(name), key=lambda spot: (spot.cost, spot.fresh, spot.row))
            self._put(name, spots[min(choice, len(spots) - 1)])
            choice = 0
        return self.standing()

    def move(self, name: str, row: int, wish: float) -> None:
        """Put a part in another row, near there."""
        self._take(name)
        at = min(self._places(name, row, wish, self._ground()), key=lambda place: (place[1], abs(place[0] - wish)))[0]
        self._put(name, Spot(0.0, row, at))

    def put_beside(self, name: str, other: str, *, left: bool) -> None:
        """Put a part in the row of another, next to it; where groups part them, the whole group beside that of the other."""
        row = self.standing().row_of[other]
        mine, theirs = self._side(name, other), self._side(other, name)
        self._take(name)
        sign = -1 if left else 1
        self._put(name, Spot(0.0, row, self.middles[other] + sign * (self.wide[name] + self.wide[other]) / 2 + sign * self.apart))
        self._part(mine, theirs, sign)
        self.rows[row].sort(key=lambda each: self.middles[each])

    def _part(self, mine: Sequence[str], theirs: Sequence[str], sign: int) -> None:
        """Move all of `mine` to that side of all of `theirs`, and what stands there already farther."""
        if len(mine) > 1 or len(theirs) > 1:
            edge = max(sign * self.middles[each] + self.wide[each] / 2 for each in theirs)
            by = edge + 2 * FRAME_ROOM - min(sign * self.middles[each] - self.wide[each] / 2 for each in mine)
            for each in mine if by > 0 else ():
                self.middles[each] += sign * by
        else:
            rows = self.standing().row_of
            name, other = mine[0], theirs[0]
            for each in self.rows[rows[name]]:
                if each not in (name, other) and sign * (self.middles[each] - self.middles[other]) > 0:
                    self.middles[each] += sign * (self.wide[name] + self.apart)

    def _side(self, name: str, other: str) -> Sequence[str]:
        """All that stands with a part in the outermost group that the other one is not in; itself, where there is none."""
        group = next((frame for frame in self.homes[name] if frame not in self.homes[other]), None)
        return [each for each in self.middles if group in self.homes[each]] if group else [name]

    def open_row(self, row: int) -> None:
        """Make an empty row above the one of that number."""
        self.rows.insert(row, [])
        self.drops.insert(row, 0.0)
        if row:
            self.drops[row - 1] = 0.0

    def _take(self, name: str) -> None:
        for row in self.rows:
            if name in row:
                row.remove(name)
        self.middles.pop(name, None)

    def _linked(self, name: str) -> Sequence[str]:
        return [other for other in (*self.above[name], *self.below[name]) if other in self.middles]

    def _put(self, name: str, spot: Spot) -> None:
        if spot.fresh:
            self.open_row(spot.row)
        self.middles[name] = spot.at
        self.rows[spot.row].append(name)
        self.rows[spot.row].sort(key=lambda each: self.middles[each])

    def _ground(self) -> Ground:
        row_of = self.standing().row_of
        frames: dict[str, Reach] = {}
        left, right = math.inf, -math.inf
        for each, row in row_of.items():
            low, high = self.middles[each] - self.wide[each] / 2, self.middles[each] + self.wide[each] / 2
            left, right = min(left, low), max(right, high)
            for frame in self.homes[each]:
                reach = frames.get(frame, Reach(math.inf, -math.inf, row, row))
                edges = min(reach.left, low - FRAME_ROOM), max(reach.right, high + FRAME_ROOM)
                frames[frame] = Reach(*edges, min(reach.first, row), max(reach.last, row))
        return Ground(row_of, frames, left, right)

    def _spots(self, name: str) -> Iterator[Spot]:
        ground, wish = self._ground(), self._wish(name)
        for row in range(len(self.rows)):
            for at, cost in self._places(name, row, wish, ground):
                yield Spot(cost + self._drop(name, row, ground) + self._aside(name, at, ground), row, at)
        for row in range(len(self.rows) + 1):
            at, cost = min(self._places(name, row - 0.5, wish, ground), key=lambda place: place[1])
            cost += NEW_ROW + self._drop(name, row - 0.5, ground) + self._aside(name, at, ground)
            yield Spot(cost, row, at, fresh=True)

    def _wish(self, name: str) -> float:
        """The middle of what it is linked to, else of its frame, else of all."""
        near = self._linked(name)
        for frame in reversed(self.homes[name]) if not near else ():
            near = [each for each in self.middles if frame in self.homes[each]]
            if near:
                break
        near = near or list(self.middles)
        return added(self.middles[each] for each in near) / len(near) if near else 0.0

    def _drop(self, name: str, row: float, ground: Ground) -> float:
        """What the lines to it cost in that row: they should lead down, and not far; its frame should not grow."""
        row_of = ground.row_of
        drops = [row - row_of[each] for each in self.above[name] if each in row_of]
        drops += [row_of[each] - row for each in self.below[name] if each in row_of]
        cost = added(
            UPWARDS - SKIPPED * drop if drop < 0 else LEVEL if drop == 0 else SKIPPED * max(0.0, drop - 1) for drop in drops
        )
        for reach in (ground.frames[frame] for frame in self.homes[name] if frame in ground.frames):
            cost += FOREIGN_ROW * math.ceil(max(0.0, reach.first - row, row - reach.last))
        return cost

    def _aside(self, name: str, at: float, ground: Ground) -> float:
        half = self.wide[name] / 2
        wider = max(0.0, ground.left - at + half) + max(0.0, at + half - ground.right) if self.middles else 0.0
        return WIDENED * wider + SIDEWAYS * added(abs(self.middles[each] - at) for each in self._linked(name))

    def _places(self, name: str, row: float, wish: float, ground: Ground) -> Iterator[tuple[float, float]]:
        """Places in a row, those that are free first; with what it costs that others must move."""
        low, high = self._room(name, row, ground)
        need = self.wide[name] + 2 * LINE_ROOM
        taken = sorted(self._taken(name, row, ground))
        free = low
        for start, end in [*taken, (high, high)]:
            if min(start, high) - free >= need:
                yield min(min(start, high) - need / 2, max(free + need / 2, wish)), 0.0
            elif low <= start <= high:
                yield min(high, max(low, (free + start) / 2)) if math.isfinite(free) else start, PUSHED
            free = max(free, end)

    def _taken(self, name: str, row: float, ground: Ground) -> Iterator[Span]:
        """What stands in the row: boxes, and whole frames that it is not in."""
        home = self.homes[name]
        for each in self.rows[int(row)] if row == int(row) else ():
            if all(frame in home for frame in self.homes[each]):
                half = self.wide[each] / 2 + self.apart
                yield self.middles[each] - half, self.middles[each] + half
        for frame, reach in ground.frames.items():
            if frame not in home and reach.first <= row <= reach.last:
                yield reach.left, reach.right

    def _room(self, name: str, row: float, ground: Ground) -> Span:
        """From where to where it may stand: in its frame, which may grow up to what stands beside that."""
        low, high = -math.inf, math.inf
        for frame in (frame for frame in self.homes[name] if frame in ground.frames):
            reach = ground.frames[frame]
            rows = self.rows[math.ceil(min(reach.first, row)) : math.floor(max(reach.last, row)) + 1]
            for each in (each for row_held in rows for each in row_held if frame not in self.homes[each]):
                half = self.wide[each] / 2 + FRAME_ROOM + (FRAME_ROOM if self.homes[each] else 0.0)
                if self.middles[each] < reach.centre:
                    low = max(low, min(reach.left, self.middles[each] + half))
                else:
                    high = min(high, max(reach.right, self.middles[each] - half))
        return low, high


def _path(parents: Mapping[str, str | None], frame: str | None) -> Sequence[str]:
    path: list[str] = []
    while frame is not None:
        path.insert(0, frame)
        frame = parents[frame]
    return path
