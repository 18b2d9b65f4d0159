"""Where a line may leave or reach the border of a box or frame, and which places are best."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archgen.layout.lanes import CLOSED, EAST, HORIZONTAL, NORTH, SOUTH, TAKEN, VERTICAL, WEST, Lanes
from archgen.layout.path_search import Gate
from archgen.layout.placement import LANE, Area

OFF_CENTRE, OFF_CENTRE_IN_BUNDLE = 0.1, 0.01  # times the square of the lanes off the middle of a side
FACING, SECOND, SIDEWAYS, AWAY = 0.0, 3.0, 4.0, 7.0
CROWDED = ((1, 4.0), (2, 0.6))  # the lanes from a line in use, and what it costs to be so close to it
CORNER = LANE  # how far from a corner lines stay at least
SHORT, LONG = 1, 2  # lanes of the straight piece at the start, and at the head


def side_costs(area: Area, other: Area, *, down: bool) -> Mapping[int, float]:
    """For each side of `area`, named by the direction outwards, what it costs to use it for a line to `other`."""
    costs = {EAST: SIDEWAYS, SOUTH: SIDEWAYS, WEST: SIDEWAYS, NORTH: SIDEWAYS}
    below, above = other.top - area.bottom, area.top - other.bottom
    right, left = other.left - area.right, area.left - other.right
    vertical = SOUTH if below > 0 else NORTH if above > 0 else None
    horizontal = EAST if right > 0 else WEST if left > 0 else None
    first, second = (vertical, horizontal) if down else (horizontal, vertical)
    for side, cost in ((second, SECOND if first is not None else FACING), (first, FACING)):
        if side is not None:
            costs[side] = cost
            costs[side + 2 & 3] = AWAY
    return costs


def gates(
    lanes: Lanes,
    area: Area,
    costs: Mapping[int, float],
    *,
    reach: int,
    inwards: bool = False,
    off_centre: float = OFF_CENTRE,
    sharing: bool = False,
) -> Iterator[Gate]:
    """Every free gate around `area`, as used by a line that leaves; turn them round for one that arrives.

    `reach` is how many lanes from the border its cell lies; `inwards` means the inner side of a frame's border.
    Where `sharing`, those that are taken already are there as well.
    """
    sign = -1 if inwards else 1
    dearest = CLOSED if sharing else TAKEN
    for direction, cost in costs.items():
        vertical = direction & 1
        stride = lanes.step[0] if vertical else lanes.step[1]
        along = VERTICAL if vertical else HORIZONTAL
        facing = direction + 2 & 3 if inwards else direction
        prices, outward = lanes.costs[direction & 1], lanes.step[direction] * sign
        cells = list(_side(lanes, area, direction, sign))
        middle = (len(cells) - 1) / 2
        for place, first in enumerate(cells):
            last = first + outward * (reach - 1)
            if prices[first] < dearest and (reach == 1 or all(prices[cell] < dearest for cell in _run(first, last, outward))):
                total = cost + off_centre * (place - middle) ** 2 + _crowd(lanes.taken, first, stride, along)
                yield Gate(last, facing, total, reach)


def turned(found: Sequence[Gate]) -> Mapping[int, Sequence[Gate]]:
    """The gates for a line that arrives, by their cells."""
    arriving: dict[int, list[Gate]] = {}
    for gate in found:
        arriving.setdefault(gate.cell, []).append(Gate(gate.cell, gate.direction + 2 & 3, gate.cost, gate.reach))
    return arriving


def _side(lanes: Lanes, area: Area, direction: int, sign: int) -> Iterator[int]:
    """The cells next to one side, its corners left out."""
    outward = LANE * sign
    if direction & 1:
        edge = area.bottom if direction == SOUTH else area.top
        y = _next_lane(edge, outward if direction == SOUTH else -outward)
        for step in range(int((area.width - 2 * CORNER) // LANE) + 1):
            yield lanes.cell(area.left + CORNER + step * LANE, y)
    else:
        edge = area.right if direction == EAST else area.left
        x = _next_lane(edge, outward if direction == EAST else -outward)
        for step in range(int((area.height - 2 * CORNER) // LANE) + 1):
            yield lanes.cell(x, area.top + CORNER + step * LANE)


def _next_lane(edge: float, outward: float) -> float:
    """The first lane outside an edge, which may lie on a lane or between two."""
    if edge % LANE == 0:
        return edge + outward
    return edge + outward / 2


def _run(first: int, last: int, step: int) -> Iterable[int]:
    """The cells from the one to the other."""
    return range(first, last + (1 if step > 0 else -1), step)


def _crowd(taken: Sequence[int], cell: int, stride: int, along: int) -> float:
    """What it costs that lines run close by."""
    total = 0.0
    for distance, cost in CROWDED:
        if taken[cell - distance * stride] & along:
            total += cost
        if taken[cell + distance * stride] & along:
            total += cost
    return total
