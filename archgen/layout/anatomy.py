"""What a box is made of: its lines of text, its size, its shapes."""

import math
from collections.abc import Iterator, Sequence

from archgen.dsl.appearance import Tone
from archgen.layout.placement import LANE, Area
from archgen.layout.text_size import text_width, wrap
from archgen.model.drawing import Box
from archgen.model.picture import Icon, Link, Rect, RectRole, Shape, Text, TextRole
from archgen.values import dataclass

PADDING = 14.0
ICON = 20.0
ICON_GAP = 10.0
TITLE_LINE = 18.0
SUBTITLE_LINE = 16.0
LOAD_LINE = 17.0
BADGE_LINE, BADGE_SIDE = 22.0, 8.0
LEAST_WIDTH = 100.0
ROOMY, TIGHT = 180.0, 120.0  # how wide the text of a box may be
BASELINE = 0.36  # of the type's size: from the middle of a line of capitals down to the baseline
TITLE_SIZE, SUBTITLE_SIZE = 14.0, 12.0


@dataclass(frozen=True)
class Anatomy:
    """A box in lines: what it says, how wide that is, and how large it must be, which is in even numbers of lanes."""

    titles: Sequence[str]
    subtitles: Sequence[str]
    content: float
    width: float
    height: float


def measure(box: Box, text_limit: float = ROOMY) -> Anatomy:
    """Break the texts of `box` to at most `text_limit` pixels and say how large it is."""
    titles = wrap(box.title, "title", text_limit)
    subtitles = wrap(box.subtitle, "subtitle", text_limit) if box.subtitle else []
    widest = max(
        [text_width(line, "title") for line in titles] + [text_width(line, "subtitle") for line in subtitles],
        default=0.0,
    )
    widest = max(widest, text_width(box.load, "step"), text_width(box.findings, "badge") + 2 * BADGE_SIDE if box.findings else 0)
    content = widest + (ICON + ICON_GAP if box.glyph else 0)
    high = TITLE_LINE * len(titles) + SUBTITLE_LINE * len(subtitles) + _below(box) + 22
    return Anatomy(titles, subtitles, content, even_lanes(max(content + 2 * PADDING, LEAST_WIDTH)), even_lanes(high))


def even_lanes(size: float) -> float:
    """Round up to an even number of lanes, so that the middle is on a lane too."""
    return math.ceil(size / (2 * LANE)) * 2.0 * LANE


def paint(box: Box, anatomy: Anatomy, area: Area) -> Iterator[Shape]:
    """Draw `box` in `area`, which is at least as large as it needs."""
    role: RectRole = "box" if box.shape == "card" else box.shape
    radius = 16.0 if box.shape == "question" else 8.0
    title: TextRole = "outside" if box.shape == "outside" else "title"
    yield Rect(area.left, area.top, area.width, area.height, role, box.tone, radius)
    left = area.centre.x - anatomy.content / 2
    if box.glyph:
        yield Icon(left, area.centre.y - ICON / 2, box.glyph, ICON, box.tone)
    high = TITLE_LINE * len(anatomy.titles) + SUBTITLE_LINE * len(anatomy.subtitles) + _below(box)
    top = area.centre.y - high / 2
    for line in anatomy.titles:
        yield _line(box, area, left, line, title, top + TITLE_LINE / 2 + TITLE_SIZE * BASELINE)
        top += TITLE_LINE
    for line in anatomy.subtitles:
        yield _line(box, area, left, line, "subtitle", top + SUBTITLE_LINE / 2 + SUBTITLE_SIZE * BASELINE)
        top += SUBTITLE_LINE
    if box.load:
        yield _line(box, area, left, box.load, "step", top + LOAD_LINE / 2 + SUBTITLE_SIZE * BASELINE)
        top += LOAD_LINE
    if box.findings:
        yield from _badge(box, area, left, top)
    if box.to:
        yield Link(area.left, area.top, area.width, area.height, box.to, box.title, radius)


def _below(box: Box) -> float:
    """How high the load and the findings are, below the other texts."""
    return LOAD_LINE * bool(box.load) + BADGE_LINE * bool(box.findings)


def _badge(box: Box, area: Area, left: float, top: float) -> Iterator[Shape]:
    """The findings, in the colour of the worst of them."""
    tone: Tone = "bad" if box.errors else "messaging" if box.warnings else "neutral"
    wide = text_width(box.findings, "badge")
    start = left + ICON + ICON_GAP if box.glyph else area.centre.x - wide / 2 - BADGE_SIDE
    yield Rect(start, top + 3, wide + 2 * BADGE_SIDE, BADGE_LINE - 3, "badge", tone, (BADGE_LINE - 3) / 2)
    baseline = top + 3 + (BADGE_LINE - 3) / 2 + SUBTITLE_SIZE * BASELINE
    yield Text(start + BADGE_SIDE, baseline, box.findings, wide, "badge", "start", tone)


def _line(box: Box, area: Area, left: float, line: str, role: TextRole, baseline: float) -> Text:
    width = text_width(line, role)
    if box.glyph:
        return Text(left + ICON + ICON_GAP, baseline, line, width, role, "start", box.tone)
    return Text(area.centre.x, baseline, line, width, role, "middle", box.tone)
