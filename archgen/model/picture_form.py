"""Pictures as plain data, to be kept and read again: each shape is the name of its class and its values in their order."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from archgen.model.picture import Icon, Line, Link, Picture, Point, Rect, Shape, Text

FORMS: dict[str, Any] = {form.__name__: form for form in (Rect, Line, Text, Icon, Link)}


def picture_data(picture: Picture) -> list[object]:
    """The picture as lists, texts and numbers alone, as JSON has them."""
    return [picture.title, picture.description, picture.width, picture.height, [_shape_data(one) for one in picture.shapes]]


def picture_of(data: Any) -> Picture:
    """The picture that was made such data. Raises ValueError or TypeError for any other."""
    title, description, width, height, shapes = data
    return Picture(title, description, width, height, tuple(map(_shape_of, shapes)))


def _shape_data(shape: Shape) -> list[object]:
    held = vars(shape)
    values = [held[field.name] for field in dataclasses.fields(shape)]
    if isinstance(shape, Line):
        values[0] = [(point.x, point.y) for point in shape.points]
    return [type(shape).__name__, *values]


def _shape_of(data: Sequence[Any]) -> Shape:
    name, *values = data
    if name not in FORMS:
        raise ValueError(f"there is no shape {name!r}")
    if name == "Line":
        values[0] = tuple(Point(x, y) for x, y in values[0])
    shape: Shape = FORMS[name](*values)
    return shape
