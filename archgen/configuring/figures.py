"""What a configuration says of figures: their theme. It is read without the rules, which drawing has no need of."""

import os
from collections.abc import Callable
from pathlib import Path

from archgen.configuring.places import OWN, SHARED, relative
from archgen.errors import ConfigurationError, Fault, Position
from archgen.model.positioned import Node
from archgen.values import dataclass

KEY = "theme"


@dataclass(frozen=True)
class ThemeSaid:
    """The theme that a configuration names, where it says so, and the folder that the path of a file starts from."""

    name: str
    place: Position
    folder: Path


def theme_said(folder: Path, fetch: Callable[[str], str]) -> ThemeSaid | None:
    """What the configuration nearest to a folder says, going up from there; None where it says nothing of it."""
    start = Path(os.path.abspath(folder))  # noqa: PTH100 a link is not followed: its own place counts
    for place in (start, *start.parents):
        for path in (place / OWN, place / SHARED):
            table = _table(path, fetch(relative(path))) if path.is_file() else None
            if table is not None:
                found = table.value.get(KEY) if isinstance(table.value, dict) else None
                return _said(found, path.parent) if found else None
    return None


def _table(path: Path, text: str) -> Node | None:
    """What is archgen's of a file, if anything is."""
    if path.name == SHARED and "archgen" not in text:
        return None
    from archgen.configuring.nearest import own_table
    from archgen.configuring.toml_text import parse

    return own_table(parse(text, relative(path)), path.name)[0]


def _said(node: Node, folder: Path) -> ThemeSaid:
    if isinstance(node.value, str) and node.value.strip():
        return ThemeSaid(node.value, node.position, Path(relative(folder)))
    from archgen.configuring.tables import written

    message = f'{KEY} is a text, such as "print" or "ours.toml", not {written(node)}'
    raise ConfigurationError([Fault(message, node.position)])
