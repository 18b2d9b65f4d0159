"""Centres -> placement: rows at even distances, boxes on lanes, frames around what they hold."""

import math
from collections.abc import Iterable, Mapping, Sequence

from archgen.layout.dot_source import Plan
from archgen.layout.kept_with import kept_with_drawing
from archgen.layout.placement import LANE, Area, Placement, around
from archgen.layout.text_size import text_width
from archgen.model.drawing import Drawing, Frame
from archgen.model.picture import Point

PAD = 15.0  # from a box to its frame: the border runs between two lanes
NESTED_PAD = 10.0  # from a frame to the frame around it
TITLE_ROOM = 20.0
TITLE_INSET = 12.0
TITLE_HEIGHT = 18.0
LEAST_GAP = {"down": 60.0, "right": 60.0}
FRAME_GAP = 40.0  # between two frames that follow one another
EVEN_OUT = 20.0
LANES_FREE = 2  # arrows that turn in a gap before it grows


def settle(drawing: Drawing, plan: Plan, centres: Mapping[str, Point]) -> Placement:
    """Place everything: Graphviz says what stands in which row and where in it, the distances of rows are ours."""
    down = plan.direction == "down"
    rows = _rows(centres, down=down)
    boxes: dict[str, Area] = {}
    start = 0.0
    for place, row in enumerate(rows):
        deep = max(plan.sizes[name][1 if down else 0] for name in row)
        for name in row:
            boxes[name] = _stand(plan.sizes[name], centres[name], start, deep, down=down)
        if place + 1 < len(rows):
            start += deep + _gap(drawing, plan, rows, place)
    return surround(drawing, boxes)


def surround(drawing: Drawing, boxes: Mapping[str, Area]) -> Placement:
    """Put the frames around `boxes`, which holds the areas of all boxes and of empty frames."""
    frames = _frames(drawing, boxes)
    titles = {frame.id: title_place(frames[frame.id], text_width(frame.title, "frame-title")) for frame in drawing.frames}
    placed = {box.id: boxes[box.id] for box in drawing.boxes}
    return Placement(placed, frames, titles)


def title_width(frame: Frame) -> float:
    """How wide the line of a frame's title is, with its insets."""
    return text_width(frame.title, "frame-title") + 2 * TITLE_INSET


def title_place(frame: Area, width: float) -> Area:
    """Where the title of a frame stands, which is so wide: in its upper left corner."""
    left, top = frame.left + TITLE_INSET, frame.top + 7
    return Area(left, top, left + width, top + TITLE_HEIGHT)


def _rows(centres: Mapping[str, Point], *, down: bool) -> Sequence[Sequence[str]]:
    along = {name: centre.y if down else centre.x for name, centre in centres.items()}
    rows: list[list[str]] = []
    for name in sorted(along, key=lambda name: along[name]):
        if rows and along[name] - along[rows[-1][0]] < 1:
            rows[-1].append(name)
        else:
            rows.append([name])
    return rows


def _stand(size: tuple[float, float], centre: Point, start: float, deep: float, *, down: bool) -> Area:
    """Put a box on lanes, in the middle of its row; a row's boxes that are nearly equally high become so."""
    width, height = size
    if down:
        left = _snap(centre.x) - width / 2
        if deep - height > EVEN_OUT:
            start += (deep - height) / 2
            deep = height
        return Area(left, start, left + width, start + deep)
    top = _snap(centre.y) - height / 2
    left = start + _snap((deep - width) / 2)
    return Area(left, top, left + width, top + height)


