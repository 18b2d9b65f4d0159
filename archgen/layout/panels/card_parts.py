"""What stands on a card: its heading and what it says, what speaks for and against it, its code."""

from archgen.dsl.appearance import Tone
from archgen.figures.cards import Card
from archgen.layout.panels.block import Block, stacked
from archgen.layout.panels.code import code
from archgen.layout.panels.marks import Sign, mark
from archgen.layout.panels.paragraph import line_height, paragraph
from archgen.model.picture import Icon

BETWEEN = 8.0  # the parts of a card
ICON, ICON_GAP = 20.0, 9.0
MARK = 18.0  # from the left of a point to its text


def heading(card: Card, width: float) -> Block:
    """What it is called, with its icon."""
    if not card.glyph:
        return paragraph(card.name, "title", width)
    name = paragraph(card.name, "title", width - ICON - ICON_GAP)
    icon = Icon(0, (line_height("title") - ICON) / 2, card.glyph, ICON, card.tone)
    return Block(ICON + ICON_GAP + name.width, max(ICON, name.height), (icon, *name.at(ICON + ICON_GAP, 0)))


def said(card: Card, width: float) -> Block:
    """Its heading, its value and its text."""
    value = paragraph(card.value, "value", width, card.tone)
    return stacked((heading(card, width), value, paragraph(card.text, "body", width)), BETWEEN)


def details(card: Card, width: float) -> Block:
    """Its code, and what is listed of it."""
    listed = [_marked(point, "point", width, card.tone) for point in card.points]
    listed += [_marked(point, "plus", width, card.tone) for point in card.pros]
    listed += [_marked(point, "minus", width, card.tone) for point in card.cons]
    return stacked((code(card.code, width), stacked(listed, 3)), BETWEEN)


def _marked(point: str, sign: Sign, width: float, tone: Tone) -> Block:
    """A point with a sign before it."""
    text = paragraph(point, "body", width - MARK)
    middle = line_height("body") / 2
    return Block(width, text.height, (*mark(sign, middle, tone), *text.at(MARK, 0)))
