"""Drawing whose lines run each for itself -> the same with those bundled that are better so, by the measures of the figure."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archgen.layout.bundling.branches import ROUND, Branched, branched, cut, length_of
from archgen.layout.bundling.relabelled import has_room, relabelled
from archgen.layout.bundling.sides import Side, sides
from archgen.layout.bundling.stems import Stem, stems, ways
from archgen.layout.bundling.surroundings import Surroundings, is_plain, straight
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
class Shared:
    """A way to share: the routes, towards what all have in common, what that wins, and the labels."""

    routes: Mapping[int, Route]
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
    routes = [side.forth(shared.routes[number]) if number in shared.routes else way for number, way in enumerate(layered.routes)]
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
        self.before = {arrow: side.back(route) for arrow, route in side.routes.items()}
        self.apart = Apart(self.before, surroundings)

    def best(self) -> Shared | None:
        """The one that wins most and leaves a place for every label; None where there is none."""
        area = self.side.there(self.area)
        found: list[tuple[float, Shared, Mapping[int, Sequence[Route]]]] = []
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

    def _on_best_ways(self, shared: Shared, free: Mapping[int, Sequence[Route]]) -> Shared:
        """Each line on the one of its ways with which all win most."""
        best = shared
        for arrow in shared.routes:
            for way in free[arrow][1:]:
                best = self._judged({**best.routes, arrow: way}, best.won) or best
        return best

    def _undisturbed(self, routes: Mapping[int, Route]) -> Shared | None:
        """Without those lines that cannot be read."""
        while len(routes) > 1:
            way = branched(routes)
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

    def _free(self, stem: Stem) -> Mapping[int, Sequence[Route]]:
        """The ways of the lines that have any."""
        ways = {arrow: list(self._ways(arrow, stem)) for arrow in self.side.routes}
        return {arrow: found for arrow, found in ways.items() if found}

    def _ways(self, arrow: int, stem: Stem) -> Iterator[Route]:
        """Those that nothing else is in the way of."""
        group = self.side.routes.keys()
        seen: list[Route] = []
        for way in ways(self.side.routes[arrow], stem):
            route = self.side.back(way)
            if route not in seen and self.around.is_free(route, self.before[arrow], group, self.ends[arrow]):
                yield route
            seen.append(route)

    def _judged(self, routes: Mapping[int, Route], least: float) -> Shared | None:
        """With these ways, if that wins more than the `least` and can be read."""
        way = branched(routes)
        won = self.apart.cost(routes) - together(way, self.around)
        if won <= least or next(way.huddled(), None) is not None:
            return None
        clear = all(self._has_all(arrow, routes, way) and _meets_plainly(arrow, way) for arrow in routes)
        return Shared(routes, way, won, {}) if clear else None

    def _has_all(self, arrow: int, routes: Mapping[int, Route], way: Branched) -> bool:
        """Whether a line has enough for itself, for its label too, and its way is free."""
        own = way.own[arrow]
        return (
            length_of(own) >= OWN
            and has_room(self.labels[arrow], self.side.forth(own))
            and self.around.is_free(routes[arrow], self.before[arrow], routes, self.ends[arrow])
        )


def _meets_plainly(arrow: int, way: Branched) -> bool:
    """Whether a line, up to where it meets others, is apart from these."""
    alone, _ = cut(way.own[arrow], ROUND + MEETING)
    mine = straight(alone)
    others = [own for other, own in way.own.items() if other != arrow] + [section.route for section in way.sections]
    return all(is_plain(piece, other) for route in others for other in straight(route) for piece in mine)
