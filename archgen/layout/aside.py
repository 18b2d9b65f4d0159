"""Boxes that nothing is connected with stand aside, in a lower corner or in rows below all else: nothing begins at them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from archgen.layout.anatomy import Anatomy, measure
from archgen.layout.laid import Layered
from archgen.layout.placement import LANE, Area
from archgen.layout.spots import pieces
from archgen.model.drawing import Box, Drawing

GAP = 3.0 * LANE  # between boxes that stand aside
BELOW = 4.0 * LANE  # from all else to a row of them
CLEAR = 28.0  # from a corner's box to all else
WIDTHS = (360.0, 540.0, 720.0, 900.0)


def beside_the_rest(drawing: Drawing, arrange: Callable[[Drawing], Layered]) -> Layered:
    """Arrange what is connected or stands in a frame, and set the other boxes aside; all of it where nothing is connected."""
    lone = _lone(drawing)
    if not lone or not drawing.arrows:
        return arrange(drawing)
    anatomies = {box.id: measure(box) for box in lone}
    made = arrange(replace(drawing, boxes=tuple(box for box in drawing.boxes if box.id not in anatomies)))
    taken = [*made.placement.boxes.values(), *made.placement.frames.values()]
    taken += [piece.area for route in made.routes for piece in pieces(route)]
    taken += [spot.area for spot in made.spots if spot is not None]
    boxes = _corner(anatomies, made.extent, taken) or _below(anatomies, made.extent)
    placement = replace(made.placement, boxes={**made.placement.boxes, **boxes})
    return Layered({**made.anatomies, **anatomies}, placement, made.routes, made.spots)


def _lone(drawing: Drawing) -> Sequence[Box]:
    ends = {end for arrow in drawing.arrows for end in (arrow.source, arrow.target)}
    return [box for box in drawing.boxes if box.frame is None and box.id not in ends]


def _corner(anatomies: Mapping[str, Anatomy], extent: Area, taken: Sequence[Area]) -> Mapping[str, Area] | None:
    """All of them side by side in a lower corner, where one is free."""
    row = _row(list(anatomies), anatomies)
    wide, high = max(area.right for area in row.values()), max(area.bottom for area in row.values())
    for left in (_on_lane(extent.right - wide), _on_lane(extent.left)):
        corner = Area(left, _on_lane(extent.bottom - high), left + wide, _on_lane(extent.bottom - high) + high)
        if wide <= extent.width and not any(corner.grown(CLEAR).overlaps(area) for area in taken):
            return _moved(row, corner.left, corner.top)
    return None


def _below(anatomies: Mapping[str, Anatomy], extent: Area) -> Mapping[str, Area]:
    """In rows below all else, no wider than that unless they would be a tower."""
    widths = [extent.width, *(width for width in WIDTHS if width > extent.width)]
    blocks = [_block(anatomies, width) for width in widths]
    low = (block for block, width in zip(blocks, widths, strict=True) if max(area.bottom for area in block.values()) <= width)
    return _moved(next(low, blocks[-1]), _on_lane(extent.left), _on_lane(extent.bottom + BELOW))


def _block(anatomies: Mapping[str, Anatomy], width: float) -> Mapping[str, Area]:
    found: dict[str, Area] = {}
    top = 0.0
    for names in _rows(anatomies, width):
        found |= _moved(_row(names, anatomies), 0.0, top)
        top = max(found[name].bottom for name in names) + GAP
    return found


def _rows(anatomies: Mapping[str, Anatomy], width: float) -> Iterator[list[str]]:
    row: list[str] = []
    used = 0.0
    for name, anatomy in anatomies.items():
        if row and used + anatomy.width > width:
            yield row
            row, used = [], 0.0
        row.append(name)
        used += anatomy.width + GAP
    yield row


def _row(names: Sequence[str], anatomies: Mapping[str, Anatomy]) -> Mapping[str, Area]:
    """Side by side from nothing on, all of one height."""
    high = max(anatomies[name].height for name in names)
    found: dict[str, Area] = {}
    left = 0.0
    for name in names:
        found[name] = Area(left, 0.0, left + anatomies[name].width, high)
        left += anatomies[name].width + GAP
    return found


def _moved(block: Mapping[str, Area], right: float, down: float) -> Mapping[str, Area]:
    return {
        name: Area(area.left + right, area.top + down, area.right + right, area.bottom + down) for name, area in block.items()
    }


def _on_lane(value: float) -> float:
    return LANE * round(value / LANE)
