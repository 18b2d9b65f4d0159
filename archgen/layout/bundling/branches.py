"""Routes that share the last of their way -> what each has for itself, and what several run along together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from archgen.layout.adding import added
from archgen.layout.placement import Route
from archgen.model.picture import Point
from archgen.values import dataclass

ROUND = 10.0  # of corners of lines that meet: so far behind that place each has still a part of its own
PARTED = 2 * ROUND  # from where a line meets another to where it turned, or meets the next
FEW = 3  # lines
ALIKE = 0.01


@dataclass(frozen=True)
class Section:
    """A part of the way that these arrows share; with `ends`, it leads to what all of them share."""

    arrows: tuple[int, ...]
    route: Route
    ends: bool


@dataclass(frozen=True)
class Branched:
    """What each arrow has for itself, and what several share; all of it runs towards what all have in common."""

    own: Mapping[int, Route]
    sections: Sequence[Section]

    def huddled(self) -> Iterator[int]:
        """Lines that turn shortly before they meet another, or between two places where they do; many may be closer."""
        apart = ROUND if len(self.own) > FEW else PARTED
        for arrow, route in self.own.items():
            turns = len(route) > 2 and distance(route[-2], route[-1]) < ROUND + ALIKE
            straight = route[:-1] if turns else route
            far = distance(straight[-2], straight[-1]) if len(straight) > 2 else apart + ROUND
            if far < (apart if turns else apart + ROUND) - ALIKE:
                yield arrow
        for section in self.sections:
            if not section.ends and length_of(section.route) < apart - ALIKE:
                yield section.arrows[0]


def branched(routes: Mapping[int, Route]) -> Branched:
    """Take routes apart that end at one point, by the arrows that they are of."""
    own: dict[int, Route] = {}
    sections: dict[tuple[int, ...], Section] = {}
    for arrow, route in routes.items():
        meets = {other: shared_length(route, way) for other, way in routes.items() if other != arrow}
        marks = sorted(set(meets.values()), reverse=True)
        before, rest = cut(route, marks[0] - ROUND)
        own[arrow] = before
        for far, near in pairwise([*marks, ROUND]):
            piece, rest = cut(rest, near - ROUND)
            arrows = tuple(sorted([arrow, *(other for other, length in meets.items() if length >= far)]))
            sections.setdefault(arrows, Section(arrows, piece, near == ROUND))
    return Branched(own, list(sections.values()))


def shared_length(one: Route, other: Route) -> float:
    """How far two routes run along together before the point where both end."""
    far, here = 0.0, one[-1]
    if not _alike(here, other[-1]):
        return 0.0
    for first, second in zip(reversed(one[:-1]), reversed(other[:-1]), strict=False):
        if _heading(here, first) != _heading(here, second):
            return far
        far += min(distance(here, first), distance(here, second))
        if not _alike(first, second):
            return far
        here = first
    return far


def cut(route: Route, back: float) -> tuple[Route, Route]:
    """The route up to a point so far before its end, and from there on."""
    rest = back
    for place in range(len(route) - 1, 0, -1):
        before, after = route[place - 1], route[place]
        length = distance(before, after)
        if length >= rest:
            across, down = _heading(after, before)
            point = Point(after.x + across * rest, after.y + down * rest)
            return _distinct([*route[:place], point]), _distinct([point, *route[place:]])
        rest -= length
    return [route[0]], list(route)


def length_of(route: Route) -> float:
    """How long all of it is."""
    return added(distance(one, other) for one, other in pairwise(route))


def distance(one: Point, other: Point) -> float:
    """From point to point, along level and upright pieces."""
    return abs(one.x - other.x) + abs(one.y - other.y)


def _distinct(points: Sequence[Point]) -> Route:
    return [points[0], *(after for before, after in pairwise(points) if not _alike(before, after))]


def _alike(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < ALIKE and abs(one.y - other.y) < ALIKE


def _heading(start: Point, goal: Point) -> tuple[int, int]:
    return _sign(goal.x - start.x), _sign(goal.y - start.y)


def _sign(number: float) -> int:
    return (number > ALIKE) - (number < -ALIKE)
