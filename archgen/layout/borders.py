"""The borders of frames, moved a little where lines run along them."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Literal

from archgen.layout.adding import added
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.score import MARGINS
from archgen.layout.spots import Piece, Spot, pieces
from archgen.layout.stretch import Cut
from archgen.model.picture import MAX_WIDTH

Side = Literal["left", "top", "right", "bottom"]
SIDES: tuple[Side, ...] = ("left", "top", "right", "bottom")
FARTHEST = 10  # pixels that a border is moved at most
FROM_LINE, FROM_BOX, FROM_FRAME, FROM_TEXT = 12.0, 15.0, 10.0, 6.0  # distances that look well
TOO_CLOSE, LONG = 10.0, 60.0  # how near a line along a border is parted from it, and from which length on
PASSING = 12.0  # a line beside a border for less than this does not run along it


def ease(placement: Placement, routes: Sequence[Route], spots: Sequence[Spot | None], *, fixed: Set[str]) -> Placement:
    """Move the borders of frames away from lines along them, except those of `fixed` frames, where lines end."""
    strokes = [piece for route in routes for piece in pieces(route)]
    texts = [spot.area for spot in spots if spot is not None]
    eased = placement
    for name in placement.frames:
        for side in SIDES if name not in fixed else ():
            found = list(_along(eased, name, side, strokes, texts))
            if any(wish == FROM_LINE and abs(edge - getattr(eased.frames[name], side)) < wish for edge, wish in found):
                moved = replace(eased.frames[name], **{side: _best(getattr(eased.frames[name], side), found)})
                eased = replace(eased, frames={**eased.frames, name: moved})
    return eased


def room_beside(placement: Placement, routes: Sequence[Route]) -> Sequence[Cut]:
    """Cuts between borders and the lines that still run close along them, where the page has room for more."""
    cuts: dict[tuple[str, Side], Cut] = {}
    room = MAX_WIDTH - MARGINS - placement.extent.width
    for piece in (piece for route in routes for piece in pieces(route)):
        for name, frame in placement.frames.items():
            for side in ("left", "right") if piece.upright else ("top", "bottom"):
                edge, line = getattr(frame, side), _edges(piece.area, upright=piece.upright)[0]
                if abs(edge - line) < TOO_CLOSE and _shared(frame, piece.area, upright=piece.upright) > LONG:
                    by = FROM_LINE - abs(edge - line)
                    room -= by if piece.upright else 0.0
                    if room > 0:
                        cuts.setdefault((name, side), Cut("x" if piece.upright else "y", (edge + line) / 2, by))
    return tuple(cuts.values())


def _best(edge: float, found: Sequence[tuple[float, float]]) -> float:
    """The place for a border at `edge` that is best for all that is `found` beside it, on the side where it is."""
    low = max((place for place, _ in found if place <= edge), default=edge - 2 * FARTHEST)
    high = min((place for place, _ in found if place > edge), default=edge + 2 * FARTHEST)
    places = [edge + step for step in range(-FARTHEST, FARTHEST + 1) if low < edge + step < high]
    return min(
        places or [edge],
        key=lambda at: (added(_square(max(0.0, wish - abs(at - place))) for place, wish in found), abs(at - edge)),
    )


def _square(number: float) -> float:
    """By itself, not by a power: of those, machines differ in the last place."""
    return number * number


def _along(
    placement: Placement, name: str, side: Side, strokes: Sequence[Piece], texts: Sequence[Area]
) -> Iterator[tuple[float, float]]:
    """What lies beside a side of a frame: where, and how far from the border it should be."""
    frame = placement.frames[name]
    upright = side in ("left", "right")
    for piece in strokes:
        if piece.upright == upright and _shared(frame, piece.area, upright=upright) > PASSING:
            yield _edges(piece.area, upright=upright)[0], FROM_LINE
    areas = [(area, FROM_BOX) for area in placement.boxes.values()]
    areas += [(area, FROM_TEXT) for area in (*placement.titles.values(), *texts)]
    areas += [(area, FROM_FRAME) for other, area in placement.frames.items() if other != name]
    for area, wish in areas:
        if _shared(frame, area, upright=upright) > 0:
            yield from ((edge, wish) for edge in _edges(area, upright=upright))


def _shared(frame: Area, other: Area, *, upright: bool) -> float:
    """How long both lie side by side."""
    if upright:
        return min(frame.bottom, other.bottom) - max(frame.top, other.top)
    return min(frame.right, other.right) - max(frame.left, other.left)


def _edges(area: Area, *, upright: bool) -> tuple[float, float]:
    return (area.left, area.right) if upright else (area.top, area.bottom)
