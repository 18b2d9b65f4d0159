"""Drawing whose lines run each for itself -> the same with those bundled that are better so, by the measures of the figure."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archgen.layout.bundling.branches import ROUND, Branched, branched, cut, length_of
from archgen.layout.bundling.relabelled import has_room, relabelled
from archgen.layout.bundling.sides import Side, sides
from archgen.layout.bundling.stems import Stem, stems, ways
from archgen.layout.bundling.straights import are_plain, straight
from archgen.layout.bundling.surroundings import Surroundings
from archgen.layout.bundling.worth import Apart, together
from archgen.layout.laid import Bundle, Layered
from archgen.layout.placement import Route
from archgen.layout.spots import Spot
from archgen.model.drawing import Drawing
from archgen.values import dataclass

LEAST = 3.0  # that must be won
PROMISING = -9.0  # that is won with the first way of each line, where others may win more
OWN = 28.0  # that each line runs for itself at least
MEETING = 20.0  # before the place where lines meet, they may be close to one another
OFF_CENTRE = 0.05  # for each pixel that a stem is beside the middle of its side
FEW = 6  # lines of one side of which each is tried without
MANY, MOST = 45, 120  # lines of a figure; with more, fewer places are tried, and none: it is a map to be searched
# Up to so many times as many lines as are many, or few at one side: how many places are tried, and how many heights.
EFFORTS = ((1.0, 5), (2.0, 3), (math.inf, 2))
TRIES = 3  # ways of sharing that labels are placed for


@dataclass(frozen=True)
class Free:
    """A route that no part stands in the way of, and the lines that it would come too close to, unless they share theirs."""

    route: Route
    disturbs: frozenset[int]


@dataclass(frozen=True)
class Shared:
    """A way to share: the routes, towards what all have in common, what that wins, and the labels."""

    routes: Mapping[int, Free]
    branched: Branched
    won: float
    spots: Mapping[int, Spot | None]


def bundled(drawing: Drawing, layered: Layered) -> Layered:
    """Let lines share their way that come to one side of a part, or leave it there, where the figure becomes better."""
    if len(drawing.arrows) > MOST:
        return layered
    taken: set[int] = set()
    around: Surroundings | None = None
    for side in sides(drawing, layered):
        arrows = [arrow for arrow in side.routes if arrow not in taken]
        if len(arrows) > 1:
            around = around or Surroundings(layered)
            shared = _Sharing(drawing, layered, side.only(arrows), around).best()
            if shared is not None:
                taken |= set(shared.routes)
                layered = _with(layered, side, shared)
                around.put(layered, shared.routes)
    return layered


def _with(layered: Layered, side: Side, shared: Shared) -> Layered:
    routes = list(layered.routes)
    for arrow, free in shared.routes.items():
        routes[arrow] = side.forth(free.route)
    spots = [shared.spots.get(number, spot) for number, spot in enumerate(layered.spots)]
    bundle = Bundle(tuple(sorted(shared.routes)), side.fans_out)
    return replace(layered, routes=routes, spots=spots, bundles=(*layered.bundles, bundle))


class _Sharing:
    """How lines at one side could share their way."""

    def __init__(self, drawing: Drawing, layered: Layered, side: Side, surroundings: Surroundings) -> None:
        self.layered, self.side, self.around = layered, side, surroundings
        many = max(len(drawing.arrows) / MANY, len(side.routes) / FEW)
        self.effort = next(effort for most, effort in EFFORTS if many <= most)
        self.labels = {arrow: drawing.arrows[arrow].label for arrow in side.routes}
        self.ends = {arrow: (drawing.arrows[arrow].source, drawing.arrows[arrow].target) for arrow in side.routes}
        areas = {**layered.placement.frames, **layered.placement.boxes}
        self.area = areas[side.part]
        before = {arrow: side.back(route) for arrow, route in side.routes.items()}
        self.before = {arrow: straight(route) for arrow, route in before.items()}
        self.apart = Apart(before, self.before, surroundings)

    def best(self) -> Shared | None:
        """The one that wins most and leaves a place for every label; None where there is none."""
        area = self.side.there(self.area)
        found: list[tuple[float, Shared, Mapping[int, Sequence[Free]]]] = []
        for stem in stems(self.side, area, self.effort):
            free = self._free(stem)
            shared = self._undisturbed({arrow: ways[0] for arrow, ways in free.items()})
            if shared is not None:
                found.append((OFF_CENTRE * abs(stem.x - area.centre.x) - shared.won, shared, free))
        for _, shared, free in sorted(found, key=lambda each: each[0])[:TRIES]:
            better = self._on_best_ways(self._fewer(shared), free)
            spots = self._spots(better) if better.won >= LEAST else None
            if spots is not None:
                return replace(better, spots=spots)
        return None

    def _spots(self, shared: Shared) -> Mapping[int, Spot | None] | None:
        own = {arrow: self.side.forth(way) for arrow, way in shared.branched.own.items()}
        sections = [section.route for section in shared.branched.sections]
        return relabelled(self.labels, own, sections, self.layered)

    def _on_best_ways(self, shared: Shared, free: Mapping[int, Sequence[Free]]) -> Shared:
        """Each line on the one of its ways with which all win most."""
        best = shared
        for arrow in shared.routes:
            for way in free[arrow][1:]:
                best = self._judged({**best.routes, arrow: way}, best.won) or best
        return best

    def _undisturbed(self, routes: Mapping[int, Free]) -> Shared | None:
        """Without those lines that cannot be read."""
        while len(routes) > 1:
            way = _branched(routes)
            disturbing = [arrow for arrow in routes if not self._has_all(arrow, routes, way)]
            if not disturbing:
                unclear = {arrow for arrow in routes if not _meets_plainly(arrow, way)} | set(way.huddled())
                disturbing = sorted(unclear, key=lambda arrow: (length_of(way.own[arrow]), arrow))[:1]
            if not disturbing:
                won = self.apart.cost(routes) - together(way, self.around)
                return Shared(routes, way, won, {}) if won > PROMISING else None
            routes = {arrow: each for arrow, each in routes.items() if arrow not in disturbing}
        return None

    def _fewer(self, shared: Shared) -> Shared:
        """Without those lines that had better run alone."""
        best = shared
        while 2 < len(best.routes) <= FEW:
            before = best
            for out in before.routes:
                some = {arrow: way for arrow, way in before.routes.items() if arrow != out}
                best = self._judged(some, best.won) or best
            if best is before:
                break
        return best

    def _free(self, stem: Stem) -> Mapping[int, Sequence[Free]]:
        """The ways of the lines that have any."""
        ways = {arrow: list(self._ways(arrow, stem)) for arrow in self.side.routes}
        return {arrow: found for arrow, found in ways.items() if found}

    def _ways(self, arrow: int, stem: Stem) -> Iterator[Free]:
        """Those that nothing but lines of the same side is in the way of."""
        group = self.side.routes.keys()
        seen: list[Route] = []
        for way in ways(self.side.routes[arrow], stem):
            route = self.side.back(way)
            disturbs = None if route in seen else self.around.disturbed(route, self.before[arrow], self.ends[arrow])
            if disturbs is not None and disturbs <= group:
                yield Free(route, disturbs)
            seen.append(route)

    def _judged(self, routes: Mapping[int, Free], least: float) -> Shared | None:
        """With these ways, if that wins more than the `least` and can be read."""
        way = _branched(routes)
        won = self.apart.cost(routes) - together(way, self.around)
        if won <= least or next(way.huddled(), None) is not None:
            return None
        clear = all(self._has_all(arrow, routes, way) and _meets_plainly(arrow, way) for arrow in routes)
        return Shared(routes, way, won, {}) if clear else None

    def _has_all(self, arrow: int, routes: Mapping[int, Free], way: Branched) -> bool:
        """Whether a line has enough for itself, for its label too, and its way is free."""
        own = way.own[arrow]
        return (
            routes[arrow].disturbs <= routes.keys()
            and length_of(own) >= OWN
            and has_room(self.labels[arrow], self.side.forth(own))
        )


def _branched(routes: Mapping[int, Free]) -> Branched:
    return branched({arrow: free.route for arrow, free in routes.items()})


def _meets_plainly(arrow: int, way: Branched) -> bool:
    """Whether a line, up to where it meets others, is apart from these."""
    alone, _ = cut(way.own[arrow], ROUND + MEETING)
    others = [pieces for other, pieces in way.pieces.items() if other != arrow]
    return are_plain(straight(alone), (piece for pieces in (*others, *way.shared) for piece in pieces))
