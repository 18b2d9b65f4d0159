"""The cheapest way through the lanes from any of some starts to any of some goals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from archgen.layout.lanes import CLOSED, HORIZONTAL, VERTICAL, Lanes

BEND = 5.0  # costs are in lengths of a lane
CROSSING = 7.0
SHARING = 60.0
GREED = 1.2  # times the distance left: most cells cost more than a lane, and the search ends sooner


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
        self.places = {cell: [(gate, -1 - self.goals.index(gate)) for gate in gates] for cell, gates in errand.goals.items()}
        self.rest = _rest(lanes, errand.within)
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
        if cost < self.best.get(state, 1e9):
            self.best[state] = cost
            if came is not None:
                self.came[state] = came
            rest = 0.0 if state < 0 else self.rest[state & 1][state >> 2]
            heappush(self.heap, (cost + rest, cost, state))

    def _leave(self, state: int, cost: float) -> None:
        cell, direction = state >> 2, state & 3
        for gate, goal in self.places.get(cell, ()):
            if gate.direction == direction:
                self._offer(cost + gate.cost, goal, state)
        self._move(cell, direction, cost, state)
        if not self.lanes.taken[cell] or self.errand.sharing:
            self._move(cell, direction - 1 & 3, cost + BEND, state)
            self._move(cell, direction + 1 & 3, cost + BEND, state)

    def _move(self, cell: int, direction: int, cost: float, state: int) -> None:
        lanes = self.lanes
        following = cell + lanes.step[direction]
        taken = lanes.taken[following]
        if taken:
            if taken & CLOSED:
                return
            if not taken & (VERTICAL if direction & 1 else HORIZONTAL):
                cost += CROSSING
            elif self.errand.sharing:
                cost += SHARING
            else:
                return
        region = lanes.region[following]
        cost += (lanes.cost_down if direction & 1 else lanes.cost_across)[following] + self.errand.staying[region]
        if region != lanes.region[cell]:
            cost += self.errand.entering[region]
        entered = following * 4 + direction
        if cost < self.best.get(entered, 1e9):
            self.best[entered] = cost
            self.came[entered] = state
            heappush(self.heap, (cost + self.rest[direction & 1][following], cost, entered))

    def _trace(self, state: int, cost: float, begun: Mapping[int, Gate]) -> Way:
        goal = self.goals[-1 - state]
        cells = []
        state = self.came[state]
        while True:
            cells.append(state >> 2)
            if state not in self.came:
                return Way(cells[::-1], begun[state], goal, cost)
            state = self.came[state]


def _rest(lanes: Lanes, within: tuple[int, int, int, int]) -> tuple[Sequence[float], Sequence[float]]:
    """What the rest of a way costs at least, for each cell: when entered from the side, and from above or below."""
    left, top, right, bottom = within
    far_x = [GREED * max(left - x, 0, x - right) for x in range(lanes.across)]
    far_y = [GREED * max(top - y, 0, y - bottom) for y in range(lanes.down)]
    bent_x = [x + BEND if x else 0.0 for x in far_x]
    level: list[float] = []
    upright: list[float] = []
    for y in far_y:
        level += [x + y + BEND for x in far_x] if y else far_x
        upright += [x + y for x in bent_x]
    return level, upright
