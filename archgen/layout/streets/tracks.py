"""Level pieces of lines between two rows -> how deep each runs, so that none lies on another and few are crossed.

Pieces are sorted so that those that lead to the right begin with the rightmost, those that lead to the left with the
leftmost; where one comes down to a place that another leaves from, it runs above that. A tree over the places gives the
lowest free depth for each: n log n in all.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from archgen.values import dataclass

SIDE = 6.0  # from the ends of a piece to what runs at the same depth
CLOSE = 9.0  # lines nearer than this to one another may not pass side by side
SWAPS = 4  # rounds of looking for neighbours in order that would cross less the other way round


@dataclass(frozen=True)
class Level:
    """A level piece: it comes from above at `start` and goes down, or up again where `returns`, at `end`."""

    start: float
    end: float
    thick: float
    returns: bool = False

    @property
    def low(self) -> float:
        """Its left end."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """Its right end."""
        return max(self.start, self.end)


def stack(levels: Sequence[Level]) -> tuple[Sequence[float], float]:
    """How far below the upper row each runs, and how deep all of them are together."""
    order = _untangled(levels, _in_order(levels))
    floor = _Floor(sorted({at for each in levels for at in (each.low - SIDE, each.high + SIDE)}))
    depths = [0.0] * len(levels)
    deepest = 0.0
    for number in order:
        each = levels[number]
        left, right = floor.index(each.low - SIDE), floor.index(each.high + SIDE)
        top = floor.highest(left, right)
        depths[number] = top + each.thick / 2
        floor.raise_to(left, right, top + each.thick)
        deepest = max(deepest, top + each.thick)
    return depths, deepest


def _in_order(levels: Sequence[Level]) -> list[int]:
    """From the top down; what must run above another comes before it, as far as these wishes make no circle."""
    after: list[list[int]] = [[] for _ in levels]
    waits = [0] * len(levels)
    for upper, lower in _above(levels):
        after[upper].append(lower)
        waits[lower] += 1
    keys = [_key(each) for each in levels]
    ready = [(keys[number], number) for number in range(len(levels)) if not waits[number]]
    heapify(ready)
    blocked = sorted(((keys[number], number) for number in range(len(levels)) if waits[number]), reverse=True)
    order: list[int] = []
    done = [False] * len(levels)
    while ready or blocked:
        _, number = heappop(ready) if ready else blocked.pop()
        if done[number]:
            continue
        done[number] = True
        order.append(number)
        for lower in after[number]:
            waits[lower] -= 1
            if waits[lower] == 0 and not done[lower]:
                heappush(ready, (keys[lower], lower))
    return order


def _key(level: Level) -> tuple[int, float]:
    if level.returns:
        return 0, level.high - level.low
    return (1, -level.start) if level.end > level.start else (2, level.start)


def _above(levels: Sequence[Level]) -> Iterator[tuple[int, int]]:
    """Pairs of which the first must run above the second, since both are near at the place where it comes down."""
    ends = sorted(
        [(each.start, 0, number) for number, each in enumerate(levels)]
        + [(each.end, 0 if each.returns else 1, number) for number, each in enumerate(levels)]
    )
    for place, (at, leaves, number) in enumerate(ends):
        for other_at, other_leaves, other in ends[place + 1 :]:
            if other_at - at >= CLOSE:
                break
            if number != other and leaves != other_leaves:
                yield (number, other) if not leaves else (other, number)


def _untangled(levels: Sequence[Level], order: list[int]) -> list[int]:
    fixed = set(_above(levels))
    for _ in range(SWAPS):
        swapped = False
        for place in range(len(order) - 1):
            one, other = order[place], order[place + 1]
            if (one, other) not in fixed and crossed(levels[other], levels[one]) < crossed(levels[one], levels[other]):
                order[place], order[place + 1] = other, one
                swapped = True
        if not swapped:
            break
    return order


def crossed(upper: Level, lower: Level) -> int:
    """How often two pieces, one above the other, are crossed by each other's upright ends."""
    count = int(upper.low < lower.start < upper.high)
    if lower.returns:
        count += upper.low < lower.end < upper.high
    if not upper.returns:
        count += lower.low < upper.end < lower.high
    return count


class _Floor:
    """How deep is taken at each of some places: a tree of maxima over ranges."""

    def __init__(self, places: Sequence[float]) -> None:
        self.places = places
        self.size = 1
        while self.size < len(places):
            self.size *= 2
        self.most = [0.0] * (2 * self.size)  # of a whole range
        self.whole = [0.0] * (2 * self.size)  # what all of a range was raised to

    def index(self, place: float) -> int:
        return bisect_left(self.places, place)

    def highest(self, left: int, right: int) -> float:
        low, high = left + self.size, right + self.size
        found = 0.0
        a, b = low, high + 1
        while a < b:
            if a & 1:
                found = max(found, self.most[a])
                a += 1
            if b & 1:
                b -= 1
                found = max(found, self.most[b])
            a, b = a >> 1, b >> 1
        for node in (low, high):
            while node:
                found = max(found, self.whole[node])
                node >>= 1
        return found

    def raise_to(self, left: int, right: int, depth: float) -> None:
        a, b = left + self.size, right + self.size + 1
        raised = []
        while a < b:
            if a & 1:
                raised.append(a)
                a += 1
            if b & 1:
                b -= 1
                raised.append(b)
            a, b = a >> 1, b >> 1
        for node in raised:
            self.whole[node] = max(self.whole[node], depth)
            while node:
                self.most[node] = max(self.most[node], depth)
                node >>= 1
