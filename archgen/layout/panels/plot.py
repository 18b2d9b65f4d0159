"""The plot of a line chart: where values lie, and what passes through an area."""

from collections.abc import Iterator
from itertools import pairwise

from archgen.figures.chart import LineChart, Series
from archgen.layout.panels.scale import Scale
from archgen.model.picture import Point
from archgen.values import dataclass

HEIGHT = 220.0


@dataclass(frozen=True)
class Plot:
    """Where the two scales begin: `left` and `top` of the plot, within its block."""

    chart: LineChart
    along: Scale
    up: Scale
    left: float
    top: float

    def at(self, x: float, y: float) -> Point:
        """The place of a pair of values."""
        return Point(self.left + self.along.at(x), self.top + HEIGHT - self.up.at(y))

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.left + self.along.length

    @property
    def bottom(self) -> float:
        """Where the plot ends, downwards."""
        return self.top + HEIGHT


def corners(series: Series) -> Iterator[tuple[float, float]]:
    """Where a line goes through: its points, and where it is stepped those between them."""
    yield series.points[0]
    for (_, before), (x, y) in pairwise(series.points):
        if series.stepped:
            yield x, before
        yield x, y


def pieces(series: Series) -> Iterator[list[tuple[float, float]]]:
    """The corners of a line, apart where it is broken."""
    breaks, piece = sorted(series.breaks), list[tuple[float, float]]()
    for corner in corners(series):
        while piece and breaks and breaks[0] <= corner[0]:
            if piece[-1][0] < breaks.pop(0):
                yield piece
                piece = []
                break
        piece.append(corner)
    yield piece


def crossed(plot: Plot, left: float, right: float, top: float, bottom: float) -> int:
    """How many pieces of lines pass through an area."""
    count = 0
    for series in plot.chart.series:
        points = [[plot.at(x, y) for x, y in piece] for piece in pieces(series)]
        for one, other in (pair for piece in points for pair in pairwise(piece)):
            if max(one.x, left) <= min(other.x, right):
                ends = _between(one, other, left, right)
                count += min(ends) <= bottom and max(ends) >= top
    return count


def _between(one: Point, other: Point, left: float, right: float) -> tuple[float, float]:
    """How high a piece of line is where it enters and where it leaves."""
    if other.x == one.x:
        return one.y, other.y
    rise = (other.y - one.y) / (other.x - one.x)
    return one.y + rise * (max(one.x, left) - one.x), one.y + rise * (min(other.x, right) - one.x)
