"""What shares one upright line: items of neighbouring rows that are joined by straight lines, tied together as blocks.

Sides of frames come first, then lines through several rows, then lines between boxes, those at the middle of their
boxes before others. No two ties of one gap cross, so blocks can always stand side by side.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from archgen.layout.streets.chains import Strata, passes
from archgen.layout.streets.ports import Ports

Straight = Literal["all", "passing", "frames"]  # which lines: all, those through several rows, or none
STRAIGHT: tuple[Straight, ...] = ("all", "passing", "frames")
Tie = tuple[int, int, float]  # upper item, lower item, and how far right of the upper one's middle the lower one's is


class Blocks:
    """Each item's block, and how far right of the block's own place it stands."""

    def __init__(self, strata: Strata, order: Sequence[Sequence[int]], ports: Ports, straight: Straight = "all") -> None:
        count = len(strata.items)
        self.lead = list(range(count))
        self.shift = [0.0] * count
        self._place = [0] * count
        for row in order:
            for place, item in enumerate(row):
                self._place[item] = place
        self._ties: list[list[tuple[int, int]]] = [[] for _ in order]
        self._tied: tuple[set[int], set[int]] = (set(), set())
        self._members = [[item] for item in range(count)]
        for upper, lower, apart in _ties(strata, ports, straight):
            self._tie(strata.items[upper].row, upper, lower, apart)

    def _tie(self, row: int, upper: int, lower: int, apart: float) -> None:
        above, below = self._tied
        if upper in above or lower in below or not self._fits(row, upper, lower):
            return
        above.add(upper)
        below.add(lower)
        insort(self._ties[row], (self._place[upper], self._place[lower]))
        one, other = self.lead[upper], self.lead[lower]
        by = self.shift[upper] + apart - self.shift[lower]
        for item in self._members[other]:
            self.lead[item] = one
            self.shift[item] += by
        self._members[one] += self._members[other]

    def _fits(self, row: int, upper: int, lower: int) -> bool:
        """Whether it crosses none of the ties that there are."""
        ties = self._ties[row]
        at = bisect_left(ties, (self._place[upper], -1))
        return (at == 0 or ties[at - 1][1] < self._place[lower]) and (at == len(ties) or ties[at][1] > self._place[lower])


def _ties(strata: Strata, ports: Ports, straight: Straight) -> Iterator[Tie]:
    for sides in strata.sides.values():
        for above, below in pairwise(sides):
            yield above[0], below[0], 0.0
            yield above[1], below[1], 0.0
    if straight != "frames":
        yield from ((one, other, 0.0) for run in passes(strata) for one, other in pairwise(run))
    if straight == "all":
        yield from _ends(strata, ports)


def _ends(strata: Strata, ports: Ports) -> Iterator[Tie]:
    """Those of all links, the nearer to the middles of their boxes the sooner."""
    found: list[tuple[float, Tie]] = []
    for row in strata.links:
        for upper, lower, arrow in row:
            start = ports.offsets.get((arrow, upper, "bottom"), 0.0)
            end = ports.offsets.get((arrow, lower, "top"), 0.0)
            both = strata.items[upper].kind == strata.items[lower].kind == "box"
            found.append((abs(start) + abs(end) - (100.0 if both else 0.0), (upper, lower, start - end)))
    yield from (tie for _, tie in sorted(found, key=lambda each: each[0]))
