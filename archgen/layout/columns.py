"""How far apart lifelines stand: as far as their cards and messages like, within the width of a figure."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from archgen.layout.adding import added
from archgen.layout.participants import Head, measure
from archgen.layout.text_size import text_width
from archgen.model.drawing import Box, Message
from archgen.model.drawing import Sequence as Exchange
from archgen.model.picture import MAX_WIDTH
from archgen.values import dataclass

MARGIN = 16.0
CARD_GAP = 14.0
BADGE = 20.0
TEXT_GAP = 14.0  # between a message's text and what stands at the ends of its line
LOOP = 34.0  # how far a message to oneself swings out
WIDEST_TEXT, NARROWEST_TEXT = 260, 84
WHOLE_WORD = 130.0
EVEN_GAP = 210  # as far apart as lifelines stand when nothing asks for more
# How wide the text of a card may be, whether its icon stands above it, and how wide a single word may be before it is broken.
STYLES = (
    (150.0, False, WHOLE_WORD),
    (110.0, False, WHOLE_WORD),
    (108.0, True, WHOLE_WORD),
    (90.0, True, WHOLE_WORD),
    (76.0, True, WHOLE_WORD),
    (66.0, True, WHOLE_WORD),
    (66.0, True, 66.0),
)


@dataclass(frozen=True)
class Columns:
    """Each participant's card and the middle of its lifeline; the figure ends at `width`."""

    heads: Sequence[Head]
    centres: Sequence[float]
    width: float


def columns(exchange: Exchange, width: float = MAX_WIDTH) -> Columns:
    """Choose the roomiest cards that leave the messages enough room within `width`, and stand them apart."""
    for text_limit, stacked, whole_word in STYLES:
        heads = [measure(box, text_limit, stacked=stacked, whole_word=whole_word) for box in exchange.participants]
        if added(_gaps(exchange, heads, NARROWEST_TEXT)) <= _room(heads, width):
            break
    gaps = _spread(exchange, heads, _room(heads, width))
    start = MARGIN + heads[0].width / 2 if heads else MARGIN
    centres = [start + added(gaps[:place]) for place in range(len(heads))]
    return Columns(heads, centres, start + added(gaps) + MARGIN)


def column_of(participants: Sequence[Box]) -> Mapping[str, int]:
    """Return the place of each participant, by its id."""
    return {box.id: place for place, box in enumerate(participants)}


def loops_back(place: int, participants: int) -> bool:
    """Tell whether a message to oneself swings out to the left: it does at the last of several lifelines."""
    return 0 < place == participants - 1


def _room(heads: Sequence[Head], width: float) -> float:
    return width - 2 * MARGIN - (heads[0].width / 2 if heads else 0)


def _spread(exchange: Exchange, heads: Sequence[Head], room: float) -> Sequence[float]:
    """Widen the texts as far as there is room, then even out what is left between the gaps."""
    text_limit = _largest(0, WIDEST_TEXT, lambda limit: added(_gaps(exchange, heads, limit)) <= room)
    gaps = _gaps(exchange, heads, text_limit)
    even = _largest(0, EVEN_GAP, lambda least: added(_at_least(gaps, least)) <= room)
    return _at_least(gaps, even)


def _largest(low: int, high: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number up to `high` that fits, or `low` where none does."""
    return next((number for number in range(high, low, -2) if fits(number)), low)


def _at_least(gaps: Sequence[float], least: float) -> Sequence[float]:
    return [max(gap, least) for gap in gaps[:-1]] + list(gaps[-1:])


def _gaps(exchange: Exchange, heads: Sequence[Head], text_limit: float) -> list[float]:
    """Return the room right of each lifeline: to the next one, and after the last to the figure's edge."""
    places = column_of(exchange.participants)
    halves = [head.width / 2 for head in heads]
    gaps = [one + other + CARD_GAP for one, other in pairwise(halves)] + halves[-1:]
    spans = [(_reach(message, places), _need(message, text_limit)) for message in exchange.messages]
    for (first, last), need in sorted(spans, key=lambda span: span[0][1] - span[0][0]):
        lacking = max(0.0, need - added(gaps[first:last])) / (last - first)
        for gap in range(first, last):
            gaps[gap] += lacking
    return gaps


def _reach(message: Message, places: Mapping[str, int]) -> tuple[int, int]:
    """Return the first and the last column of a message; one to oneself reaches into the gap that it swings to."""
    source, target = places[message.source], places[message.target]
    if source != target:
        return min(source, target), max(source, target)
    return (source - 1, source) if loops_back(source, len(places)) else (source, source + 1)


def _need(message: Message, text_limit: float) -> float:
    ends = LOOP + 2 * TEXT_GAP if message.source == message.target else BADGE / 2 + 2 * TEXT_GAP
    return min(text_width(message.text, "label") + 1, text_limit) + ends
