"""The steps of a sequence, one below the other: messages, notes, and the texts of other cases."""

from collections.abc import Sequence
from dataclasses import replace

from archgen.layout.cases import Band, begin
from archgen.layout.columns import BADGE, LOOP, MARGIN, TEXT_GAP, Columns, column_of, loops_back
from archgen.layout.text_size import text_width, wrap
from archgen.model.drawing import Message, Note
from archgen.model.drawing import Sequence as Exchange
from archgen.values import dataclass

TEXT_LINE = 16.0
ROW_GAP = 14.0
LIFT = 6.0  # from the foot of a text to the line below it
LOOP_HEIGHT = 22.0
WIDEST_TEXT = 320.0
NOTE_WIDTH, NOTE_PAD = 230.0, 7.0
NOTE_INSET = 10.0
NOTE_REACH = 34.0  # how far a note stands out beyond the outer lifelines that it is over


@dataclass(frozen=True)
class Row:
    """One message at its place: `top` is where its room begins, `line` the height of its line."""

    number: str
    message: Message
    lines: Sequence[str]
    source: float
    target: float
    top: float

    @property
    def is_loop(self) -> bool:
        """Whether it stays with its sender."""
        return self.message.source == self.message.target

    @property
    def line(self) -> float:
        """How high its line runs, or the upper one of a loop."""
        return self.top + (BADGE / 2 if self.is_loop else max(len(self.lines) * TEXT_LINE + LIFT, BADGE / 2))

    @property
    def bottom(self) -> float:
        """Where its room ends."""
        if self.is_loop:
            return self.top + max(BADGE / 2 + LOOP_HEIGHT, len(self.lines) * TEXT_LINE) + 2
        return self.line + BADGE / 2


@dataclass(frozen=True)
class NoteRow:
    """A note at its place."""

    note: Note
    lines: Sequence[str]
    left: float
    right: float
    top: float

    @property
    def bottom(self) -> float:
        """Where its room ends."""
        return self.top + TEXT_LINE * len(self.lines) + 2 * NOTE_PAD


@dataclass(frozen=True)
class Stack:
    """All that happens, at its place."""

    rows: Sequence[Row]
    notes: Sequence[NoteRow]
    bands: Sequence[Band]

    @property
    def bottom(self) -> float:
        """Where the last of it ends."""
        rows, notes, bands = ([one.bottom for one in several] for several in (self.rows, self.notes, self.bands))
        return max([*rows, *notes, *bands], default=0.0)


def stacked(exchange: Exchange, stand: Columns, top: float) -> Stack:
    """Messages one below the other, each after the notes before it; where another case begins, its text stands before them.

    The notes that a case ends with stand within it.
    """
    pen = _Pen(exchange, stand, top)
    for place in range(len(exchange.messages) + 1):
        starting = [index for index, case in enumerate(exchange.cases) if case.first == place]
        here = [note for note in exchange.notes if note.before == place]
        ended = pen.end(place, here)
        pen.note([note for note in here if note.case not in (*starting, *ended)])
        for index in starting:
            pen.begin(index, [note for note in here if note.case == index])
        if place < len(exchange.messages):
            pen.message(place)
    return Stack(pen.rows, pen.notes, pen.bands)


class _Pen:
    """Sets one step below the other: `top` is where the next one begins, `open` are the cases that have not ended, by place."""

    def __init__(self, exchange: Exchange, stand: Columns, top: float) -> None:
        self.exchange, self.stand, self.top = exchange, stand, top
        self.rows: list[Row] = []
        self.notes: list[NoteRow] = []
        self.open: dict[int, Band] = {}
        self.bands: list[Band] = []

    def note(self, notes: Sequence[Note]) -> None:
        """Notes, in their order."""
        for note in notes:
            self.notes.append(_note(self.exchange, self.stand, note, self.top + 2))
            self.top = self.notes[-1].bottom + ROW_GAP / 2 + 2

    def begin(self, index: int, notes: Sequence[Note]) -> None:
        """The text of a case and the notes that it begins with; one without messages ends with them."""
        case = self.exchange.cases[index]
        band = begin(case, len(self.open), self.top + ROW_GAP / 2, self.stand.width)
        self.top = band.bottom + ROW_GAP / 2
        self.note(notes)
        if case.last > case.first:
            self.open[index] = band
        else:
            self.top += NOTE_PAD if notes else 0
            self.bands.append(replace(band, bottom=max(band.bottom, self.top - ROW_GAP / 2)))

    def message(self, place: int) -> None:
        """A message."""
        self.rows.append(_row(self.exchange, self.stand, place, self.top))
        self.top = self.rows[-1].bottom + ROW_GAP / 2

    def end(self, place: int, notes: Sequence[Note]) -> Sequence[int]:
        """End the cases that end before the message of that place, the inner ones first, each with its last notes; say which."""
        ending = [index for index in reversed(self.open) if self.open[index].case.last == place]
        for index in ending:
            last = [note for note in notes if note.case == index]
            self.note(last)
            self.top += NOTE_PAD
            self.bands.append(replace(self.open.pop(index), bottom=self.top - ROW_GAP / 2))
        self.top += ROW_GAP if ending else 0
        return ending


def _row(exchange: Exchange, stand: Columns, place: int, top: float) -> Row:
    places, message = column_of(exchange.participants), exchange.messages[place]
    ends = places[message.source], places[message.target]
    lines = wrap(message.text, "label", _text_room(stand, *ends))
    return Row(message.number or str(place + 1), message, lines, stand.centres[ends[0]], stand.centres[ends[1]], top)


def _text_room(stand: Columns, source: int, target: int) -> float:
    if source != target:
        between = abs(stand.centres[target] - stand.centres[source])
        return min(between - BADGE / 2 - 2 * TEXT_GAP, WIDEST_TEXT)
    neighbour = source - 1 if loops_back(source, len(stand.heads)) else source + 1
    edges = [*stand.centres, stand.width - MARGIN + TEXT_GAP]
    return abs(edges[neighbour] - edges[source]) - LOOP - 2 * TEXT_GAP


def _note(exchange: Exchange, stand: Columns, note: Note, top: float) -> NoteRow:
    """As wide as what it is over, or as its text where that is only one; never beyond the margins."""
    places = column_of(exchange.participants)
    centres = [stand.centres[places[name]] for name in note.over] or [stand.centres[0], stand.centres[-1]]
    first, last = min(centres) - NOTE_REACH, max(centres) + NOTE_REACH
    wish = min(NOTE_WIDTH, text_width(note.text, "label")) + 2 * NOTE_INSET + 1
    spare = max(0.0, wish - (last - first)) / 2
    left, right = first - spare, last + spare
    shift = max(0.0, MARGIN - left) - max(0.0, right - (stand.width - MARGIN))
    left, right = max(MARGIN, left + shift), min(stand.width - MARGIN, right + shift)
    return NoteRow(note, wrap(note.text, "label", right - left - 2 * NOTE_INSET), left, right, top)
