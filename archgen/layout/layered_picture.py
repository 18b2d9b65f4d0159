"""A drawing whose parts have their places -> Picture: frames below, then lines, labels and boxes, legend last."""

import math
from collections.abc import Iterator

from archgen.layout import anatomy
from archgen.layout.bundling.strokes import sharing
from archgen.layout.laid import Layered
from archgen.layout.legend import legend_width, place_legend
from archgen.layout.moving import all_moved, marked
from archgen.layout.spots import LINE_HEIGHT, Spot
from archgen.layout.text_size import text_width
from archgen.model.drawing import Arrow, Drawing
from archgen.model.picture import MAX_WIDTH, Line, Picture, Rect, Shape, Text

MARGIN = 20.0
LEGEND_GAP = 16.0
TALLEST = 1.6  # in proportion to the width: margins are added up to that, as far as a page is wide


def paint(drawing: Drawing, layered: Layered) -> Picture:
    """Draw all parts, from the bottom to the top, moved so that the margins are even."""
    shapes = (
        *_frames(drawing, layered),
        *sharing(tuple(_lines(drawing, layered)), layered.bundles),
        *_labels(drawing, layered),
        *_boxes(drawing, layered),
    )
    extent = layered.extent
    width = max(extent.width, legend_width(drawing.legend)) + 2 * MARGIN
    foot = extent.height + MARGIN
    width = max(width, least_width(foot + MARGIN))
    legend, high = place_legend(drawing.legend, MARGIN, foot + LEGEND_GAP, width - 2 * MARGIN)
    height = foot + (LEGEND_GAP + high if legend else 0) + MARGIN
    width = max(width, least_width(height))
    spare = (width - extent.width) / 2
    placed = all_moved(shapes, spare - extent.left, MARGIN - extent.top)
    return Picture(drawing.title, drawing.description, _round(width), _round(height), (*placed, *all_moved(legend, 0, 0)))


def least_width(height: float) -> float:
    """How wide a figure of that height is at least, margins at its sides included."""
    return min(MAX_WIDTH, math.ceil(10 * _round(height) / TALLEST) / 10)


def _frames(drawing: Drawing, layered: Layered) -> Iterator[Shape]:
    frames = sorted(drawing.frames, key=lambda frame: -layered.placement.frames[frame.id].width)
    for frame in frames:
        area = layered.placement.frames[frame.id]
        yield Rect(area.left, area.top, area.width, area.height, "frame", frame.tone, 12, f"part:{frame.id}")
    for frame in frames:
        title = layered.placement.titles[frame.id]
        mark = f"part:{frame.id}"
        yield Text(title.left, title.top + 14, frame.title, title.width, "frame-title", "start", frame.tone, mark)


def _lines(drawing: Drawing, layered: Layered) -> Iterator[Line]:
    for arrow, route in zip(drawing.arrows, layered.routes, strict=True):
        yield Line(tuple(route), "arrow", arrow.style, arrow.tone, tail=arrow.both, mark=_mark(arrow))


def _mark(arrow: Arrow) -> str:
    """By what it stands for, where that is one connection."""
    return f"line:{arrow.of[0]}" if len(arrow.of) == 1 else ""


def _labels(drawing: Drawing, layered: Layered) -> Iterator[Shape]:
    for arrow, spot in zip(drawing.arrows, layered.spots, strict=True):
        if spot is not None:
            yield from marked(_label(spot), _mark(arrow))


def _label(spot: Spot) -> Iterator[Shape]:
    area = spot.area
    yield Rect(area.left, area.top, area.width, area.height, "halo", radius=4)
    for place, line in enumerate(spot.lines):
        baseline = area.top + 0.5 + LINE_HEIGHT * (place + 0.5) + 12 * anatomy.BASELINE
        yield Text(area.centre.x, baseline, line, text_width(line, "label"), "label", "middle")


def _boxes(drawing: Drawing, layered: Layered) -> Iterator[Shape]:
    for box in drawing.boxes:
        yield from marked(anatomy.paint(box, layered.anatomies[box.id], layered.placement.boxes[box.id]), f"part:{box.id}")


def _round(value: float) -> float:
    return round(value, 1)
