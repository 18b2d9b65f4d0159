"""Drawing -> boxes, frames, lines and labels at their places: the best of some arrangements."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from archgen.errors import EngineError
from archgen.layout.alignment import align
from archgen.layout.arrangements import SIDES, Arrangement, arrangements
from archgen.layout.borders import ease, room_beside
from archgen.layout.compaction import compact
from archgen.layout.drawn_in import drawn_in
from archgen.layout.holding import hold
from archgen.layout.labels import label
from archgen.layout.laid import Layered
from archgen.layout.off_borders import Parts, across, off_borders
from archgen.layout.placement import LANE, Placement
from archgen.layout.routes import NoRoomError, route
from archgen.layout.rows import settle
from archgen.layout.score import ASTRIDE, MARGINS, TURNED, outcome, promise
from archgen.layout.spots import last_resort
from archgen.layout.stretch import room_for, spread, squeeze, stretch
from archgen.layout.titles import to_corners
from archgen.model.drawing import Drawing
from archgen.model.picture import MAX_WIDTH

if TYPE_CHECKING:
    from archgen.layout.engines import Placer

# Up to so many arrows: how many arrangements are improved, how many of these are drawn out to choose from, and how many
# at most when none fits the page.
EFFORTS = ((14, (4, 3, 4)), (24, (4, 2, 3)), (40, (3, 1, 2)))
LEAST_EFFORT = (2, 1, 1)
HOPELESS = 60.0  # by how much less than the best an arrangement may promise that is drawn out beside it
PAGE = MAX_WIDTH - SIDES
FEW = 30  # arrows that find their lanes on a page; with more of them a drawing may be wider in proportion
INTRUDING = 300.0  # for a box that lies partly in a frame
LOOSEST = 4  # steps of room for lines
ROUNDS = 6  # of making room for labels that found none


def arrange(drawing: Drawing, placer: "Placer", loosely: int = 0, astride: float = ASTRIDE) -> Layered:
    """Place `drawing` with the help of `placer`, with ever more room for lines until each has its own lane.

    It begins with that many steps of room, which labels have besides; `astride` speaks against each label across a border.
    """
    for loose in range(loosely, LOOSEST):
        with suppress(NoRoomError):
            return _arrange(drawing, placer, loose, astride, sharing=False)
    return _arrange(drawing, placer, LOOSEST, astride, sharing=True)


def _arrange(drawing: Drawing, placer: "Placer", loose: int, astride: float, *, sharing: bool) -> Layered:
    """The most promising arrangements are drawn out, the best is kept."""
    promising: list[tuple[float, int, Arrangement, Placement]] = []
    for number, arrangement in enumerate(arrangements(drawing, loose)):
        placement = settle(drawing, arrangement.plan, placer(drawing, arrangement.plan))
        if placement.extent.width > PAGE and arrangement.plan.direction == "down":
            placement = compact(drawing, placement, PAGE * max(1.0, len(drawing.arrows) / FEW), arrangement.plan.between - LANE)
        promising.append((_judge(drawing, arrangement, placement), number, arrangement, placement))
    aligned = []
    for _, number, arrangement, placement in sorted(promising, key=_rank)[: _effort(drawing)[0]]:
        better = align(drawing, arrangement.plan.direction, placement)
        aligned.append((_judge(drawing, arrangement, better), number, arrangement, better))
    draw = partial(_draw, drawing, loose=loose, sharing=sharing)
    return _best(drawing, sorted(aligned, key=_rank), draw, astride)


def _best(
    drawing: Drawing,
    ranked: Sequence[tuple[float, int, Arrangement, Placement]],
    draw: Callable[[Arrangement, Placement], Layered],
    astride: float,
) -> Layered:
    """Draw the first ones out, and more of them until one fits the page, no label across a border; keep the best."""
    _, enough, most = _effort(drawing)
    labels = sum(bool(arrow.label) for arrow in drawing.arrows)
    drawn: list[tuple[float, Layered]] = []
    failure: EngineError | None = None
    for judged, _, arrangement, placement in _once(ranked[:most]):
        enough = enough if judged <= ranked[0][0] + HOPELESS else 1
        if len(drawn) >= enough and any(_fits(each) for _, each in drawn):
            break
        try:
            each = draw(arrangement, placement)
            became = outcome(each.extent, each.placement, each.routes, each.spots, labels)
            became += arrangement.cost + astride * each.across_borders + INTRUDING * each.intruding
            drawn.append((became, each))
        except EngineError as error:
            failure = error
    if not drawn:
        raise failure or EngineError("there is no arrangement to draw")
    return min(drawn, key=lambda each: each[0])[1]


def _fits(made: Layered) -> bool:
    return made.extent.width + MARGINS <= MAX_WIDTH and not made.across_borders


def _once(ranked: Sequence[tuple[float, int, Arrangement, Placement]]) -> Iterator[tuple[float, int, Arrangement, Placement]]:
    """Those that differ in what is drawn: of several that come to the same, the first."""
    seen: list[tuple[object, ...]] = []
    for each in ranked:
        _, _, arrangement, placement = each
        drawn = (arrangement.plan.direction, placement, arrangement.anatomies)
        if drawn not in seen:
            seen.append(drawn)
            yield each


def _effort(drawing: Drawing) -> tuple[int, int, int]:
    return next((effort for most, effort in EFFORTS if len(drawing.arrows) <= most), LEAST_EFFORT)


def _judge(drawing: Drawing, arrangement: Arrangement, placement: Placement) -> float:
    turned = arrangement.plan.direction != drawing.direction
    return promise(drawing, placement) + TURNED * turned + arrangement.cost


def _rank(judged: tuple[float, int, Arrangement, Placement]) -> tuple[float, int]:
    return judged[:2]


def _draw(drawing: Drawing, arrangement: Arrangement, placement: Placement, *, loose: int, sharing: bool) -> Layered:
    routes = route(drawing, arrangement.plan.direction, placement, loose, sharing=sharing)
    spots = label(drawing.arrows, placement, routes)
    for _ in range(ROUNDS):
        cuts = [
            cut
            for arrow, line, spot in zip(drawing.arrows, routes, spots, strict=True)
            if arrow.label and spot is None
            for cut in room_for(arrow.label, line, placement, routes)
        ]
        if not cuts:
            break
        placement, routes = stretch(placement, routes, cuts)
        spots = label(drawing.arrows, placement, routes)
    made = _finished(drawing, arrangement, (placement, routes, spots))
    if not made.across_borders:
        return made
    parted = off_borders(drawing.arrows, (placement, routes, spots), across(made.placement, made.spots))
    return _finished(drawing, arrangement, parted) if parted else made


def _finished(drawing: Drawing, arrangement: Arrangement, parts: Parts) -> Layered:
    """Emptiness taken out, borders moved away from lines and around labels."""
    placement, routes, spots = parts
    spots = [
        spot or (last_resort(arrow.label, line) if arrow.label else None)
        for arrow, line, spot in zip(drawing.arrows, routes, spots, strict=True)
    ]
    placement, routes, spots = squeeze(placement, routes, spots)
    spots = drawn_in(drawing.arrows, placement, routes, spots, MAX_WIDTH - MARGINS)
    ends = {end for arrow in drawing.arrows for end in (arrow.source, arrow.target)}
    placement = ease(placement, routes, spots, fixed=ends)
    placement, routes, spots = spread(placement, routes, spots, room_beside(placement, routes))
    placement = to_corners(hold(placement, routes, spots), routes, spots)
    return Layered(arrangement.anatomies, placement, routes, spots)
