"""Timelines: one scale for all tracks; what would touch on a track goes to a lane below."""

from collections.abc import Iterator, Sequence

from archgen.figures.chart import with_unit
from archgen.figures.timeline import Timeline
from archgen.layout.adding import added
from archgen.layout.panels.block import Block
from archgen.layout.panels.lanes import GAP, Lane, Set, ends, times, tracks
from archgen.layout.panels.paragraph import paragraph
from archgen.layout.panels.scale import WHOLE_STEPS, Scale, scale
from archgen.layout.text_size import text_width
from archgen.model.picture import Line, Point, Shape, Text
from archgen.values import dataclass

BETWEEN = 12.0  # tracks
NAMES = 0.24  # of the room, at the most
NARROWEST = 260.0
FOOT = 24.0
TICK_ROOM = 60.0
HEAD = 220.0  # how wide the text above a mark may be
CLEAR = 4.0  # from the line of a mark to what it passes behind


@dataclass(frozen=True)
class Field:
    """Where the tracks are: from `left` on, between `top` and `bottom`, over the scale."""

    timeline: Timeline
    scale: Scale
    left: float
    top: float
    bottom: float
    lanes: Sequence[tuple[float, Lane]]  # each with its top


def place_timeline(timeline: Timeline, room: float) -> Block:
    """Set the timeline in at most `room` pixels."""
    names = [paragraph(track.name, "strong", room * NAMES) for track in timeline.tracks]
    left = max(name.width for name in names) + 2 * GAP
    measured = _scale(timeline, max(NARROWEST, room - left - GAP))
    heads, top = _heads(timeline, measured, left)
    shapes: list[Shape] = [*heads]
    lanes: list[tuple[float, Lane]] = []
    y = top
    for name, track in zip(names, tracks(timeline, measured), strict=True):
        high = added(lane.height for lane in track)
        first = track[0].height if len(track) > 1 else max(high, name.height)
        shapes += name.at(0, y + max(0.0, (first - name.height) / 2))
        at = y + max(0.0, (name.height - high) / 2)
        y += max(name.height, high) + BETWEEN
        for lane in track:
            lanes.append((at, lane))
            at += lane.height
    field = Field(timeline, measured, left, top, y - BETWEEN / 2, lanes)
    shapes += (*_marks(field), *_axis(field), *(shape for at, lane in lanes for shape in _lane(field, at, lane)))
    return Block(left + measured.length + GAP, field.bottom + FOOT, tuple(shapes))


def _scale(timeline: Timeline, length: float) -> Scale:
    every = [time for track in timeline.tracks for item in track.items for time in times(item)]
    every += [time for item in timeline.shared for time in times(item)]
    return scale(every, length, max(2, int(length // TICK_ROOM)), least=min(every), most=max(every), steps=WHOLE_STEPS)


def _heads(timeline: Timeline, measured: Scale, left: float) -> tuple[Sequence[Shape], float]:
    """What marks and windows are, above them, in as many rows as they need; and where the tracks begin."""
    rows: list[list[tuple[float, Block]]] = []
    for item in sorted((one for one in timeline.shared if one.text), key=lambda one: times(one)[0]):
        text = paragraph(item.text, "label", HEAD, item.tone)
        start, end = ends(item, measured)
        x = left + max(-GAP, min(measured.length + GAP - text.width, (start + end - text.width) / 2))
        row = next((each for each in rows if all(other + block.width + GAP < x for other, block in each)), None)
        if row is None:
            rows.append(row := [])
        row.append((x, text))
    shapes: list[Shape] = []
    y = 0.0
    for row in rows:
        high = max(block.height for _, block in row)
        for x, block in row:
            shapes += block.at(x, y + high - block.height)
        y += high
    return shapes, y + (2 * GAP if rows else 0)


def _marks(field: Field) -> Iterator[Shape]:
    """A line across the tracks for each mark, two for each window with a bracket over them; they pass behind nothing."""
    for mark in field.timeline.marks:
        yield from _down(field, field.scale.at(mark.at), Line((), "arrow", "dashed", mark.tone, head=False))
    for window in field.timeline.windows:
        start, end = ends(window, field.scale)
        y = field.top - GAP
        yield Line((Point(field.left + start, y), Point(field.left + end, y)), "plot", tone=window.tone, head=False)
        marked = [field.scale.at(mark.at) for mark in field.timeline.marks]
        for x in (start, end):
            if x not in marked:
                yield from _down(field, x, Line((), "lifeline", head=False))


def _down(field: Field, x: float, like: Line) -> Iterator[Shape]:
    """The pieces of a line down through all tracks, without those where something is."""
    y = field.top - GAP
    for top, lane in field.lanes:
        for one in lane.items:
            if one.left - CLEAR < x < one.right + CLEAR:
                if top - CLEAR > y:
                    yield Line(
                        (Point(field.left + x, y), Point(field.left + x, top)), like.role, like.style, like.tone, head=False
                    )
                y = top + lane.height
    if field.bottom > y:
        yield Line((Point(field.left + x, y), Point(field.left + x, field.bottom)), like.role, like.style, like.tone, head=False)


def _lane(field: Field, top: float, lane: Lane) -> Iterator[Shape]:
    for one in lane.items:
        yield from _item(one, field.left, top + lane.height / 2)


def _item(one: Set, left: float, middle: float) -> Iterator[Shape]:
    yield from one.shape.at(left + one.start, middle - one.shape.height / 2)
    yield from one.text.at(left + one.text_at, middle - one.text.height / 2)


def _axis(field: Field) -> Iterator[Shape]:
    left, bottom, measured = field.left, field.bottom, field.scale
    yield Line((Point(left, bottom), Point(left + measured.length, bottom)), "rule", head=False)
    past = 0.0
    for tick in measured.ticks:
        label = with_unit(tick, field.timeline.unit)
        x, width = left + measured.at(tick), text_width(label, "legend")
        yield Line((Point(x, bottom), Point(x, bottom + 4)), "rule", head=False)
        x = min(x, left + measured.length + GAP - width / 2)
        if x - width / 2 >= past:
            yield Text(x, bottom + 18, label, width, "legend", "middle")
            past = x + width / 2 + GAP
