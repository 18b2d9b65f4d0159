"""What shares one upright line: items of neighbouring rows that are joined by straight lines, tied together as blocks.

Sides of frames come first, then lines through several rows, then lines between boxes, those at the middle of their
boxes before others. No two ties of one gap cross, so blocks can always stand side by side.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from archgen.layout.streets.chains import Strata, passes
from archgen.layout.streets.ports import Ports

Tie = tuple[int, int, float]  # upper item, lower item, and how far right of the upper one's middle the lower one's is


class Blocks:
    """Each item's block, and how far right of the block's own place it stands, when as many of `ties` are kept as can be."""

    def __init__(self, strata: Strata, order: Sequence[Sequence[int]], ties: Iterable[Tie]) -> None:
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
        for upper, lower, apart in (*side_ties(strata), *ties):
            self._tie(strata.items[upper].row, upper, lower, apart)

    def places(self, of_leads: Sequence[float]) -> list[float]:
        """Where each item stands, by where the blocks do."""
        return [of_leads[lead] + shift for lead, shift in zip(self.lead, self.shift, strict=True)]

    def middles(self, places: Sequence[float]) -> Sequence[float]:
        """Where each block stands best, by where its items stood."""
        found = [0.0] * len(self.lead)
        for lead in dict.fromkeys(self.lead):
            total = 0.0
            for item in self._members[lead]:
                total += places[item] - self.shift[item]
            found[lead] = total / len(self._members[lead])
        return found

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


def side_ties(strata: Strata) -> Iterator[Tie]:
    """The sides of frames, which are straight."""
    for sides in strata.sides.values():
        for above, below in pairwise(sides):
            yield above[0], below[0], 0.0
            yield above[1], below[1], 0.0


def straight_ties(strata: Strata, ports: Ports) -> list[Tie]:
    """What makes lines straight: those through several rows first, then the nearer to the middles of boxes the sooner."""
    passing = [(one, other, 0.0) for run in passes(strata) for one, other in pairwise(run)]
    found: list[tuple[float, Tie]] = []
    for row in strata.links:
        for upper, lower, arrow in row:
            start = ports.offsets.get((arrow, upper, "bottom"), 0.0)
            end = ports.offsets.get((arrow, lower, "top"), 0.0)
            both = strata.items[upper].kind == strata.items[lower].kind == "box"
            found.append((abs(start) + abs(end) - (100.0 if both else 0.0), (upper, lower, start - end)))
    return [*passing, *(tie for _, tie in sorted(found, key=lambda each: each[0]))]
