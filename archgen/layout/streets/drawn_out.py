"""Drawing and its rows -> everything at its place: laid out again with room where a label or a title found none."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from archgen.layout.anatomy import Anatomy
from archgen.layout.placement import Placement, Route
from archgen.layout.ranks import Ranks
from archgen.layout.rows import title_width
from archgen.layout.spots import HEAD, START, Spot, last_resort, size, texts
from archgen.layout.standing import Standing
from archgen.layout.streets.across import place_across
from archgen.layout.streets.chains import Chain, Strata, stratify
from archgen.layout.streets.label_spots import place_labels
from archgen.layout.streets.lines import Room, lay_lines
from archgen.layout.streets.order import Rows, arrange_rows
from archgen.layout.streets.parting import part
from archgen.layout.streets.ports import Port, Side, assign_ports
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
) -> Outcome:
    """Order the rows, then place them until all texts have their room; as wide as `room`, where that can be.

    Rows stay where they stood, where `stands` is given; boxes stay in these too, but where they are `unheld`.
    `ordered` are rows that are in order already.
    """
    strata = ordered[0] if ordered else stratify(drawing, ranks)
    held = None
    if stands is not None and way != "unheld":
        held = {strata.boxes[name]: at for name, at in stands.middles.items()}
    order = ordered[1] if ordered else arrange_rows(strata, held, straight=way == "straight")
    titles = {frame.id: title_width(frame) for frame in drawing.frames}
    wanted = Wanted()
    if stands is not None:
        wanted.rows.drops = stands.drops
    best: Outcome | None = None
    for _ in range(ROUNDS):
        ports = assign_ports(drawing, strata, order, anatomies, wanted.ports)
        places, gaps = place_across(strata, order, ports, titles, wanted.pads, between, room, held)
        places = straighten(strata, order, ports, places, gaps)
        ports = part(strata, slide(strata, ports, places, wanted.ports), places, wanted.ports)
        stood = lay_lines(drawing, strata, ports, places, wanted.rows)
        placement, untitled = place_titles(stood.placement, stood.routes)
        spots, unlabelled = place_labels(drawing.arrows, placement, stood.routes)
        found = Outcome(placement, stood.routes, spots, len(untitled) + len(unlabelled))
        if best is None or found.lost < best.lost:
            best = found
        if not found.lost:
            break
        wanted.pads = widened(wanted.pads, placement, untitled)
        for arrow in unlabelled:
            _ask(drawing, strata, strata.chains[arrow], ports.sides, wanted)
    assert best is not None
    labels = [
        spot or (last_resort(arrow.label, route) if arrow.label else None)
        for arrow, route, spot in zip(drawing.arrows, best.routes, best.spots, strict=True)
    ]
    return Outcome(best.placement, best.routes, labels, best.lost)


def _ask(drawing: Drawing, strata: Strata, chain: Chain, sides: Mapping[tuple[int, Side], Sequence[int]], wanted: Wanted) -> None:
    """Ask for room where the line of a label leaves or arrives: where fewer others do."""
    lines, _ = texts(drawing.arrows[chain.arrow].label)[-1]
    wide, high = size(lines)
    ends: list[tuple[int, Side]] = [(chain.down[0], "bottom")]
    ends += [(chain.up[0], "bottom")] if chain.up else [(chain.down[-1], "top")]
    if chain.within:
        ends = [(chain.down[-1], "top")]
    item, side = min(ends, key=lambda end: len(sides.get(end, ())))
    wanted.ports[chain.arrow, item, side] = wide + BESIDE
    rows = wanted.rows.below if side == "bottom" else wanted.rows.above
    row = strata.items[item].row
    if strata.items[item].kind == "stub":
        rows, row = wanted.rows.street, row if side == "bottom" else row - 1
        wanted.rows.nested = max(wanted.rows.nested, high if chain.within else 0.0)
    rows[row] = max(rows.get(row, 0.0), high + START + HEAD)
