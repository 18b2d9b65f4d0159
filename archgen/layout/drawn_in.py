"""Labels that stand out at the sides of a drawing that is wider than a page, at other places of their lines."""

from collections.abc import Sequence

from archgen.layout.adding import added
from archgen.layout.placement import Area, Placement, Route, around, spanned
from archgen.layout.spots import Ground, Spot, ground, pieces, spots
from archgen.model.drawing import Arrow

ROUNDS = 4  # of drawing in the one that stands out most


def drawn_in(
    arrows: Sequence[Arrow], placement: Placement, routes: Sequence[Route], labels: Sequence[Spot | None], room: float
) -> Sequence[Spot | None]:
    """The labels, those that stand out moved inwards where they may, until all of it is no wider than `room`."""
    solid = around([placement.extent, *spanned(routes)])
    moved = list(labels)
    taken: Ground | None = None
    for _ in range(ROUNDS):
        standing = {number: spot for number, spot in enumerate(moved) if spot is not None}
        if not standing or around([solid, *(spot.area for spot in standing.values())]).width <= room:
            break
        taken = taken or ground(placement, routes)
        number = max(standing, key=lambda each: _out(standing[each].area, solid))
        before = added(len(pieces(route)) for route in routes[:number])
        options = spots(arrows[number].label, routes[number], int(before), taken)
        others = [spot.area for each, spot in standing.items() if each != number]
        moved[number] = _innermost(standing[number], options, others, taken, solid)
        if moved[number] == standing[number]:
            break
    return moved


def _innermost(spot: Spot, options: Sequence[Spot], others: Sequence[Area], taken: Ground, solid: Area) -> Spot:
    """The place that stands out least, of these the best: on no other label, with no word broken, on no border unless it was."""
    bordering = taken.border_cost(spot.area)
    best, key = spot, (_out(spot.area, solid), spot.cost)
    whole = (option for option in options if " ".join(option.lines) == " ".join(spot.lines))
    for option in (option for option in whole if not any(option.area.overlaps(other) for other in others)):
        better = (_out(option.area, solid), option.cost)
        if better[0] < key[0] and taken.border_cost(option.area) <= bordering:
            best, key = option, better
    return best


def _out(area: Area, solid: Area) -> float:
    return max(0.0, solid.left - area.left, area.right - solid.right)
