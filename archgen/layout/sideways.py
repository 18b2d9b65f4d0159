"""What stands in rows, moved along them: to the sides where layers go down, up and down where they go to the right."""

from collections.abc import Mapping

from archgen.layout.placement import LANE, Area, Placement
from archgen.layout.ranks import names
from archgen.layout.rows import surround
from archgen.model.drawing import Direction, Drawing

APART = 30.0  # boxes stay at least this far from their neighbours, and from frames that they do not stand in

Boxes = Mapping[str, Area]


def crosswise(direction: Direction) -> Direction:
    """The way in which rows follow one another."""
    return "right" if direction == "down" else "down"


def low(area: Area, direction: Direction) -> float:
    """The edge of `area` that comes first in a row; rows run to the right where layers go down."""
    return area.left if direction == "down" else area.top


def high(area: Area, direction: Direction) -> float:
    """The edge of `area` that comes last in a row."""
    return area.right if direction == "down" else area.bottom


def middle(area: Area, direction: Direction) -> float:
    """Where in its row the middle of `area` is."""
    return (low(area, direction) + high(area, direction)) / 2


def pushed(area: Area, by: float, direction: Direction) -> Area:
    """The area, so far on in its row."""
    if direction == "down":
        return Area(area.left + by, area.top, area.right + by, area.bottom)
    return Area(area.left, area.top + by, area.right, area.bottom + by)


def holds(outer: Area, inner: Area) -> bool:
    """Whether nothing of `inner` is outside."""
    return outer.left <= inner.left and outer.top <= inner.top and outer.right >= inner.right and outer.bottom >= inner.bottom


def empty_frames(drawing: Drawing, placement: Placement) -> Boxes:
    """The areas of frames that hold nothing, as they are placed: like boxes."""
    if not placement.frames:
        return {}
    return {name: placement.frames[name].grown(LANE / 2) for name in names(drawing) if name in placement.frames}


def rebuilt(drawing: Drawing, placement: Placement, boxes: Boxes) -> Placement:
    """The frames put around `boxes`; empty ones stay where they are, unless they are among these."""
    return surround(drawing, {**empty_frames(drawing, placement), **boxes})


def stands_free(before: Placement, after: Placement, home: str) -> bool:
    """Whether a frame, or a box on its own, keeps clear of all that was not in it before."""
    own = {home}
    if home in before.frames:
        areas = {**before.frames, **before.boxes}
        own |= {name for name, area in areas.items() if holds(before.frames[home], area)}
    areas = {**after.frames, **after.boxes}
    near = areas[home].grown(APART - LANE)
    return not any(near.overlaps(area) for name, area in areas.items() if name not in own)
