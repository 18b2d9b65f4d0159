"""Figures beside one another: where they are narrow enough, together, for the width of a page."""

import re
from collections.abc import Sequence

from archgen.model.dossier import Figure

WIDTH = 960.0
# Type of 12 pixels stays legible down to this share of its size.
SMALLEST = 0.8


def side_by_side(figures: Sequence[Figure]) -> bool:
    """Whether all of them fit into one row without being made too small to read."""
    return len(figures) > 1 and sum(_width(figure) for figure in figures) * SMALLEST <= WIDTH


def _width(figure: Figure) -> float:
    found = re.search(r'<svg[^>]*\swidth="([0-9.]+)', figure.svg)
    return float(found[1]) if found else WIDTH
