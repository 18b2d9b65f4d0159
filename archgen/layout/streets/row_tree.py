"""Strata -> what stands in each row, frame within frame: the order as it is improved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import accumulate, pairwise

from archgen.layout.streets.chains import Strata
from archgen.layout.streets.crossings import crossings
from archgen.layout.streets.middles import Child
from archgen.values import dataclass

Children = dict[str, list[Child]]  # what stands in each frame in one row, in order; "" is the row itself
Standing = tuple[int, int, int, int]  # a row, and the orders of the row above it, of itself and of the row below it
Ends = tuple[list[int], list[int]]  # the places in the row above and in the row below that something is linked to, sorted


@dataclass(frozen=True)
class Region:
    """Some rows, and in these what stands in some frames.

    `settled` says how rows stood in which nothing moves, `swept` what became of the orders of all rows in a sweep down or up,
    `sorted` what became of one row by how it, the row that it was sorted by, and its frames stood.
    """

    rows: range
    frames: Sequence[str]
    settled: set[Standing] = field(default_factory=set)
    sorted: dict[tuple[float, ...], Sequence[Sequence[Child]]] = field(default_factory=dict)
    swept: dict[tuple[bool, tuple[int, ...]], Sequence[Sequence[Child]]] = field(default_factory=dict)


class RowTree:
    """What stands in each row. Places are counted within rows, and as shares of a row where rows are compared."""

    def __init__(self, strata: Strata) -> None:
        self.strata = strata
        self.above: list[list[int]] = [[] for _ in strata.items]
        self.below: list[list[int]] = [[] for _ in strata.items]
        self.place = [0] * len(strata.items)
        self.share = [0.0] * len(strata.items)
        self.outside: dict[str, list[int]] = {frame: [] for frame in strata.spans}
        self.turned: dict[int, list[int]] = {}
        self.staying: set[Child] = set(strata.spans)  # what keeps its order among itself; boxes too, where they are `kept`
        self.kept = False
        self._link()
        self._link_sides()
        self.rows: list[Children] = [self._initial(row) for row in range(len(strata.rows))]
        self.flats: list[list[int]] = [[] for _ in self.rows]
        self._orders: list[dict[tuple[int, ...], int]] = [{} for _ in self.rows]  # of each row so far, numbered
        self._order = [-1] * len(self.rows)
        self._counts: dict[tuple[int, int, int], int] = {}
        self._linked: dict[tuple[int, str], tuple[list[int], list[int]]] = {}
        self._ends: list[tuple[tuple[int, int], dict[Child, Ends]]] = [((-1, -1), {}) for _ in self.rows]
        self.whole = Region(range(len(self.rows)), ("", *strata.spans))
        for row in self.whole.rows:
            self.count_off(row)

    def _link(self) -> None:
        for row in self.strata.links:
            for upper, lower, _ in row:
                self.below[upper].append(lower)
                self.above[lower].append(upper)
                for one, other in ((upper, lower), (lower, upper)):
                    for frame in self.strata.items[one].home:
                        if frame not in self.strata.items[other].home:
                            self.outside[frame].append(other)

        for row in self.strata.turns:
            for one, other, _ in row:
                self.turned.setdefault(one, []).append(other)
                self.turned.setdefault(other, []).append(one)

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
                _open(children, (*item.home, item.name))
            else:
                _open(children, item.home).append(number)
        return children

    def held(self, row: int, region: Region) -> Iterator[list[Child]]:
        """What stands in each frame of a region in one row."""
        children = self.rows[row]
        if region is self.whole:
            yield from children.values()
        else:
            yield from (children[frame] for frame in region.frames if frame in children)

    def copy(self, region: Region | None = None) -> list[list[Child]]:
        """The order of a region as it is now, to come back to."""
        region = region or self.whole
        return [list(held) for row in region.rows for held in self.held(row, region)]

    def restore(self, order: Sequence[Sequence[Child]], region: Region | None = None) -> None:
        """Take an order that was copied."""
        region = region or self.whole
        copied = iter(order)
        for row in region.rows:
            for held in self.held(row, region):
                held[:] = next(copied)
            self.count_off(row)

    def count_off(self, row: int) -> None:
        """Say at which place each item of a row stands, after something in it has moved."""
        flat = self._leaves(row, "")
        if flat == self.flats[row]:
            return
        self.flats[row] = flat
        place, share, size = self.place, self.share, len(flat)
        for at, item in enumerate(flat):
            place[item] = at
            share[item] = (at + 0.5) / size
        orders = self._orders[row]
        self._order[row] = orders.setdefault(tuple(flat), len(orders))

    def orders(self, region: Region) -> tuple[int, ...]:
        """The orders of all rows of a region: the same again when each is in the same order again."""
        return tuple(self._order[region.rows.start : region.rows.stop])

    def is_tangled(self, frame: str) -> bool:
        """Whether fewer links might cross in another order of what is in a frame: whether any cross that begin or end in it."""
        first, last = self.strata.spans[frame]
        if any(self.strata.turns[first : last + 1]):
            return True
        sides = self.strata.sides[frame]
        place, below = self.place, self.below
        for row in range(max(0, first - 1), last + 1):
            links = [(place[upper], place[lower]) for upper in self.flats[row] for lower in below[upper]]
            if first <= row and crossings([link for link in links if _between(link[0], sides[row - first], place)]):
                return True
            if row < last and crossings([link for link in links if _between(link[1], sides[row + 1 - first], place)]):
                return True
        return False

    def order(self, row: int) -> int:
        """The order of a row, by its number among those that it had so far."""
        return self._order[row]

    def standing(self, row: int) -> Standing:
        """How a row and its neighbours stand: the same again when each is in the same order again."""
        order = self._order
        return row, order[row - 1] if row else -1, order[row], order[row + 1] if row + 1 < len(order) else -1

    def _leaves(self, row: int, frame: str) -> list[int]:
        """The items of a frame in a row, its sides and what is in frames within it with them."""
        found: list[int] = []
        for child in self.rows[row][frame]:
            if isinstance(child, int):
                found.append(child)
            else:
                found += self._leaves(row, child)
        if frame:
            left, right = self.strata.sides[frame][row - self.strata.spans[frame][0]]
            return [left, *found, right]
        return found

    def count(self, first: int = 0, last: int | None = None) -> int:
        """How many links cross between the rows from `first` on, up to `last`."""
        total = 0
        place, below = self.place, self.below
        for row in range(max(0, first), len(self.rows) if last is None else min(last, len(self.rows))):
            standing = row, self._order[row], self._order[row + 1] if row + 1 < len(self.rows) else -1
            count = self._counts.get(standing)
            if count is None:
                count = crossings([(place[upper], place[lower]) for upper in self.flats[row] for lower in below[upper]])
                count += self._under(row) if self.strata.turns[row] else 0
                self._counts[standing] = count
            total += count
        return total

    def _under(self, row: int) -> int:
        """How many links lead down through lines that turn below a row."""
        links = [0, *accumulate(len(self.below[item]) for item in self.flats[row])]
        spans = [sorted((self.place[one], self.place[other])) for one, other, _ in self.strata.turns[row]]
        return sum(links[high] - links[low + 1] for low, high in spans)

    def ends(self, row: int, held: Iterable[Child]) -> Mapping[Child, Ends]:
        """Where the links of each lead that stands in a row: found anew where a row beside it has another order."""
        _, above, _, below = self.standing(row)
        if self._ends[row][0] != (above, below):
            self._ends[row] = (above, below), {}
        known = self._ends[row][1]
        for child in held:
            if child not in known:
                known[child] = self._leading(row, child)
        return known

    def _leading(self, row: int, child: Child) -> Ends:
        """Where the links of an item, or of all in a frame, lead."""
        place = self.place
        if isinstance(child, int):
            above, below = self.above[child], self.below[child]
        else:
            above, below = self._of_frame(row, child)
        ups = [place[end] for end in above]
        downs = [place[end] for end in below]
        ups.sort()
        downs.sort()
        return ups, downs

    def _of_frame(self, row: int, frame: str) -> Ends:
        """What all in a frame in a row is linked to, which does not depend on orders."""
        found = self._linked.get((row, frame))
        if found is None:
            leaves = self._leaves(row, frame)
            found = [end for leaf in leaves for end in self.above[leaf]], [end for leaf in leaves for end in self.below[leaf]]
            self._linked[row, frame] = found
        return found


def _between(at: int, sides: tuple[int, int], place: Sequence[int]) -> bool:
    return place[sides[0]] < at < place[sides[1]]


def _open(children: Children, home: Sequence[str]) -> list[Child]:
    outer = ""
    for frame in home:
        if frame not in children:
            children[frame] = []
            children[outer].append(frame)
        outer = frame
    return children[outer]
