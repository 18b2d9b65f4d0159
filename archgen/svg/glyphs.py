"""Icons by name: outlines on a square of 24 units, a copied part of Tabler's set."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SQUARE = 24
FALLBACK = "cube"


def outline(name: str) -> str:
    """Return the path data of an icon; a plain cube for a name that is not known."""
    known = icons()
    return known.get(name, known[FALLBACK])


@cache
def icons() -> Mapping[str, str]:
    """Return every icon's path data by its name."""
    drawn: dict[str, str] = json.loads((Path(__file__).parent / "icons" / "tabler.json").read_text("utf-8"))
    return drawn
