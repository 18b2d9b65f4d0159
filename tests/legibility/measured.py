"""What is measured of a figure: its texts and shapes as the browser drew them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

Colour = tuple[float, float, float]


class Extent(NamedTuple):
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

    def meets(self, other: "Extent") -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def covers(self, other: "Extent") -> bool:
        return self.left <= other.left and self.top <= other.top and self.right >= other.right and self.bottom >= other.bottom

    def has(self, point: Sequence[float]) -> bool:
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


@dataclass(frozen=True, eq=False)
class Ink:
    """One line of text: the extent of its letters, and each pair of its colour and what lies below."""

    content: str
    extent: Extent
    order: int
    size: float
    weight: int
    backed: bool
    colours: Sequence[tuple[Colour, Colour]]


@dataclass(frozen=True, eq=False)
class Stroke:
    """A shape: points along its outline where it is a line, whether it is enclosed, and whether it hides what is below."""

    extent: Extent
    order: int
    points: Sequence[Sequence[float]]
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
        return self._grounds[text]

    @cached_property
    def _grounds(self) -> Mapping[Ink, Sequence[Stroke]]:
        largest = 0.9 * self.extent.area
        boxes = [shape for shape in self.shapes if shape.closed and shape.extent.area < largest]
        return {text: [box for box in boxes if box.order < text.order and _below(box.extent, text.extent)] for text in self.texts}


def _below(box: Extent, ink: Extent) -> bool:
    if not box.bottom - box.top > 0.8 * (ink.bottom - ink.top):
        return False
    across, level = ink.middle
    return any(box.has(point) for point in ((ink.left + 1, level), (across, level), (ink.right - 1, level)))


def texts(answer: Mapping[str, Any], colours: Sequence[Any]) -> tuple[Ink, ...]:
    """Turn what the browser tells of the texts into values; their colours it tells beside all else."""
    return tuple(
        Ink(text["content"], Extent(*text["box"]), text["order"], text["size"], text["weight"], text["backed"], pairs)
        for text, pairs in zip(answer["texts"], colours, strict=True)
    )


def read(answer: Mapping[str, Any], colours: Sequence[Any]) -> Measured:
    """Turn the browser's answer into values."""
    shapes = (
        Stroke(Extent(*shape["box"]), shape["order"], shape["points"], shape["closed"], shape["opaque"], shape["stroked"])
        for shape in answer["shapes"]
    )
    return Measured(
        Extent(0, 0, answer["width"], answer["height"]),
        answer["role"],
        answer["title"],
        answer["description"],
        answer["labelled"],
        texts(answer, colours),
        tuple(shapes),
    )
