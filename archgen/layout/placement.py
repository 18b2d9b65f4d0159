"""Boxes and frames at their places, and how the lines between them run: the values of the layered arrangement."""

import math
from collections.abc import Iterable, Mapping, Sequence

from archgen.model.picture import Point
from archgen.values import dataclass

LANE = 10  # pixels between two lanes that lines may run in


@dataclass(frozen=True)
class Area:
    """An upright rectangle by its edges, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, by: float) -> "Area":
        """The area with a margin of `by` pixels around it."""
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: "Area") -> bool:
        """Whether both share more than an edge."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Placement:
    """Where boxes, frames and the titles of frames stand, by id. Edges of boxes are on lanes, those of frames between."""

    boxes: Mapping[str, Area]
    frames: Mapping[str, Area]
    titles: Mapping[str, Area]

    @property
    def extent(self) -> Area:
        """The smallest area that holds everything."""
        return around((*self.boxes.values(), *self.frames.values(), *self.titles.values()))


Route = Sequence[Point]


def spanned(routes: Iterable[Route]) -> list[Area]:
    """What each line takes."""
    found = []
    for route in routes:
        across, down = [point.x for point in route], [point.y for point in route]
        found.append(Area(min(across), min(down), max(across), max(down)))
    return found


def around(areas: Iterable[Area]) -> Area:
    """The smallest area that holds all of `areas`, of which there is at least one."""
    left = top = math.inf
    right = bottom = -math.inf
    for area in areas:
        if area.left < left:
            left = area.left
        if area.top < top:
            top = area.top
        if area.right > right:
            right = area.right
        if area.bottom > bottom:
            bottom = area.bottom
    return Area(left, top, right, bottom)
