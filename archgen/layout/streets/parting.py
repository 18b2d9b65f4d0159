"""Ends of lines -> the same a few pixels aside, where otherwise lines would cross for want of room."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archgen.layout.streets.chains import Strata
from archgen.layout.streets.ports import CORNER, Port, Ports
from archgen.layout.streets.tracks import CLOSE, Level, crossed
from archgen.values import dataclass

PITCH = 12.0  # that ends on one side of a box stay apart
ROUNDS = 2


def part(strata: Strata, ports: Ports, places: Sequence[float], fixed: Mapping[Port, float]) -> Ports:
    """Move ends of lines along their boxes, those without `fixed` room."""
    offsets = dict(ports.offsets)
    parting = _Parting(strata, replace(ports, offsets=offsets), places, fixed)
    for row in range(len(strata.rows)):
        for _ in range(ROUNDS):
            if not parting.part(row, offsets):
                break
    return replace(ports, offsets=offsets)


@dataclass(frozen=True)
class _End:
    """Where a level piece leaves the row above, or comes down to the row below."""

    at: float
    number: int
    port: Port


class _Parting:
    def __init__(self, strata: Strata, ports: Ports, places: Sequence[float], fixed: Mapping[Port, float]) -> None:
        self.strata, self.ports, self.places, self.fixed = strata, ports, places, fixed

    def part(self, row: int, offsets: dict[Port, float]) -> bool:
        """Move what crosses others needlessly below a row; say whether anything moved."""
        levels, starts, ends = self._levels(row)
        taken = sorted([end.at for end in (*starts, *ends)])
        moved = False
        for start, end in _close(starts, ends):
            above, below = levels[start.number], levels[end.number]
            if crossed(above, below) <= crossed(below, above):
                continue
            ways = sorted(self._ways(start, end), key=lambda way: abs(way[2] - way[1]))
            for port, old, new in ways:
                near = taken[bisect_left(taken, new - CLOSE + 0.1) : bisect_left(taken, new + CLOSE)]
                if self._fits(port, new, offsets) and not [at for at in near if at != old]:
                    offsets[port] += new - old
                    insort(taken, new)
                    moved = True
                    break
        return moved

    def _levels(self, row: int) -> tuple[Sequence[Level], Sequence[_End], Sequence[_End]]:
        levels: list[Level] = []
        starts: list[_End] = []
        ends: list[_End] = []
        for upper, lower, arrow in self.strata.links[row]:
            leaves: Port = (arrow, upper, "bottom")
            arrives: Port = (arrow, lower, "top")
            start, end = self._x(leaves), self._x(arrives)
            if start != end:
                starts.append(_End(start, len(levels), leaves))
                ends.append(_End(end, len(levels), arrives))
                levels.append(Level(start, end, 0.0))
        return levels, starts, ends

    def _x(self, port: Port) -> float:
        return self.places[port[1]] + self.ports.offsets.get(port, 0.0)

    def _ways(self, start: _End, end: _End) -> Iterator[tuple[Port, float, float]]:
        for mine, other in ((start, end), (end, start)):
            for aside in (-CLOSE, CLOSE):
                yield mine.port, mine.at, other.at + aside

    def _fits(self, port: Port, new: float, offsets: Mapping[Port, float]) -> bool:
        arrow, item, side = port
        arrows = self.ports.sides.get((item, side))
        if arrows is None or port in self.fixed:
            return False
        offset = new - self.places[item]
        at = arrows.index(arrow)
        half = self.ports.widths[item] / 2 - CORNER
        least = offsets[arrows[at - 1], item, side] + PITCH if at else -half
        most = offsets[arrows[at + 1], item, side] - PITCH if at + 1 < len(arrows) else half
        return least <= offset <= most


def _close(starts: Sequence[_End], ends: Sequence[_End]) -> Iterator[tuple[_End, _End]]:
    """Those that leave and those that arrive less than a line's distance apart."""
    ordered = sorted(ends, key=lambda end: end.at)
    places = [end.at for end in ordered]
    for start in starts:
        for end in ordered[bisect_left(places, start.at - CLOSE + 0.1) : bisect_left(places, start.at + CLOSE)]:
            if end.number != start.number:
                yield start, end
