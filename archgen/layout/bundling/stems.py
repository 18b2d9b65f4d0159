"""How lines that come down to one side could share a stem: where it would stand, and how each would come to it."""

from collections.abc import Iterator, Sequence

from archgen.layout.bundling.sides import Side
from archgen.layout.placement import Area, Route
from archgen.model.picture import Point
from archgen.values import dataclass

SHORTEST = 22.0  # a stem: a head, a corner and a piece between
USUAL = 28.0
OWN = 20.0  # that a line runs for itself at least before it turns towards a stem
ASIDE = 20.0  # from a stem to a line that comes to it from the side
JOG = 40.0  # aside at least that a line is led that ran straight before
CORNER = 10.0  # of a box, which a stem keeps clear of


@dataclass(frozen=True)
class Stem:
    """A stem that stands at `x`, to which lines come at the height `y` where they can."""

    x: float
    y: float


def stems(side: Side, area: Area, most: int) -> Iterator[Stem]:
    """Up to so many places side by side, each at up to so many heights; `area` is that of the part, turned as the lines are."""
    foot = area.top
    ends = sorted({route[-1].x for route in side.routes.values()})
    levels = [route[-2].y for route in side.routes.values() if len(route) > 2]
    heights = sorted({level for level in levels if level <= foot - SHORTEST} | {foot - USUAL})
    middle, centre = ends[len(ends) // 2], area.centre.x
    places = sorted(ends, key=lambda x: (abs(x - middle), x))[: most - 1]
    if area.left + CORNER <= centre <= area.right - CORNER:
        places.append(centre)
    for x in dict.fromkeys(places):
        yield from (Stem(x, y) for y in _spread(heights, most))


def _spread(heights: Sequence[float], most: int) -> Sequence[float]:
    """Some of them, from the first to the last."""
    if len(heights) <= most:
        return heights
    return [heights[place * (len(heights) - 1) // (most - 1)] for place in range(most)]


def ways(route: Route, stem: Stem) -> Iterator[Route]:
    """Each way of a line to a stem, the one that shares most of it first."""
    end = Point(stem.x, route[-1].y)
    if len(route) > 3 and _comes_down(route[-4], stem):
        yield from _down_from(route[:-3], route[-4].x, stem, end)
    is_jog = len(route) == 2 and 0 < abs(route[-1].x - stem.x) < JOG
    if _comes_down(route[-2], stem) and not is_jog:
        yield from _down_from(route[:-1], route[-2].x, stem, end)
    if len(route) > 2:
        before, corner = route[-3], route[-2]
        ahead = (stem.x - before.x) * (1 if corner.x > before.x else -1)
        if ahead >= OWN + ASIDE and corner.y <= end.y - SHORTEST:
            yield [*route[:-2], Point(stem.x, corner.y), end]


def _comes_down(start: Point, stem: Stem) -> bool:
    return start.y + OWN <= stem.y


def _down_from(before: Sequence[Point], x: float, stem: Stem, end: Point) -> Iterator[Route]:
    if x == stem.x:
        yield [*before, end]
    elif abs(x - stem.x) >= ASIDE:
        yield [*before, Point(x, stem.y), Point(stem.x, stem.y), end]
