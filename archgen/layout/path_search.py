"""The cheapest way through the lanes from any of some starts to any of some goals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from archgen.layout.lanes import HORIZONTAL, VERTICAL, Lanes

BEND = 5.0  # costs are in lengths of a lane
CROSSING = 7.0
SHARING = 60.0


@dataclass(frozen=True)
class Gate:
    """A cell beside the border of a box or frame, the direction a line takes in it, and what it costs to use it."""

    cell: int
    direction: int
    cost: float


@dataclass(frozen=True)
class Errand:
    """What is looked for. `within` is the rectangle of cells (left, top, right, bottom) that holds all goals.

    `entering` is the cost of each step into a region other than the one before, `staying` that of each step in it.
    Where `sharing`, a line may run over another, which costs dearly: better than no line.
    """

    starts: Sequence[Gate]
    goals: Mapping[int, Sequence[Gate]]
    within: tuple[int, int, int, int]
    entering: Sequence[float]
    staying: Sequence[float]
    sharing: bool = False


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
        self.places = {
            cell: [(gate, -1 - self.goals.index(gate)) for gate in gates] for cell, gates in errand.goals.items()
        }
        left, top, right, bottom = errand.within
        self.far_x = [max(left - x, 0, x - right) for x in range(lanes.across)]
        self.far_y = [max(top - y, 0, y - bottom) for y in range(lanes.down)]
        self.best: dict[int, float] = {}
        self.came: dict[int, int] = {}
        self.heap: list[tuple[float, float, int]] = []

    def run(self) -> Way | None:
        begun = {gate.cell * 4 + gate.direction: gate for gate in self.errand.starts}
        for state, gate in begun.items():
            self._offer(gate.cost, state, None)
        done: set[int] = set()
        while self.heap:
            _, cost, state = heappop(self.heap)
            if state < 0:
                return self._trace(state, cost, begun)
            if state not in done:
                done.add(state)
                self._leave(state, cost)
        return None

    def _offer(self, cost: float, state: int, came: int | None) -> None:
        if cost >= self.best.get(state, 1e9) - 1e-9:
            return
        self.best[state] = cost
        if came is not None:
            self.came[state] = came
        if state < 0:
            heappush(self.heap, (cost, cost, state))
            return
        cell = state >> 2
        row, column = divmod(cell, self.lanes.across)
        x, y = self.far_x[column], self.far_y[row]
        rest = x + y
        if (x and y) or (x and state & 1) or (y and not state & 1):
            rest += BEND
        heappush(self.heap, (cost + rest, cost, state))

    def _leave(self, state: int, cost: float) -> None:
        cell, direction = state >> 2, state & 3
        taken = self.lanes.taken[cell]
        for gate, goal in self.places.get(cell, ()):
            if gate.direction == direction:
                self._offer(cost + gate.cost, goal, state)
        self._move(cell, direction, cost, state)
        if not taken or self.errand.sharing:
            self._move(cell, direction - 1 & 3, cost + BEND, state)
            self._move(cell, direction + 1 & 3, cost + BEND, state)

    def _move(self, cell: int, direction: int, cost: float, state: int) -> None:
        lanes = self.lanes
        following = cell + lanes.step[direction]
        if lanes.closed[following]:
            return
        taken = lanes.taken[following]
        if taken:
            if taken & (VERTICAL if direction & 1 else HORIZONTAL):
                if not self.errand.sharing:
                    return
                cost += SHARING
            else:
                cost += CROSSING
        cost += (lanes.cost_down if direction & 1 else lanes.cost_across)[following]
        region = lanes.region[following]
        cost += self.errand.staying[region]
        if region != lanes.region[cell]:
            cost += self.errand.entering[region]
        self._offer(cost, following * 4 + direction, state)

    def _trace(self, state: int, cost: float, begun: Mapping[int, Gate]) -> Way:
        goal = self.goals[-1 - state]
        cells = []
        state = self.came[state]
        while True:
            cells.append(state >> 2)
            if state not in self.came:
                return Way(cells[::-1], begun[state], goal, cost)
            state = self.came[state]
