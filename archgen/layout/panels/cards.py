"""Cards: as many beside one another as there is room for, those of a row equally high, their feet in line."""

import math
from collections.abc import Iterator, Sequence

from archgen.figures.cards import Card, Cards
from archgen.layout.moving import all_moved
from archgen.layout.panels.block import Block, stacked
from archgen.layout.panels.broad_cards import BROAD, broad_cards
from archgen.layout.panels.card_parts import BETWEEN, ICON, ICON_GAP, MARK, details, said
from archgen.layout.panels.code import code_width
from archgen.layout.panels.paragraph import paragraph
from archgen.layout.text_size import text_width
from archgen.model.picture import Line, Point, Rect, Shape
from archgen.values import dataclass

GAP = 14.0
SPREAD = 28.0  # how much further apart rows may stand
ARROW_GAP = 34.0  # between cards that follow one another
PADDING = 14.0
NARROWEST, WIDEST = 168.0, 460.0
MOST_BESIDE_ONE = 3  # so many stand one below another rather than one of them alone below two
READABLE = 250.0  # the width that a card with sentences likes to have


@dataclass(frozen=True)
class Parts:
    """A card's texts, broken: what stands at its top, and what at its foot."""

    top: Block
    foot: Block

    def height(self, foot: float) -> float:
        """How high the card has to be where the highest foot of its row takes `foot` pixels."""
        below = foot + BETWEEN + PADDING if self.foot.height else 0.0
        return self.top.height + below + 2 * PADDING


def place_cards(panel: Cards, room: float, high: float = 0.0) -> Block:
    """Set the cards in rows of at most `room` pixels, all equally wide; those that follow one another in one row or column.

    Rows stand a little further apart where they then end `high` pixels below their top.
    """
    gap = ARROW_GAP if panel.ordered else GAP
    columns = _columns(panel, room, gap)
    width = min(WIDEST if columns > 1 else room, (room - gap * (columns - 1)) / columns)
    blocks = broad_cards(panel.cards, width) if width >= BROAD else _rows(panel, columns, width, gap)
    if panel.ordered and columns == 1:
        return _one_below_another(blocks)
    spare = (high - stacked(blocks, GAP).height) / max(1, len(blocks) - 1)
    return stacked(blocks, GAP + (spare if 0 < spare <= SPREAD else 0.0))


def _rows(panel: Cards, columns: int, width: float, gap: float) -> Sequence[Block]:
    rows = [panel.cards[first : first + columns] for first in range(0, len(panel.cards), columns)]
    return [_row(row, width, gap, ordered=panel.ordered) for row in rows]


def _one_below_another(blocks: Sequence[Block]) -> Block:
    """Cards that follow one another downwards."""
    column = stacked(blocks, ARROW_GAP)
    x, y = column.width / 2, 0.0
    arrows: list[Shape] = []
    for block in blocks[:-1]:
        y += block.height
        arrows.append(Line((Point(x, y + 3), Point(x, y + ARROW_GAP - 3))))
        y += ARROW_GAP
    return Block(column.width, column.height, (*column.shapes, *arrows))


def _columns(panel: Cards, room: float, gap: float) -> int:
    """How many beside one another: as few rows as can be, each about equally full."""
    count = len(panel.cards)
    wish = max(_wish(card) for card in panel.cards)
    most = max(1, int((room + gap) // (wish + gap)))
    most = min(count, panel.columns or most, max(1, int((room + gap) // (NARROWEST + gap))))
    if most < count and (panel.ordered or count == MOST_BESIDE_ONE):
        return 1
    return math.ceil(count / math.ceil(count / most))


def _wish(card: Card) -> float:
    """How wide a card likes to be: a name in one line, code unbroken, sentences in lines that are easy to read."""
    name = text_width(card.name, "title") + (ICON + ICON_GAP if card.glyph else 0)
    listed = [text_width(point, "body") + MARK for point in (*card.points, *card.pros, *card.cons)]
    text = [text_width(part, "body") for part in (card.text, card.note)]
    widest = max([name, code_width(card.code), *(min(READABLE, wide) for wide in (*listed, *text))])
    return min(WIDEST, max(NARROWEST, widest + 2 * PADDING))


def _row(cards: Sequence[Card], width: float, gap: float, *, ordered: bool) -> Block:
    parts = [_parts(card, width - 2 * PADDING) for card in cards]
    foot = max(part.foot.height for part in parts)
    height = max(part.height(foot) for part in parts)
    shapes: list[Shape] = []
    for place, (card, part) in enumerate(zip(cards, parts, strict=True)):
        left = place * (width + gap)
        shapes += all_moved(_card(card, part, width, height, foot), left, 0)
        if ordered and place:
            shapes.append(Line((Point(left - gap + 3, height / 2), Point(left - 3, height / 2))))
    return Block(len(cards) * (width + gap) - gap, height, tuple(shapes))


def _card(card: Card, parts: Parts, width: float, height: float, foot: float) -> Iterator[Shape]:
    yield Rect(0, 0, width, height, "tile", card.tone)
    yield from parts.top.at(PADDING, PADDING)
    if parts.foot.height:
        y = height - PADDING - foot
        yield Line((Point(PADDING, y - PADDING / 2), Point(width - PADDING, y - PADDING / 2)), "rule", head=False)
        yield from parts.foot.at(PADDING, y)


def _parts(card: Card, width: float) -> Parts:
    return Parts(stacked((said(card, width), details(card, width)), BETWEEN), paragraph(card.note, "strong", width, card.tone))
