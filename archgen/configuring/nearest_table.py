"""The table of the configuration nearest to a folder, as it stands there: for what is read without the rules."""

import os
from collections.abc import Callable
from pathlib import Path

from archgen.configuring.places import OWN, SHARED, relative
from archgen.model.positioned import Node

Fetch = Callable[[str], str]


def nearest_table(folder: Path, fetch: Fetch) -> tuple[Node, str, Path] | None:
    """What is archgen's of the nearest file, going up; how that calls it; and the file. None where there is none."""
    start = Path(os.path.abspath(folder))  # noqa: PTH100 a link is not followed: its own place counts
    for place in (start, *start.parents):
        for path in (place / OWN, place / SHARED):
            found = _table(path, fetch(relative(path))) if path.is_file() else None
            if found is not None:
                return *found, path
    return None


def _table(path: Path, text: str) -> tuple[Node, str] | None:
    """What is archgen's of a file, if anything is, and how the file calls it."""
    if path.name == SHARED and "archgen" not in text:
        return None
    from archgen.configuring.nearest import own_table
    from archgen.configuring.toml_text import parse

    table, within = own_table(parse(text, relative(path)), path.name)
    return None if table is None else (table, within)