def _gap(drawing: Drawing, plan: Plan, rows: Sequence[Sequence[str]], place: int) -> float:
    """The distance between a row and the next: for lines, labels, and the frames that end and start there."""
    down = plan.direction == "down"
    row_of = {name: number for number, row in enumerate(rows) for name in row}
    spans = _spans(drawing, row_of)
    ending = _deepest(drawing, [frame for frame, (_, last) in spans.items() if last == place])
    starting = _deepest(drawing, [frame for frame, (first, _) in spans.items() if first == place + 1])
    before = PAD + (ending - 1) * NESTED_PAD if ending else 0
    after = PAD + (starting - 1) * NESTED_PAD + (TITLE_ROOM * starting if down else 0) if starting else 0
    between = FRAME_GAP if ending and starting else FRAME_GAP - PAD
    passing = _passing(drawing, row_of, spans, place)
    wish = LEAST_GAP[plan.direction] + LANE * max(0, min(len(passing) - LANES_FREE, 4))
    if not down:
        wish = max(wish, min(130.0, 50.0 + max((text_width(label, "label") for label in passing), default=0)))
    return math.ceil((max(wish, before + between + after) + plan.row_gap) / LANE) * LANE


def _spans(drawing: Drawing, row_of: Mapping[str, int]) -> Mapping[str, tuple[int, int]]:
    """The first and last row of each frame."""
    spans: dict[str, tuple[int, int]] = {}
    parents = {frame.id: frame.parent for frame in drawing.frames}
    homes = {box.id: box.frame for box in drawing.boxes}
    for name, row in row_of.items():
        frame = homes.get(name, name)
        while frame is not None:
            first, last = spans.get(frame, (row, row))
            spans[frame] = (min(first, row), max(last, row))
            frame = parents[frame]
    return spans


def _deepest(drawing: Drawing, frames: Iterable[str]) -> int:
    """How many of `frames` lie within one another at most."""
    parents = {frame.id: frame.parent for frame in drawing.frames}
    chosen = set(frames)
    depths = [0]
    for frame in chosen:
        depth, around_it = 1, parents[frame]
        while around_it is not None:
            depth += around_it in chosen
            around_it = parents[around_it]
        depths.append(depth)
    return max(depths)


def _passing(drawing: Drawing, row_of: Mapping[str, int], spans: Mapping[str, tuple[int, int]], place: int) -> Sequence[str]:
    """The labels, empty ones too, of the arrows that start or end at this gap and cross it."""
    labels = []
    for arrow in drawing.arrows:
        rows = [(row_of[end], row_of[end]) if end in row_of else spans.get(end, (0, 0)) for end in (arrow.source, arrow.target)]
        upper, lower = sorted(rows)
        if upper[1] <= place < lower[0] and (upper[1] == place or lower[0] == place + 1):
            labels.append(arrow.label)
    return labels


def _frames(drawing: Drawing, boxes: Mapping[str, Area]) -> dict[str, Area]:
    frames: dict[str, Area] = {}
    within, boxed = _nesting(drawing)

    def enclose(frame: Frame) -> Area:
        inner = [enclose(each) for each in within.get(frame.id, ())]
        if frame.id in boxes:
            frames[frame.id] = boxes[frame.id].grown(-LANE / 2)
            return frames[frame.id]
        held = (boxes[box].grown(PAD) for box in boxed.get(frame.id, ()))
        nearest = around((*held, *(area.grown(NESTED_PAD) for area in inner)))
        right = max(nearest.right, nearest.left + math.ceil(title_width(frame) / LANE) * LANE)
        frames[frame.id] = Area(nearest.left, nearest.top - TITLE_ROOM, right, nearest.bottom)
        return frames[frame.id]

    for frame in within.get(None, ()):
        enclose(frame)
    return frames


@kept_with_drawing
def _nesting(drawing: Drawing) -> tuple[Mapping[str | None, Sequence[Frame]], Mapping[str | None, Sequence[str]]]:
    """The frames, and the boxes by their names, that stand in each frame itself."""
    within: dict[str | None, list[Frame]] = {}
    for frame in drawing.frames:
        within.setdefault(frame.parent, []).append(frame)
    boxed: dict[str | None, list[str]] = {}
    for box in drawing.boxes:
        boxed.setdefault(box.frame, []).append(box.id)
    return within, boxed


def _snap(value: float) -> float:
    return round(value / LANE) * float(LANE)
