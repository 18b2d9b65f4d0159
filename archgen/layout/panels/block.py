"""Something laid out: shapes within a rectangle whose top left corner is the origin."""

from collections.abc import Iterable, Sequence

from archgen.layout.moving import all_moved
from archgen.model.picture import Shape
from archgen.values import dataclass


@dataclass(frozen=True)
class Block:
    """Shapes, and the room that they take, in pixels."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()

    def at(self, x: float, y: float) -> tuple[Shape, ...]:
        """The shapes where the block's top left corner is at this place."""
        return all_moved(self.shapes, x, y)


def stacked(blocks: Iterable[Block], gap: float = 0) -> Block:
    """Blocks one below the other, flush left; those without height leave no gap."""
    shapes: list[Shape] = []
    width = height = 0.0
    for block in blocks:
        if not block.height:
            continue
        height += gap if height else 0
        shapes += block.at(0, height)
        width, height = max(width, block.width), height + block.height
    return Block(width, height, tuple(shapes))


def beside(blocks: Sequence[Block], gap: float) -> Block:
    """Blocks side by side, their tops in line."""
    shapes: list[Shape] = []
    x = 0.0
    for block in blocks:
        shapes += block.at(x, 0)
        x += block.width + gap
    return Block(max(0.0, x - gap), max((block.height for block in blocks), default=0.0), tuple(shapes))
