"""Labels of lines that share their way: each stays, or is put, on what its line has for itself."""

from collections.abc import Mapping, Sequence

from archgen.layout.laid import Layered
from archgen.layout.off_borders import is_across
from archgen.layout.placement import Area, Placement, Route, spanned
from archgen.layout.spots import CLEARANCE, Ground, Piece, Spot, ground, pieces, size, spots, texts

BESIDE = 4.0  # from a line to a label next to it, at most
REACH = 20.0  # from a label to what matters to it
SLACK = 2.0  # of where labels begin and end


def has_room(label: str, own: Route) -> bool:
    """Whether a label could stand on one of the pieces of a line, if nothing else were in its way."""
    if not label:
        return True
    free = [(piece.upright, piece.free[1] - piece.free[0]) for piece in pieces(own)]
    sizes = [size(lines) for lines, _ in texts(label)]
    return any(long >= (high if upright else wide) for upright, long in free for wide, high in sizes)


def relabelled(
    labels: Mapping[int, str], own: Mapping[int, Route], shared: Sequence[Route], layered: Layered
) -> Mapping[int, Spot | None] | None:
    """The places of the labels of these arrows, None where one of them finds none.

    `own` is what each line has for itself, as its arrow leads, `shared` what several have together.
    """
    strokes = [piece for route in (*own.values(), *shared) for piece in pieces(route)]
    found: dict[int, Spot | None] = {}
    for arrow, route in own.items():
        spot = layered.spots[arrow]
        if spot is None or _still_stands(spot.area, pieces(route), strokes):
            found[arrow] = spot
    for arrow in sorted(own.keys() - found.keys()):
        taken = [spot for other, spot in enumerate(layered.spots) if other not in own] + list(found.values())
        areas = [spot.area for spot in taken if spot is not None]
        every = [own[arrow], *(route for other, route in own.items() if other != arrow), *shared]
        every += [route for other, route in enumerate(layered.routes) if other not in own]
        places = spots(labels[arrow], own[arrow], 0, _ground(labels[arrow], own[arrow], layered.placement, every))
        across = is_across(layered.placement, layered.spots[arrow])  # a border, where it stood
        free = (spot for spot in places if not any(map(spot.area.overlaps, areas)))
        found[arrow] = next((spot for spot in free if across or not is_across(layered.placement, spot)), None)
        if found[arrow] is None:
            return None
    return found


def _ground(label: str, own: Route, placement: Placement, routes: Sequence[Route]) -> Ground:
    """What a label of a line may meet."""
    reach = spanned([own])[0].grown(max(max(size(lines)) for lines, _ in texts(label)) + REACH)
    parts = (placement.boxes, placement.frames, placement.titles)
    boxes, frames, titles = ({name: area for name, area in each.items() if area.overlaps(reach)} for each in parts)
    near = [route for route, area in zip(routes, spanned(routes), strict=True) if route is own or area.grown(1).overlaps(reach)]
    return ground(Placement(boxes, frames, titles), near)


def _still_stands(area: Area, own: Sequence[Piece], strokes: Sequence[Piece]) -> bool:
    """Whether a label stands on or beside a piece of its own line, and on no other."""
    for piece in own:
        low, high = piece.free
        if piece.upright:
            along, across = (area.top, area.bottom), (area.left, area.right, piece.start.x)
        else:
            along, across = (area.left, area.right), (area.top, area.bottom, piece.start.y)
        near = across[0] - BESIDE <= across[2] <= across[1] + BESIDE
        if near and low - SLACK <= along[0] and along[1] <= high + SLACK:
            return not any(area.overlaps(other.area.grown(CLEARANCE)) for other in strokes if other.area != piece.area)
    return False
