"""What happens on a track, each item with its text, on as few lanes as keep them apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.figures.timeline import Moment, Span, Timeline
from archgen.layout.panels.block import Block
from archgen.layout.panels.paragraph import paragraph
from archgen.layout.panels.scale import Scale
from archgen.layout.text_size import text_width
from archgen.model.picture import Rect, RectRole, TextRole

BAR, LANE = 22.0, 28.0
PIN = 9.0
GAP, INSIDE = 8.0, 8.0
LEAST_SPAN = 3.0
UNBROKEN = 10_000.0


@dataclass(frozen=True)
class Set:
    """An item at its place: its shape from `start` on, its text from `text_at` on, both together from `left` to `right`."""

    shape: Block
    start: float
    text: Block
    text_at: float
    inside: bool

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(self.start, self.text_at) if self.text.height else self.start

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(self.start + self.shape.width, self.text_at + self.text.width)


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
        for item in sorted(track.items, key=lambda one: times(one)[0]):
            one = _set(item, measured)
            lane = next((each for each in lanes if all(_apart(other, one) for other in each)), None)
            if lane is None:
                lanes.append(lane := [])
            lane.append(one)
        yield [Lane(lane) for lane in lanes or [[]]]


def _apart(before: Set, after: Set) -> bool:
    """Whether two items do not touch; spans that say inside what they are may follow one another without a gap."""
    gap = 0.0 if before.inside and after.inside else GAP
    return before.right + gap <= after.left + 0.01 or after.right + gap <= before.left + 0.01


def _set(item: Span | Moment, measured: Scale) -> Set:
    """The text stands in its span, else after it, else before it; where neither has the room, broken in the larger."""
    start, end = ends(item, measured)
    within = _within(item, end - start)
    if within is not None:
        return Set(_shape(item, end - start, seam=1.0), start, within, start + (end - start - within.width) / 2, inside=True)
    shape = _shape(item, end - start)
    after, before = measured.length - end - GAP, start - GAP
    whole = text_width(item.text, "label")
    if whole <= after or after >= before:
        return Set(shape, start, paragraph(item.text, "label", max(after, GAP), item.tone), end + GAP, inside=False)
    text = paragraph(item.text, "label", before, item.tone)
    return Set(shape, start, text, start - GAP - text.width, inside=False)


def _within(item: Span | Moment, width: float) -> Block | None:
    """The text as it stands within a span; None where it does not fit."""
    if isinstance(item, Moment) or not item.text:
        return None
    face: TextRole = "label" if item.waiting else "badge"
    if text_width(item.text, face) + 2 * INSIDE > width:
        return None
    return paragraph(item.text, face, UNBROKEN, item.tone)


def _shape(item: Span | Moment, width: float, seam: float = 0.0) -> Block:
    """A dot, or a bar; the seam keeps spans that follow one another two."""
    if isinstance(item, Moment):
        return Block(PIN, PIN, (Rect(0, 0, PIN, PIN, "bar", item.tone, PIN / 2),))
    role: RectRole = "tile" if item.waiting else "bar"
    return Block(width, BAR, (Rect(seam / 2, 0, width - seam, BAR, role, item.tone, 4),))
