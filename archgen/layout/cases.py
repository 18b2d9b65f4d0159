"""Other cases in a sequence: the text of one above its messages, and a frame around them."""

from collections.abc import Iterator, Sequence

from archgen.layout.text_size import text_width, wrap
from archgen.model.drawing import Case
from archgen.model.picture import Line, Point, Rect, Shape, Text
from archgen.values import dataclass

LEFT = 6.0  # where the frame of an outermost case runs
INDENT = 5.0  # from there to that of a case within it
DEEPEST = 2
TEXT_INSET = 10.0
HEAD = 6.0  # from the upper line of a frame to the text
TEXT_LINE = 16.0
BASELINE = 12.0
FOOT = 6.0  # from the text to the lower line, where nothing follows it


@dataclass(frozen=True)
class Band:
    """A case at its place: `top` is the upper line of its frame, `bottom` the lower one, `lines` its text."""

    case: Case
    left: float
    top: float
    bottom: float
    lines: Sequence[str]


def begin(case: Case, depth: int, top: float, width: float) -> Band:
    """A case with no message yet: its text alone, which stays within `width`. `depth` is how many cases it stands in."""
    left = LEFT + INDENT * min(depth, DEEPEST)
    lines = wrap(case.text, "step", width - left - 2 * TEXT_INSET)
    return Band(case, left, top, top + HEAD + TEXT_LINE * len(lines) + FOOT, lines)


def paint_band(band: Band, width: float) -> Iterator[Shape]:
    """Draw a frame, and the text below its upper line."""
    right, middle = width - band.left, (band.top + band.bottom) / 2
    ends = (
        Point(band.left, middle),
        Point(band.left, band.top),
        Point(right, band.top),
        Point(right, band.bottom),
        Point(band.left, band.bottom),
        Point(band.left, middle),
    )
    yield Line(ends, tone=band.case.tone, head=False)
    wide = max((text_width(line, "step") for line in band.lines), default=0)
    start = band.left + TEXT_INSET
    yield Rect(start - 4, band.top + HEAD - 1, wide + 8, TEXT_LINE * len(band.lines) + 2, "halo", radius=4)
    for place, line in enumerate(band.lines):
        baseline = band.top + HEAD + BASELINE + place * TEXT_LINE
        yield Text(start, baseline, line, text_width(line, "step"), "step", "start", band.case.tone)
