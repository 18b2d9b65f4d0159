"""Cards as broad as the figure: what they are at the left, their details beside it, their notes at the right."""

from collections.abc import Sequence

from archgen.figures.cards import Card
from archgen.layout.panels.block import Block
from archgen.layout.panels.card_parts import details, said
from archgen.layout.panels.paragraph import paragraph
from archgen.model.picture import Rect, Shape

BROAD = 560.0  # from this width on
PADDING, BETWEEN = 14.0, 26.0
SHARES = (36.0, 40.0, 24.0)  # of the room, for each column, to the others that there are


def broad_cards(cards: Sequence[Card], width: float) -> Sequence[Block]:
    """A block for each card; their columns are in line."""
    used = [True, any(_has_details(card) for card in cards), any(card.note for card in cards)]
    shares = [share if there else 0.0 for share, there in zip(SHARES, used, strict=True)]
    room = width - 2 * PADDING - BETWEEN * (sum(used) - 1)
    first, middle, last = (room * share / sum(shares) for share in shares)
    spare = max(0.0, first - max(said(card, first).width for card in cards)) if middle or last else 0.0
    return [
        _card(card, (first - spare, middle + spare if middle else 0.0, last if middle else last + spare), width) for card in cards
    ]


def _has_details(card: Card) -> bool:
    return bool(card.points or card.pros or card.cons or card.code)


def _card(card: Card, widths: Sequence[float], width: float) -> Block:
    shapes: list[Shape] = []
    x = height = 0.0
    notes = paragraph(card.note, "strong", widths[2], card.tone) if widths[2] else Block(0, 0)
    for block, wide in zip((said(card, widths[0]), details(card, widths[1] or width), notes), widths, strict=True):
        shapes += block.at(x + PADDING, PADDING)
        x += wide + BETWEEN if wide else 0.0
        height = max(height, block.height)
    height += 2 * PADDING
    return Block(width, height, (Rect(0, 0, width, height, "tile", card.tone), *shapes))
