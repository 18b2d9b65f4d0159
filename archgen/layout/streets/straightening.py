"""Places across -> the same with fewer bends: lines that pass several rows run straight as far as there is room.

Each line is cut into the fewest straight pieces that fit between its neighbours, which takes time in proportion to its
length; then the ends of lines slide along their boxes to where they run straight.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from archgen.layout.streets.across import Gaps
from archgen.layout.streets.chains import Strata
from archgen.layout.streets.ports import CORNER, Port, Ports, Side

ROUNDS = 2
LEAST_PITCH = 14.0
FARTHEST = 90.0  # that an end slides


def straighten(strata: Strata, order: Sequence[Sequence[int]], ports: Ports, places: Sequence[float], gaps: Gaps) -> list[float]:
    """Move items of lines that pass to where their lines bend less."""
    moved = list(places)
    beside: dict[int, tuple[int, int]] = {}
    for row in order:
        for left, item, right in zip([-1, *row], row, [*row[1:], -1], strict=False):
            beside[item] = (left, right)
    low, high = min(places, default=0.0), max(places, default=0.0)

    def room(item: int) -> tuple[float, float]:
        left, right = beside[item]
        least = moved[left] + gaps[left, item] if left >= 0 else low
        most = moved[right] - gaps[item, right] if right >= 0 else high
        return least, most

    ways = [(chain.arrow, way) for chain in strata.chains for way in (chain.down, chain.up)]
    passing = [(arrow, way) for arrow, way in ways if any(strata.items[item].kind == "lane" for item in way)]
    for arrow, way in passing * ROUNDS:
        rooms = [_end_or_room(strata, ports, arrow, way, at, moved, room(way[at])) for at in range(len(way))]
        for item, place in zip(way, _fewest(rooms), strict=True):
            if strata.items[item].kind in ("lane", "stub"):
                moved[item] = place
    return moved


def _end_or_room(
    strata: Strata,
    ports: Ports,
    arrow: int,
    way: Sequence[int],
    at: int,
    places: Sequence[float],
    room: tuple[float, float],
) -> tuple[float, float]:
    """Where a line may pass an item: anywhere in its room, at a box only at its port."""
    item = way[at]
    if strata.items[item].kind != "box":
        return (min(room[0], places[item]), max(room[1], places[item]))
    side: Side = "bottom" if at == 0 else "top"
    place = places[item] + ports.offsets.get((arrow, item, side), 0.0)
    return place, place


def _fewest(rooms: Sequence[tuple[float, float]]) -> Sequence[float]:
    """One place in each room, such that they change as seldom as can be."""
    places: list[float] = []
    start = 0
    low, high = rooms[0]
    for at, (least, most) in enumerate(rooms):
        if max(low, least) > min(high, most):
            places += [_within(rooms, start, low, high, before=places)] * (at - start)
            start, low, high = at, least, most
        else:
            low, high = max(low, least), min(high, most)
    return [*places, *[_within(rooms, start, low, high, before=places)] * (len(rooms) - start)]


def _within(rooms: Sequence[tuple[float, float]], start: int, low: float, high: float, before: Sequence[float]) -> float:
    """A place near where the line comes from and where it goes on to."""
    wishes = [before[-1]] if before else []
    wishes += [(rooms[-1][0] + rooms[-1][1]) / 2]
    return float(round(min(high, max(low, wishes[0] if start else wishes[-1]))))


def slide(strata: Strata, ports: Ports, places: Sequence[float], fixed: Mapping[Port, float]) -> Ports:
    """Let ends of lines slide along their boxes to where their lines run straight; those with `fixed` room stay."""
    offsets = dict(ports.offsets)
    ends: dict[tuple[int, Side, int], tuple[int, Side]] = {}
    for row in strata.links:
        for upper, lower, arrow in row:
            ends[upper, "bottom", arrow] = (lower, "top")
            ends[lower, "top", arrow] = (upper, "bottom")
    for (item, side), arrows in ports.sides.items():
        if any((arrow, item, side) in fixed for arrow in arrows):
            continue
        for at, arrow in enumerate(arrows):
            if (item, side, arrow) not in ends:
                continue
            other, other_side = ends[item, side, arrow]
            wish = places[other] + offsets.get((arrow, other, other_side), 0.0) - places[item]
            old = offsets[arrow, item, side]
            half = ports.widths[item] / 2 - CORNER
            least = offsets[arrows[at - 1], item, side] + LEAST_PITCH if at else -half
            most = offsets[arrows[at + 1], item, side] - LEAST_PITCH if at + 1 < len(arrows) else half
            if least <= wish <= most and abs(wish - old) <= FARTHEST:
                offsets[arrow, item, side] = wish
    return replace(ports, offsets=offsets)
