"""How far apart lifelines stand: as far as their cards and messages like, within the width of a figure."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from archgen.layout.adding import added
from archgen.layout.participants import Head, measure
from archgen.layout.text_size import text_width, wrap
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
# How wide the text of a card may be, whether its icon stands above it, how wide a single word may be before it is broken, and how
# narrow the texts of messages may become.
STYLES = (
    (150.0, False, WHOLE_WORD, NARROWEST_TEXT),
    (110.0, False, WHOLE_WORD, NARROWEST_TEXT),
    (108.0, True, WHOLE_WORD, NARROWEST_TEXT),
    (90.0, True, WHOLE_WORD, NARROWEST_TEXT),
    (76.0, True, WHOLE_WORD, NARROWEST_TEXT),
    (66.0, True, WHOLE_WORD, NARROWEST_TEXT),
    (60.0, True, WHOLE_WORD, 64),
    (66.0, True, 66.0, NARROWEST_TEXT),
)

Wish = Callable[[str], float]  # how wide a text would be


@dataclass(frozen=True)
class Columns:
    """Each participant's card and the middle of its lifeline; the figure ends at `width`."""

    heads: Sequence[Head]
    centres: Sequence[float]
    width: float


def columns(exchange: Exchange, width: float = MAX_WIDTH) -> Columns:
    """Choose the roomiest cards that leave the messages enough room within `width`, and stand them apart."""
    for text_limit, stacked, whole_word, narrowest in STYLES:
        heads = [measure(box, text_limit, stacked=stacked, whole_word=whole_word) for box in exchange.participants]
        if added(_gaps(exchange, heads, _capped(narrowest, _one_line))) <= _room(heads, width):
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
    """Give texts the room of two lines as far as there is some, then even out the gaps, then give texts the room of one line."""

    def widened(wish: Wish, even: int) -> Sequence[float]:
        def at(limit: int) -> Sequence[float]:
            return _at_least(_gaps(exchange, heads, _capped(limit, wish)), even)

        return at(_largest(0, WIDEST_TEXT, lambda limit: added(at(limit)) <= room))

    gaps = widened(_two_lines, 0)
    even = _largest(0, EVEN_GAP, lambda least: added(_at_least(gaps, least)) <= room)
    evened, roomy = _at_least(gaps, even), widened(_one_line, even)
    return roomy if added(roomy) > added(evened) else evened


def _largest(low: int, high: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number up to `high` that fits, or `low` where none does."""
    return next((number for number in range(high, low, -2) if fits(number)), low)


def _at_least(gaps: Sequence[float], least: float) -> Sequence[float]:
    return [max(gap, least) for gap in gaps[:-1]] + list(gaps[-1:])


def _gaps(exchange: Exchange, heads: Sequence[Head], wish: Wish) -> list[float]:
    """Return the room right of each lifeline: to the next one, and after the last to the figure's edge."""
    places = column_of(exchange.participants)
    halves = [head.width / 2 for head in heads]
    gaps = [one + other + CARD_GAP for one, other in pairwise(halves)] + halves[-1:]
    spans = [(_reach(message, places), _need(message, wish)) for message in exchange.messages]
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


def _need(message: Message, wish: Wish) -> float:
    ends = LOOP + 2 * TEXT_GAP if message.source == message.target else BADGE / 2 + 2 * TEXT_GAP
    return wish(message.text) + ends


def _capped(limit: float, wish: Wish) -> Wish:
    return lambda text: min(wish(text), limit)


@lru_cache(maxsize=4096)
def _one_line(text: str) -> float:
    return text_width(text, "label") + 1


@lru_cache(maxsize=4096)
def _two_lines(text: str) -> float:
    """What a text takes that is broken in two, if it is long."""
    whole = _one_line(text)
    lines = wrap(text, "label", whole * 0.66) if whole > NARROWEST_TEXT else ()
    return max(text_width(line, "label") for line in lines) + 1 if len(lines) == 2 else whole
