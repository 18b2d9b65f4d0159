"""Wished places of blocks -> places that keep all distances: pushed to the right and to the left in turn, then in the middle."""

import math
from collections.abc import Mapping, Sequence

from archgen.layout.adding import added
from archgen.layout.streets.blocks import Blocks

FAR, NOTICED = 1e5, 60.0  # farther than anything stands; how far a box moves until it is plainly elsewhere


class Solver:
    """The least distances between blocks as a graph: `least` and `most` are how far left and right each can be.

    All are within `whole`, or within `limit` where that is wider. Blocks are known by their leads, which are places in lists.
    """

    def __init__(self, blocks: Blocks, distances: Sequence[tuple[int, int, float]], limit: float) -> None:
        count = len(blocks.lead)
        apart: dict[tuple[int, int], float] = {}
        lead_of, shift_of = blocks.lead, blocks.shift
        for one, other, least in distances:
            ends = lead_of[one], lead_of[other]
            by = least + shift_of[one] - shift_of[other]
            if by > apart.get(ends, -math.inf):
                apart[ends] = by
        self.before: list[list[tuple[int, float]]] = [[] for _ in range(count)]
        self.after: list[list[tuple[int, float]]] = [[] for _ in range(count)]
        for (one, other), least in apart.items():
            if one != other:
                self.before[other].append((one, least))
                self.after[one].append((other, least))
        self.order = self._from_left([*dict.fromkeys(lead_of)])
        low, high = [0.0] * count, [0.0] * count
        for lead, shift in zip(lead_of, shift_of, strict=True):
            if shift < low[lead]:
                low[lead] = shift
            elif shift > high[lead]:
                high[lead] = shift
        self._high = high
        self.least = self._pushed([-by for by in low])
        self.whole = max((self.least[lead] + high[lead] for lead in self.order), default=0.0)
        self.bound(limit)

    def bound(self, limit: float) -> None:
        """Let all be within `limit`, or where that must be wider, within that."""
        self.most = self._pushed_back([max(limit, self.whole) - by for by in self._high])

    def _from_left(self, leads: Sequence[int]) -> Sequence[int]:
        """Each after all that is left of it."""
        waits = list(map(len, self.before))
        order = [lead for lead in leads if not waits[lead]]
        for lead in order:
            for other, _ in self.after[lead]:
                waits[other] -= 1
                if not waits[other]:
                    order.append(other)
        if len(order) < len(leads):
            raise ValueError("blocks stand left of one another in a circle")
        return order

    def hold(self, stands: Mapping[int, float]) -> None:
        """Let these stand there, or where there is room for all: only as many as must are moved, to one side or to both."""
        count = len(self.before)
        right = self._pushed([stands.get(lead, -FAR) for lead in range(count)])
        left = self._pushed_back([stands.get(lead, FAR) for lead in range(count)])
        ways = [{lead: way(right[lead], left[lead]) for lead in stands} for way in (_first, _last, _between)]
        best = min(ways, key=lambda way: added(min(abs(way[lead] - stands[lead]), NOTICED) for lead in stands))
        for lead in self.order:
            pushed = (self.least[one] + least for one, least in self.before[lead])
            self.least[lead] = best[lead] if lead in best else max([-FAR, *pushed])
        for lead in reversed(self.order):
            pushed = (self.most[other] - least for other, least in self.after[lead])
            self.most[lead] = best[lead] if lead in best else min([FAR, *pushed])

    def solve(self, wishes: Sequence[float]) -> list[float]:
        """Places near the wishes."""
        wish = list(wishes)
        for lead in self.order:
            at = wish[lead]
            if at < self.least[lead]:
                at = self.least[lead]
            wish[lead] = min(at, self.most[lead])
        rightwards, leftwards = self._pushed(wish), self._pushed_back(wish)
        return [(right + left) / 2 for right, left in zip(rightwards, leftwards, strict=True)]

    def _pushed(self, wishes: Sequence[float]) -> list[float]:
        """Each where it is wished to be, or as far to the right of that as what is left of it demands."""
        places, before = list(wishes), self.before
        for lead in self.order:
            at = places[lead]
            for one, least in before[lead]:
                by = places[one] + least
                if by > at:
                    at = by
            places[lead] = at
        return places

    def _pushed_back(self, wishes: Sequence[float]) -> list[float]:
        """The same to the left."""
        places, after = list(wishes), self.after
        for lead in reversed(self.order):
            at = places[lead]
            for other, least in after[lead]:
                by = places[other] - least
                if by < at:
                    at = by
            places[lead] = at
        return places


def _first(right: float, _: float) -> float:
    return right


def _last(_: float, left: float) -> float:
    return left


def _between(right: float, left: float) -> float:
    return (right + left) / 2
