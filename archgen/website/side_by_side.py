"""How wide figures have to be: below a text on a narrow screen, and beside one another on a wide one."""

import re
from collections.abc import Sequence

from archgen.model.dossier import Figure

WIDTH = 960.0
# Type of 12 pixels stays legible down to this share of its size.
SMALLEST = 0.8


def side_by_side(figures: Sequence[Figure]) -> bool:
    """Whether all of them fit into one row without being made too small to read."""
    return len(figures) > 1 and sum(map(drawn_width, figures)) * SMALLEST <= WIDTH


def least_width(figure: Figure) -> float:
    """How wide it has to be shown, in pixels, so that its type stays legible."""
    return round(drawn_width(figure) * SMALLEST, 1)


def drawn_width(figure: Figure) -> float:
    """How wide it was drawn, in pixels."""
    found = re.search(r'<svg[^>]*\swidth="([0-9.]+)', figure.svg)
    return float(found[1]) if found else WIDTH
