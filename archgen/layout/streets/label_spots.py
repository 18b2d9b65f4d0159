"""Lines -> a place for each label on its line, hiding nothing.

What is taken is kept in a grid of buckets. Along each straight piece the stretches that are free are found by subtracting
what lies near, not by trying places: about n log n in the number of lines.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from archgen.layout.adding import added
from archgen.layout.placement import Area, Placement, Route, around, spanned
from archgen.layout.spots import BOX_CLEARANCE, CLEARANCE, HEAD, Piece, Spot, pieces, size, texts
from archgen.model.drawing import Arrow
from archgen.model.picture import Point

BUCKET = 80.0
ASIDE = 4.0  # what it costs not to stand on the middle of the label
INSET = 8.0  # from the line to the nearer end of such a label
OVER_BORDER = 1000.0  # only where there is no other place
REACH = 250.0  # of a long piece, what lies nearer to its line's middle is looked at
FAR = 40.0  # pixels from the middle of the line that cost one
ROUNDED = 1e-6  # by more than that a cost is worse
BESIDE_TITLE = 14.0  # from a title, so that nothing is read on with it
BESIDE_LABEL, UNDER_LABEL = 12.0, 5.0  # from other labels: what stands closer is read as one
BESIDE_CROSSING, CROSSES = 14.0, 3.0  # from a line that crosses the label's own; how far that reaches to both sides at least
NOBODY, BORDER, LABEL, MARGIN, CROSSING = -2, -3, -4, -5, -6  # whose piece it is not; of a border, a label, beyond the page
SOFT = ((CROSSING, 3.0), (LABEL, 7.0), (MARGIN, 12.0), (BORDER, OVER_BORDER))  # what it costs to stand close, or across
Edges = tuple[float, float, float, float]  # an area, from the left around
Taken = tuple[float, float, float, float, int]  # likewise, and the piece that it is
Spans = list[tuple[float, float]]  # from where to where, along a piece


class Ground:
    """Areas that labels must not hide, found by place."""

    def __init__(self) -> None:
        self._taken: list[Taken] = []
        self._buckets: dict[tuple[int, int], list[int]] = {}

    def take(self, area: Area, owner: int = -1) -> None:
        """Add an area; `owner` is the number of the piece that it is, for which it is no obstacle."""
        self.take_edges(area.left, area.top, area.right, area.bottom, owner)

    def take_edges(self, left: float, top: float, right: float, bottom: float, owner: int = -1) -> None:
        """Add an area by its edges."""
        number, buckets = len(self._taken), self._buckets
        self._taken.append((left, top, right, bottom, owner))
        rows = range(int(top // BUCKET), int(bottom // BUCKET) + 1)
        for column in range(int(left // BUCKET), int(right // BUCKET) + 1):
            for row in rows:
                buckets.setdefault((column, row), []).append(number)

    def take_line(self, start: Point, end: Point, by: float, owner: int = -1) -> None:
        """Add a straight piece of line with a margin."""
        left, right = (start.x, end.x) if start.x < end.x else (end.x, start.x)
        top, bottom = (start.y, end.y) if start.y < end.y else (end.y, start.y)
        self.take_edges(left - by, top - by, right + by, bottom + by, owner)

    def forget(self, since: int) -> None:
        """Leave out what was added since there were so many areas."""
        while len(self._taken) > since:
            left, top, right, bottom, _ = self._taken.pop()
            for column in range(int(left // BUCKET), int(right // BUCKET) + 1):
                for row in range(int(top // BUCKET), int(bottom // BUCKET) + 1):
                    self._buckets[column, row].pop()

    def __len__(self) -> int:
        return len(self._taken)

    def near(self, left: float, top: float, right: float, bottom: float, but: int = NOBODY) -> Sequence[Taken]:
        """What overlaps an area, but for that of the piece `but`."""
        found: set[int] = set()
        if not self._taken:
            return ()
        rows = range(int(top // BUCKET), int(bottom // BUCKET) + 1)
        for column in range(int(left // BUCKET), int(right // BUCKET) + 1):
            for row in rows:
                found.update(self._buckets.get((column, row), ()))
        every = [self._taken[number] for number in found]
        return [one for one in every if one[0] < right and left < one[2] and one[1] < bottom and top < one[3] and one[4] != but]


class _Way(NamedTuple):
    """A straight piece of a line, upright or level: where it runs, from where to where, and what of it may be covered."""

    number: int
    upright: bool
    across: float
    start: float
    ahead: bool
    length: float
    low: float
    up: float


def place_labels(
    arrows: Sequence[Arrow], placement: Placement, routes: Sequence[Route], room: float = math.inf, patience: int = 2
) -> tuple[list[Spot | None], list[int]]:
    """Choose a place for every label; return them with the arrows whose label found none, or only one across a border.

    One that does not make all wider than `room` is better.
    """
    ground = _ground(arrows, placement, routes)
    if room < math.inf:
        _take_margins(ground, around([placement.extent, *spanned(routes)]), room)
    ways = [*_ways(routes)]
    order = sorted((at for at, arrow in enumerate(arrows) if arrow.label), key=lambda at: (_whole(routes[at]), at))
    for _ in range(patience):
        spots, lost = _try(arrows, ways, order, ground)
        if not lost:
            break
        last = set(lost)
        order = [*lost, *(at for at in order if at not in last)]
    return spots, lost


def _ways(routes: Sequence[Route]) -> Iterator[Sequence[_Way]]:
    """The pieces of each line, numbered through."""
    number = 0
    for route in routes:
        yield [_way(piece, at) for at, piece in enumerate(pieces(route), number)]
        number += len(route) - 1


def _way(piece: Piece, number: int) -> _Way:
    upright, (low, up) = piece.upright, piece.free
    across, start, end = (piece.start.x, piece.start.y, piece.end.y) if upright else (piece.start.y, piece.start.x, piece.end.x)
    return _Way(number, upright, across, start, end > start, abs(end - start), low, up)


def _try(
    arrows: Sequence[Arrow], ways: Sequence[Sequence[_Way]], order: Sequence[int], ground: Ground
) -> tuple[list[Spot | None], list[int]]:
    spots: list[Spot | None] = [None] * len(arrows)
    lost = []
    before = len(ground)
    for at in order:
        spots[at] = spot = _best(arrows[at].label, ways[at], ground)
        if spot is None or spot.cost >= OVER_BORDER:
            lost.append(at)
        if spot is not None:
            ground.take(spot.area.grown(CLEARANCE), LABEL)
    ground.forget(before)
    return spots, lost


def _ground(arrows: Sequence[Arrow], placement: Placement, routes: Sequence[Route]) -> Ground:
    ground = Ground()
    for frame in placement.frames.values():
        for border in _borders(frame):
            ground.take(border, BORDER)
    for area in placement.boxes.values():
        ground.take(area.grown(BOX_CLEARANCE))
    for area in placement.titles.values():
        ground.take_edges(area.left - BESIDE_TITLE, area.top - CLEARANCE, area.right + BESIDE_TITLE, area.bottom + CLEARANCE)
    number = 0
    for arrow, route in zip(arrows, routes, strict=True):
        for end in (route[-1], *(route[:1] if arrow.both else ())):
            ground.take_line(end, end, HEAD - 6)
        for start, end in pairwise(route):
            ground.take_line(start, end, CLEARANCE, number)
            number += 1
    return ground


def _take_margins(ground: Ground, extent: Area, room: float) -> None:
    spare = max(0.0, room - extent.width) / 2
    left, right = extent.left - spare, extent.right + spare
    ground.take_edges(left - REACH, extent.top, left, extent.bottom, MARGIN)
    ground.take_edges(right, extent.top, right + REACH, extent.bottom, MARGIN)


def _borders(frame: Area) -> Iterator[Area]:
    yield Area(frame.left, frame.top, frame.right, frame.top).grown(2)
    yield Area(frame.left, frame.bottom, frame.right, frame.bottom).grown(2)
    yield Area(frame.left, frame.top, frame.left, frame.bottom).grown(2)
    yield Area(frame.right, frame.top, frame.right, frame.bottom).grown(2)


def _best(label: str, ways: Sequence[_Way], ground: Ground) -> Spot | None:
    """The best place on any piece, for any way to break the label; a piece that cannot have a better one is not looked at."""
    half, least, best = added(way.length for way in ways) / 2, math.inf, None
    for lines, cost in texts(label):
        wide, high = size(lines)
        passed = 0.0
        for way in ways:
            wish = half - passed
            if cost + max(0.0, -wish, wish - way.length) / FAR <= least + ROUNDED:
                for spot, extra in _on(way, wide, high, wish, ground):
                    middle = (spot[1] + spot[3]) / 2 if way.upright else (spot[0] + spot[2]) / 2
                    total = cost + extra + abs(passed + abs(middle - way.start) - half) / FAR
                    if total < least:
                        least, best = total, (lines, spot)
            passed += way.length
    return Spot(best[0], Area(*best[1]), least) if best else None


def _on(way: _Way, wide: float, high: float, wish: float, ground: Ground) -> Sequence[tuple[Edges, float]]:
    low, up = way.low, way.up
    if up - low < (high if way.upright else wide):
        return ()
    middle = way.start + wish if way.ahead else way.start - wish
    if up - low > 4 * REACH:
        near = max(low, min(middle, up - REACH) - REACH), min(up, max(middle, low + REACH) + REACH)
        found = [*_free(way, wide, high, near, middle, ground)]
        if any(extra < OVER_BORDER for _, extra in found):
            return found
    return [*_free(way, wide, high, (low, up), middle, ground)]


def _free(
    way: _Way,
    wide: float,
    high: float,
    stretch: tuple[float, float],
    middle: float,
    ground: Ground,
) -> Iterator[tuple[Edges, float]]:
    low, up = stretch
    extent = high if way.upright else wide
    for left, right, extra in _bands(way, wide, high):
        least = math.inf
        for blocked, over in _blocked(way, (left, right), stretch, ground):
            if over >= least:
                break
            at = _nearest(blocked, low, up, extent, middle - extent / 2)
            if at is not None:
                yield (left, at, right, at + extent) if way.upright else (at, left, at + extent, right), extra + over
                least = min(least, over + abs(at + extent / 2 - middle) / FAR)
        if extra + least < ASIDE:
            return  # to stand aside costs more than to stand any nearer to the middle gains


def _blocked(way: _Way, band: tuple[float, float], stretch: tuple[float, float], ground: Ground) -> Iterator[tuple[Spans, float]]:
    """What keeps a label off, from all of it to what it would hide, each with what it costs to stand on the rest."""
    (left, right), (low, up) = band, stretch
    begin, end, near, far = (1, 3, 0, 2) if way.upright else (0, 2, 1, 3)
    aside, along = (BESIDE_LABEL, UNDER_LABEL) if way.upright else (UNDER_LABEL, BESIDE_LABEL)
    taken: Spans = []
    soft: dict[int, Spans] = {kind: [] for kind, _ in SOFT}
    first, last = left - aside, right + aside
    for one in ground.near(*((first, low, last, up) if way.upright else (low, first, up, last)), way.number):
        span, owner = (one[begin], one[end]), one[4]
        if one[near] < right and left < one[far]:
            (soft[owner] if owner in (BORDER, MARGIN) else taken).append(span)
        if owner == LABEL:
            soft[LABEL].append((span[0] - along, span[1] + along))
        elif owner >= 0 and one[near] < way.across - CROSSES and way.across + CROSSES < one[far]:
            soft[CROSSING].append((span[0] - BESIDE_CROSSING, span[1] + BESIDE_CROSSING))
    cost = 0.0
    for at, (kind, dearer) in enumerate(SOFT):
        if soft[kind]:
            yield [*taken, *(span for other, _ in SOFT[at:] for span in soft[other])], cost
            cost = dearer
    yield taken, cost


def _bands(way: _Way, wide: float, high: float) -> Iterator[tuple[float, float, float]]:
    """From where to where a label may lie across the piece, with what that costs."""
    at = way.across
    if not way.upright:
        yield at - high / 2, at + high / 2, 0.0
        return
    yield at - wide / 2, at + wide / 2, 0.0
    if wide > 2 * INSET:
        yield at - INSET, at - INSET + wide, ASIDE
        yield at + INSET - wide, at + INSET, ASIDE


def _nearest(blocked: Sequence[tuple[float, float]], low: float, up: float, extent: float, wish: float) -> float | None:
    """Where something of that extent can begin between `low` and `up`, as near to `wish` as can be."""
    best: float | None = None
    start = low
    for begin, end in [*sorted(blocked), (up, up)]:
        if min(begin, up) - start >= extent:
            at = min(max(wish, start), min(begin, up) - extent)
            if best is None or abs(at - wish) < abs(best - wish):
                best = at
        start = max(start, end)
    return best


def _whole(route: Route) -> float:
    return added(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(route))
