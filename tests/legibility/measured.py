"""What is measured of a figure: its texts and shapes as the browser drew them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Extent:
    """A rectangle in pixels of the figure."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, margin: float) -> "Extent":
        return Extent(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def shared(self, other: "Extent") -> float:
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def covers(self, other: "Extent") -> bool:
        return self.left <= other.left and self.top <= other.top and self.right >= other.right and self.bottom >= other.bottom

    def has(self, point: tuple[float, float]) -> bool:
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


@dataclass(frozen=True)
class Ink:
    """One line of text: the extent of its letters, and each pair of its colour and what lies below."""

    content: str
    extent: Extent
    order: int
    size: float
    weight: int
    backed: bool
    colours: tuple[tuple[Colour, Colour], ...]


@dataclass(frozen=True)
class Stroke:
    """A shape: points along its outline, whether they enclose it, and whether it hides what is below."""

    extent: Extent
    order: int
    points: tuple[tuple[float, float], ...]
    closed: bool
    opaque: bool
    stroked: bool


@dataclass(frozen=True)
class Measured:
    """A whole figure."""

    extent: Extent
    role: str
    title: str
    description: str
    labelled: bool
    texts: tuple[Ink, ...]
    shapes: tuple[Stroke, ...]

    @cached_property
    def homes(self) -> Mapping[Ink, Stroke]:
        """For each text the box that it belongs to: the smallest around all of it, or else around its middle."""
        around = {text: [box for box in self.grounds(text) if box.extent.has(text.extent.middle)] for text in self.texts}
        return {
            text: min(boxes, key=lambda box: (not box.extent.covers(text.extent), box.extent.area))
            for text, boxes in around.items()
            if boxes
        }

    def grounds(self, text: Ink) -> Sequence[Stroke]:
        """Return the boxes below a text that hold its middle or one of its ends, the ground of the figure aside."""
        ink = text.extent
        level = ink.middle[1]
        points = [(ink.left + 1, level), ink.middle, (ink.right - 1, level)]
        return [
            shape
            for shape in self.shapes
            if shape.closed
            and shape.order < text.order
            and shape.extent.area < 0.9 * self.extent.area
            and shape.extent.bottom - shape.extent.top > 0.8 * (ink.bottom - ink.top)
            and any(shape.extent.has(point) for point in points)
        ]


def read(answer: Mapping[str, Any]) -> Measured:
    """Turn the browser's answer into values."""
    texts = [
        Ink(
            text["content"],
            Extent(*text["box"]),
            text["order"],
            text["size"],
            text["weight"],
            text["backed"],
            tuple((tuple(ink), tuple(ground)) for ink, ground in text["colours"]),
        )
        for text in answer["texts"]
    ]
    shapes = [
        Stroke(
            Extent(*shape["box"]),
            shape["order"],
            tuple((x, y) for x, y in shape["points"]),
            shape["closed"],
            shape["opaque"],
            shape["stroked"],
        )
        for shape in answer["shapes"]
    ]
    return Measured(
        Extent(0, 0, answer["width"], answer["height"]),
        answer["role"],
        answer["title"],
        answer["description"],
        answer["labelled"],
        tuple(texts),
        tuple(shapes),
    )
