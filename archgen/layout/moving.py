"""Shapes at another place, and marked by what they belong to."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from archgen.model.picture import Line, Point, Rect, Shape, Text

S = TypeVar("S", bound=Shape)


def moved(shape: Shape, x: float, y: float) -> Shape:
    """The shape so far to the right and down; all its numbers rounded to a tenth of a pixel."""
    if isinstance(shape, Line):
        return _other(shape, points=tuple([Point(round(point.x + x, 1), round(point.y + y, 1)) for point in shape.points]))
    changed = {"x": round(shape.x + x, 1), "y": round(shape.y + y, 1)}
    if isinstance(shape, (Rect, Text)):
        changed["width"] = round(shape.width, 1)
    if isinstance(shape, Rect):
        changed["height"] = round(shape.height, 1)
    return _other(shape, **changed)


def _other(shape: S, **changed: object) -> S:
    """What `dataclasses.replace` makes, without a look at each attribute: a figure has thousands of shapes."""
    made = object.__new__(type(shape))
    vars(made).update(vars(shape), **changed)
    return made


def all_moved(shapes: Iterable[Shape], x: float, y: float) -> tuple[Shape, ...]:
    """Each shape so far to the right and down."""
    return tuple(moved(shape, x, y) for shape in shapes)


def marked(shapes: Iterable[Shape], mark: str) -> Iterator[Shape]:
    """Each shape with that mark, but for those that have one."""
    return (shape if shape.mark or not mark else _other(shape, mark=mark) for shape in shapes)
