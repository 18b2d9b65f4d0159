"""The heads of lifelines: one card for each participant, all of one height."""

from collections.abc import Iterator, Sequence

from archgen.layout.text_size import text_width, unbroken_width, wrap
from archgen.model.drawing import Box
from archgen.model.picture import Icon, Rect, Shape, Text, TextRole
from archgen.values import dataclass

ICON = 20.0
PADDING = 12.0
ICON_GAP = 9.0
TITLE_LINE = 17.0
SUBTITLE_LINE = 15.0
TITLE_BASELINE = 13.0
SUBTITLE_BASELINE = 11.5
LEAST_WIDTH = 84.0


@dataclass(frozen=True)
class Head:
    """The card of one participant; `stacked` puts its icon above its lines of text, not beside them."""

    box: Box
    titles: Sequence[str]
    subtitles: Sequence[str]
    stacked: bool

    @property
    def text_width(self) -> float:
        """The widest of its lines."""
        widths = [text_width(line, "title") for line in self.titles]
        return max([*widths, *(text_width(line, "subtitle") for line in self.subtitles)], default=0)

    @property
    def text_height(self) -> float:
        """All lines, one below the other."""
        return TITLE_LINE * len(self.titles) + SUBTITLE_LINE * len(self.subtitles)

    @property
    def width(self) -> float:
        """The card, from edge to edge."""
        icon = ICON + ICON_GAP if self.box.glyph and not self.stacked else 0
        return max(LEAST_WIDTH, self.text_width + icon + 2 * PADDING)

    @property
    def height(self) -> float:
        """The card, if no other one is higher."""
        icon = ICON + 4 if self.box.glyph and self.stacked else 0
        return self.text_height + icon + 18


def measure(box: Box, text_limit: float, *, stacked: bool, whole_word: float = 0) -> Head:
    """Break the texts of a participant to at most `text_limit` pixels; a single word may take up to `whole_word` of them."""
    widest = max(_widest_word(box.title, "title", whole_word), _widest_word(box.subtitle, "subtitle", whole_word))
    limit = max(text_limit, widest if widest <= whole_word else 0)
    return Head(box, wrap(box.title, "title", limit), wrap(box.subtitle, "subtitle", limit), stacked)


def _widest_word(text: str, role: TextRole, whole_word: float) -> float:
    """The widest of its words; those wider than `whole_word` are broken where they may be."""
    widths = ((word, text_width(word, role)) for word in text.split())
    return max((wide if wide <= whole_word else unbroken_width(word, role) for word, wide in widths), default=0.0)


def paint(head: Head, centre: float, top: float, height: float) -> Iterator[Shape]:
    """Draw a card of `height` with its middle at `centre`."""
    left = centre - head.width / 2
    yield Rect(left, top, head.width, height, tone=head.box.tone)
    if head.stacked or not head.box.glyph:
        yield from _stacked(head, centre, top + (height - head.height) / 2 + 9)
    else:
        yield Icon(left + PADDING, top + (height - ICON) / 2, head.box.glyph, ICON, head.box.tone)
        start = left + PADDING + ICON + ICON_GAP
        for baseline, text, role in _lines(head, top + (height - head.text_height) / 2):
            yield Text(start, baseline, text, text_width(text, role), role)


def _stacked(head: Head, centre: float, top: float) -> Iterator[Shape]:
    if head.box.glyph:
        yield Icon(centre - ICON / 2, top, head.box.glyph, ICON, head.box.tone)
        top += ICON + 4
    for baseline, text, role in _lines(head, top):
        yield Text(centre, baseline, text, text_width(text, role), role, "middle")


def _lines(head: Head, top: float) -> Iterator[tuple[float, str, TextRole]]:
    for line in head.titles:
        yield top + TITLE_BASELINE, line, "title"
        top += TITLE_LINE
    for line in head.subtitles:
        yield top + SUBTITLE_BASELINE, line, "subtitle"
        top += SUBTITLE_LINE
