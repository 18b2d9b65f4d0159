"""Which lines come to one side of a part, or leave it there, alike in all that may be told by looking at them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from archgen.layout.laid import Layered
from archgen.layout.placement import Area, Route
from archgen.model.drawing import Arrow, Drawing
from archgen.model.picture import Point
from archgen.values import dataclass

Turned = Callable[[Point], Point]
DOWN, UP, RIGHT, LEFT = (0, 1), (0, -1), (1, 0), (-1, 0)
# By where lines head that come to a side: how all is turned so that they come down, and back.
TURNS: Mapping[tuple[int, int], tuple[Turned, Turned]] = {
    DOWN: (lambda at: at, lambda at: at),
    UP: (lambda at: Point(at.x, -at.y), lambda at: Point(at.x, -at.y)),
    RIGHT: (lambda at: Point(at.y, at.x), lambda at: Point(at.y, at.x)),
    LEFT: (lambda at: Point(at.y, -at.x), lambda at: Point(-at.y, at.x)),
}


@dataclass(frozen=True)
class Side:
    """Lines that may share their way: to one side of `part`, or from there where they fan out.

    `routes` lead towards the part, by the arrows that they are of, and are turned so that they come down to it.
    """

    part: str
    fans_out: bool
    heading: tuple[int, int]
    routes: Mapping[int, Route]

    def there(self, area: Area) -> Area:
        """An area, turned as the routes are."""
        there, _ = TURNS[self.heading]
        one, other = there(Point(area.left, area.top)), there(Point(area.right, area.bottom))
        return Area(min(one.x, other.x), min(one.y, other.y), max(one.x, other.x), max(one.y, other.y))

    def back(self, route: Route) -> Route:
        """A route where it is in the figure, still towards the part."""
        _, back = TURNS[self.heading]
        return [back(point) for point in route]

    def forth(self, route: Route) -> Route:
        """A route in the figure, towards the part, as its arrow leads."""
        return list(reversed(route)) if self.fans_out else route

    def only(self, arrows: Sequence[int]) -> "Side":
        """The same with these lines alone."""
        return Side(self.part, self.fans_out, self.heading, {arrow: self.routes[arrow] for arrow in arrows})


def sides(drawing: Drawing, layered: Layered) -> Sequence[Side]:
    """Every side with several lines that may share their way, those with most of them first."""
    found: dict[tuple[object, ...], dict[int, Route]] = {}
    pairs = Counter((arrow.source, arrow.target) for arrow in drawing.arrows)
    for number, (arrow, route) in enumerate(zip(drawing.arrows, layered.routes, strict=True)):
        if _may_share(arrow, pairs):
            for part, fans_out, inwards in _ends(arrow, route):
                heading = _heading(inwards)
                look = (arrow.style, arrow.tone)
                there, _ = TURNS[heading]
                found.setdefault((part, fans_out, heading, look), {})[number] = [there(point) for point in inwards]
    every = [Side(*_key(key), routes) for key, routes in found.items() if len(routes) > 1]
    return sorted(every, key=lambda side: (-len(side.routes), side.fans_out))


def _key(key: tuple[object, ...]) -> tuple[str, bool, tuple[int, int]]:
    part, fans_out, heading, _ = key
    assert isinstance(part, str)
    assert isinstance(heading, tuple)
    return part, bool(fans_out), heading


def _may_share(arrow: Arrow, pairs: Mapping[tuple[str, str], int]) -> bool:
    """Whether it stands for one connection, the only one of its kind between both ends."""
    alone = pairs[arrow.source, arrow.target] == 1 and arrow.source != arrow.target
    return alone and len(arrow.of) == 1 and not arrow.both and arrow.style != "merged"


def _ends(arrow: Arrow, route: Route) -> Iterator[tuple[str, bool, Route]]:
    yield arrow.target, False, list(route)
    yield arrow.source, True, list(reversed(route))


def _heading(route: Route) -> tuple[int, int]:
    before, end = route[-2], route[-1]
    if before.x == end.x:
        return DOWN if before.y < end.y else UP
    return RIGHT if before.x < end.x else LEFT
