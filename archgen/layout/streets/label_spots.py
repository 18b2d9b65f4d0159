"""Lines -> a place for each label on its line, hiding nothing.

What is taken is kept in a grid of buckets. Along each straight piece the stretches that are free are found by subtracting
what lies near, not by trying places: about n log n in the number of lines.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archgen.layout.placement import Area, Placement, Route
from archgen.layout.spots import BOX_CLEARANCE, CLEARANCE, HEAD, Piece, Spot, pieces, size, texts
from archgen.model.drawing import Arrow

BUCKET = 80.0
ASIDE = 4.0  # what it costs not to stand on the middle of the label
INSET = 8.0  # from the line to the nearer end of such a label
OVER_BORDER = 1000.0  # only where there is no other place
REACH = 250.0  # of a long piece, what lies nearer to its line's middle is looked at
FAR = 40.0  # pixels from the middle of the line that cost one
ROUNDED = 1e-6  # by more than that a cost is worse
Taken = tuple[float, float, float, float, int]  # an area by its edges from the left around, and the piece that it is


class Ground:
    """Areas that labels must not hide, found by place."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[int, int], list[Taken]] = {}

    def take(self, area: Area, owner: int = -1) -> None:
        """Add an area; `owner` is the number of the piece that it is, for which it is no obstacle."""
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        taken, buckets = (left, top, right, bottom, owner), self._buckets
        rows = range(int(top // BUCKET), int(bottom // BUCKET) + 1)
        for column in range(int(left // BUCKET), int(right // BUCKET) + 1):
            for row in rows:
                buckets.setdefault((column, row), []).append(taken)

    def near(self, area: Area, but: int) -> set[Taken]:
        """What overlaps `area`, but for that of the piece `but`: the edges of each from the left around, and its owner."""
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        found: set[Taken] = set()
        if not self._buckets:
            return found
        rows = range(int(top // BUCKET), int(bottom // BUCKET) + 1)
        for column in range(int(left // BUCKET), int(right // BUCKET) + 1):
            for row in rows:
                for one in self._buckets.get((column, row), ()):
                    if one[0] < right and left < one[2] and one[1] < bottom and top < one[3] and one[4] != but:
                        found.add(one)
        return found


def place_labels(
    arrows: Sequence[Arrow], placement: Placement, routes: Sequence[Route], patience: int = 2
) -> tuple[list[Spot | None], list[int]]:
    """Choose a place for every label; return them with the arrows whose label found none, or only one across a border."""
    ground, borders = _ground(arrows, placement, routes), Ground()
    for frame in placement.frames.values():
        for border in _borders(frame):
            borders.take(border)
    firsts: list[int] = []
    number = 0
    for route in routes:
        firsts.append(number)
        number += len(route) - 1
    order = sorted((at for at, arrow in enumerate(arrows) if arrow.label), key=lambda at: (_whole(routes[at]), at))
    for _ in range(patience):
        spots, lost = _try(arrows, routes, firsts, order, ground, borders)
        if not lost:
            break
        last = set(lost)
        order = [*lost, *(at for at in order if at not in last)]
    return spots, lost


def _try(
    arrows: Sequence[Arrow],
    routes: Sequence[Route],
    firsts: Sequence[int],
    order: Sequence[int],
    ground: Ground,
    borders: Ground,
) -> tuple[list[Spot | None], list[int]]:
    spots: list[Spot | None] = [None] * len(arrows)
    lost = []
    taken = Ground()
    for at in order:
        spot = min(_spots(arrows[at].label, routes[at], firsts[at], (ground, taken), borders), key=_cost, default=None)
        spots[at] = spot
        if spot is None or spot.cost >= OVER_BORDER:
            lost.append(at)
        if spot is not None:
            taken.take(spot.area.grown(CLEARANCE))
    return spots, lost


def _cost(spot: Spot) -> float:
    return spot.cost


def _ground(arrows: Sequence[Arrow], placement: Placement, routes: Sequence[Route]) -> Ground:
    ground = Ground()
    for area in placement.boxes.values():
        ground.take(area.grown(BOX_CLEARANCE))
    for area in placement.titles.values():
        ground.take(area.grown(CLEARANCE))
    number = 0
    for arrow, route in zip(arrows, routes, strict=True):
        for end in (route[-1], *(route[:1] if arrow.both else ())):
            ground.take(Area(end.x, end.y, end.x, end.y).grown(HEAD - 6))
        for piece in pieces(route):
            ground.take(piece.area.grown(CLEARANCE), number)
            number += 1
    return ground


def _borders(frame: Area) -> Iterator[Area]:
    yield Area(frame.left, frame.top, frame.right, frame.top).grown(2)
    yield Area(frame.left, frame.bottom, frame.right, frame.bottom).grown(2)
    yield Area(frame.left, frame.top, frame.left, frame.bottom).grown(2)
    yield Area(frame.right, frame.top, frame.right, frame.bottom).grown(2)


def _spots(label: str, route: Route, first: int, grounds: Sequence[Ground], borders: Ground) -> Iterator[Spot]:
    """The best place on each piece, for each way to break the label; none that is worse than one before."""
    whole, best = _whole(route), math.inf
    every = [(piece, abs(piece.start.x - piece.end.x) + abs(piece.start.y - piece.end.y)) for piece in pieces(route)]
    for lines, cost in texts(label):
        wide, high = size(lines)
        passed = 0.0
        for number, (piece, length) in enumerate(every, first):
            wish = whole / 2 - passed
            if cost + max(0.0, -wish, wish - length) / FAR <= best + ROUNDED:
                for area, extra in _on(piece, wide, high, wish, number, grounds, borders):
                    along = abs(_middle(area, piece) - (piece.start.y if piece.upright else piece.start.x))
                    total = cost + extra + abs(passed + along - whole / 2) / FAR
                    best = min(best, total)
                    yield Spot(lines, area, total)
            passed += length


def _middle(area: Area, piece: Piece) -> float:
    return (area.top + area.bottom) / 2 if piece.upright else (area.left + area.right) / 2


def _on(
    piece: Piece, wide: float, high: float, wish: float, number: int, grounds: Sequence[Ground], borders: Ground
) -> Iterator[tuple[Area, float]]:
    low, up = piece.free
    extent = high if piece.upright else wide
    if up - low < extent:
        return
    ahead = (piece.end.y > piece.start.y) if piece.upright else (piece.end.x > piece.start.x)
    start = piece.start.y if piece.upright else piece.start.x
    middle = start + wish if ahead else start - wish
    near = max(low, min(middle, up - REACH) - REACH), min(up, max(middle, low + REACH) + REACH)
    found = False
    for first, last in (near, (low, up)) if up - low > 4 * REACH else ((low, up),):
        for spot in _free(piece, (wide, high), (first, last), middle, number, grounds, borders):
            found = True
            yield spot
        if found:
            return


def _free(
    piece: Piece,
    ground: tuple[float, float],
    stretch: tuple[float, float],
    middle: float,
    number: int,
    grounds: Sequence[Ground],
    borders: Ground,
) -> Iterator[tuple[Area, float]]:
    (wide, high), (low, up) = ground, stretch
    extent = high if piece.upright else wide
    near, far = (1, 3) if piece.upright else (0, 2)
    for band, extra in _bands(piece, wide, high, low, up):
        taken = [(one[near], one[far]) for ground in grounds for one in ground.near(band, number)]
        for over, crossed in ((0.0, borders), (OVER_BORDER, None)):
            blocked = taken + ([(one[near], one[far]) for one in crossed.near(band, -2)] if crossed else [])
            at = _nearest(blocked, low, up, extent, middle - extent / 2)
            if at is not None:
                yield _cut(band, at, extent, upright=piece.upright), extra + over
                break


def _bands(piece: Piece, wide: float, high: float, low: float, up: float) -> Iterator[tuple[Area, float]]:
    if not piece.upright:
        y = piece.start.y
        yield Area(low, y - high / 2, up, y + high / 2), 0.0
        return
    x = piece.start.x
    yield Area(x - wide / 2, low, x + wide / 2, up), 0.0
    if wide > 2 * INSET:
        yield Area(x - INSET, low, x - INSET + wide, up), ASIDE
        yield Area(x + INSET - wide, low, x + INSET, up), ASIDE


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


def _cut(band: Area, at: float, extent: float, *, upright: bool) -> Area:
    if upright:
        return Area(band.left, at, band.right, at + extent)
    return Area(at, band.top, at + extent, band.bottom)


def _whole(route: Route) -> float:
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(route))
