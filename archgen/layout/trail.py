"""What leads to a figure, set above it: the figures that it is a part of, one behind the other."""

from collections.abc import Iterator
from dataclasses import replace

from archgen.layout.moving import all_moved
from archgen.layout.text_size import text_width
from archgen.model.drawing import Drawing
from archgen.model.picture import Link, Picture, Text, TextRole

MARGIN, HIGH, BASELINE = 20.0, 26.0, 18.0
PARTED, GAP = "/", 8.0


def headed(drawing: Drawing, picture: Picture) -> Picture:
    """The picture with its trail above it; the picture itself where it has none."""
    shapes = list(_trail(drawing))
    if not shapes:
        return picture
    right = max(shape.x + shape.width for shape in shapes if not isinstance(shape, Link)) + MARGIN
    width = max(picture.width, right)
    moved = all_moved(picture.shapes, (width - picture.width) / 2, HIGH)
    return replace(picture, width=round(width, 1), height=round(picture.height + HIGH, 1), shapes=(*shapes, *moved))


def _trail(drawing: Drawing) -> Iterator[Text | Link]:
    x = MARGIN
    for place, (to, title) in enumerate(drawing.trail):
        if place:
            parted = text_width(PARTED, "legend")
            yield Text(x, BASELINE, PARTED, parted, "legend")
            x += parted + GAP
        role: TextRole = "step" if to else "legend"
        wide = text_width(title, role)
        yield Text(x, BASELINE, title, wide, role)
        if to:
            yield Link(x - 3, BASELINE - 14, wide + 6, 19, to, title, 4)
        x += wide + GAP
