"""The ways in which a drawing could be arranged, from the one that Graphviz would choose to ever narrower ones."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.layout.anatomy import ROOMY, TIGHT, Anatomy, even_lanes, measure
from archgen.layout.dot_source import Plan, Size
from archgen.layout.even_chains import evened
from archgen.layout.ranks import Ranks, names, shelved, tiered, wrapped
from archgen.layout.rows import title_width
from archgen.layout.text_size import text_width
from archgen.model.drawing import Direction, Drawing
from archgen.model.picture import MAX_WIDTH
from archgen.values import dataclass

GATE_ROOM = 20.0  # of a box's side for each of its arrows
WIDEST_FOR_GATES = 360.0
WIDEST_IN_BUNDLE = 90.0
SIDES = 110.0  # beside the boxes of a row: frames and the margin of the picture
LOOSER = 20.0  # pixels between boxes, and between rows, for each step
NARROW = 12.0  # what short lines of text cost
ROW_WIDTHS = (1.0, 0.8, 0.62)  # of the width there is


@dataclass(frozen=True)
class Arrangement:
    """What Graphviz is asked for, the boxes that it is asked for, and what speaks against it from the start."""

    anatomies: Mapping[str, Anatomy]
    plan: Plan
    cost: float = 0.0


def arrangements(drawing: Drawing, loose: int = 0) -> Iterator[Arrangement]:
    """Yield arrangements to choose from, those that the drawing asks for first; the more `loose`, the more room for lines."""
    titles = _under_titles(drawing)
    for direction in dict.fromkeys((drawing.direction, "down")):
        for text_limit, close, cost in ((ROOMY, 40.0, 0.0), (TIGHT, 30.0, NARROW)):
            between, gap = close + LOOSER * loose, LOOSER * loose
            anatomies = {box.id: measure(box, text_limit) for box in drawing.boxes}
            sizes = _sizes(drawing, anatomies, direction, WIDEST_FOR_GATES * (1 + loose / 2))
            yield Arrangement(anatomies, Plan(direction, sizes, titles, between=between, row_gap=gap), cost)
            for ranks, bridges in _rankings(drawing, sizes, direction, between):
                yield Arrangement(anatomies, Plan(direction, sizes, titles, ranks, bridges, between, gap), cost)


def _rankings(drawing: Drawing, sizes: Mapping[str, Size], direction: Direction, between: float) -> Iterator[tuple[Ranks, bool]]:
    """Each way to fill rows, once; with it whether lines that skip rows have a say in it."""
    room = MAX_WIDTH - SIDES
    widths = {name: size[0 if direction == "down" else 1] + between for name, size in sizes.items()}
    seen: list[tuple[Ranks, bool]] = []
    for share in ROW_WIDTHS:
        for fill, bridges in ((wrapped, True), (wrapped, False), (tiered, False), (shelved, False)):
            ranks = fill(drawing, widths, room * share)
            if (ranks, bridges) not in seen:
                seen.append((ranks, bridges))
                yield ranks, bridges


def _sizes(drawing: Drawing, anatomies: Mapping[str, Anatomy], direction: Direction, widest: float) -> Mapping[str, Size]:
    """The size of everything that is placed: room for texts, and for all lines that end there."""
    sizes: dict[str, Size] = {}
    for name, anatomy in anatomies.items():
        lines = GATE_ROOM * (_lines_at(drawing, name) + 1) / 2
        width, height = anatomy.width, anatomy.height
        if direction == "down":
            width = max(width, even_lanes(min(widest, max(lines, sum(_bundle(drawing, name))))))
            height = max(height, even_lanes(GATE_ROOM * (_loops_at(drawing, name) + 1) / 2))
        else:
            height = max(height, even_lanes(max(lines, GATE_ROOM * (len(_bundle(drawing, name)) + 1))))
        sizes[name] = (width, height)
    if direction == "down":
        widths = {name: width for name, (width, _) in sizes.items()}
        sizes |= {name: (width, sizes[name][1]) for name, width in evened(drawing, widths).items()}
    placed = set(names(drawing)) if drawing.frames else ()
    for frame in drawing.frames:
        if frame.id in placed:
            sizes[frame.id] = (even_lanes(title_width(frame)), 40.0)
    return sizes


def _under_titles(drawing: Drawing) -> Mapping[str, float]:
    """How much room the boxes in a frame need for its title to fit above any of them."""
    wide = {frame.id: title_width(frame) for frame in drawing.frames}
    parents = {frame.id: frame.parent for frame in drawing.frames}
    widths: dict[str, float] = {}
    for box in drawing.boxes:
        frame = box.frame
        while frame is not None:
            widths[box.id] = max(widths.get(box.id, 0.0), wide[frame])
            frame = parents[frame]
    return widths


def _bundle(drawing: Drawing, name: str) -> Sequence[float]:
    """The widths of the labels of the most arrows between a box and one other, when there are several."""
    labels: dict[frozenset[str], list[float]] = {}
    for arrow in drawing.arrows:
        if name in (arrow.source, arrow.target) and arrow.source != arrow.target:
            wide = min(WIDEST_IN_BUNDLE, text_width(arrow.label, "label")) + GATE_ROOM
            labels.setdefault(frozenset((arrow.source, arrow.target)), []).append(wide)
    return max((each for each in labels.values() if len(each) > 1), key=len, default=[])


def _loops_at(drawing: Drawing, name: str) -> int:
    return sum(arrow.source == arrow.target == name for arrow in drawing.arrows)


def _lines_at(drawing: Drawing, name: str) -> int:
    return sum((arrow.source == name) + (arrow.target == name) for arrow in drawing.arrows)
