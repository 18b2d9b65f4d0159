"""From a sequence to a picture: participants side by side, their messages one below the other."""

from collections.abc import Iterator

from archgen.layout.cases import paint_band
from archgen.layout.columns import MARGIN, Columns, column_of, columns
from archgen.layout.exchanged import ACTIVE, paint_note, paint_row
from archgen.layout.legend import legend_width, place_legend
from archgen.layout.moving import all_moved, marked
from archgen.layout.participants import Head, paint
from archgen.layout.steps import ROW_GAP, Row, Stack, stacked
from archgen.layout.text_size import text_width
from archgen.model.drawing import Sequence as Exchange
from archgen.model.picture import MAX_WIDTH, Line, Picture, Point, Rect, Shape, Text

TIME_GAP = 12.0
FRAME_TITLE, FRAME_PAD = 24.0, 6.0
CLEAR = 2.0  # between a lifeline and the note that it stops at


def place_sequence(exchange: Exchange, most: float = MAX_WIDTH) -> Picture:
    """Place a sequence along lifelines; up to seven participants stay within `most` pixels."""
    times = max((text_width(message.time, "legend") + TIME_GAP for message in exchange.messages if message.time), default=0.0)
    stand = columns(exchange, most - times)
    head = MARGIN + (FRAME_TITLE if exchange.frames else 0)
    high = max((head.height for head in stand.heads), default=0)
    stack = stacked(exchange, stand, head + high + ROW_GAP)
    end = max(head + high, stack.bottom) + ROW_GAP
    width = min(max(stand.width, legend_width(exchange.legend) + 2 * MARGIN), max(stand.width, most - times))
    legend, legend_height = place_legend(exchange.legend, MARGIN, end + ROW_GAP, width - 2 * MARGIN)
    shapes = [
        *_frames(exchange, stand, head, high),
        *_lifelines(stand, stack, head + high, end),
        *_activations(exchange, stand, stack),
        *(shape for one, centre in zip(stand.heads, stand.centres, strict=True) for shape in _head(one, centre, head, high)),
        *(shape for band in stack.bands for shape in paint_band(band, width)),
        *(shape for place, row in enumerate(stack.rows) for shape in _step(row, place, exchange, stand)),
        *(shape for row in stack.notes for shape in paint_note(row)),
        *legend,
    ]
    height = end + (ROW_GAP + legend_height if legend else 0) + MARGIN
    if times:
        shapes = [*_times(stack, times), *all_moved(shapes, times, 0)]
    return Picture(exchange.title, exchange.description, width + times, height, tuple(shapes))


def _head(head: Head, centre: float, top: float, high: float) -> Iterator[Shape]:
    return marked(paint(head, centre, top, high), f"part:{head.box.id}")


def _step(row: Row, place: int, exchange: Exchange, stand: Columns) -> Iterator[Shape]:
    return marked(paint_row(row, place, exchange, stand), f"step:{row.number}")


def _lifelines(stand: Columns, stack: Stack, top: float, end: float) -> Iterator[Shape]:
    """A line down for each participant, with gaps where notes stand over it."""
    for centre in stand.centres:
        y = top
        for row in sorted(stack.notes, key=lambda row: row.top):
            if row.left < centre < row.right:
                yield Line((Point(centre, y), Point(centre, row.top - CLEAR)), "lifeline", head=False)
                y = row.bottom + CLEAR
        yield Line((Point(centre, y), Point(centre, end)), "lifeline", head=False)


def _activations(exchange: Exchange, stand: Columns, stack: Stack) -> Iterator[Shape]:
    """A bar on a lifeline from the first message of what is done to its last."""
    places = column_of(exchange.participants)
    for one in exchange.activations:
        rows = stack.rows[one.first : one.last]
        if rows:
            centre, box = stand.centres[places[one.participant]], exchange.participants[places[one.participant]]
            top, bottom = rows[0].line, max(rows[-1].line + 6, rows[0].line + 12)
            yield Rect(centre - ACTIVE / 2, top, ACTIVE, bottom - top, "activation", box.tone, 3)


def _frames(exchange: Exchange, stand: Columns, top: float, high: float) -> Iterator[Shape]:
    """A frame around the cards of those that belong together."""
    for frame in exchange.frames:
        inside = [place for place, box in enumerate(exchange.participants) if box.frame == frame.id]
        if not inside:
            continue
        left = stand.centres[inside[0]] - stand.heads[inside[0]].width / 2 - FRAME_PAD
        right = stand.centres[inside[-1]] + stand.heads[inside[-1]].width / 2 + FRAME_PAD
        y = top - FRAME_TITLE
        yield Rect(left, y, right - left, FRAME_TITLE + high + FRAME_PAD, "frame", frame.tone, 10)
        yield Text(left + 10, y + 16, frame.title, text_width(frame.title, "frame-title"), "frame-title", "start", frame.tone)


def _times(stack: Stack, room: float) -> Iterator[Shape]:
    """When messages are sent, left of everything, in line with them."""
    for row in stack.rows:
        if row.message.time:
            time = row.message.time
            yield Text(MARGIN + room - TIME_GAP, row.line + 4, time, text_width(time, "legend"), "legend", "end")
