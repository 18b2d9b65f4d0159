"""Bar charts: names at the left, bars from one line on, values at their ends, thresholds across."""

from collections.abc import Iterator, Sequence

from archgen.figures.chart import Bar, BarChart, Threshold
from archgen.layout.panels.block import Block, beside, stacked
from archgen.layout.panels.paragraph import line_height, paragraph
from archgen.layout.panels.scale import Scale, decades, scale
from archgen.layout.text_size import text_width
from archgen.model.picture import Line, Point, Rect, Shape, Text
from archgen.values import dataclass

BAR, BETWEEN = 18.0, 12.0
NAMES = 0.34  # of the room, at the most
GAP = 10.0
LEAST_BAR = 2.0
LONGEST = 520.0
AXIS = 20.0
TICKS = 4
SWATCH, SEAM = 12.0, 1.5


@dataclass(frozen=True)
class Body:
    """Where everything of a chart stands: the scale from `left` on, rows of one height at their tops."""

    chart: BarChart
    scale: Scale
    left: float
    tops: Sequence[float]
    bottom: float
    row: float


def place_bars(chart: BarChart, room: float) -> Block:
    """Set the chart in at most `room` pixels."""
    names = [_name(bar, room * NAMES) for bar in chart.bars]
    left = max(name.width for name in names) + GAP
    ends = max(text_width(_end(chart, bar), "strong") for bar in chart.bars) + GAP
    measured = _scale(chart, max(60.0, min(LONGEST, room - left - ends)))
    right = left + measured.length + ends
    legend = _legend(chart, right)
    limits, high = _limits(chart, measured, left, right)
    start = legend.height + high
    pitch = max(BAR, *(name.height for name in names)) + BETWEEN
    tops = [start + place * pitch for place in range(len(names))]
    body = Body(chart, measured, left, tops, tops[-1] + pitch - BETWEEN / 2, pitch - BETWEEN)
    above = Block(right, high, limits).at(0, legend.height)
    shapes = (*legend.shapes, *_axis(body), *_lines(body, start), *_rows(body, names), *above)
    return Block(max(right, legend.width, _right(limits)), body.bottom + AXIS * chart.logarithmic, shapes)


def _legend(chart: BarChart, room: float) -> Block:
    """What the colours of pieces stand for, in as many rows as it needs."""
    tones = {piece.name: piece.tone for piece in chart.all_pieces}
    rows: list[Block] = []
    row: list[Block] = []
    for name, tone in tones.items():
        text = paragraph(name, "body", room - SWATCH - GAP)
        middle = line_height("body") / 2
        swatch = Rect(0, middle - SWATCH / 2, SWATCH, SWATCH, "bar", tone, 3)
        one = Block(SWATCH + GAP + text.width, text.height, (swatch, *text.at(SWATCH + GAP, 0)))
        if row and beside([*row, one], 2 * GAP).width > room:
            rows.append(beside(row, 2 * GAP))
            row = []
        row.append(one)
    block = stacked([*rows, *([beside(row, 2 * GAP)] if row else [])], 2)
    return Block(block.width, block.height + BETWEEN, block.shapes) if block.height else block


def _scale(chart: BarChart, length: float) -> Scale:
    values = [*(bar.value for bar in chart.bars), *(limit.value for limit in chart.thresholds), *filter(None, [chart.most])]
    if not chart.logarithmic:
        return scale(values, length, TICKS, most=max(values) or 1)
    every = decades(values, length)
    # A bar for the smallest value is to be seen: the scale begins below it.
    return decades(values, length, least=every.least / 10 if min(values) < every.least * 2 else every.least)


def _name(bar: Bar, width: float) -> Block:
    return stacked((paragraph(bar.name, "strong", width), paragraph(bar.note, "subtitle", width)))


def _end(chart: BarChart, bar: Bar) -> str:
    return bar.text or chart.said(bar.value)


