"""Where the parts of a drawing stand in rows, to be kept and to be drawn again."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from archgen.layout.adding import added
from archgen.layout.anatomy import ROOMY, TIGHT, Anatomy, measure
from archgen.layout.placement import Area, Placement
from archgen.layout.ranks import names
from archgen.layout.rows import title_width
from archgen.layout.standing import Standing
from archgen.model.drawing import Drawing
from archgen.model.kept import STEP, Kept, Stand

ROOMY_GAP, TIGHT_GAP = 40.0, 30.0  # between boxes


def anatomies(drawing: Drawing, *, narrow: bool) -> Mapping[str, Anatomy]:
    """All boxes, with their texts in wide or in narrow lines."""
    return {box.id: measure(box, TIGHT if narrow else ROOMY) for box in drawing.boxes}


def widths(drawing: Drawing, measured: Mapping[str, Anatomy]) -> Mapping[str, float]:
    """How wide everything is that stands in rows."""
    empty = {frame.id: title_width(frame) for frame in drawing.frames}
    return {name: measured[name].width if name in measured else empty[name] for name in names(drawing)}


def kept(drawing: Drawing, measured: Mapping[str, Anatomy], placement: Placement) -> Kept:
    """Where the parts of a drawing that was placed stand."""
    areas = {name: placement.boxes.get(name) or placement.frames[name] for name in names(drawing)}
    left = min((area.left for area in areas.values()), default=0.0)
    rows = tuple(
        tuple(Stand(name, round((areas[name].centre.x - left) / STEP)) for name in sorted(row, key=lambda name: areas[name].left))
        for row in rows_of(areas)
    )
    heights = [areas[row[0].part].centre.y for row in rows]
    drops = tuple(lower - upper for upper, lower in pairwise(round((height - heights[0]) / STEP) for height in heights))
    return Kept(rows, drops, narrow=_is_narrow(drawing, measured, areas, rows))


def _is_narrow(
    drawing: Drawing, measured: Mapping[str, Anatomy], areas: Mapping[str, Area], rows: Sequence[Sequence[Stand]]
) -> bool:
    """Whether texts are broken to narrow lines; where that makes no difference, whether boxes stand closer than others do."""
    wide, tight = (anatomies(drawing, narrow=narrow) for narrow in (False, True))
    if any(_texts(wide[name]) != _texts(tight[name]) for name in wide):
        return any(_texts(wide[name]) != _texts(measured[name]) for name in wide)
    pairs = [(areas[one.part], areas[other.part]) for row in rows for one, other in pairwise(row)]
    return any(other.left - one.right < ROOMY_GAP for one, other in pairs)


def _texts(anatomy: Anatomy) -> tuple[Sequence[str], Sequence[str]]:
    return anatomy.titles, anatomy.subtitles


def rows_of(areas: Mapping[str, Area]) -> Sequence[Sequence[str]]:
    """What stands side by side, from the top to the bottom: no higher than half of what stands before it in the row."""
    rows: list[list[str]] = []
    for name in sorted(areas, key=lambda name: areas[name].centre.y):
        if rows and areas[name].centre.y - areas[rows[-1][0]].centre.y < areas[name].height / 2:
            rows[-1].append(name)
        else:
            rows.append([name])
    return rows


def gap(before: Kept) -> float:
    """How far boxes stand apart in a row, at least."""
    return TIGHT_GAP if before.narrow else ROOMY_GAP


def stood(drawing: Drawing, before: Kept, wide: Mapping[str, float]) -> Standing:
    """Those parts of the drawing whose place is known; where only an order is stated, side by side around a middle."""
    known = set(names(drawing))
    rows = [[stand for stand in row if stand.part in known] for row in before.rows]
    stated = [stand.at * STEP for row in rows for stand in row if stand.at is not None]
    middle = (min(stated) + max(stated)) / 2 if stated else 0.0
    standing = Standing([], {}, [])
    drops = (*before.drops, *[0] * len(rows))
    for row, drop in zip(rows, drops, strict=False):
        if row:
            standing.rows.append([stand.part for stand in row])
            standing.drops.append(float(drop * STEP))
            standing.middles |= _middles(row, wide, gap(before), middle)
    return standing


def _middles(row: Sequence[Stand], wide: Mapping[str, float], apart: float, middle: float) -> Mapping[str, float]:
    """The places in a row: as stated, and what has no place right of what stands before it."""
    whole = added(wide[stand.part] for stand in row) + apart * (len(row) - 1)
    at, found = middle - whole / 2 - apart, {}
    for stand in row:
        half = wide[stand.part] / 2
        place = at + apart + half if stand.at is None else float(stand.at * STEP)
        found[stand.part] = place
        at = place + half
    return found
