"""Routes that share the last of their way -> what each has for itself, and what several run along together."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, pairwise

from archgen.layout.adding import added
from archgen.layout.bundling.straights import Straight, straight
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

    @cached_property
    def pieces(self) -> Mapping[int, Sequence[Straight]]:
        """The straight pieces of what each arrow has for itself."""
        return {arrow: straight(route) for arrow, route in self.own.items()}

    @cached_property
    def shared(self) -> Sequence[Sequence[Straight]]:
        """Those of each section."""
        return [straight(section.route) for section in self.sections]

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
    for arrow, meets in _meetings(routes).items():
        marks = sorted(set(meets.values()), reverse=True)
        own[arrow], rest = cut(routes[arrow], marks[0] - ROUND)
        for far, near in pairwise([*marks, ROUND]):
            arrows = tuple(sorted([arrow, *(other for other, length in meets.items() if length >= far)]))
            if arrows in sections:  # and so is all that comes after
                break
            piece, rest = cut(rest, near - ROUND)
            sections[arrows] = Section(arrows, piece, near == ROUND)
    return Branched(own, list(sections.values()))


def _meetings(routes: Mapping[int, Route]) -> Mapping[int, Mapping[int, float]]:
    """How far each route runs along with each other one."""
    found: dict[int, dict[int, float]] = {arrow: {} for arrow in routes}
    for (arrow, route), (other, way) in combinations(routes.items(), 2):
        found[arrow][other] = found[other][arrow] = shared_length(route, way)
    return found


def shared_length(one: Route, other: Route) -> float:
    """How far two routes run along together before the point where both end."""
    far, here = 0.0, one[-1]
    if not _alike(here, other[-1]):
        return 0.0
    for first, second in zip(one[-2::-1], other[-2::-1], strict=False):
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
            begin, end = route[:place], route[place:]
            return begin if _alike(before, point) else [*begin, point], [point, *(end[1:] if _alike(point, after) else end)]
        rest -= length
    return [route[0]], list(route)


def length_of(route: Route) -> float:
    """How long all of it is."""
    return added(distance(one, other) for one, other in pairwise(route))


def distance(one: Point, other: Point) -> float:
    """From point to point, along level and upright pieces."""
    return abs(one.x - other.x) + abs(one.y - other.y)


def _alike(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < ALIKE and abs(one.y - other.y) < ALIKE


def _heading(start: Point, goal: Point) -> tuple[int, int]:
    across, down = goal.x - start.x, goal.y - start.y
    return (across > ALIKE) - (across < -ALIKE), (down > ALIKE) - (down < -ALIKE)
