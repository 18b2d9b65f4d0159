"""Frames that grow a little, so that a label of a line within one does not lie across its border."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from archgen.layout.borders import FROM_FRAME, SIDES, Side
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.spots import Spot

FARTHEST = 40.0  # pixels that a border is moved at most
# From a label to the border, and from the border that has moved to what lies outside: as it looks well, or at least.
ROOMS = ((6.0, 6.0), (3.0, 4.0))


def hold(placement: Placement, routes: Sequence[Route], spots: Sequence[Spot | None]) -> Placement:
    """Move borders outwards, around labels that stand across them, where there is room and no line ends."""
    texts = [spot.area for spot in spots if spot is not None]
    held = placement
    for name in sorted(placement.frames, key=lambda name: placement.frames[name].width * placement.frames[name].height):
        for side, (room, clear) in product(SIDES, ROOMS):
            frame = held.frames[name]
            needed = _needed(placement, held, name, side, texts, room)
            if needed is None or _ends_there(frame, side, routes):
                continue
            if _is_free(held, name, side, needed + (clear if side in ("right", "bottom") else -clear), routes, texts):
                held = replace(held, frames={**held.frames, name: replace(frame, **{side: needed})})
    return held


def _needed(placement: Placement, held: Placement, name: str, side: Side, texts: Sequence[Area], room: float) -> float | None:
    """Where the border would have to be; None where it may stay."""
    frame = held.frames[name]
    wishes = [(text, room) for text in texts if _sticks_out(frame, side, text)]
    grown = (
        each for each, area in placement.frames.items() if held.frames[each] != area and _holds(placement.frames[name], area)
    )
    wishes += [(held.frames[each], FROM_FRAME) for each in grown if each != name]
    outward = 1 if side in ("right", "bottom") else -1
    edges = [getattr(area, side) + outward * wish for area, wish in wishes]
    edge = max(edges, key=lambda each: outward * each, default=getattr(frame, side))
    return edge if 0 < outward * (edge - getattr(frame, side)) <= FARTHEST else None


def _sticks_out(frame: Area, side: Side, text: Area) -> bool:
    """Whether the text stands in the frame, but for a part beyond that side."""
    centre = text.centre
    inside = frame.left < centre.x < frame.right and frame.top < centre.y < frame.bottom
    outward = 1 if side in ("right", "bottom") else -1
    return inside and outward * (getattr(text, side) - getattr(frame, side)) > 0


def _ends_there(frame: Area, side: Side, routes: Sequence[Route]) -> bool:
    edge = getattr(frame, side)
    for end in (end for route in routes for end in (route[0], route[-1])):
        across, along = (end.x, end.y) if side in ("left", "right") else (end.y, end.x)
        low, high = (frame.top, frame.bottom) if side in ("left", "right") else (frame.left, frame.right)
        if abs(across - edge) < 1 and low <= along <= high:
            return True
    return False


def _is_free(held: Placement, name: str, side: Side, edge: float, routes: Sequence[Route], texts: Sequence[Area]) -> bool:
    """Whether nothing lies where the frame would grow to, but lines that cross its border and the labels that it is to hold."""
    frame = held.frames[name]
    near, far = sorted((getattr(frame, side), edge))
    strip = Area(near, frame.top, far, frame.bottom) if side in ("left", "right") else Area(frame.left, near, frame.right, far)
    outside = [area for area in held.boxes.values() if not _holds(frame, area)]
    outside += [
        area for each, area in held.frames.items() if each != name and not _holds(area, frame) and not _holds(frame, area)
    ]
    outside += [text for text in texts if not _sticks_out(frame, side, text)]
    outside += list(_beside(routes, upright=side in ("left", "right")))
    around = [held.frames[each] for each in held.frames if each != name and _holds(held.frames[each], frame)]
    within = all(_holds(area, strip) or not area.overlaps(strip) for area in around)
    return within and not any(area.overlaps(strip) for area in outside)


def _beside(routes: Sequence[Route], *, upright: bool) -> Iterator[Area]:
    """The pieces of lines that run along such a border."""
    for route in routes:
        for one, other in pairwise(route):
            if (one.x == other.x) == upright:
                yield Area(min(one.x, other.x), min(one.y, other.y), max(one.x, other.x), max(one.y, other.y)).grown(1)


def _holds(area: Area, other: Area) -> bool:
    return area.left <= other.left and area.top <= other.top and other.right <= area.right and other.bottom <= area.bottom
