"""Drawing -> the same arrangement as before, with what is new in it, and as its author asks for.

A few ways are drawn out: other places for the first newcomer, other ways of lines. The best is one that moves little.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from archgen.layout.adding import added
from archgen.layout.anatomy import Anatomy
from archgen.layout.keeping.hints import hinted
from archgen.layout.keeping.newcomers import joined
from archgen.layout.keeping.standing import anatomies, gap, stood, widths
from archgen.layout.score import MARGINS
from archgen.layout.standing import Standing
from archgen.layout.streets.choice import judge
from archgen.layout.streets.drawn_out import Outcome, Way, draw_out
from archgen.model.drawing import Drawing
from archgen.model.kept import Kept
from archgen.model.picture import MAX_WIDTH

# Up to so many arrows: how many places of the first newcomer are tried, and how many ways of lines for each.
EFFORTS = ((40, (6, 3)), (120, (1, 3)))
LEAST_EFFORT = (1, 1)
WAYS: Sequence[Way] = ("crossing little", "unheld", "straight")
NO_CHOICE = 0.0  # what speaks against a shape that it was given before
MOVED, NOTICED = 1.0, 60.0  # for each pixel that a box moves, up to so many


def draw_again(drawing: Drawing, before: Kept) -> tuple[Mapping[str, Anatomy], Outcome]:
    """Put everything where it stood; what was not there before gets the place where it disturbs least."""
    measured = anatomies(drawing, narrow=before.narrow)
    wide = widths(drawing, measured)
    old = stood(drawing, before, wide)
    choices, ways = next((effort for most, effort in EFFORTS if len(drawing.arrows) <= most), LEAST_EFFORT)
    room = MAX_WIDTH - MARGINS if max(old.middles.values(), default=0.0) < MAX_WIDTH - MARGINS else math.inf
    drawn: list[tuple[bool, float, Outcome]] = []
    for choice in range(choices if len(old.middles) < len(wide) else 1):
        everything = joined(drawing, old, wide, gap(before), choice)
        standing = hinted(drawing, everything, wide, gap(before), before.hints)
        for way in WAYS[:ways]:
            each = draw_out(drawing, standing.row_of, measured, gap(before), room, standing, way)
            drawn.append((not _keeps(standing, each), judge(drawing, each, NO_CHOICE) + _moved(standing, each), each))
    return measured, min(drawn, key=lambda each: each[:2])[2]


def _keeps(standing: Standing, drawn: Outcome) -> bool:
    """Whether all stand in their order."""
    areas = {**drawn.placement.frames, **drawn.placement.boxes}
    return all(areas[one].right <= areas[other].left for row in standing.rows for one, other in pairwise(row))


def _moved(old: Standing, drawn: Outcome) -> float:
    """What speaks against a drawing as parts of it are elsewhere than they stood, all of them together put aside."""
    boxes = drawn.placement.boxes
    rows = [[name for name in row if name in boxes] for row in old.rows]
    aside = [boxes[name].centre.x - old.middles[name] for row in rows for name in row]
    down = [boxes[name].centre.y - at for row, at in zip(rows, _heights(old), strict=True) for name in row]
    return MOVED * added(min(NOTICED, abs(shift - median(shifts))) for shifts in (aside, down) for shift in shifts)


def _heights(old: Standing) -> Iterator[float]:
    at = 0.0
    for drop in old.drops:
        yield at
        at += drop
