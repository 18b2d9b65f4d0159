"""Lines -> labels that hide nothing: not each other, nor a box, a title, another line or a head."""

from collections.abc import Sequence

from archgen.layout.adding import added
from archgen.layout.placement import Area, Placement, Route
from archgen.layout.spots import Ground, Spot, ground, pieces, spots
from archgen.model.drawing import Arrow

PATIENCE = 8  # times that a label may be moved for another, on average
CLOSE, BESIDE = 6.0, 12.0  # pixels from a label to one below it, and to one beside it; nearer ones can be taken for one
CROWDED = 7.0  # what each such neighbour costs


def label(arrows: Sequence[Arrow], placement: Placement, routes: Sequence[Route]) -> Sequence[Spot | None]:
    """Choose a place for the label of each arrow: None where it has none, or none was found."""
    taken = ground(placement, routes)
    choices: list[Sequence[Spot]] = []
    number = 0
    for arrow, route in zip(arrows, routes, strict=True):
        choices.append(spots(arrow.label, route, number, taken) if arrow.label else ())
        number += len(pieces(route))
    return _apart(taken, choices, _choose(choices))


def _apart(taken: Ground, choices: Sequence[Sequence[Spot]], chosen: Sequence[Spot | None]) -> Sequence[Spot | None]:
    """Move labels that stand close to others, one after another, where another place is better for all that."""
    moved = list(chosen)
    for mine, spot in enumerate(moved):
        others = [other.area for place, other in enumerate(moved) if other is not None and place != mine]
        if spot is not None and (crowd := _crowd(spot, others)):
            moved[mine] = _lonelier(taken, spot, spot.cost + crowd, choices[mine], others)
    return moved


def _lonelier(taken: Ground, spot: Spot, cost: float, options: Sequence[Spot], others: Sequence[Area]) -> Spot:
    bordering = taken.border_cost(spot.area)
    for option in options:
        if option.cost >= cost:
            break
        if any(option.area.overlaps(other) for other in others) or taken.border_cost(option.area) > bordering:
            continue
        if (total := option.cost + _crowd(option, others)) < cost:
            spot, cost = option, total
    return spot


def _crowd(spot: Spot, others: Sequence[Area]) -> float:
    """What speaks against a place for the labels that stand close above, below and beside it."""
    area = spot.area
    high = Area(area.left, area.top - CLOSE, area.right, area.bottom + CLOSE)
    wide = Area(area.left - BESIDE, area.top, area.right + BESIDE, area.bottom)
    return CROWDED * sum(high.overlaps(other) or wide.overlaps(other) for other in others)


def _choose(choices: Sequence[Sequence[Spot]]) -> Sequence[Spot | None]:
    """Give each label its best place that is left; one without moves others that have a choice."""
    chosen: list[Spot | None] = [None] * len(choices)
    waiting = sorted((place for place, each in enumerate(choices) if each), key=lambda place: len(choices[place]))
    weight = [1.0] * len(choices)
    for _ in range(PATIENCE * len(choices)):
        if not waiting:
            break
        mine = waiting.pop(0)
        best, moved = _cheapest(choices[mine], mine, chosen, weight)
        chosen[mine] = best
        for other in moved:
            chosen[other] = None
            weight[other] += 4
            waiting.append(other)
    return chosen


def _cheapest(
    options: Sequence[Spot], mine: int, chosen: Sequence[Spot | None], weight: Sequence[float]
) -> tuple[Spot, Sequence[int]]:
    best: tuple[float, Spot, Sequence[int]] | None = None
    for spot in options:
        if best is not None and spot.cost >= best[0]:
            break
        moved = [
            other
            for other, theirs in enumerate(chosen)
            if theirs is not None and other != mine and theirs.area.overlaps(spot.area)
        ]
        cost = spot.cost + added(20 * weight[other] for other in moved)
        if best is None or cost < best[0]:
            best = (cost, spot, moved)
    assert best is not None
    return best[1], best[2]
