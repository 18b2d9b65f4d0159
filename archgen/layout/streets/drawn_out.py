"""Drawing and its rows -> everything at its place: laid out again with room where a label or a title found none."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from archgen.layout.anatomy import Anatomy
from archgen.layout.placement import Placement, Route
from archgen.layout.ranks import Ranks
from archgen.layout.rows import TITLE_INSET, title_width
from archgen.layout.spots import HEAD, START, Spot, last_resort, size, texts
from archgen.layout.standing import Standing
from archgen.layout.streets.across import place_across
from archgen.layout.streets.axes import DOWN, Axes
from archgen.layout.streets.chains import Chain, Strata, stratify
from archgen.layout.streets.label_spots import place_labels
from archgen.layout.streets.lines import Room, lay_lines
from archgen.layout.streets.order import Rows, arrange_rows
from archgen.layout.streets.parting import part
from archgen.layout.streets.ports import EMPTY_FRAME, Port, Side, assign_ports
from archgen.layout.streets.straightening import slide, straighten
from archgen.layout.streets.title_spots import place_titles, widened
from archgen.model.drawing import Drawing
from archgen.values import dataclass

Way = Literal["crossing little", "straight", "unheld"]
Ordered = tuple[Strata, Rows]
ROUNDS = 8  # of making room
BESIDE = 12.0  # a label and what stands next to it


@dataclass
class Wanted:
    """Room that labels and titles need beyond what there was."""

    ports: dict[Port, float] = field(default_factory=dict)
    rows: Room = field(default_factory=Room)
    pads: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """A drawing at its places, and how many labels and titles stand where they hide something."""

    placement: Placement
    routes: Sequence[Route]
    spots: Sequence[Spot | None]
    lost: int


def draw_out(
    drawing: Drawing,
    ranks: Ranks,
    anatomies: Mapping[str, Anatomy],
    between: float,
    room: float = math.inf,
    stands: Standing | None = None,
    way: Way = "crossing little",
    ordered: Ordered | None = None,
    axes: Axes = DOWN,
) -> Outcome:
    """Order the rows, then place them until all texts have their room; as wide as `room`, where that can be.

    Rows stay where they stood, where `stands` is given; boxes stay in these too, but where they are `unheld`.
    `ordered` are rows that are in order already, `axes` says which way they follow one another.
    """
    strata = ordered[0] if ordered else stratify(drawing, ranks)
    held = None
    if stands is not None and way != "unheld":
        held = {strata.boxes[name]: at for name, at in stands.middles.items()}
    order = ordered[1] if ordered else arrange_rows(strata, held, straight=way == "straight")
    titles = {frame.id: axes.size(title_width(frame), EMPTY_FRAME)[0] for frame in drawing.frames}
    wanted = Wanted(pads={frame.id: axes.aside for frame in drawing.frames})
    if stands is not None:
        wanted.rows.drops = stands.drops
    best: Outcome | None = None
    for _ in range(ROUNDS):
        ports = assign_ports(drawing, strata, order, anatomies, wanted.ports, axes)
        places, gaps = place_across(strata, order, ports, titles, wanted.pads, between, room, held)
        places = straighten(strata, order, ports, places, gaps)
        ports = part(strata, slide(strata, ports, places, wanted.ports), places, wanted.ports)
        stood = lay_lines(drawing, strata, ports, places, wanted.rows, axes)
        placement, untitled = place_titles(stood.placement, stood.routes)
        spots, unlabelled = place_labels(drawing.arrows, placement, stood.routes, room)
        found = Outcome(placement, stood.routes, spots, len(untitled) + len(unlabelled))
        if best is None or found.lost < best.lost:
            best = found
        if not found.lost:
            break
        _ask_for_titles(strata, placement, untitled, wanted, axes)
        for arrow in unlabelled:
            _ask(drawing, strata, strata.chains[arrow], ports.sides, wanted, axes)
    assert best is not None
    labels = [
        spot or (last_resort(arrow.label, route) if arrow.label else None)
        for arrow, route, spot in zip(drawing.arrows, best.routes, best.spots, strict=True)
    ]
    return Outcome(best.placement, best.routes, labels, best.lost)


def _ask_for_titles(strata: Strata, placement: Placement, untitled: Sequence[str], wanted: Wanted, axes: Axes) -> None:
    """Ask for room for titles beside the lines that come down to frames; where columns are, for wider last columns of these."""
    if not axes.turned:
        wanted.pads = widened(wanted.pads, placement, untitled)
        return
    for name in untitled:
        frame, title = placement.frames[name], placement.titles[name]
        last = strata.spans[name][1] if name in strata.spans else strata.items[strata.boxes[name]].row
        more = title.width + 2 * TITLE_INSET - frame.width
        wanted.rows.below[last] = wanted.rows.below.get(last, 0.0) + max(more, TITLE_INSET)


def _kept(strata: Strata, room: Room, end: tuple[int, Side], axes: Axes, *, within: bool) -> tuple[dict[int, float], int]:
    """What says how much is kept free for labels at such an end, and by which row: outside frames, but for lines within one."""
    item, side = end
    row, leaves = strata.items[item].row, side == "bottom"
    is_box = strata.items[item].kind != "stub"
    if is_box and (within or not axes.level_labels):
        return room.below if leaves else room.above, row
    if axes.level_labels and not is_box:
        return room.street, row if leaves else row - 1
    return (room.leaving, row) if leaves else (room.arriving, row - 1)


def _ask(
    drawing: Drawing,
    strata: Strata,
    chain: Chain,
    sides: Mapping[tuple[int, Side], Sequence[int]],
    wanted: Wanted,
    axes: Axes,
) -> None:
    """Ask for room where the line of a label leaves or arrives: where that was not in vain before, and where fewer others do."""
    lines, _ = texts(drawing.arrows[chain.arrow].label)[-1]
    wide, high = axes.size(*size(lines))
    ends: list[tuple[int, Side]] = [(chain.down[0], "bottom")]
    ends += [(chain.up[0], "bottom")] if chain.up else [(chain.down[-1], "top")]
    if chain.within:
        ends = [(chain.down[-1], "top")]
    long = high + START + HEAD

    def costs(end: tuple[int, Side]) -> tuple[bool, bool, int]:
        rows, row = _kept(strata, wanted.rows, end, axes, within=bool(chain.within))
        in_vain = (chain.arrow, *end) in wanted.ports
        return not axes.level_labels and rows.get(row, 0.0) < long, in_vain, len(sides.get(end, ()))

    item, side = min(ends, key=costs)
    wanted.ports[chain.arrow, item, side] = wide + BESIDE
    if strata.items[item].kind == "stub":
        wanted.rows.nested = max(wanted.rows.nested, high if chain.within else 0.0)
    rows, row = _kept(strata, wanted.rows, (item, side), axes, within=bool(chain.within))
    rows[row] = max(rows.get(row, 0.0), long)
