"""The cheapest way through the lanes from any of some starts to any of some goals."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import count

from archgen.layout.lanes import CLOSED, TAKEN, Lanes
from archgen.values import dataclass

BEND = 5.0  # costs are in lengths of a lane
FAR, NOWHERE = 1e12, -1
ASTRAY = 1e6
PATIENCE, HURRY = (30_000, 12_000), 2.5  # cells tried before a search grows greedy, and how much
STRAIGHT = ((0, 0.0),)
TURNS = ((0, 0.0), (-1, BEND), (1, BEND))

Move = tuple[int, int, float, Sequence[float]]  # its direction, the step to the cell, its bend, and what cells cost


@dataclass(frozen=True)
class Gate:
    """A cell by the border of a box or frame, the direction a line takes in it, and what it costs to use it.

    `reach` is how many lanes from the border it lies.
    """

    cell: int
    direction: int
    cost: float
    reach: int


@dataclass(frozen=True)
class Errand:
    """What is looked for. `within` is the rectangle of cells (left, top, right, bottom) that holds all goals.

    `entering` is the cost of each step into a region other than the one before, `staying` that of each step in it.
    `greed` is what the distance left is multiplied by: the more, the sooner a way is found, and the worse it may be.
    `detour` is how many lanes off the straight way are searched before all others.
    Where `sharing`, a line may run over another, which costs dearly: better than no line.
    """

    starts: Sequence[Gate]
    goals: Mapping[int, Sequence[Gate]]
    within: tuple[int, int, int, int]
    entering: Sequence[float]
    staying: Sequence[float]
    sharing: bool = False
    greed: float = 1.2
    detour: int = 20


@dataclass(frozen=True)
class Way:
    """The cells of a line from the start to the goal, with the gates it uses, and its cost."""

    cells: Sequence[int]
    start: Gate
    goal: Gate
    cost: float


def find_way(lanes: Lanes, errand: Errand) -> Way | None:
    """Find the cheapest way (A*), or None when there is none; where that takes long, a way that is soon found."""
    for patience in PATIENCE:
        try:
            return _Search(lanes, errand).run(patience)
        except _TakesLong:
            errand = replace(errand, greed=HURRY * errand.greed)
    return _Search(lanes, errand).run()


class _TakesLong(Exception):
    """A search has tried more cells than it was allowed."""


class _Search:
    """States are cells with the direction in which they are entered, as one number; goals are negative."""

    def __init__(self, lanes: Lanes, errand: Errand) -> None:
        self.lanes, self.errand = lanes, errand
        self.goals = [gate for gates in errand.goals.values() for gate in gates]
        numbers = count(-1, -1)
        self.places = {cell: [(gate, next(numbers)) for gate in gates] for cell, gates in errand.goals.items()}
        self.passage = _passage(errand)
        self.rest = _rest(lanes, errand)
        self.dearest = CLOSED - 1 if errand.sharing else TAKEN - 1
        states = 4 * lanes.across * lanes.down
        self.best, self.came, self.done = [FAR] * states, [NOWHERE] * states, bytearray(states)
        self.arrived: dict[int, tuple[float, int]] = {}  # what each goal costs at best, and from where
        self.heap: list[tuple[float, float, int]] = []

    def run(self, patience: float = math.inf) -> Way | None:
        """Search, with all that is needed at hand: this runs more often than all else."""
        heap, best, came, done, begun = self.heap, self.best, self.came, self.done, self._begin()
        free, straight = _moves(self.lanes, TURNS), _moves(self.lanes, STRAIGHT)
        taken = bytes(len(self.lanes.taken)) if self.errand.sharing else self.lanes.taken
        region, passages, across, (aside, along) = self.lanes.region, self.passage, self.lanes.across, self.rest
        dearest, push = self.dearest, heappush
        for cost, state in self._soonest(patience):
            cell = state >> 2
            passage = passages[region[cell]]
            for heading, step, bend, costs in (straight if taken[cell] else free)[state & 3]:
                following = cell + step
                price = costs[following]
                if price > dearest:
                    continue
                total = cost + bend + price + passage[region[following]]
                entered = following * 4 + heading
                if total < best[entered]:
                    best[entered], came[entered] = total, state
                    if not done[entered]:
                        x, y = aside[following % across], along[following // across]
                        push(heap, (total + x + y + (BEND if (x if heading & 1 else y) else 0.0), total, entered))
        return self._trace(begun) if self.heap else None

    def _soonest(self, patience: float) -> Iterator[tuple[float, int]]:
        """What each state costs that may lead to a goal soonest; at a goal, which stays where it is, there is no more."""
        heap, places, done, tried = self.heap, self.places, self.done, 0
        while heap and heap[0][2] >= 0:
            _, cost, state = heappop(heap)
            if tried > patience:
                raise _TakesLong
            if not done[state]:  # never tried again: with greed, that would take ever longer
                done[state] = 1
                tried += 1
                if state >> 2 in places:
                    self._arrive(state, cost)
                yield cost, state

    def _begin(self) -> Mapping[int, Gate]:
        begun = {gate.cell * 4 + gate.direction: gate for gate in self.errand.starts}
        for state, gate in begun.items():
            self.best[state] = gate.cost
            heappush(self.heap, (gate.cost, gate.cost, state))
        return begun

    def _arrive(self, state: int, cost: float) -> None:
        for gate, goal in self.places[state >> 2]:
            total = cost + gate.cost
            if gate.direction == state & 3 and (goal not in self.arrived or total < self.arrived[goal][0]):
                self.arrived[goal] = total, state
                heappush(self.heap, (total, total, goal))

    def _trace(self, begun: Mapping[int, Gate]) -> Way:
        """The way to the goal that stands first."""
        _, cost, place = self.heap[0]
        goal = self.goals[-1 - place]
        cells = []
        _, state = self.arrived[place]
        while True:
            cells.append(state >> 2)
            if self.came[state] == NOWHERE:
                return Way(cells[::-1], begun[state], goal, cost)
            state = self.came[state]


def _moves(lanes: Lanes, turns: Sequence[tuple[int, float]]) -> Sequence[Sequence[Move]]:
    """The steps that can follow one in each direction."""
    return [
        [(heading, lanes.step[heading], bend, lanes.costs[heading & 1]) for heading, bend in _headings(direction, turns)]
        for direction in range(4)
    ]


def _headings(direction: int, turns: Sequence[tuple[int, float]]) -> Sequence[tuple[int, float]]:
    return [(direction + turn & 3, bend) for turn, bend in turns]


def _passage(errand: Errand) -> Sequence[Sequence[float]]:
    """What a step from one region into another costs, or within it, beside the cost of the cell."""
    count = range(len(errand.staying))
    return [[errand.staying[to] + (errand.entering[to] if to != start else 0) for to in count] for start in count]


def _rest(lanes: Lanes, errand: Errand) -> tuple[Sequence[float], Sequence[float]]:
    """What the rest of a way costs at least without its bends, for each column and for each row.

    Those far off both ends are put last.
    """
    left, top, right, bottom = errand.within
    columns = [gate.cell % lanes.across for gate in errand.starts]
    rows = [gate.cell // lanes.across for gate in errand.starts]
    return _far(lanes.across, left, right, columns, errand), _far(lanes.down, top, bottom, rows, errand)


def _far(count: int, low: int, high: int, starts: Sequence[int], errand: Errand) -> Sequence[float]:
    first, last = min([low, *starts]) - errand.detour, max([high, *starts]) + errand.detour
    distances = [errand.greed * max(low - place, 0, place - high) for place in range(count)]
    return [d if first <= place <= last else d + ASTRAY for place, d in enumerate(distances)]
