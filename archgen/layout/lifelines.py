"""From a sequence to a picture: participants side by side, their messages one below the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archgen.layout.cases import Band, begin, paint_band
from archgen.layout.columns import BADGE, LOOP, MARGIN, TEXT_GAP, Columns, column_of, columns, loops_back
from archgen.layout.legend import legend_width, place_legend
from archgen.layout.participants import paint
from archgen.layout.text_size import text_width, wrap
from archgen.model.drawing import Message
from archgen.model.drawing import Sequence as Exchange
from archgen.model.picture import MAX_WIDTH, Line, Picture, Point, Rect, Shape, Text

TEXT_LINE = 16.0
BASELINE = 12.0
ROW_GAP = 14.0
LIFT = 6.0  # from the foot of a text to the line below it
LOOP_HEIGHT = 22.0
WIDEST_TEXT = 320.0


@dataclass(frozen=True)
class _Row:
    """One message at its place: `top` is where its room begins, `line` the height of its line."""

    number: str
    message: Message
    lines: Sequence[str]
    source: float
    target: float
    top: float

    @property
    def is_loop(self) -> bool:
        return self.message.source == self.message.target

    @property
    def line(self) -> float:
        return self.top + (BADGE / 2 if self.is_loop else max(len(self.lines) * TEXT_LINE + LIFT, BADGE / 2))

    @property
    def bottom(self) -> float:
        if self.is_loop:
            return self.top + max(BADGE / 2 + LOOP_HEIGHT, len(self.lines) * TEXT_LINE) + 2
        return self.line + BADGE / 2


def place_sequence(exchange: Exchange) -> Picture:
    """Place a sequence along lifelines; up to seven participants stay within the width of a figure."""
    stand = columns(exchange)
    high = max((head.height for head in stand.heads), default=0)
    rows, bands = _stacked(exchange, stand, MARGIN + high + ROW_GAP)
    end = max([MARGIN + high, *(row.bottom for row in rows), *(band.bottom for band in bands)]) + ROW_GAP
    width = min(max(stand.width, legend_width(exchange.legend) + 2 * MARGIN), max(stand.width, MAX_WIDTH))
    legend, legend_height = place_legend(exchange.legend, MARGIN, end + ROW_GAP, width - 2 * MARGIN)
    shapes = [
        *(_lifeline(centre, MARGIN + high, end) for centre in stand.centres),
        *(shape for head, centre in zip(stand.heads, stand.centres, strict=True) for shape in paint(head, centre, MARGIN, high)),
        *(shape for band in bands for shape in paint_band(band, width)),
        *(shape for row in rows for shape in _painted(row, exchange, stand)),
        *legend,
    ]
    height = end + (ROW_GAP + legend_height if legend else 0) + MARGIN
    return Picture(exchange.title, exchange.description, width, height, tuple(shapes))


def _lifeline(centre: float, top: float, end: float) -> Line:
    return Line((Point(centre, top), Point(centre, end)), "lifeline", head=False)


def _stacked(exchange: Exchange, stand: Columns, top: float) -> tuple[Sequence[_Row], Sequence[Band]]:
    """Messages one below the other; where another case begins, its text stands before them."""
    rows, open, bands = list[_Row](), list[Band](), list[Band]()
    for place in range(len(exchange.messages) + 1):
        for case in (case for case in exchange.cases if case.first == place):
            band = begin(case, len(open), top + ROW_GAP / 2, stand.width)
            (open if case.last > place else bands).append(band)
            top = band.bottom + ROW_GAP / 2
        if place < len(exchange.messages):
            rows.append(_row(exchange, stand, place, top))
            top = rows[-1].bottom + ROW_GAP / 2
            bands += [replace(band, bottom=rows[-1].bottom) for band in open if band.case.last == place + 1]
            top += ROW_GAP * any(band.case.last == place + 1 for band in open)
            open = [band for band in open if band.case.last > place + 1]
    return rows, bands


def _row(exchange: Exchange, stand: Columns, place: int, top: float) -> _Row:
    places, message = column_of(exchange.participants), exchange.messages[place]
    ends = places[message.source], places[message.target]
    lines = wrap(message.text, "label", _text_room(stand, *ends))
    return _Row(message.number or str(place + 1), message, lines, stand.centres[ends[0]], stand.centres[ends[1]], top)


def _text_room(stand: Columns, source: int, target: int) -> float:
    if source != target:
        between = abs(stand.centres[target] - stand.centres[source])
        return min(between - BADGE / 2 - 2 * TEXT_GAP, WIDEST_TEXT)
    neighbour = source - 1 if loops_back(source, len(stand.heads)) else source + 1
    edges = [*stand.centres, stand.width - MARGIN + TEXT_GAP]
    return abs(edges[neighbour] - edges[source]) - LOOP - 2 * TEXT_GAP


def _painted(row: _Row, exchange: Exchange, stand: Columns) -> Iterator[Shape]:
    yield from _looped(row, stand) if row.is_loop else _straight(row, stand)
    tones = {box.id: box.tone for box in exchange.participants}
    written = text_width(row.number, "badge")
    wide = max(BADGE, written + 8)
    yield Rect(row.source - wide / 2, row.line - BADGE / 2, wide, BADGE, "badge", tones[row.message.source], BADGE / 2)
    yield Text(row.source, row.line + 4.3, row.number, written, "badge", "middle")


def _straight(row: _Row, stand: Columns) -> Iterator[Shape]:
    onwards = 1 if row.target > row.source else -1
    start, tip = row.source + onwards * BADGE / 2, row.target - onwards
    yield Line((Point(start, row.line), Point(tip, row.line)), style=row.message.style)
    middle = (start + tip) / 2
    widths = [text_width(line, "label") for line in row.lines]
    if widths and any(abs(centre - middle) < max(widths) / 2 + 4 for centre in stand.centres):
        yield _halo(middle, row.top, max(widths), len(widths))
    for place, (line, width) in enumerate(zip(row.lines, widths, strict=True)):
        yield Text(middle, row.top + BASELINE + place * TEXT_LINE, line, width, "label", "middle")


def _looped(row: _Row, stand: Columns) -> Iterator[Shape]:
    leftwards = loops_back(list(stand.centres).index(row.source), len(stand.centres))
    side = -1 if leftwards else 1
    out, back = row.source + side * LOOP, row.line + LOOP_HEIGHT
    start, tip = Point(row.source + side * BADGE / 2, row.line), Point(row.source + side, back)
    yield Line((start, Point(out, row.line), Point(out, back), tip), style=row.message.style)
    top = max(row.top, (row.line + back - len(row.lines) * TEXT_LINE) / 2)
    for place, line in enumerate(row.lines):
        baseline = top + BASELINE + place * TEXT_LINE
        yield Text(out + side * TEXT_GAP / 2, baseline, line, text_width(line, "label"), "label", "end" if leftwards else "start")


def _halo(middle: float, top: float, width: float, lines: int) -> Rect:
    return Rect(middle - width / 2 - 5, top - 1, width + 10, lines * TEXT_LINE + 2, "halo", radius=5)
