"""How good a picture a placement promises, and how good it has become: lower is better."""

from collections.abc import Sequence
from itertools import combinations

from archgen.layout.placement import Area, Placement, Route
from archgen.layout.spots import Spot, pieces
from archgen.model.drawing import Drawing
from archgen.model.picture import MAX_WIDTH, Point

MARGINS = 40.0
TOO_WIDE = 3.0  # for each pixel
TALL = 0.06  # likewise
LENGTH = 0.04
CROSSING = 14.0
BEND = 3.0
UNLABELLED = 40.0
THROUGH_BOX = 8.0
UPWARDS = 6.0
TURNED = 120.0  # not in the direction that was asked for

Stroke = tuple[Point, Point]


def promise(drawing: Drawing, placement: Placement) -> float:
    """Judge a placement by straight lines between the middles of its parts."""
    areas = {**placement.frames, **placement.boxes}
    strokes = [(areas[arrow.source].centre, areas[arrow.target].centre) for arrow in drawing.arrows]
    crossings = sum(_cross(a, b) for a, b in combinations(strokes, 2))
    boxes = tuple(placement.boxes.values())
    through = sum(_hits(stroke, boxes) for stroke in strokes)
    length = sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in strokes)
    backwards = sum(b.y < a.y - 1 if drawing.direction == "down" else b.x < a.x - 1 for a, b in strokes)
    return _page(placement.extent) + CROSSING * crossings + THROUGH_BOX * through + LENGTH * length + UPWARDS * backwards


def outcome(extent: Area, routes: Sequence[Route], spots: Sequence[Spot | None], labels: int) -> float:
    """Judge what was drawn: `extent` is all of it, `labels` how many there should be."""
    every = [piece for route in routes for piece in pieces(route)]
    upright = [piece.area for piece in every if piece.upright]
    level = [piece.area for piece in every if not piece.upright]
    crossings = sum(a.left < b.left < a.right and b.top < a.top < b.bottom for a in level for b in upright)
    length = sum(piece.area.width + piece.area.height for piece in every)
    bends = len(every) - len(routes)
    missing = labels - sum(spot is not None for spot in spots)
    return _page(extent) + CROSSING * crossings + BEND * bends + LENGTH * length + UNLABELLED * missing


def _page(extent: Area) -> float:
    return TOO_WIDE * max(0.0, extent.width + MARGINS - MAX_WIDTH) + TALL * extent.height


def _cross(a: Stroke, b: Stroke) -> bool:
    return _side(a, b[0]) * _side(a, b[1]) < 0 and _side(b, a[0]) * _side(b, a[1]) < 0


def _side(stroke: Stroke, point: Point) -> float:
    a, b = stroke
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)


def _hits(stroke: Stroke, areas: Sequence[Area]) -> int:
    """How many boxes a stroke crosses, those aside that it starts or ends in."""
    a, b = stroke
    left, right = (a.x, b.x) if a.x < b.x else (b.x, a.x)
    top, bottom = (a.y, b.y) if a.y < b.y else (b.y, a.y)
    count = 0
    for area in areas:
        if area.right < left or area.left > right or area.bottom < top or area.top > bottom:
            continue
        sides = [_side(stroke, Point(x, y)) for x in (area.left, area.right) for y in (area.top, area.bottom)]
        count += min(sides) < 0 < max(sides) and area.centre not in stroke
    return count
