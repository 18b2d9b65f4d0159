"""What leads to a figure, set above it: the figures that it is a part of, one behind the other."""

from collections.abc import Iterator
from dataclasses import replace

from archgen.layout.layered_picture import least_width
from archgen.layout.moving import all_moved
from archgen.layout.text_size import text_width, wrap
from archgen.model.drawing import Drawing
from archgen.model.picture import MAX_WIDTH, Link, Picture, Text, TextRole

MARGIN, BASELINE, BELOW, ROW = 20.0, 18.0, 8.0, 20.0
ROOM = MAX_WIDTH - 4 * MARGIN  # for a row at most
WIDEST = 2.15  # in proportion to the height: rows that would make a figure wider than that are broken
PARTED, GAP = "/", 8.0


def headed(drawing: Drawing, picture: Picture) -> Picture:
    """The picture with its trail above it; the picture itself where it has none."""
    wide = max(picture.width, WIDEST * (picture.height + BASELINE + BELOW))
    shapes = list(_trail(drawing, min(ROOM, wide - 2 * MARGIN)))
    if not shapes:
        return picture
    high = max(shape.y for shape in shapes) + BELOW
    height = round(picture.height + high, 1)
    right = max(shape.x + shape.width for shape in shapes) + MARGIN
    width = max(picture.width, round(right, 1), least_width(height))
    moved = all_moved(picture.shapes, (width - picture.width) / 2, high)
    return replace(picture, width=width, height=height, shapes=(*shapes, *moved))


def _trail(drawing: Drawing, room: float) -> Iterator[Text | Link]:
    """The titles in rows, parted by strokes; one that is longer than a row is broken."""
    x, y = MARGIN, BASELINE
    for place, (to, title) in enumerate(drawing.trail):
        role: TextRole = "step" if to else "legend"
        for number, line in enumerate(wrap(title, role, room)):
            wide, parted = text_width(line, role), text_width(PARTED, "legend") + GAP
            if number or (place and x + parted + wide > MARGIN + room):
                x, y = MARGIN, y + ROW
            if place and not number:
                yield Text(x, y, PARTED, parted - GAP, "legend")
                x += parted
            yield Text(x, y, line, wide, role)
            if to:
                yield Link(x - 3, y - 14, wide + 6, 19, to, title, 4)
            x += wide + GAP
