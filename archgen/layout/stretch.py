"""Room made or taken back: everything beyond a cut moves, and what the cut runs through grows with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from archgen.layout.adding import added
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.spots import CLEARANCE, Piece, Spot, pieces, size, texts
from archgen.model.picture import Point
from archgen.values import dataclass

Axis = Literal["x", "y"]
SIDE_COST = 2.0  # width is scarcer than height
THROUGH_BOX = 60.0  # for a box that would grow
AROUND_BOX, BETWEEN = 11.0, 22.0  # what is left at least: by a box, and of any empty stretch
EDGE = 5.0  # from a line to a cut beside it


@dataclass(frozen=True)
class Cut:
    """What lies beyond `at` on its axis moves by so many pixels: away, or closer when negative."""

    axis: Axis
    at: float
    by: float


def stretch(placement: Placement, routes: Sequence[Route], cuts: Sequence[Cut]) -> tuple[Placement, Sequence[Route]]:
    """Apply `cuts`, whose places are those before any of them is applied."""

    def area(each: Area) -> Area:
        return Area(shift("x", each.left), shift("y", each.top), shift("x", each.right), shift("y", each.bottom))

    def title(each: Area) -> Area:
        left, top = shift("x", each.left), shift("y", each.top)
        return Area(left, top, left + each.width, top + each.height)

    def shift(axis: Axis, value: float) -> float:
        return value + added(cut.by for cut in cuts if cut.axis == axis and value > cut.at)

    moved = Placement(
        {name: area(each) for name, each in placement.boxes.items()},
        {name: area(each) for name, each in placement.frames.items()},
        {name: title(each) for name, each in placement.titles.items()},
    )
    return moved, [[Point(shift("x", point.x), shift("y", point.y)) for point in route] for route in routes]


def room_for(label: str, route: Route, placement: Placement, routes: Sequence[Route]) -> Sequence[Cut]:
    """The cheapest cuts after which `label` fits on its line, `route`."""
    best: tuple[float, Sequence[Cut]] | None = None
    others = [piece for other in routes if other is not route for piece in pieces(other)]
    for lines, cost in texts(label):
        wide, high = size(lines)
        for piece in pieces(route):
            for found in _options(piece, wide, high, placement, others):
                total = cost + found[0]
                if best is None or total < best[0]:
                    best = (total, found[1])
    assert best is not None
    return best[1]


def _options(
    piece: Piece, wide: float, high: float, placement: Placement, others: Sequence[Piece]
) -> Iterator[tuple[float, Sequence[Cut]]]:
    """Ways to part the picture across `piece`, and to keep clear of what runs alongside there."""
    along: Axis = "y" if piece.upright else "x"
    aside: Axis = "x" if piece.upright else "y"
    extent, half = (high, wide / 2) if piece.upright else (wide, high / 2)
    line = piece.start.x if piece.upright else piece.start.y
    low, up = piece.free
    by = extent + max(0.0, low - up) + 2
    for at in _cut_places(piece):
        through = [area for area in placement.boxes.values() if _low(area, along) < at < _high(area, along)]
        beside = [_edges(area, aside) for area in through]
        beside += [
            _edges(title, aside) for title in placement.titles.values() if _low(title, along) - extent < at < _high(title, along)
        ]
        beside += [
            _edges(other.area, aside)
            for other in others
            if other.upright == piece.upright and _low(other.area, along) < at < _high(other.area, along)
        ]
        before = max((high for _, high in beside if high < line), default=line - half - EDGE)
        after = min((low for low, _ in beside if low > line), default=line + half + EDGE)
        cuts = [Cut(along, at, by)]
        for place, free in ((line - EDGE, line - before), (line + EDGE, after - line)):
            if free < half + CLEARANCE + 1:
                cuts.append(Cut(aside, place, half + CLEARANCE + 1 - free))
        spent = added(cut.by * (SIDE_COST if cut.axis == "x" else 1.0) for cut in cuts)
        yield spent + THROUGH_BOX * len(through), cuts


def _cut_places(piece: Piece) -> Sequence[float]:
    """Where to part it: in what may be covered of it, else in its middle."""
    low, up = piece.free
    if up <= low:
        return [piece.area.centre.y if piece.upright else piece.area.centre.x]
    count = max(1, int((up - low) // 10))
    return [low + (up - low) * (number + 0.5) / count for number in range(count)]


def squeeze(
    placement: Placement, routes: Sequence[Route], spots: Sequence[Spot | None]
) -> tuple[Placement, Sequence[Route], Sequence[Spot | None]]:
    """Take out the emptiness between rows, and between columns, that no line and no label needs."""
    cuts = [*_empty("x", placement, routes, spots), *_empty("y", placement, routes, spots)]
    return spread(placement, routes, spots, cuts)


def spread(
    placement: Placement, routes: Sequence[Route], spots: Sequence[Spot | None], cuts: Sequence[Cut]
) -> tuple[Placement, Sequence[Route], Sequence[Spot | None]]:
    """Apply `cuts` to what has labels already: these move whole, with their middles."""
    placed, lines = stretch(placement, routes, cuts)
    return placed, lines, [spot and replace(spot, area=_carried(spot.area, cuts)) for spot in spots]


def _carried(area: Area, cuts: Sequence[Cut]) -> Area:
    x = added(cut.by for cut in cuts if cut.axis == "x" and area.centre.x > cut.at)
    y = added(cut.by for cut in cuts if cut.axis == "y" and area.centre.y > cut.at)
    return Area(area.left + x, area.top + y, area.right + x, area.bottom + y)


def _empty(axis: Axis, placement: Placement, routes: Sequence[Route], spots: Sequence[Spot | None]) -> Iterator[Cut]:
    solid = [_edges(area.grown(AROUND_BOX), axis) for area in placement.boxes.values()]
    solid += [_edges(area, axis) for area in placement.titles.values()]
    solid += [_edges(spot.area, axis) for spot in spots if spot is not None]
    for frame in placement.frames.values():
        solid += [(edge, edge) for edge in _edges(frame, axis)]
    for route in routes:
        solid += [_edges(piece.area, axis) for piece in pieces(route) if piece.upright == (axis == "x")]
    reach = None
    for low, high in sorted(solid):
        if reach is not None and reach < low - BETWEEN:
            yield Cut(axis, (reach + low) / 2, BETWEEN - (low - reach))
        reach = high if reach is None else max(reach, high)


def _edges(area: Area, axis: Axis) -> tuple[float, float]:
    return (area.left, area.right) if axis == "x" else (area.top, area.bottom)


def _low(area: Area, axis: Axis) -> float:
    return _edges(area, axis)[0]


def _high(area: Area, axis: Axis) -> float:
    return _edges(area, axis)[1]