def _rows(body: Body, names: Sequence[Block]) -> Iterator[Shape]:
    for bar, name, top in zip(body.chart.bars, names, body.tops, strict=True):
        middle = top + body.row / 2
        yield from name.at(0, middle - name.height / 2)
        length = max(LEAST_BAR, body.scale.at(bar.value) if bar.value else 0.0)
        yield from _bar(body, bar, middle - BAR / 2, length)
        text = paragraph(_end(body.chart, bar), "strong", 10_000, "neutral" if bar.pieces else bar.tone)
        x = _beyond(body, body.left + length + GAP, text.width)
        yield from _ground(body, x, middle, text.width)
        yield from text.at(x, middle - line_height("strong") / 2)


def _bar(body: Body, bar: Bar, top: float, length: float) -> Iterator[Shape]:
    """A bar, in one piece or in several with seams between them."""
    if not bar.pieces:
        yield Rect(body.left, top, length, BAR, "bar", bar.tone, 3)
    x = body.left
    for piece in bar.pieces:
        wide = body.scale.at(piece.value)
        if wide > 0:
            yield Rect(x, top, max(1.0, wide - SEAM), BAR, "bar", piece.tone, 2)
        x += wide


def _beyond(body: Body, x: float, width: float) -> float:
    """Where a value begins: behind the line of a threshold that would pass through it."""
    for limit in sorted(body.chart.thresholds, key=lambda one: one.value):
        line = body.left + body.scale.at(limit.value)
        if x - GAP < line < x + width + GAP:
            x = line + GAP
    return x


def _ground(body: Body, x: float, middle: float, width: float) -> Iterator[Shape]:
    """What hides the line of a threshold or of the scale under a value."""
    lines = [*(limit.value for limit in body.chart.thresholds), *(body.scale.ticks if body.chart.logarithmic else ())]
    if any(x - GAP < body.left + body.scale.at(value) < x + width + GAP for value in lines):
        yield Rect(x - 3, middle - BAR / 2, width + 6, BAR, "halo", radius=3)


def _axis(body: Body) -> Iterator[Shape]:
    """The scale's marks where it is logarithmic: bars alone would mislead there."""
    yield Line((Point(body.left, body.tops[0] - 4), Point(body.left, body.bottom)), "rule", head=False)
    if not body.chart.logarithmic:
        return
    for tick in body.scale.ticks:
        label = body.chart.said(tick)
        x = body.left + body.scale.at(tick)
        yield Line((Point(x, body.tops[0] - 4), Point(x, body.bottom)), "lifeline", head=False)
        yield Text(x, body.bottom + 15, label, text_width(label, "legend"), "legend", "middle")


def _limits(chart: BarChart, measured: Scale, left: float, right: float) -> tuple[tuple[Shape, ...], float]:
    """The names of thresholds, each above its line, those that would touch one above the other; how high they are together."""
    shapes: list[Shape] = []
    rows: list[float] = []
    high = line_height("label")
    for limit in sorted(chart.thresholds, key=lambda one: one.value):
        words = _said(chart, limit)
        width = text_width(words, "label")
        x = max(width / 2, min(right - width / 2, left + measured.at(limit.value)))
        row = next((place for place, end in enumerate(rows) if x - width / 2 > end + GAP), len(rows))
        rows[row : row + 1] = [x + width / 2]
        shapes.append(Text(x, high * (row + 1) - 4, words, width, "label", "middle", limit.tone))
    return tuple(shapes), high * len(rows) + (4 if rows else 0)


def _lines(body: Body, high: float) -> Iterator[Shape]:
    for limit in body.chart.thresholds:
        x = body.left + body.scale.at(limit.value)
        yield Line((Point(x, high - 2), Point(x, body.bottom)), "arrow", "dashed", limit.tone, head=False)


def _said(chart: BarChart, limit: Threshold) -> str:
    return f"{limit.text}: {chart.said(limit.value)}"


def _right(texts: Sequence[Shape]) -> float:
    return max((text.x + text.width / 2 for text in texts if isinstance(text, Text)), default=0.0)
