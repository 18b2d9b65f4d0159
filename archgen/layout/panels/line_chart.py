"""Line charts: two scales, a line for each series with its name at its end, thresholds across."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archgen.figures.chart import Axis, LineChart, Series, Threshold, with_unit
from archgen.layout.panels.block import Block
from archgen.layout.panels.paragraph import line_height, paragraph
from archgen.layout.panels.scale import Scale, decades, scale
from archgen.layout.text_size import text_width
from archgen.model.picture import Line, Point, Rect, Shape, Text

NARROWEST, WIDEST = 240.0, 620.0
HEIGHT = 220.0
GAP = 8.0
FOOT = 40.0  # below the plot: the scale's marks and its name
NAME_ROOM = 150.0
TICKS_UP = 4
TICK_ROOM = 64.0  # along, for each mark


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


def place_lines(chart: LineChart, room: float) -> Block:
    """Set the chart in at most `room` pixels."""
    up = _scale(chart.up, _ups(chart), HEIGHT, TICKS_UP)
    marks = [with_unit(tick, chart.up.unit) for tick in up.ticks]
    left = max(text_width(label, "legend") for label in marks) + GAP
    names = [paragraph(series.name, "strong", NAME_ROOM, series.tone) for series in chart.series]
    beside = max(name.width for name in names) + GAP
    length = max(NARROWEST, min(WIDEST, room - left - beside))
    along = _scale(
        chart.along, [x for series in chart.series for x, _ in series.points], length, max(2, int(length // TICK_ROOM))
    )
    plot = Plot(chart, along, up, left, line_height("frame-title") + GAP)
    shapes = (*_grid(plot, marks), *_axes(plot), *_thresholds(plot), *_lines(plot), *_names(plot, names))
    return Block(plot.right + beside, plot.bottom + FOOT, shapes)


def _ups(chart: LineChart) -> Sequence[float]:
    return [*(y for series in chart.series for _, y in series.points), *(limit.value for limit in chart.thresholds)]


def _scale(axis: Axis, values: Sequence[float], length: float, ticks: int) -> Scale:
    if axis.logarithmic:
        return decades(values, length, least=axis.least, most=axis.most)
    return scale(values, length, ticks, least=axis.least, most=axis.most)


def _grid(plot: Plot, marks: Sequence[str]) -> Iterator[Shape]:
    for tick, label in zip(plot.up.ticks, marks, strict=True):
        y = plot.bottom - plot.up.at(tick)
        yield Text(plot.left - GAP, y + 4, label, text_width(label, "legend"), "legend", "end")
        if tick > plot.up.least:
            yield Line((Point(plot.left, y), Point(plot.right, y)), "lifeline", head=False)


def _axes(plot: Plot) -> Iterator[Shape]:
    """Both scales with their names: that of the upward one above it, of the other below its end."""
    yield Line(
        (Point(plot.left, plot.top), Point(plot.left, plot.bottom), Point(plot.right, plot.bottom)), "rule", head=False, radius=0
    )
    yield Text(0, 12, plot.chart.up.name, text_width(plot.chart.up.name, "frame-title"), "frame-title")
    past = 0.0
    for tick in plot.along.ticks:
        label = with_unit(tick, plot.chart.along.unit)
        x, width = plot.left + plot.along.at(tick), text_width(label, "legend")
        if x - width / 2 >= past:
            yield Text(x, plot.bottom + 17, label, width, "legend", "middle")
            past = x + width / 2 + GAP
    name = plot.chart.along.name
    yield Text(plot.right, plot.bottom + 35, name, text_width(name, "frame-title"), "frame-title", "end")


def _thresholds(plot: Plot) -> Iterator[Shape]:
    for limit in plot.chart.thresholds:
        y = plot.bottom - plot.up.at(limit.value)
        yield Line((Point(plot.left, y), Point(plot.right, y)), "arrow", "dashed", limit.tone, head=False)


def _lines(plot: Plot) -> Iterator[Shape]:
    for series in plot.chart.series:
        points = tuple(plot.at(x, y) for x, y in _stepped(series))
        yield Line(points, "plot", "dashed" if series.dashed else "solid", series.tone, head=False, radius=0)
    for limit in plot.chart.thresholds:
        yield from _threshold_name(plot, limit)


def _stepped(series: Series) -> Iterator[tuple[float, float]]:
    yield series.points[0]
    for (_, before), (x, y) in pairwise(series.points):
        if series.stepped:
            yield x, before
        yield x, y


def _threshold_name(plot: Plot, limit: Threshold) -> Iterator[Shape]:
    """On a ground of its own, over the line, where fewest lines pass; under it at the top of the plot."""
    width, high = text_width(limit.text, "label"), line_height("label")
    y = plot.bottom - plot.up.at(limit.value)
    top = y - high - 2 if y - high - 2 > plot.top - high else y + 2
    left = min(_starts(plot, width), key=lambda x: _crossed(plot, x, x + width, top, top + high))
    yield Rect(left - 3, top, width + 6, high, "halo", radius=3)
    yield Text(left, top + high - 5, limit.text, width, "label", "start", limit.tone)


def _starts(plot: Plot, width: float) -> Sequence[float]:
    last = max(plot.left + GAP, plot.right - width - GAP)
    steps = 12
    return [plot.left + GAP + (last - plot.left - GAP) * step / steps for step in range(steps + 1)]


def _crossed(plot: Plot, left: float, right: float, top: float, bottom: float) -> int:
    """How many pieces of lines pass through an area."""
    count = 0
    for series in plot.chart.series:
        points = [plot.at(x, y) for x, y in _stepped(series)]
        for one, other in pairwise(points):
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


def _names(plot: Plot, names: Sequence[Block]) -> Iterator[Shape]:
    """The names of the series beside their ends, moved apart where they would touch."""
    ends = [plot.at(*series.points[-1]) for series in plot.chart.series]
    order = sorted(range(len(names)), key=lambda place: ends[place].y)
    tops = {place: ends[place].y - names[place].height / 2 for place in order}
    for above, below in pairwise(order):
        tops[below] = max(tops[below], tops[above] + names[above].height + 2)
    spare = max(0.0, tops[order[-1]] + names[order[-1]].height - plot.bottom - 4)
    lowest = plot.bottom + 4
    for place in reversed(order):
        tops[place] = min(tops[place], lowest - names[place].height) if spare else tops[place]
        lowest = tops[place] - 2
    for place in order:
        x = max(ends[place].x, plot.right) + GAP
        yield from names[place].at(x, max(0.0, tops[place]))
