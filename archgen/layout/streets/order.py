"""Strata -> the order of each row, with few crossings and every frame in one piece.

Sweeps sort each row by the middles of what it is linked to, then neighbours trade places as long as that helps. A sweep
takes n log n in the links; how many there are shrinks with the size. It begins from the order of the specification, and
leaves that only for fewer crossings: a part that is added moves few others.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from archgen.layout.streets.chains import Strata
from archgen.layout.streets.crossings import crossings, excess
from archgen.layout.streets.middles import Child, middles

Children = dict[str, list[Child]]  # what stands in each frame in one row, in order; "" is the row itself
SWEEPS = ((150, 16), (600, 10), (2500, 6))  # up to so many links: how many sweeps
FEWEST_SWEEPS = 3
TRADES = 8  # rounds of trading at most
WORSE = 3  # sweeps without a gain before it stops


def arrange_rows(strata: Strata, stands: Mapping[int, float] | None = None, *, straight: bool = False) -> Sequence[Sequence[int]]:
    """The items of each row from the left to the right; boxes keep to the order of `stands`, where these are given.

    Lines between these cross as few others as they can, or rather run `straight`.
    """
    if stands is None:
        return _swept(_Order(strata))
    kept = _Kept(strata, stands)
    kept.trade()
    return [kept.flat(row) for row in range(len(kept.rows))] if straight else _swept(kept)


def _swept(order: "_Order") -> Sequence[Sequence[int]]:
    """The order with the fewest crossings that is found."""
    best, fewest, since = order.copy(), order.count(), 0
    for sweep in range(_sweeps(sum(map(len, order.strata.links)))):
        order.sweep(down=sweep % 2 == 0)
        order.trade()
        count = order.count()
        since += 1
        if count < fewest:
            best, fewest, since = order.copy(), count, 0
        elif since == WORSE:
            break
    order.rows = best
    return [order.flat(row) for row in range(len(best))]


def _sweeps(links: int) -> int:
    return next((sweeps for most, sweeps in SWEEPS if links <= most), FEWEST_SWEEPS)


class _Order:
    """The order as it is improved. Places are counted within rows, and as shares of a row where rows are compared."""

    def __init__(self, strata: Strata) -> None:
        self.strata = strata
        self.above: list[list[int]] = [[] for _ in strata.items]
        self.below: list[list[int]] = [[] for _ in strata.items]
        self.place = [0] * len(strata.items)
        self.share = [0.0] * len(strata.items)
        self.outside: dict[str, list[int]] = {frame: [] for frame in strata.spans}
        self._link()
        self._link_sides()
        self.rows: list[Children] = [self._initial(row) for row in range(len(strata.rows))]
        self.flats: list[list[int]] = [[] for _ in self.rows]
        self.reaches = [max([row, *(strata.spans[frame][1] for frame in held if frame)]) for row, held in enumerate(self.rows)]
        self.clock = 0  # goes on with each row that changes: nothing is worked out again before what it rests on has changed
        self.changed = [0] * len(self.rows)
        self.settled = [-1] * len(self.rows)
        self.crossed = [(-1, 0)] * len(self.rows)
        self.gains: list[tuple[tuple[int, int], dict[tuple[Child, Child], int]]] = [((-1, -1), {}) for _ in self.rows]
        for row in range(len(self.rows)):
            self._count_off(row)

    def _link(self) -> None:
        for row in self.strata.links:
            for upper, lower, _ in row:
                self.below[upper].append(lower)
                self.above[lower].append(upper)
                for one, other in ((upper, lower), (lower, upper)):
                    for frame in self.strata.items[one].home:
                        if frame not in self.strata.items[other].home:
                            self.outside[frame].append(other)

    def _link_sides(self) -> None:
        """The sides of frames, so that lines stay out of what they do not lead to."""
        for sides in self.strata.sides.values():
            for above, below in pairwise(sides):
                for side in (0, 1):
                    self.below[above[side]].append(below[side])
                    self.above[below[side]].append(above[side])

    def _initial(self, row: int) -> Children:
        children: Children = {"": []}
        for number in self.strata.rows[row]:
            item = self.strata.items[number]
            if item.kind in ("left", "right"):
                self._open(children, (*item.home, item.name))
            else:
                self._open(children, item.home).append(number)
        return children

    @staticmethod
    def _open(children: Children, home: Sequence[str]) -> list[Child]:
        outer = ""
        for frame in home:
            if frame not in children:
                children[frame] = []
                children[outer].append(frame)
            outer = frame
        return children[outer]

    def copy(self) -> list[Children]:
        return [{frame: list(held) for frame, held in row.items()} for row in self.rows]

    def flat(self, row: int) -> list[int]:
        return list(self._leaves(row, ""))

    def _leaves(self, row: int, child: Child) -> Iterator[int]:
        if isinstance(child, int):
            yield child
            return
        sides = self.strata.sides[child][row - self.strata.spans[child][0]] if child else ()
        yield from sides[:1]
        for inner in self.rows[row][child]:
            yield from self._leaves(row, inner)
        yield from sides[1:]

    def _count_off(self, row: int) -> None:
        flat = self.flat(row)
        if flat == self.flats[row]:
            return
        self.clock += 1
        self.changed[row], self.flats[row] = self.clock, flat
        for place, item in enumerate(flat):
            self.place[item] = place
            self.share[item] = (place + 0.5) / len(flat)

    def count(self) -> int:
        place = self.place
        for row in range(len(self.rows) - 1):
            if max(self.changed[row : row + 2]) > self.crossed[row][0]:
                links = [(place[upper], place[lower]) for upper in self.flats[row] for lower in self.below[upper]]
                self.crossed[row] = self.clock, crossings(links)
        return sum(count for _, count in self.crossed)

    def sweep(self, *, down: bool) -> None:
        rows = range(1, len(self.rows)) if down else range(len(self.rows) - 2, -1, -1)
        ends = self.above if down else self.below
        for row in rows:
            before = self.rows[row - 1 if down else row + 1]
            for frame, held in self.rows[row].items():
                self._sort(held, before.get(frame, ()), ends)
            self._count_off(row)

    def _sort(self, held: list[Child], before: Sequence[Child], ends: Sequence[Sequence[int]]) -> None:
        """Sort by where links lead; frames that stand in the row before keep their order."""
        wish = {child: self._wish(child, ends) for child in held}
        inside = set(held)
        least = 0.0
        for frame in (child for child in before if isinstance(child, str) and child in inside):
            least = wish[frame] = max(least, wish[frame])
        held.sort(key=lambda child: wish[child])

    def _wish(self, child: Child, ends: Sequence[Sequence[int]]) -> float:
        share = self.share
        if isinstance(child, int):
            found = ends[child]
            return sum(share[end] for end in found) / len(found) if found else share[child]
        found = self.outside[child]
        if not found:
            first, last = self.strata.sides[child][0]
            return (share[first] + share[last]) / 2
        return sum(share[end] for end in found) / len(found)

    def trade(self) -> None:
        """Let neighbours change places where fewer links cross then."""
        for _ in range(TRADES):
            gained = 0
            for row, children in enumerate(self.rows):
                if max(self.changed[max(row - 1, 0) : self.reaches[row] + 2]) <= self.settled[row]:
                    continue
                clock = self.clock
                for frame, held in children.items():
                    for left in range(len(held) - 1):
                        gained += self._exchange(row, frame, left)
                self.settled[row] = clock
            if not gained:
                return

    def _exchange(self, row: int, frame: str, left: int) -> int:
        held = self.rows[row][frame]
        one, other = held[left], held[left + 1]
        if not (isinstance(one, str) and isinstance(other, str)):
            gain = self._gain(row, one, other)
            if gain > 0:
                held[left : left + 2] = [other, one]
                self._count_off(row)
            return max(gain, 0)
        (first, last), (begin, end) = self.strata.spans[one], self.strata.spans[other]
        if row != max(first, begin):
            return 0
        rows = range(row, min(last, end) + 1)
        lefts = [self._beside(each, frame, one, other) for each in rows]
        if None in lefts:
            return 0
        gain = sum(self._gain(each, one, other) for each in rows)
        if gain <= 0:
            return 0
        for each, place in zip(rows, lefts, strict=True):
            assert place is not None
            self.rows[each][frame][place : place + 2] = [other, one]
            self._count_off(each)
        return gain

    def _beside(self, row: int, frame: str, one: Child, other: Child) -> int | None:
        held = self.rows[row][frame]
        place = held.index(one)
        return place if held[place + 1 : place + 2] == [other] else None

    def _gain(self, row: int, one: Child, other: Child) -> int:
        """How many links fewer cross when two neighbours change places: it rests on the rows above and below alone."""
        beside = self.changed[row - 1] if row else 0, self.changed[row + 1] if row + 1 < len(self.rows) else 0
        if self.gains[row][0] != beside:
            self.gains[row] = beside, {}
        known = self.gains[row][1]
        if (one, other) not in known:
            known[one, other] = self._crossing_less(row, one, other)
        return known[one, other]

    def _crossing_less(self, row: int, one: Child, other: Child) -> int:
        place, gain = self.place, 0
        for ends in (self.above, self.below):
            lefts = ends[one] if isinstance(one, int) else [end for item in self._leaves(row, one) for end in ends[item]]
            rights = ends[other] if isinstance(other, int) else [end for item in self._leaves(row, other) for end in ends[item]]
            if len(lefts) == 1 == len(rights):
                first, second = place[lefts[0]], place[rights[0]]
                gain += (first > second) - (first < second)
            elif lefts and rights:
                gain += excess(sorted([place[end] for end in lefts]), sorted([place[end] for end in rights]))
        return gain


class _Kept(_Order):
    """An order in which boxes, and frames, stand as they stood: only lines change places, with one another and with these."""

    def __init__(self, strata: Strata, stands: Mapping[int, float]) -> None:
        self.middles = middles(strata, stands)
        super().__init__(strata)

    def _initial(self, row: int) -> Children:
        children = super()._initial(row)
        for held in children.values():
            held.sort(key=self._middle)
        return children

    def _middle(self, child: Child) -> float:
        return self.middles[child]

    def _stays(self, child: Child) -> bool:
        return isinstance(child, str) or self.strata.items[child].kind == "box"

    def _sort(self, held: list[Child], before: Sequence[Child], ends: Sequence[Sequence[int]]) -> None:
        """Sort lines by where they lead, between what stays."""
        staying = [child for child in held if self._stays(child)]
        super()._sort(held, before, ends)
        places = [place for place, child in enumerate(held) if self._stays(child)]
        for place, child in zip(places, staying, strict=True):
            held[place] = child

    def _exchange(self, row: int, frame: str, left: int) -> int:
        if all(self._stays(child) for child in self.rows[row][frame][left : left + 2]):
            return 0
        return super()._exchange(row, frame, left)
