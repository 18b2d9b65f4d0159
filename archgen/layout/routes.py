"""Placement -> lines: each arrow its own way between boxes, with few bends and crossings."""

import math
from collections.abc import Sequence

from archgen.errors import EngineError
from archgen.layout.gates import LONG, OFF_CENTRE, OFF_CENTRE_IN_BUNDLE, SHORT, gates, side_costs, turned
from archgen.layout.lanes import EAST, HORIZONTAL, NORTH, SOUTH, VERTICAL, WEST, Lanes
from archgen.layout.path_search import Errand, Gate, Way, find_way
from archgen.layout.placement import LANE, Area, Placement, Route
from archgen.layout.text_size import text_width
from archgen.model.drawing import Arrow, Direction, Drawing
from archgen.model.picture import MAX_WIDTH, Point
from archgen.values import dataclass

MARGINS = 60.0  # of the picture, and for labels that stand out
MANY = 45  # lines; with more of them each gets less time
CAREFUL, HASTY = 1.3, 2.0  # greed of the search
DETOUR = 30  # lanes off the straight way that are searched first
LOOP_START = {EAST: 0.0, WEST: 6.0}  # the sides where a line to the same box leaves, and comes back
LOOP_END = {NORTH: 0.0, SOUTH: 0.5}
WIDEST_LABEL = 96.0  # that lines keep clear of
UNCHANGED = 1e-6  # what costs may differ by that were added to and taken from again
ROUNDS = 2  # of taking each line out and looking for a better way
CROSS_BORDER, CROSS_STRANGER = 1.0, 4.0  # into a frame that holds an end of the line, or does not
IN_STRANGER = 0.3


class NoRoomError(EngineError):
    """A line finds no lane between the parts as they stand."""


def route(
    drawing: Drawing, direction: Direction, placement: Placement, loose: int = 0, *, sharing: bool = True
) -> Sequence[Route]:
    """Find a line for each arrow, in their order; the more `loose`, the more room there is beside everything.

    Raises `NoRoomError` where a line has no lane of its own, unless `sharing`: then lines may run over one another.
    """
    return _Router(drawing, direction, placement, loose, sharing=sharing).run()


@dataclass
class _Line:
    """One arrow's line while better ones are sought."""

    arrow: Arrow
    source: Area
    target: Area
    label: float
    bundle: bool
    way: Way | None = None
    corners: Sequence[int] = ()
    price: float = 0.0  # of its cells when it was laid


