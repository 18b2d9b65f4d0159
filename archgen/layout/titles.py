"""Titles of frames, back in the corners that room made for lines and labels moved them out of."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archgen.layout.placement import Area, Placement, Route
from archgen.layout.rows import title_place
from archgen.layout.spots import Spot

CLEAR = 4.0  # from a title to what passes it


def to_corners(placement: Placement, routes: Sequence[Route], spots: Sequence[Spot | None]) -> Placement:
    """Put each title in the upper left corner of its frame, where nothing else is there."""
    pieces = [
        Area(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)).grown(CLEAR)
        for route in routes
        for a, b in pairwise(route)
    ]
    taken = [*pieces, *(spot.area for spot in spots if spot is not None), *placement.boxes.values()]
    titles = dict(placement.titles)
    for name, title in placement.titles.items():
        corner = title_place(placement.frames[name], title.width)
        others = [*(other for each, other in titles.items() if each != name), *_inner(placement, name)]
        if not any(corner.overlaps(area) for area in (*taken, *others)):
            titles[name] = corner
    return replace(placement, titles=titles)


def _inner(placement: Placement, name: str) -> Sequence[Area]:
    """The other frames that do not hold it."""
    outer = placement.frames[name]
    return [area for each, area in placement.frames.items() if each != name and not _holds(area, outer)]


def _holds(area: Area, other: Area) -> bool:
    return area.left <= other.left and area.top <= other.top and other.right <= area.right and other.bottom <= area.bottom
