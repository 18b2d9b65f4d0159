"""What a figure asks of its readers beside crossings, bends and lengths: to look through groups, to read back, to scroll."""

from collections.abc import Mapping, Sequence

from archgen.layout.adding import added
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.spots import pieces
from archgen.model.drawing import Drawing

THROUGH = 0.04  # for each pixel of a line within a frame that it only comes to, leaves, or passes
AGAINST = 12.0  # for each line that does not lead on in the direction that the figure is read in
SPREAD = 100.0  # for a million square pixels: the larger, the smaller in a column, or the longer
MILLION = 1e6
SCROLLED = 0.45  # for each pixel of its height that is more than a screen holds, in a column
COLUMN, SCREEN = 728.0, 900.0


def burdens(drawing: Drawing, placement: Placement, routes: Sequence[Route], extent: Area) -> float:
    """What speaks against it."""
    back = sum(_leads_back(route, down=drawing.direction == "down") for route in routes)
    high = extent.height * min(1.0, COLUMN / max(extent.width, 1.0))
    size = SPREAD * extent.width * extent.height / MILLION + SCROLLED * max(0.0, high - SCREEN)
    return THROUGH * _within_frames(drawing, placement, routes) + AGAINST * back + size


def _leads_back(route: Route, *, down: bool) -> bool:
    start, end = route[0], route[-1]
    return end.y <= start.y + 1 if down else end.x <= start.x + 1


def _within_frames(drawing: Drawing, placement: Placement, routes: Sequence[Route]) -> float:
    """How far lines run in frames that do not hold both of their ends."""
    around = _around(drawing)
    total = []
    for arrow, route in zip(drawing.arrows, routes, strict=True):
        both = around[arrow.source] & around[arrow.target]
        foreign = [area for name, area in placement.frames.items() if name not in both]
        total += [_inside(piece.area, frame) for piece in pieces(route) for frame in foreign]
    return added(total)


def _inside(piece: Area, frame: Area) -> float:
    wide = min(piece.right, frame.right) - max(piece.left, frame.left)
    high = min(piece.bottom, frame.bottom) - max(piece.top, frame.top)
    return max(wide, high) if wide >= 0 and high >= 0 else 0.0


def _around(drawing: Drawing) -> Mapping[str, set[str]]:
    """The frames around each box and frame, a frame itself among them."""
    parents = {frame.id: frame.parent for frame in drawing.frames}
    around: dict[str, set[str]] = {}
    for name, first in [*((box.id, box.frame) for box in drawing.boxes), *((frame, frame) for frame in parents)]:
        around[name] = set()
        frame: str | None = first
        while frame is not None:
            around[name].add(frame)
            frame = parents[frame]
    return around
