"""Which way rows follow one another: down the page, or as columns to the right.

Rows are arranged in one way, across and along: what is across a row of boxes is a width where rows follow downwards, and a height
where they are columns. What was arranged is turned to where it is on the page, where labels and titles are placed.
"""

from archgen.layout.placement import Area, Route
from archgen.model.drawing import Direction
from archgen.model.picture import Point
from archgen.values import dataclass


@dataclass(frozen=True)
class Axes:
    """How across and along lie on the page, and what follows from texts being level in any case.

    Titles of frames stand `ahead` of the first row that they hold, or `aside`, before the first box of each of its rows: so much
    room each has there. `level_labels` says whether labels lie along what runs across, and need but their height there.
    """

    turned: bool
    ahead: float
    aside: float
    level_labels: bool

    def size(self, wide: float, high: float) -> tuple[float, float]:
        """How far something reaches across and along, or the other way round."""
        return (high, wide) if self.turned else (wide, high)

    def area(self, area: Area) -> Area:
        """On the page what it is across and along, or the other way round."""
        return Area(area.top, area.left, area.bottom, area.right) if self.turned else area

    def route(self, route: Route) -> Route:
        """The same of a line."""
        return [Point(point.y, point.x) for point in route] if self.turned else route


TITLE_AHEAD = 22.0
DOWN = Axes(turned=False, ahead=TITLE_AHEAD, aside=0.0, level_labels=True)
RIGHT = Axes(turned=True, ahead=0.0, aside=TITLE_AHEAD, level_labels=False)


def axes_of(direction: Direction) -> Axes:
    """Those of a drawing that runs in that direction."""
    return DOWN if direction == "down" else RIGHT
