"""How good a picture a placement promises, and how good it has become: lower is better.

A promise compares all pairs of strokes; it is asked for drawings of a few dozen arrows only. An outcome takes n log n.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from archgen.layout.adding import added
from archgen.layout.placement import LANE, Area, Placement, Route
from archgen.layout.spots import Piece, Spot, pieces
from archgen.model.drawing import Drawing
from archgen.model.picture import MAX_WIDTH

MARGINS = 40.0
CLOSE = 10.0  # of a line to a border
TOO_WIDE, OFF_PAGE = 3.0, 40.0  # for each pixel, and at all
TALL = 0.06  # likewise
LENGTH = 0.04
CROSSING = 14.0
BEND = 3.0
UNLABELLED, SHARED = 40.0, 400.0
HUGGING = 0.3  # for each pixel of a line close along the border of a frame
HIDING = 1.0  # for what speaks against the place of a label
THROUGH_BOX = 8.0
UPWARDS = 6.0
CLOSELY = 800  # pieces of lines; with more of them, what runs along borders is not looked at
ASTRIDE, RATHER_NONE = 50.0, 150.0  # for a label across a border, beside what speaks against its place
TURNED = 120.0  # not in the direction that was asked for

Stroke = tuple[float, float, float, float]  # from a point to another
Edges = tuple[float, float, float, float]  # left, top, right and bottom


def promise(drawing: Drawing, placement: Placement, below: float = math.inf) -> float:
    """Judge a placement by straight lines between the middles of its parts; infinite, where that is not `below` so much.

    What is told soonest is told first: most placements that are tried are worse than the best by that alone.
    """
    strokes = _strokes(drawing, placement)
    page = _page(placement.extent, LANE * math.isqrt(len(strokes)))
    length = LENGTH * added(abs(ax - bx) + abs(ay - by) for ax, ay, bx, by in strokes)
    down = drawing.direction == "down"
    backwards = UPWARDS * sum(by < ay - 1 if down else bx < ax - 1 for ax, ay, bx, by in strokes)
    if page + length + backwards >= below:
        return math.inf
    crossing = CROSSING * _crossings(strokes)
    if page + crossing + length + backwards >= below:
        return math.inf
    boxes = [(area.left, area.top, area.right, area.bottom) for area in placement.boxes.values()]
    through, whole = 0, page + crossing + length + backwards
    for stroke in strokes:
        through += _hits(stroke, boxes)
        whole = page + crossing + THROUGH_BOX * through + length + backwards
        if whole >= below:
            return math.inf
    return whole


def _strokes(drawing: Drawing, placement: Placement) -> Sequence[Stroke]:
    """For each arrow the straight line between the middles of what it connects."""
    boxes, frames = placement.boxes, placement.frames
    middles: dict[str, tuple[float, float]] = {}
    for arrow in drawing.arrows:
        for end in (arrow.source, arrow.target):
            if end not in middles:
                area = boxes[end] if end in boxes else frames[end]
                middles[end] = (area.left + area.right) / 2, (area.top + area.bottom) / 2
    return [(*middles[arrow.source], *middles[arrow.target]) for arrow in drawing.arrows]


def outcome(
    extent: Area,
    placement: Placement,
    routes: Sequence[Route],
    spots: Sequence[Spot | None],
    labels: int,
    *,
    paged: bool = True,
) -> float:
    """Judge what was drawn: `extent` is all of it, `labels` how many there should be.

    `paged` says whether it is to fit a page.
    """
    every = [piece for route in routes for piece in pieces(route)]
    crossings = crossed(every)
    length = added(piece.area.width + piece.area.height for piece in every)
    bends = len(every) - len(routes)
    missing = labels - sum(spot is not None for spot in spots)
    hugging = added(_hugging(piece, placement.frames.values()) for piece in every) if len(every) <= CLOSELY else 0.0
    texts = SHARED * shared(routes) + UNLABELLED * missing + HIDING * added(spot.cost for spot in spots if spot is not None)
    page = _page(extent) if paged else TALL * (extent.width + extent.height)
    return page + CROSSING * crossings + BEND * bends + LENGTH * length + HUGGING * hugging + texts


def crossed(every: Sequence[Piece]) -> int:
    """How many level pieces cross upright ones: a sweep from the left to the right over a tree of heights, n log n."""
    heights = sorted({piece.start.y for piece in every if not piece.upright})
    events: list[tuple[float, int, float, float]] = []
    for piece in every:
        area = piece.area
        if piece.upright:
            events.append((area.left, 1, area.top, area.bottom))
        else:
            events += [(area.left, 2, area.top, 1), (area.right, 0, area.top, -1)]
    tree = [0] * (len(heights) + 1)
    count = 0
    for _, sort, first, second in sorted(events):
        if sort == 1:
            count += _up_to(tree, bisect_left(heights, second)) - _up_to(tree, bisect_right(heights, first))
        else:
            _add(tree, bisect_left(heights, first) + 1, int(second))
    return count


def _up_to(tree: Sequence[int], place: int) -> int:
    total = 0
    while place > 0:
        total += tree[place]
        place -= place & -place
    return total


def _add(tree: list[int], place: int, by: int) -> None:
    while place < len(tree):
        tree[place] += by
        place += place & -place


def shared(routes: Sequence[Route]) -> int:
    """How many pairs of pieces run over one another."""
    lanes: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    for piece in (piece for route in routes for piece in pieces(route)):
        area = piece.area
        at, low, high = (area.left, area.top, area.bottom) if piece.upright else (area.top, area.left, area.right)
        lanes.setdefault((piece.upright, at), []).append((low, high))
    return sum(second[0] < first[1] for lane in lanes.values() for first, second in pairwise(sorted(lane)))


def _hugging(piece: Piece, frames: Iterable[Area]) -> float:
    """For how many pixels a piece of line runs close along borders of frames."""
    area = piece.area
    total = 0.0
    for frame in frames:
        if piece.upright:
            shared = min(area.bottom, frame.bottom) - max(area.top, frame.top)
            close = abs(area.left - frame.left) < CLOSE or abs(area.left - frame.right) < CLOSE
        else:
            shared = min(area.right, frame.right) - max(area.left, frame.left)
            close = abs(area.top - frame.top) < CLOSE or abs(area.top - frame.bottom) < CLOSE
        total += max(0.0, shared) if close else 0.0
    return total


def _page(extent: Area, outside: float = 0.0) -> float:
    """`outside` is the width that lines will take that pass at the sides."""
    beyond = extent.width + MARGINS + outside - MAX_WIDTH
    return (OFF_PAGE + TOO_WIDE * beyond if beyond > 0 else 0.0) + TALL * extent.height


def _crossings(strokes: Sequence[Stroke]) -> int:
    """How many pairs of strokes cross."""
    count = 0
    for (ax, ay, bx, by), (cx, cy, dx, dy) in combinations(strokes, 2):
        x, y = bx - ax, by - ay
        if (x * (cy - ay) - y * (cx - ax)) * (x * (dy - ay) - y * (dx - ax)) < 0:
            x, y = dx - cx, dy - cy
            count += (x * (ay - cy) - y * (ax - cx)) * (x * (by - cy) - y * (bx - cx)) < 0
    return count


def _hits(stroke: Stroke, boxes: Sequence[Edges]) -> int:
    """How many boxes a stroke crosses, those aside that it starts or ends in."""
    ax, ay, bx, by = stroke
    left, right = (ax, bx) if ax < bx else (bx, ax)
    top, bottom = (ay, by) if ay < by else (by, ay)
    x, y = bx - ax, by - ay
    count = 0
    for first, high, last, deep in boxes:
        if last < left or first > right or deep < top or high > bottom:
            continue
        if (first < ax < last and high < ay < deep) or (first < bx < last and high < by < deep):
            continue
        near, far = y * (first - ax), y * (last - ax)
        above, below = x * (high - ay), x * (deep - ay)
        if near > far:
            near, far = far, near
        if above > below:
            above, below = below, above
        count += above - far < 0 < below - near
    return count
