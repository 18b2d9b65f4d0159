"""What happens on a track, each item with its text, on as few lanes as keep them apart."""

from collections.abc import Iterator, Sequence

from archgen.figures.timeline import Moment, Span, Timeline
from archgen.layout.panels.block import Block
from archgen.layout.panels.paragraph import paragraph
from archgen.layout.panels.scale import Scale
from archgen.layout.text_size import text_width
from archgen.model.picture import Rect, RectRole, TextRole
from archgen.values import dataclass

BAR, LANE = 22.0, 28.0
PIN = 9.0
GAP, INSIDE = 8.0, 8.0
LEAST_SPAN = 3.0
SEAM = 1.0
UNBROKEN = 10_000.0


@dataclass(frozen=True)
class Set:
    """An item at its place: its shape from `start` on, its text from `text_at` on, both together from `left` to `right`."""

    shape: Block
    start: float
    text: Block
    text_at: float
    span: bool

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(self.start, self.text_at) if self.text.height else self.start

    @property
    def right(self) -> float:
        """Where it ends."""
        end = self.start + self.shape.width
        return max(end, self.text_at + self.text.width) if self.text.height else end

    @property
    def begins_as_span(self) -> bool:
        """Whether nothing stands before its span."""
        return self.span and self.left == self.start

    @property
    def ends_as_span(self) -> bool:
        """Whether nothing stands after its span."""
        return self.span and self.right == self.start + self.shape.width


@dataclass(frozen=True)
class Lane:
    """Items beside one another, in the order of time."""

    items: Sequence[Set]

    @property
    def height(self) -> float:
        """How high it has to be."""
        return max((one.text.height + LANE - BAR for one in self.items), default=LANE) if self._broken else LANE

    @property
    def _broken(self) -> bool:
        return any(one.text.height > BAR for one in self.items)


def times(item: Span | Moment) -> Sequence[float]:
    """When an item begins and ends, or when it happens."""
    return (item.start, item.end) if isinstance(item, Span) else (item.at,)


def ends(item: Span | Moment, measured: Scale) -> tuple[float, float]:
    """From where to where an item reaches."""
    if isinstance(item, Moment):
        x = measured.at(item.at)
        return x - PIN / 2, x + PIN / 2
    start = measured.at(item.start)
    return start, max(measured.at(item.end), start + LEAST_SPAN)


def tracks(timeline: Timeline, measured: Scale) -> Iterator[Sequence[Lane]]:
    """The lanes of each track; at least one."""
    for track in timeline.tracks:
        lanes: list[list[Set]] = []
        shapes = [ends(item, measured) for item in track.items]
        for item in sorted(track.items, key=lambda one: times(one)[0]):
            ways = sorted(_ways(item, measured), key=lambda way: _covered(way, shapes))
            fitting = ((lane, way) for lane in lanes for way in ways if all(_apart(other, way) for other in lane))
            lane, way = next(fitting, (None, ways[0]))
            if lane is None:
                lanes.append(lane := [])
            lane.append(way)
        yield [Lane(lane) for lane in lanes or [[]]]


def _covered(way: Set, shapes: Sequence[tuple[float, float]]) -> int:
    """How many spans and moments of its track a text would lie on."""
    return sum(way.left < end and start < way.right for start, end in shapes)


def _apart(one: Set, other: Set) -> bool:
    """Whether two items do not touch; a span may follow another one without a gap, where no text stands between them."""
    before, after = (one, other) if one.start <= other.start else (other, one)
    gap = 0.0 if before.ends_as_span and after.begins_as_span else GAP
    return before.right + gap <= after.left + 0.01


def _ways(item: Span | Moment, measured: Scale) -> Sequence[Set]:
    """The text stands in its span, else after it or before it; where neither has the room, broken in the larger."""
    start, end = ends(item, measured)
    span = isinstance(item, Span)
    within = _within(item, end - start)
    if within is not None:
        return [Set(_shape(item, end - start), start, within, start + (end - start - within.width) / 2, span)]
    shape = _shape(item, end - start)
    after, before = measured.length - end - GAP, start - GAP
    whole = paragraph(item.text, "label", UNBROKEN, item.tone)
    if not whole.height:
        return [Set(shape, start, whole, start, span)]
    ways = [Set(shape, start, whole, end + GAP, span)] if whole.width <= after else []
    if whole.width <= before:
        ways.append(Set(shape, start, whole, start - GAP - whole.width, span))
    return ways or [_broken(item, shape, start, after, before)]


def _broken(item: Span | Moment, shape: Block, start: float, after: float, before: float) -> Set:
    """The text in several lines, where there is more room."""
    text = paragraph(item.text, "label", max(after, before, GAP), item.tone)
    text_at = start + shape.width + GAP if after >= before else start - GAP - text.width
    return Set(shape, start, text, text_at, isinstance(item, Span))


def _within(item: Span | Moment, width: float) -> Block | None:
    """The text as it stands within a span; None where it does not fit."""
    if isinstance(item, Moment) or not item.text:
        return None
    face: TextRole = "label" if item.waiting else "badge"
    if text_width(item.text, face) + 2 * INSIDE > width:
        return None
    return paragraph(item.text, face, UNBROKEN, item.tone)


def _shape(item: Span | Moment, width: float) -> Block:
    """A dot, or a bar; a seam keeps spans that follow one another two."""
    if isinstance(item, Moment):
        return Block(PIN, PIN, (Rect(0, 0, PIN, PIN, "bar", item.tone, PIN / 2),))
    role: RectRole = "tile" if item.waiting else "bar"
    return Block(width, BAR, (Rect(SEAM / 2, 0, max(1.0, width - SEAM), BAR, role, item.tone, 4),))