class _Router:
    def __init__(self, drawing: Drawing, direction: Direction, placement: Placement, loose: int, *, sharing: bool) -> None:
        self.sharing = sharing
        self.placement = placement
        self.down = direction == "down"
        spare = 4 + math.isqrt(len(drawing.arrows))
        room = int((MAX_WIDTH - MARGINS - placement.extent.width) / 2 / LANE)
        self.lanes = Lanes(placement, spare + 3 * loose, max(3, min(spare, room)) + 4 * loose)
        self.greed = HASTY if len(drawing.arrows) > MANY else CAREFUL
        areas = {**placement.frames, **placement.boxes}
        pairs = [frozenset((arrow.source, arrow.target)) for arrow in drawing.arrows]
        self.lines = [
            _Line(arrow, areas[arrow.source], areas[arrow.target], _reach(arrow), pairs.count(pair) > 1)
            for arrow, pair in zip(drawing.arrows, pairs, strict=True)
        ]

    def run(self) -> Sequence[Route]:
        for line in sorted(self.lines, key=_distance):
            self._lay(line)
        again = [line for line in self.lines if self._crooked(line)]
        for _ in range(1 if len(self.lines) > MANY else ROUNDS):
            again = [line for line in sorted(again, key=lambda line: -_cost(line)) if self._improve(line)]
        return [self._points(line) for line in self.lines]

    def _improve(self, line: _Line) -> bool:
        """Take a line out and look for a better way, where others came in its way since; say whether it changed."""
        before = line.corners
        self.lanes.take(line.corners, -1, line.label)
        if line.way and self.lanes.price(line.way.cells) < line.price + UNCHANGED:
            self.lanes.take(line.corners, 1, line.label)
            return False
        self._lay(line)
        return line.corners != before

    def _crooked(self, line: _Line) -> bool:
        """Whether a line turns more than once or crosses another."""
        if len(line.corners) > 3 or line.way is None:
            return True
        return any(self.lanes.taken[cell] == HORIZONTAL | VERTICAL for cell in line.way.cells if cell not in line.corners)

    def _lay(self, line: _Line) -> None:
        way = find_way(self.lanes, self._errand(line))
        if way is None and self.sharing:
            way = find_way(self.lanes, self._errand(line, sharing=True))
        if way is None:
            raise NoRoomError(
                f'there is no room for the arrow from "{line.arrow.source}" to "{line.arrow.target}"; '
                "draw fewer arrows between these parts"
            )
        line.way = way
        line.corners, line.price = self._corners(way), self.lanes.price(way.cells)
        self.lanes.take(line.corners, 1, line.label)

    def _errand(self, line: _Line, *, sharing: bool = False) -> Errand:
        starts, found = self._ends(line, sharing=sharing)
        entering, staying = self._region_costs(line)
        columns = [gate.cell % self.lanes.across for gate in found]
        rows = [gate.cell // self.lanes.across for gate in found]
        within = (min(columns), min(rows), max(columns), max(rows)) if found else (0, 0, 0, 0)
        return Errand(starts, turned(found), within, entering, staying, sharing, self.greed, DETOUR)

    def _ends(self, line: _Line, *, sharing: bool) -> tuple[Sequence[Gate], Sequence[Gate]]:
        if line.source == line.target:
            leave = gates(self.lanes, line.source, LOOP_START, reach=LONG, sharing=sharing)
            return list(leave), list(gates(self.lanes, line.source, LOOP_END, reach=LONG, sharing=sharing))
        starts = self._side(line, line.source, line.target, SHORT, sharing=sharing)
        return starts, self._side(line, line.target, line.source, LONG, sharing=sharing)

    def _side(self, line: _Line, mine: Area, other: Area, reach: int, *, sharing: bool) -> Sequence[Gate]:
        off_centre = OFF_CENTRE_IN_BUNDLE if line.bundle else OFF_CENTRE
        costs = side_costs(mine, other, down=self.down)
        inwards, enclosed = _holds(mine, other), _holds(other, mine)
        reach = SHORT if enclosed else reach
        found = gates(self.lanes, mine, costs, reach=reach, inwards=inwards, off_centre=off_centre, sharing=sharing)
        if enclosed:
            return [gate for gate in found if _contains(other, self.lanes.point(gate.cell))]
        return list(found)

    def _region_costs(self, line: _Line) -> tuple[Sequence[float], Sequence[float]]:
        entering, staying = [CROSS_BORDER], [0.0]
        for frame in self.lanes.frames:
            own = _holds(frame, line.source) or _holds(frame, line.target)
            entering.append(CROSS_BORDER if own else CROSS_STRANGER)
            staying.append(0.0 if own else IN_STRANGER)
        return entering, staying

    def _corners(self, way: Way) -> Sequence[int]:
        """The cells where a line starts, turns and ends, those at the borders of its start and its goal included."""
        goal = self.lanes.step[way.goal.direction]
        start = self.lanes.step[way.start.direction]
        cells = [way.cells[0] - start, *way.cells, *(way.cells[-1] + goal * step for step in range(1, way.goal.reach))]
        turns = [b for a, b, c in zip(cells, cells[1:], cells[2:], strict=False) if b - a != c - b]
        return [cells[0], *turns, cells[-1]]

    def _points(self, line: _Line) -> Route:
        assert line.way is not None
        points = [self.lanes.point(cell) for cell in line.corners]
        first = _on_border(line.source, points[0], line.way.start.direction + 2 & 3)
        last = _on_border(line.target, points[-1], line.way.goal.direction)
        return _straightened([first, *points[1:], last])


def _reach(arrow: Arrow) -> float:
    """How wide the label of an arrow is, as far as others have to mind it."""
    return min(text_width(arrow.label, "label"), WIDEST_LABEL)


def _cost(line: _Line) -> float:
    return line.way.cost if line.way else 0.0


def _straightened(points: Sequence[Point]) -> Route:
    """Leave out what lies in the middle of a straight piece."""
    kept: list[Point] = []
    for place, point in enumerate(points):
        inner = 0 < place < len(points) - 1
        if inner and _in_line(kept[-1], point, points[place + 1]):
            continue
        kept.append(point)
    return kept


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return a.x == b.x == c.x or a.y == b.y == c.y


def _on_border(area: Area, point: Point, towards: int) -> Point:
    """Where a line through `point` meets the border of `area` in direction `towards`: the nearest of both sides."""
    if towards & 1:
        return Point(point.x, min((area.top, area.bottom), key=lambda y: abs(y - point.y)))
    return Point(min((area.left, area.right), key=lambda x: abs(x - point.x)), point.y)


def _holds(outer: Area, inner: Area) -> bool:
    if outer == inner:
        return False
    return outer.left <= inner.left and outer.top <= inner.top and outer.right >= inner.right and outer.bottom >= inner.bottom


def _contains(area: Area, point: Point) -> bool:
    return area.left < point.x < area.right and area.top < point.y < area.bottom


def _distance(line: _Line) -> float:
    a, b = line.source.centre, line.target.centre
    return (abs(a.x - b.x) + abs(a.y - b.y)) / LANE + (4 if a.x != b.x and a.y != b.y else 0)
