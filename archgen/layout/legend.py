"""What the styles of lines mean, said under a figure."""

from collections.abc import Sequence

from archgen.layout.text_size import text_width
from archgen.model.drawing import LegendEntry
from archgen.model.picture import Line, Point, Shape, Text

SAMPLE = 30.0
SAMPLE_GAP = 8.0
ENTRY_GAP = 24.0
ROW = 20.0


def place_legend(entries: Sequence[LegendEntry], left: float, top: float, width: float) -> tuple[Sequence[Shape], float]:
    """Set the entries in rows of at most `width` pixels; return their shapes and how high they are."""
    shapes: list[Shape] = []
    x, y = left, top + ROW / 2
    for entry in entries:
        meaning = text_width(entry.meaning, "legend")
        if x > left and x + SAMPLE + SAMPLE_GAP + meaning > left + width:
            x, y = left, y + ROW
        shapes.append(Line((Point(x, y), Point(x + SAMPLE, y)), style=entry.style))
        shapes.append(Text(x + SAMPLE + SAMPLE_GAP, y + 4, entry.meaning, meaning, "legend"))
        x += SAMPLE + SAMPLE_GAP + meaning + ENTRY_GAP
    return shapes, y + ROW / 2 - top if entries else 0


def legend_width(entries: Sequence[LegendEntry]) -> float:
    """Return the width of the widest entry: a figure may not be narrower."""
    return max((SAMPLE + SAMPLE_GAP + text_width(entry.meaning, "legend") for entry in entries), default=0)
