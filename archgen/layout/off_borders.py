"""Labels that lie across the border of a frame: a little room for them on one side of it."""

from collections.abc import Iterator, Sequence

from archgen.layout.adding import added
from archgen.layout.labels import label
from archgen.layout.placement import Area, Placement, Route, around
from archgen.layout.score import MARGINS
from archgen.layout.spots import BORDER_CLEARANCE, CLEARANCE, Piece, Spot, pieces, size, texts
from archgen.layout.stretch import EDGE, SIDE_COST, Axis, Cut, stretch
from archgen.model.drawing import Arrow
from archgen.model.picture import MAX_WIDTH
from archgen.values import dataclass

FARTHEST = 90.0  # what is spent at most for one label
MOST = 6  # labels; where more of them lie across borders, it is not a little room that is missing
TRIED = 3  # places for each of them

Parts = tuple[Placement, Sequence[Route], Sequence[Spot | None]]


@dataclass(frozen=True)
class _Stretch:
    """A part of a piece of line between two borders or lines that it crosses, with what it keeps from them."""

    piece: Piece
    low: float
    high: float

    @property
    def line(self) -> float:
        """Where the piece runs."""
        return self.piece.start.x if self.piece.upright else self.piece.start.y


def off_borders(arrows: Sequence[Arrow], parts: Parts, astride: Sequence[int]) -> Parts | None:
    """The drawing with room for the labels of those arrows, as far as little is needed and the page is wide enough.

    None where nothing is gained.
    """
    made = parts
    for number in astride if len(astride) <= MOST else ():
        if number in across(made[0], made[2]):
            made = _best(arrows, made, number)
    return None if made is parts else made


def across(placement: Placement, spots: Sequence[Spot | None]) -> Sequence[int]:
    """The arrows whose labels lie partly in a frame."""
    return [number for number, spot in enumerate(spots) if is_across(placement, spot)]


def is_across(placement: Placement, spot: Spot | None) -> bool:
    """Whether a label lies partly in a frame."""
    return spot is not None and any(_partly(spot.area, frame) for frame in placement.frames.values())


def _best(arrows: Sequence[Arrow], parts: Parts, number: int) -> Parts:
    """The cheapest way to have that label off all borders, and no other on one instead; as before where there is none."""
    placement, routes, spots = parts
    before, none = len(across(placement, spots)), _missing(arrows, spots)
    for _, cuts in sorted(_ways(arrows[number].label, placement, routes, number), key=lambda way: way[0])[:TRIED]:
        placed, lines = stretch(placement, routes, cuts)
        found = label(arrows, placed, lines)
        if len(across(placed, found)) < before and _missing(arrows, found) <= none and _fits(placement, placed):
            return placed, lines, found
    return parts


def _partly(area: Area, frame: Area) -> bool:
    return frame.overlaps(area) and around((frame, area)) not in (frame, area)


def _missing(arrows: Sequence[Arrow], spots: Sequence[Spot | None]) -> int:
    return sum(bool(arrow.label) and spot is None for arrow, spot in zip(arrows, spots, strict=True))


def _fits(before: Placement, after: Placement) -> bool:
    return after.extent.width <= max(before.extent.width, MAX_WIDTH - MARGINS)


def _ways(text: str, placement: Placement, routes: Sequence[Route], number: int) -> Iterator[tuple[float, Sequence[Cut]]]:
    """What it costs to part the drawing beside and along the line of that number, and the cuts."""
    others = [piece for place, other in enumerate(routes) if place != number for piece in pieces(other)]
    for piece in pieces(routes[number]):
        for part in _parts(piece, placement, others):
            for lines, cost in texts(text):
                for spent, cuts in _cuts(part, size(lines), placement, others):
                    if spent <= FARTHEST:
                        yield spent + cost, cuts


def _parts(piece: Piece, placement: Placement, others: Sequence[Piece]) -> Iterator[_Stretch]:
    """What of the piece lies between borders and lines that cross it."""
    start, end = piece.free
    for low, high in sorted(_bars(piece, placement, others)):
        if start < low < end:
            yield _Stretch(piece, start, low)
        start = max(start, high)
    if start < end:
        yield _Stretch(piece, start, end)


def _bars(piece: Piece, placement: Placement, others: Sequence[Piece]) -> Iterator[tuple[float, float]]:
    """What of it labels are to keep off, as it crosses borders and lines there."""
    line = piece.start.x if piece.upright else piece.start.y
    crossed = [(frame, BORDER_CLEARANCE) for frame in placement.frames.values()]
    crossed += [(other.area, CLEARANCE) for other in others if other.upright != piece.upright]
    for area, clear in crossed:
        if _aside(area, piece)[0] <= line <= _aside(area, piece)[1]:
            yield from ((edge - clear, edge + clear) for edge in _along(area, piece))


def _cuts(
    part: _Stretch, extent: tuple[float, float], placement: Placement, others: Sequence[Piece]
) -> Iterator[tuple[float, Sequence[Cut]]]:
    piece, line = part.piece, part.line
    wide, high = extent
    along, half = (high, wide / 2) if piece.upright else (wide, high / 2)
    axis: Axis = "y" if piece.upright else "x"
    cross: Axis = "x" if piece.upright else "y"
    lacking = along + 2 - (part.high - part.low)
    starts = [part.low] if lacking > 0 else [part.low + (-lacking) * step / 4 for step in range(5)]
    for start in starts:
        window = (start, min(part.high, start + along + 2))
        before, after = _free(part, window, placement, others)
        cuts = [Cut(axis, (part.low + part.high) / 2, lacking)] if lacking > 0 else []
        for place, free in ((line - EDGE, line - before), (line + EDGE, after - line)):
            if free < half + 1:
                cuts.append(Cut(cross, place, half + 1 - free))
        yield added(cut.by * (SIDE_COST if cut.axis == "x" else 1.0) for cut in cuts), cuts


def _free(part: _Stretch, window: tuple[float, float], placement: Placement, others: Sequence[Piece]) -> tuple[float, float]:
    """How far the ground beside the line is free, before and after it."""
    piece, line = part.piece, part.line
    beside = [_aside(area.grown(CLEARANCE), piece) for area in _near(part, window, placement, others)]
    for frame in placement.frames.values():
        low, high = _along(frame, piece)
        if low < window[1] and window[0] < high:
            beside += [(edge - BORDER_CLEARANCE, edge + BORDER_CLEARANCE) for edge in _aside(frame, piece)]
    before = max((high for _, high in beside if high < line), default=float("-inf"))
    return before, min((low for low, _ in beside if low > line), default=float("inf"))


def _near(part: _Stretch, window: tuple[float, float], placement: Placement, others: Sequence[Piece]) -> Iterator[Area]:
    """Boxes, titles and lines that lie beside the line there."""
    for area in (*placement.boxes.values(), *placement.titles.values(), *(other.area for other in others)):
        low, high = _along(area, part.piece)
        if low <= window[1] and window[0] <= high:
            yield area


def _along(area: Area, piece: Piece) -> tuple[float, float]:
    return (area.top, area.bottom) if piece.upright else (area.left, area.right)


def _aside(area: Area, piece: Piece) -> tuple[float, float]:
    return (area.left, area.right) if piece.upright else (area.top, area.bottom)
