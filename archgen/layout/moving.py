"""Shapes at another place, and marked by what they belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archgen.model.picture import Line, Point, Rect, Shape, Text


def moved(shape: Shape, x: float, y: float) -> Shape:
    """The shape so far to the right and down; all its numbers rounded to a tenth of a pixel."""
    match shape:
        case Line():
            return replace(shape, points=tuple(Point(_round(point.x + x), _round(point.y + y)) for point in shape.points))
        case Rect():
            width, height = _round(shape.width), _round(shape.height)
            return replace(shape, x=_round(shape.x + x), y=_round(shape.y + y), width=width, height=height)
        case Text():
            return replace(shape, x=_round(shape.x + x), y=_round(shape.y + y), width=_round(shape.width))
        case _:
            return replace(shape, x=_round(shape.x + x), y=_round(shape.y + y))


def all_moved(shapes: Iterable[Shape], x: float, y: float) -> tuple[Shape, ...]:
    """Each shape so far to the right and down."""
    return tuple(moved(shape, x, y) for shape in shapes)


def marked(shapes: Iterable[Shape], mark: str) -> Iterator[Shape]:
    """Each shape with that mark, but for those that have one."""
    return (shape if shape.mark or not mark else replace(shape, mark=mark) for shape in shapes)


def _round(value: float) -> float:
    return round(value, 1)
