"""What a box is made of: its lines of text, its size, its shapes."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.layout.placement import LANE, Area
from archgen.layout.text_size import text_width, wrap
from archgen.model.drawing import Box
from archgen.model.picture import Icon, Link, Rect, RectRole, Shape, Text, TextRole

PADDING = 14.0
ICON = 20.0
ICON_GAP = 10.0
TITLE_LINE = 18.0
SUBTITLE_LINE = 16.0
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
    content = widest + (ICON + ICON_GAP if box.glyph else 0)
    high = TITLE_LINE * len(titles) + SUBTITLE_LINE * len(subtitles) + 22
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
    high = TITLE_LINE * len(anatomy.titles) + SUBTITLE_LINE * len(anatomy.subtitles)
    top = area.centre.y - high / 2
    for line in anatomy.titles:
        yield _line(box, area, left, line, title, top + TITLE_LINE / 2 + TITLE_SIZE * BASELINE)
        top += TITLE_LINE
    for line in anatomy.subtitles:
        yield _line(box, area, left, line, "subtitle", top + SUBTITLE_LINE / 2 + SUBTITLE_SIZE * BASELINE)
        top += SUBTITLE_LINE
    if box.to:
        yield Link(area.left, area.top, area.width, area.height, box.to, box.title, radius)


def _line(box: Box, area: Area, left: float, line: str, role: TextRole, baseline: float) -> Text:
    width = text_width(line, role)
    if box.glyph:
        return Text(left + ICON + ICON_GAP, baseline, line, width, role, "start", box.tone)
    return Text(area.centre.x, baseline, line, width, role, "middle", box.tone)
