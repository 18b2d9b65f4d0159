"""Wished places of blocks -> places that keep all distances: pushed to the right and to the left in turn, then in the middle."""

import math
from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter

from archgen.layout.streets.blocks import Blocks

FAR, NOTICED = 1e5, 60.0  # farther than anything stands; how far a box moves until it is plainly elsewhere


class Solver:
    """The least distances between blocks as a graph: `least` and `most` are how far left and right each can be.

    All are within `whole`, or within `limit` where that is wider.
    """

    def __init__(self, blocks: Blocks, distances: Sequence[tuple[int, int, float]], limit: float) -> None:
        apart: dict[tuple[int, int], float] = {}
        for one, other, least in distances:
            ends = blocks.lead[one], blocks.lead[other]
            apart[ends] = max(apart.get(ends, -math.inf), least + blocks.shift[one] - blocks.shift[other])
        self.before: dict[int, list[tuple[int, float]]] = {lead: [] for lead in dict.fromkeys(blocks.lead)}
        self.after: dict[int, list[tuple[int, float]]] = {lead: [] for lead in self.before}
        for (one, other), least in apart.items():
            if one != other:
                self.before[other].append((one, least))
                self.after[one].append((other, least))
        graph = {lead: [one for one, _ in self.before[lead]] for lead in self.before}
        self.order = list(TopologicalSorter(graph).static_order())
        reach: dict[int, tuple[float, float]] = dict.fromkeys(self.before, (0.0, 0.0))
        for lead, shift in zip(blocks.lead, blocks.shift, strict=True):
            low, high = reach[lead]
            reach[lead] = min(low, shift), max(high, shift)
        self.least: dict[int, float] = {}
        for lead in self.order:
            own = -reach[lead][0]
            self.least[lead] = max((self.least[one] + least for one, least in self.before[lead]), default=own)
            self.least[lead] = max(own, self.least[lead])
        self.whole = max((self.least[lead] + reach[lead][1] for lead in self.order), default=0.0)
        self.most: dict[int, float] = {}
        for lead in reversed(self.order):
            last = max(limit, self.whole) - reach[lead][1]
            self.most[lead] = min([last, *(self.most[other] - least for other, least in self.after[lead])])

    def hold(self, stands: Mapping[int, float]) -> None:
        """Let these stand there, or where there is room for all: only as many as must are moved, to one side or to both."""
        right: dict[int, float] = {}
        left: dict[int, float] = {}
        for lead in self.order:
            pushed = (right[one] + least for one, least in self.before[lead])
            right[lead] = max([stands.get(lead, -FAR), *pushed])
        for lead in reversed(self.order):
            pushed = (left[other] - least for other, least in self.after[lead])
            left[lead] = min([stands.get(lead, FAR), *pushed])
        ways = [{lead: way(right[lead], left[lead]) for lead in stands} for way in (_first, _last, _between)]
        best = min(ways, key=lambda way: sum(min(abs(way[lead] - stands[lead]), NOTICED) for lead in stands))
        for lead in self.order:
            pushed = (self.least[one] + least for one, least in self.before[lead])
            self.least[lead] = best[lead] if lead in best else max([-FAR, *pushed])
        for lead in reversed(self.order):
            pushed = (self.most[other] - least for other, least in self.after[lead])
            self.most[lead] = best[lead] if lead in best else min([FAR, *pushed])

    def solve(self, wishes: Mapping[int, float]) -> dict[int, float]:
        """Places near the wishes."""
        rightwards: dict[int, float] = {}
        leftwards: dict[int, float] = {}
        wish = {lead: min(self.most[lead], max(self.least[lead], wishes[lead])) for lead in self.order}
        for lead in self.order:
            at = wish[lead]
            for one, least in self.before[lead]:
                at = max(at, rightwards[one] + least)
            rightwards[lead] = at
        for lead in reversed(self.order):
            at = wish[lead]
            for other, least in self.after[lead]:
                at = min(at, leftwards[other] - least)
            leftwards[lead] = at
        return {lead: (rightwards[lead] + leftwards[lead]) / 2 for lead in self.order}


def _first(right: float, _: float) -> float:
    return right


def _last(_: float, left: float) -> float:
    return left


def _between(right: float, left: float) -> float:
    return (right + left) / 2
