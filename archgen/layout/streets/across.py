"""Rows in order -> how far right each item stands: blocks near the middle of what they are linked to, none too close.

Distances between neighbours make a graph without circles. Places are solved along it twice, pushing to the right and
pushing to the left; the mean of both keeps all distances. Each round takes linear time.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from graphlib import TopologicalSorter
from itertools import pairwise

from archgen.layout.streets.blocks import STRAIGHT, Blocks
from archgen.layout.streets.chains import Kind, Strata
from archgen.layout.streets.ports import Ports

ROUNDS = ((400, 14), (2000, 8))  # up to so many items: how often places are solved
FEWEST_ROUNDS = 5
LANE = 14.0  # between two lines
BESIDE_BOX, BETWEEN_FRAMES, NESTED, PAD = 18.0, 24.0, 12.0, 16.0
BOX_WEIGHT = 3.0
FAR, NOTICED = 1e5, 60.0  # farther than anything stands; how far a box moves until it is plainly elsewhere
CLOSE, CLOSER = 30.0, 4.0  # where boxes stand so close, lines are closer by that

Gaps = Mapping[tuple[int, int], float]


def place_across(
    strata: Strata,
    order: Sequence[Sequence[int]],
    ports: Ports,
    titles: Mapping[str, float],
    pads: Mapping[str, float],
    between: float,
    room: float = math.inf,
    stands: Mapping[int, float] | None = None,
) -> tuple[Sequence[float], Gaps]:
    """The middle of each item, and the least distances between neighbours.

    `titles` is the least width of each frame, `pads` what more is kept free on its left.
    Where all would be wider than `room`, fewer lines are straight. Boxes stay near `stands`, where these are given.
    """
    distances = list(_distances(strata, order, ports, titles, pads, between))
    if stands is not None:
        return _near(strata, order, ports, distances, stands), {(one, other): least for one, other, least in distances}
    for straight in STRAIGHT:
        blocks = Blocks(strata, order, ports, straight)
        solver = _Solver(strata, blocks, distances)
        if solver.whole <= room:
            break
    wishes = _Wishes(strata, order, ports, blocks)
    places = solver.least
    rounds = next((count for most, count in ROUNDS if len(strata.items) <= most), FEWEST_ROUNDS)
    for _ in range(rounds):
        places = solver.solve(wishes.of(places))
    places = solver.solve(wishes.of(places, tight=True))
    across = [float(math.floor(places[lead])) + shift for lead, shift in zip(blocks.lead, blocks.shift, strict=True)]
    return across, {(one, other): least for one, other, least in distances}


def _near(
    strata: Strata,
    order: Sequence[Sequence[int]],
    ports: Ports,
    distances: Sequence[tuple[int, int, float]],
    stands: Mapping[int, float],
) -> Sequence[float]:
    """Places at which boxes are near where they stood, and lines near what they lead to."""
    blocks = Blocks(strata, order, ports, "frames")
    solver = _Solver(strata, blocks, distances)
    held: dict[int, list[float]] = {}
    for item, at in stands.items():
        held.setdefault(blocks.lead[item], []).append(at - blocks.shift[item])
    solver.hold({lead: sum(places) / len(places) for lead, places in held.items()})
    wishes = _Wishes(strata, order, ports, blocks)
    places = solver.solve(dict.fromkeys(solver.order, 0.0))
    for _ in range(FEWEST_ROUNDS):
        places = solver.solve(wishes.of(places))
    places = solver.solve(wishes.of(places, tight=True))
    return [float(math.floor(places[lead])) + shift for lead, shift in zip(blocks.lead, blocks.shift, strict=True)]


def _distances(
    strata: Strata,
    order: Sequence[Sequence[int]],
    ports: Ports,
    titles: Mapping[str, float],
    pads: Mapping[str, float],
    between: float,
) -> Iterator[tuple[int, int, float]]:
    items = strata.items
    for row in order:
        for one, other in pairwise(row):
            half = ports.widths.get(one, 0.0) / 2 + ports.beside.get(one, 0.0) + ports.widths.get(other, 0.0) / 2
            extra = pads.get(items[one].name, 0.0) if items[one].kind == "left" else 0.0
            yield one, other, half + extra + _apart(items[one].kind, items[other].kind, between)
    for frame, sides in strata.sides.items():
        yield sides[0][0], sides[0][1], titles[frame] + pads.get(frame, 0.0)


def _apart(one: Kind, other: Kind, between: float) -> float:
    if one == "right" and other == "left":
        return BETWEEN_FRAMES
    if one == other and one in ("left", "right"):
        return NESTED
    thin = {"lane", "stub"}
    if one in thin or other in thin:
        return (BESIDE_BOX if "box" in (one, other) else LANE) - (CLOSER if between <= CLOSE else 0.0)
    if one == "left" or other == "right":
        return PAD
    return between if one == other == "box" else BETWEEN_FRAMES


class _Solver:
    def __init__(self, strata: Strata, blocks: Blocks, distances: Sequence[tuple[int, int, float]]) -> None:
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
            last = self.whole - reach[lead][1]
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


class _Wishes:
    """Where each block would be best: where the lines to others that it is linked to are short."""

    def __init__(self, strata: Strata, order: Sequence[Sequence[int]], ports: Ports, blocks: Blocks) -> None:
        self.pulls: dict[int, list[tuple[int, float, float]]] = {lead: [] for lead in dict.fromkeys(blocks.lead)}
        self.borders: dict[int, tuple[bool, list[tuple[int, float]]]] = {}
        for row in strata.links:
            for upper, lower, arrow in row:
                apart = ports.offsets.get((arrow, upper, "bottom"), 0.0) - ports.offsets.get((arrow, lower, "top"), 0.0)
                self._pull(strata, blocks, upper, lower, apart)
        for row in strata.turns:
            for one, other, _ in row:
                self._pull(strata, blocks, one, other, 0.0)
        for sides in strata.sides.values():
            inner = self._inner(strata, order, ports, blocks, sides)
            for side in (0, 1):
                self.borders[blocks.lead[sides[0][side]]] = (side == 0, inner[side])

    def _pull(self, strata: Strata, blocks: Blocks, upper: int, lower: int, apart: float) -> None:
        one, other = blocks.lead[upper], blocks.lead[lower]
        if one == other:
            return
        weight = BOX_WEIGHT if strata.items[upper].kind == strata.items[lower].kind == "box" else 1.0
        by = blocks.shift[upper] + apart - blocks.shift[lower]  # how far right of `one` the other is best
        self.pulls[one].append((other, -by, weight))
        self.pulls[other].append((one, by, weight))

    @staticmethod
    def _inner(
        strata: Strata, order: Sequence[Sequence[int]], ports: Ports, blocks: Blocks, sides: Sequence[tuple[int, int]]
    ) -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
        """What stands first and last in the frame in each of its rows, with how far from it the border is best."""
        firsts, lasts = [], []
        for left, right in sides:
            row = order[strata.items[left].row]
            after, before = row[row.index(left) + 1], row[row.index(right) - 1]
            if after != right:
                firsts.append((blocks.lead[after], blocks.shift[after] - ports.widths.get(after, 0.0) / 2 - PAD))
                reach = ports.widths.get(before, 0.0) / 2 + ports.beside.get(before, 0.0) + PAD
                lasts.append((blocks.lead[before], blocks.shift[before] + reach))
        return firsts, lasts

    def of(self, places: Mapping[int, float], *, tight: bool = False) -> Mapping[int, float]:
        """Wishes by where all stand; where `tight`, all but sides of frames stay."""
        wishes = {}
        for lead, place in places.items():
            if lead in self.borders:
                is_left, inner = self.borders[lead]
                edges = [places[one] + by for one, by in inner]
                wishes[lead] = (min(edges) if is_left else max(edges)) if edges else place
            elif tight or not self.pulls[lead]:
                wishes[lead] = place
            else:
                total = sum(weight for _, _, weight in self.pulls[lead])
                wishes[lead] = sum((places[one] + by) * weight for one, by, weight in self.pulls[lead]) / total
        return wishes
