"""A drawing whose parts all have their places."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from archgen.layout.anatomy import Anatomy
from archgen.layout.placement import Area, Placement, Route, around, spanned
from archgen.layout.spots import Spot
from archgen.values import dataclass


@dataclass(frozen=True)
class Bundle:
    """Arrows, by their numbers, whose lines share the last of their way; the first where they fan out of where they begin."""

    arrows: tuple[int, ...]
    fans_out: bool


@dataclass(frozen=True)
class Layered:
    """A drawing in layers, every part at its place. Routes and spots are in the order of the arrows.

    Routes of one of the `bundles` lie on one another where they share their way.
    """

    anatomies: Mapping[str, Anatomy]
    placement: Placement
    routes: Sequence[Route]
    spots: Sequence[Spot | None]
    bundles: Sequence[Bundle] = ()

    @cached_property
    def extent(self) -> Area:
        """The smallest area that holds everything."""
        return around([self.placement.extent, *spanned(self.routes), *(spot.area for spot in self.spots if spot is not None)])

    @property
    def across_borders(self) -> int:
        """How many labels lie partly in a frame."""
        areas = [spot.area for spot in self.spots if spot is not None]
        frames = self.placement.frames.values()
        return sum(frame.overlaps(area) and around((frame, area)) not in (frame, area) for area in areas for frame in frames)

    @cached_property
    def intruding(self) -> int:
        """How many boxes lie partly in a frame, which is then none of theirs."""
        boxes, frames = self.placement.boxes.values(), self.placement.frames.values()
        return sum(frame.overlaps(box) and around((frame, box)) != frame for box in boxes for frame in frames)
