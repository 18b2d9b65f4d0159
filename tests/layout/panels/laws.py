"""What must hold for anything laid out as a block."""

from itertools import combinations

from archgen.layout.panels.block import Block
from archgen.model.picture import Rect, Text


def check(block: Block) -> None:
    """Everything stays within the block, and no text lies on another."""
    for shape in block.shapes:
        if isinstance(shape, Rect):
            assert -0.2 <= shape.x <= shape.x + shape.width <= block.width + 0.2
            assert -0.2 <= shape.y <= shape.y + shape.height <= block.height + 0.2
    texts = [extent(shape) for shape in block.shapes if isinstance(shape, Text)]
    assert all(left >= -0.2 and right <= block.width + 0.2 for left, _, right, _ in texts)
    assert all(top >= 0 and bottom <= block.height + 0.2 for _, top, _, bottom in texts)
    assert [(a, b) for a, b in combinations(texts, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]] == []


def extent(text: Text) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what a text's capitals cover."""
    left = {"start": text.x, "middle": text.x - text.width / 2, "end": text.x - text.width}[text.anchor]
    return left, text.y - 9, left + text.width, text.y
