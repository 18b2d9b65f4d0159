"""The cheapest way through the lanes from any of some starts to any of some goals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from archgen.layout.lanes import CLOSED, TAKEN, Lanes

BEND = 5.0  # costs are in lengths of a lane
FAR = 1e12
ASTRAY = 1e6
STRAIGHT = ((0, 0.0),)
TURNS = ((0, 0.0), (-1, BEND), (1, BEND))


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
    """Find the cheapest way (A*), or None when there is none."""
    return _Search(lanes, errand).run()


class _Search:
    """States are cells with the direction in which they are entered, as one number; goals are negative."""

    def __init__(self, lanes: Lanes, errand: Errand) -> None:
        self.lanes, self.errand = lanes, errand
        self.goals = [gate for gates in errand.goals.values() for gate in gates]
        self.places = {cell: [(gate, -1 - self.goals.index(gate)) for gate in gates] for cell, gates in errand.goals.items()}
        self.passage = _passage(errand)
        self.rest = _rest(lanes, errand)
        self.dearest = CLOSED - 1 if errand.sharing else TAKEN - 1
        self.best: dict[int, float] = {}
        self.came: dict[int, int] = {}
        self.heap: list[tuple[float, float, int]] = []

    def run(self) -> Way | None:
        begun = {gate.cell * 4 + gate.direction: gate for gate in self.errand.starts}
        for state, gate in begun.items():
            self.best[state] = gate.cost
            heappush(self.heap, (gate.cost + self.rest[state & 1][gate.cell], gate.cost, state))
        done: set[int] = set()
        while self.heap:
            _, cost, state = heappop(self.heap)
            if state < 0:
                return self._trace(state, cost, begun)
            if state not in done:
                done.add(state)
                if state >> 2 in self.places:
                    self._arrive(state, cost)
                self._leave(state, cost)
        return None

    def _arrive(self, state: int, cost: float) -> None:
        for gate, goal in self.places[state >> 2]:
            total = cost + gate.cost
            if gate.direction == state & 3 and total < self.best.get(goal, FAR):
                self.best[goal] = total
                self.came[goal] = state
                heappush(self.heap, (total, total, goal))

    def _leave(self, state: int, cost: float) -> None:
        lanes, best, rest = self.lanes, self.best, self.rest
        cell, direction = state >> 2, state & 3
        passage = self.passage[lanes.region[cell]]
        for turn, bend in TURNS if not lanes.taken[cell] or self.errand.sharing else STRAIGHT:
            heading = direction + turn & 3
            following = cell + lanes.step[heading]
            step = lanes.costs[heading & 1][following]
            if step > self.dearest:
                continue
            total = cost + bend + step + passage[lanes.region[following]]
            entered = following * 4 + heading
            if total < best.get(entered, FAR):
                best[entered] = total
                self.came[entered] = state
                heappush(self.heap, (total + rest[heading & 1][following], total, entered))

    def _trace(self, state: int, cost: float, begun: Mapping[int, Gate]) -> Way:
        goal = self.goals[-1 - state]
        cells = []
        state = self.came[state]
        while True:
            cells.append(state >> 2)
            if state not in self.came:
                return Way(cells[::-1], begun[state], goal, cost)
            state = self.came[state]


def _passage(errand: Errand) -> Sequence[Sequence[float]]:
    """What a step from one region into another costs, or within it, beside the cost of the cell."""
    count = range(len(errand.staying))
    return [[errand.staying[to] + (errand.entering[to] if to != start else 0) for to in count] for start in count]


def _rest(lanes: Lanes, errand: Errand) -> tuple[Sequence[float], Sequence[float]]:
    """What the rest of a way costs at least, for each cell: when entered from the side, and from above or below.

    Cells far off both ends are put last.
    """
    left, top, right, bottom = errand.within
    columns = [gate.cell % lanes.across for gate in errand.starts]
    rows = [gate.cell // lanes.across for gate in errand.starts]
    far_x = _far(lanes.across, left, right, columns, errand)
    far_y = _far(lanes.down, top, bottom, rows, errand)
    bent_x = [x + BEND if x else 0.0 for x in far_x]
    level: list[float] = []
    upright: list[float] = []
    for y in far_y:
        level += [x + y + BEND for x in far_x] if y else far_x
        upright += [x + y for x in bent_x]
    return level, upright


def _far(count: int, low: int, high: int, starts: Sequence[int], errand: Errand) -> Sequence[float]:
    first, last = min([low, *starts]) - errand.detour, max([high, *starts]) + errand.detour
    distances = [errand.greed * max(low - place, 0, place - high) for place in range(count)]
    return [d if first <= place <= last else d + ASTRAY for place, d in enumerate(distances)]
