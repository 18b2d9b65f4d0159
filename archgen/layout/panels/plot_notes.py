"""What a line chart points out: ranges behind its lines, and points of them with a text."""

from collections.abc import Iterator, Sequence

from archgen.figures.chart import Series
from archgen.layout.panels.block import Block
from archgen.layout.panels.paragraph import line_height, paragraph
from archgen.layout.panels.plot import Plot, crossed
from archgen.model.picture import Line, Point, Rect, Shape

DOT = 9.0
WIDEST = 150.0  # a text beside a point
APART = (6.0, 18.0, 32.0, 52.0)  # from the point to its text
PAD = 3.0
Area = tuple[float, float, float, float]


def highlighted(plot: Plot) -> Iterator[Shape]:
    """The ground of each range, its text at its top or, where lines are, at its foot; beside it where it is too narrow."""
    for one in plot.chart.highlights:
        start, end = plot.left + plot.along.at(one.start), plot.left + plot.along.at(one.end)
        yield Rect(start, plot.top, end - start, plot.bottom - plot.top, "strip", one.tone, 0)
        text = paragraph(one.text, "label", max(end - start - 2 * PAD, 60.0), one.tone)
        within = min(max(start, (start + end - text.width) / 2), plot.right - text.width)
        tops = (plot.top + PAD, plot.bottom - text.height - PAD)
        beside = [left for left in (start - text.width - PAD, end + PAD) if plot.left < left < plot.right - text.width]
        narrow = end - start < text.width and beside
        spots = [(left, top) for left in (beside if narrow else [within]) for top in tops]
        yield from text.at(*min(spots, key=lambda at: crossed(plot, at[0], at[0] + text.width, at[1], at[1] + text.height)))


def called_out(plot: Plot) -> Iterator[Shape]:
    """A dot for each callout, its text where no line passes, as near as can be."""
    taken: list[Area] = []
    for series in plot.chart.series:
        for one in series.callouts:
            point = plot.at(one.at, series.height(one.at))
            text = paragraph(one.text, "label", WIDEST, series.tone)
            area = min(_areas(plot, point, text), key=lambda area: _spoilt(plot, area, taken))
            taken.append(area)
            yield from _shown(series, point, text, area)


def _shown(series: Series, point: Point, text: Block, area: Area) -> Iterator[Shape]:
    left, top, right, bottom = area
    if bottom < point.y - DOT or top > point.y + DOT:
        x = min(max(point.x, left + 4), right - 4)
        yield Line((point, Point(x, bottom if bottom < point.y else top)), "rule", head=False, radius=0)
    yield Rect(point.x - DOT / 2, point.y - DOT / 2, DOT, DOT, "pin", series.tone, DOT / 2)
    yield Rect(left - PAD, top, right - left + 2 * PAD, bottom - top, "halo", radius=3)
    yield from text.at(left, top)


def _areas(plot: Plot, point: Point, text: Block) -> Sequence[Area]:
    """Where the text may stand: above the point or below, to its right, to its left or astride, nearer ones first."""
    corner = (plot.left + PAD, plot.top)
    return [_area(text, *place) for place in _places(plot, point, text)] or [_area(text, *corner)]


def _area(text: Block, left: float, top: float) -> Area:
    return left, top, left + text.width, top + text.height


def _places(plot: Plot, point: Point, text: Block) -> Iterator[tuple[float, float]]:
    for gap in APART:
        for x in (point.x + gap, point.x - gap - text.width, point.x - text.width / 2):
            left = min(max(x, plot.left + PAD), plot.right - text.width - PAD)
            for top in (point.y - gap - text.height, point.y + gap, point.y - text.height / 2):
                if plot.top - line_height("label") <= top and top + text.height <= plot.bottom - PAD:
                    yield left, top


def _spoilt(plot: Plot, area: Area, taken: Sequence[Area]) -> int:
    """How much passes through an area: lines, the texts of other points, thresholds."""
    left, top, right, bottom = area
    others = sum(left < one[2] and one[0] < right and top < one[3] and one[1] < bottom for one in taken)
    limits = [plot.bottom - plot.up.at(limit.value) for limit in plot.chart.thresholds]
    across = sum(top - line_height("label") <= y <= bottom + line_height("label") for y in limits)
    return 2 * crossed(plot, left - PAD, right + PAD, top, bottom) + 3 * others + across
