"""Rows in order -> how far right each item stands: blocks near the middle of what they are linked to, none too close.

Distances between neighbours make a graph without circles. Places are solved along it twice, pushing to the right and
pushing to the left; the mean of both keeps all distances. Each round takes linear time.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from archgen.layout.adding import added
from archgen.layout.streets.blocks import Blocks, Tie, straight_ties
from archgen.layout.streets.chains import Kind, Strata
from archgen.layout.streets.ports import Ports
from archgen.layout.streets.solver import Solver
from archgen.layout.streets.wishes import PAD, Wishes

ROUNDS = ((400, 14), (2000, 8))  # up to so many items: how often places are solved
FEWEST_ROUNDS = 5
LANE = 14.0  # between two lines
BESIDE_BOX, BETWEEN_FRAMES, NESTED = 18.0, 24.0, 12.0
SPREAD = 1.8  # times as wide as all must be at least, it may become for straight lines
NEARLY = (16.0, 60.0, 150.0)  # from a line to where it would be straight, step by step
CLOSE, CLOSER = 30.0, 4.0  # where boxes stand so close, lines are closer by that
NEARLY_FITTING = 1.1  # times as wide as its room: it may fit where all stands closer

Gaps = Mapping[tuple[int, int], float]


def place_across(
    strata: Strata,
    order: Sequence[Sequence[int]],
    ports: Ports,
    titles: Mapping[str, float],
    pads: Mapping[str, float],
    between: float,
    room: float = math.inf,
    stands: Mapping[int, float] | None = None,
) -> tuple[Sequence[float], Gaps]:
    """The middle of each item, and the least distances between neighbours.

    `titles` is the least width of each frame, `pads` what more is kept free on its left.
    Where all would be wider than `room`, or much wider than it must be, fewer lines are straight.
    Boxes stay near `stands`, where these are given.
    """
    distances = list(_distances(strata, order, ports, titles, pads, between))
    if stands is not None:
        return _near(strata, order, ports, distances, stands), {(one, other): least for one, other, least in distances}
    loose, squeezed = _Across(strata, order, ports, distances, ()), False
    if room < loose.solver.whole <= NEARLY_FITTING * room and between > CLOSE:
        closer = list(_distances(strata, order, ports, titles, pads, CLOSE))
        fitting = _Across(strata, order, ports, closer, ())
        if squeezed := fitting.solver.whole <= room:
            loose, distances = fitting, closer
    limit = max(loose.solver.whole, min(room, SPREAD * loose.solver.whole))
    ties = straight_ties(strata, ports)
    across = loose.tied(ties, limit)
    if across.solver.whole <= limit:
        across.settle(across.solver.least, rounds(strata))
    else:
        loose.solver.bound(limit)
        across = _gradually(loose, ties, limit, sparing=not squeezed)
    return across.floor(), {(one, other): least for one, other, least in distances}


def _near(
    strata: Strata,
    order: Sequence[Sequence[int]],
    ports: Ports,
    distances: Sequence[tuple[int, int, float]],
    stands: Mapping[int, float],
) -> Sequence[float]:
    """Places at which boxes are near where they stood, and lines near what they lead to."""
    across = _Across(strata, order, ports, distances, ())
    held: dict[int, list[float]] = {}
    for item, at in stands.items():
        held.setdefault(across.blocks.lead[item], []).append(at - across.blocks.shift[item])
    across.solver.hold({lead: added(places) / len(places) for lead, places in held.items()})
    across.settle(across.solver.solve([0.0] * len(strata.items)), FEWEST_ROUNDS)
    return across.floor()


class _Across:
    """Blocks of some ties, and their places as they become better."""

    def __init__(
        self,
        strata: Strata,
        order: Sequence[Sequence[int]],
        ports: Ports,
        distances: Sequence[tuple[int, int, float]],
        ties: Sequence[Tie],
        limit: float = 0.0,
    ) -> None:
        self.strata, self.order, self.ports, self.distances = strata, order, ports, distances
        self.blocks = Blocks(strata, order, ties)
        self.solver = Solver(self.blocks, distances, limit)
        self.leads: Sequence[float] = self.solver.least

    @cached_property
    def wishes(self) -> Wishes:
        """Where blocks are best: asked for of those alone that are wide enough."""
        return Wishes(self.strata, self.order, self.ports, self.blocks)

    def tied(self, ties: Sequence[Tie], limit: float) -> "_Across":
        """The same with other ties."""
        return _Across(self.strata, self.order, self.ports, self.distances, ties, limit)

    def settle(self, leads: Sequence[float], rounds: int) -> None:
        self.leads = leads
        for _ in range(rounds):
            before, self.leads = self.leads, self.solver.solve(self.wishes.of(self.leads))
            if self.leads == before:
                return

    def places(self) -> Sequence[float]:
        return self.blocks.places(self.leads)

    def floor(self) -> Sequence[float]:
        """Each place in whole pixels, and the sides of frames as near to what is within as can be."""
        leads = self.solver.solve(self.wishes.of(self.leads, tight=True))
        return self.blocks.places([float(math.floor(place)) for place in leads])


def _gradually(across: _Across, ties: Sequence[Tie], limit: float, *, sparing: bool) -> _Across:
    """Make those lines straight that nearly are, step by step, as long as all is no wider than `limit`."""
    times = rounds(across.strata)
    across.settle(across.solver.least, times)
    kept: Sequence[Tie] = ()
    for near in NEARLY:
        places = across.places()
        bent = sorted((abs(places[upper] + apart - places[lower]), at) for at, (upper, lower, apart) in enumerate(ties))
        wanted = [*kept, *(ties[at] for gap, at in bent if gap <= near)]
        kept, tighter = _as_many_as_fit(across, kept, wanted[len(kept) :], limit, sparing=sparing)
        if tighter is across:
            break
        across = tighter
        across.settle(across.blocks.middles(places), max(FEWEST_ROUNDS - 2, times // 2))
    return across


def _as_many_as_fit(
    across: _Across, kept: Sequence[Tie], wanted: Sequence[Tie], limit: float, *, sparing: bool
) -> tuple[Sequence[Tie], _Across]:
    """With all of the wanted ties, or with the first half of them and of the rest likewise, as far as all fits."""
    waiting = [wanted]
    while waiting:
        ties = waiting.pop()
        tighter = across.tied([*kept, *ties], limit)
        if tighter.solver.whole <= limit:
            kept, across = [*kept, *ties], tighter
        elif not sparing and len(ties) > 1:
            half = len(ties) // 2
            waiting += [ties[half:], ties[:half]]
    return kept, across


def rounds(strata: Strata) -> int:
    """How often places are solved."""
    return next((count for most, count in ROUNDS if len(strata.items) <= most), FEWEST_ROUNDS)


def _distances(
    strata: Strata,
    order: Sequence[Sequence[int]],
    ports: Ports,
    titles: Mapping[str, float],
    pads: Mapping[str, float],
    between: float,
) -> Iterator[tuple[int, int, float]]:
    items = strata.items
    for row in order:
        for one, other in pairwise(row):
            half = ports.widths.get(one, 0.0) / 2 + ports.beside.get(one, 0.0) + ports.widths.get(other, 0.0) / 2
            extra = pads.get(items[one].name, 0.0) if items[one].kind == "left" else 0.0
            yield one, other, half + extra + _apart(items[one].kind, items[other].kind, between)
    for frame, sides in strata.sides.items():
        yield sides[0][0], sides[0][1], titles[frame] + pads.get(frame, 0.0)


def _apart(one: Kind, other: Kind, between: float) -> float:
    if one == "right" and other == "left":
        return BETWEEN_FRAMES
    if one == other and one in ("left", "right"):
        return NESTED
    thin = {"lane", "stub"}
    if one in thin or other in thin:
        return (BESIDE_BOX if "box" in (one, other) else LANE) - (CLOSER if between <= CLOSE else 0.0)
    if one == "left" or other == "right":
        return PAD
    return between if one == other == "box" else BETWEEN_FRAMES
