"""Texts of a panel, broken to the room there is."""

from typing import Literal

from archgen.dsl.appearance import Tone
from archgen.layout.panels.block import Block
from archgen.layout.text_size import text_width, wrap
from archgen.model.picture import TYPEFACES, Text, TextRole

LEADING = 1.4  # from line to line, in sizes of the type
CAPITAL = 0.727  # how high a capital is in Inter, in sizes of the type
Anchor = Literal["start", "middle", "end"]


def line_height(role: TextRole) -> float:
    """From line to line, in pixels."""
    return TYPEFACES[role].size * LEADING


def paragraph(text: str, role: TextRole, width: float, tone: Tone = "neutral", anchor: Anchor = "start") -> Block:
    """Set `text` in lines of at most `width` pixels; nothing for a text without words.

    The block is as wide as its longest line, or with another anchor than `start` as wide as it may be.
    """
    return lines(wrap(text, role, width), role, tone, anchor, width)


def lines(texts: list[str], role: TextRole, tone: Tone = "neutral", anchor: Anchor = "start", width: float = 0) -> Block:
    """Set each text as one line, whatever its length."""
    high, size = line_height(role), TYPEFACES[role].size
    widths = [text_width(text, role) for text in texts]
    wide = max(widths, default=0.0) if anchor == "start" else width
    x = {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    first = (high + CAPITAL * size) / 2
    shapes = (
        Text(x, first + high * place, text, measured, role, anchor, tone)
        for place, (text, measured) in enumerate(zip(texts, widths, strict=True))
    )
    return Block(wide, high * len(texts), tuple(shapes))
