"""Line charts: two scales, a line for each series with its name at its end, thresholds across."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archgen.figures.chart import Axis, LineChart, Threshold, with_unit
from archgen.layout.panels.block import Block
from archgen.layout.panels.paragraph import line_height, paragraph
from archgen.layout.panels.plot import HEIGHT, Plot, crossed, pieces
from archgen.layout.panels.plot_notes import called_out, highlighted
from archgen.layout.panels.scale import Scale, decades, scale
from archgen.layout.text_size import text_width
from archgen.model.picture import Line, Point, Rect, Shape, Text

NARROWEST, WIDEST = 240.0, 620.0
GAP = 8.0
FOOT = 40.0  # below the plot: the scale's marks and its name
NAME_ROOM = 150.0
TICKS_UP = 4
TICK_ROOM = 64.0  # along, for each mark


def place_lines(chart: LineChart, room: float) -> Block:
    """Set the chart in at most `room` pixels."""
    up = _scale(chart.up, _ups(chart), HEIGHT, TICKS_UP)
    marks = [with_unit(tick, chart.up.unit) for tick in up.ticks]
    left = max(text_width(label, "legend") for label in marks) + GAP
    names = [paragraph(series.name, "strong", NAME_ROOM, series.tone) for series in chart.series]
    beside = max(name.width for name in names) + GAP
    length = max(NARROWEST, min(WIDEST, room - left - beside))
    xs = [x for series in chart.series for x, _ in series.points]
    whole = all(x == int(x) for x in xs)
    along = _scale(chart.along, xs, length, max(2, int(length // TICK_ROOM)), whole=whole)
    plot = Plot(chart, along, up, left, line_height("frame-title") + GAP)
    shapes = (
        *highlighted(plot),
        *_grid(plot, marks),
        *_axes(plot),
        *_thresholds(plot),
        *_lines(plot),
        *called_out(plot),
        *_names(plot, names),
    )
    return Block(plot.right + beside, plot.bottom + FOOT, shapes)


def _ups(chart: LineChart) -> Sequence[float]:
    return [*(y for series in chart.series for _, y in series.points), *(limit.value for limit in chart.thresholds)]


def _scale(axis: Axis, values: Sequence[float], length: float, ticks: int, *, whole: bool = False) -> Scale:
    if axis.logarithmic:
        return decades(values, length, least=axis.least, most=axis.most)
    return scale(values, length, ticks, least=axis.least, most=axis.most, whole=whole)


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
        for piece in (one for one in pieces(series) if len(one) > 1):
            points = tuple(plot.at(x, y) for x, y in piece)
            yield Line(points, "plot", "dashed" if series.dashed else "solid", series.tone, head=False, radius=0)
    for limit in plot.chart.thresholds:
        yield from _threshold_name(plot, limit)


def _threshold_name(plot: Plot, limit: Threshold) -> Iterator[Shape]:
    """On a ground of its own, over the line, where fewest lines pass; under it at the top of the plot."""
    width, high = text_width(limit.text, "label"), line_height("label")
    y = plot.bottom - plot.up.at(limit.value)
    top = y - high - 2 if y - high - 2 > plot.top - high else y + 2
    left = min(_starts(plot, width), key=lambda x: crossed(plot, x, x + width, top, top + high))
    yield Rect(left - 3, top, width + 6, high, "halo", radius=3)
    yield Text(left, top + high - 5, limit.text, width, "label", "start", limit.tone)


def _starts(plot: Plot, width: float) -> Sequence[float]:
    last = max(plot.left + GAP, plot.right - width - GAP)
    steps = 12
    return [plot.left + GAP + (last - plot.left - GAP) * step / steps for step in range(steps + 1)]


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
