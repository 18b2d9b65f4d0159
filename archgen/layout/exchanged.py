"""What passes between lifelines, drawn: lines with their texts and numbers, and notes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archgen.dsl.appearance import Tone
from archgen.layout.columns import BADGE, LOOP, TEXT_GAP, Columns, loops_back
from archgen.layout.steps import LOOP_HEIGHT, NOTE_PAD, TEXT_LINE, NoteRow, Row
from archgen.layout.text_size import text_width
from archgen.model.drawing import Sequence as Exchange
from archgen.model.picture import Line, Point, Rect, Shape, Text

BASELINE = 12.0
ACTIVE = 10.0  # the width of the bar of one who is at work
LOST = 0.68  # of the way that a lost message goes
CROSS = 5.0
CLEAR = 4.0  # between a text and the lifelines beside it
ALIKE = 30.0  # how much further from its middle a text may stand to be nearer to who sends it


def paint_row(row: Row, place: int, exchange: Exchange, stand: Columns) -> Iterator[Shape]:
    """The line of a message, its text, and its number at its beginning."""
    yield from _looped(row, stand) if row.is_loop else _straight(row, place, exchange, stand)
    if not exchange.numbered:
        return
    tones = {box.id: box.tone for box in exchange.participants}
    written = text_width(row.number, "badge")
    wide = max(BADGE, written + 8)
    yield Rect(row.source - wide / 2, row.line - BADGE / 2, wide, BADGE, "badge", tones[row.message.source], BADGE / 2)
    yield Text(row.source, row.line + 4.3, row.number, written, "badge", "middle")


def paint_note(row: NoteRow) -> Iterator[Shape]:
    """The ground of a note, and its lines."""
    yield Rect(row.left, row.top, row.right - row.left, row.bottom - row.top, "tile", row.note.tone, 6)
    middle = (row.left + row.right) / 2
    for place, line in enumerate(row.lines):
        baseline = row.top + NOTE_PAD + BASELINE + place * TEXT_LINE
        yield Text(middle, baseline, line, text_width(line, "label"), "label", "middle", row.note.tone)


def _straight(row: Row, place: int, exchange: Exchange, stand: Columns) -> Iterator[Shape]:
    onwards = 1 if row.target > row.source else -1
    begin = BADGE / 2 if exchange.numbered else _edge(row.message.source, place, exchange)
    start, tip = row.source + onwards * begin, row.target - onwards * _edge(row.message.target, place, exchange)
    if row.message.lost:
        tip = start + (tip - start) * LOST
        yield from _lost(start, tip, row)
    else:
        yield Line((Point(start, row.line), Point(tip, row.line)), style=row.message.style)
    widths = [text_width(line, "label") for line in row.lines]
    wide = max(widths, default=0.0)
    middle = _middle(start, tip, wide, stand.centres)
    if widths and _covers(middle, wide, stand.centres):
        yield _halo(middle, row.top, wide, len(widths))
    for number, (line, width) in enumerate(zip(row.lines, widths, strict=True)):
        yield Text(middle, row.top + BASELINE + number * TEXT_LINE, line, width, "label", "middle")


def _middle(start: float, tip: float, wide: float, centres: Sequence[float]) -> float:
    """Where a text stands: over the middle of its line, or next to that, between two lifelines."""
    middle = (start + tip) / 2
    if not _covers(middle, wide, centres):
        return middle
    low, high = min(start, tip), max(start, tip)
    within = sorted((low, *(centre for centre in centres if low < centre < high), high), reverse=tip < start)
    between = [(one + other) / 2 for one, other in pairwise(within)]
    aside = [(abs(place - middle), place) for place in between if not _covers(place, wide, centres)]
    nearest = min(aside, default=(0.0, middle))[0]
    return next((place for away, place in aside if away <= nearest + ALIKE), middle)


def _covers(middle: float, wide: float, centres: Sequence[float]) -> bool:
    return any(abs(centre - middle) < wide / 2 + CLEAR for centre in centres)


def _edge(participant: str, place: int, exchange: Exchange) -> float:
    """How far from a lifeline's middle a line ends: at the bar of one who is at work."""
    busy = any(one.participant == participant and one.first <= place < one.last for one in exchange.activations)
    return ACTIVE / 2 + 1 if busy else 1


def _lost(start: float, end: float, row: Row) -> Iterator[Shape]:
    """A line that ends on its way, with a cross."""
    tone: Tone = "bad"
    yield Line((Point(start, row.line), Point(end, row.line)), style=row.message.style, tone=tone, head=False)
    for turn in (1, -1):
        ends = Point(end - CROSS, row.line - CROSS * turn), Point(end + CROSS, row.line + CROSS * turn)
        yield Line(ends, "plot", tone=tone, head=False)


def _looped(row: Row, stand: Columns) -> Iterator[Shape]:
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
