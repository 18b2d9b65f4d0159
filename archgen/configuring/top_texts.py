"""Texts at the top of a configuration: what figures wear, where a site stands. They are read without the rules."""

import os
from collections.abc import Callable
from pathlib import Path

from archgen.configuring.places import OWN, SHARED, relative
from archgen.errors import ConfigurationError, Fault, Position
from archgen.model.positioned import Node
from archgen.values import dataclass

Fetch = Callable[[str], str]


@dataclass(frozen=True)
class TextSaid:
    """A text that a configuration says, its place, and the folder that the path of a file starts from."""

    text: str
    place: Position
    folder: Path


def theme_said(folder: Path, fetch: Fetch) -> TextSaid | None:
    """The theme that the configuration nearest to a folder names; None where it names none."""
    return _nearest("theme", '"print" or "ours.toml"', folder, fetch)


def base_url_said(folder: Path, fetch: Fetch) -> TextSaid | None:
    """Where the site of a folder is published, as the configuration nearest to it says; None where it does not."""
    return _nearest("base-url", '"https://example.org/docs"', folder, fetch)


def _nearest(key: str, such_as: str, folder: Path, fetch: Fetch) -> TextSaid | None:
    """What the configuration nearest to a folder says, going up from there; None where it says nothing of it."""
    start = Path(os.path.abspath(folder))  # noqa: PTH100 a link is not followed: its own place counts
    for place in (start, *start.parents):
        for path in (place / OWN, place / SHARED):
            table = _table(path, fetch(relative(path))) if path.is_file() else None
            if table is not None:
                found = table.value.get(key) if isinstance(table.value, dict) else None
                return _said(found, key, such_as, path.parent) if found else None
    return None


def _table(path: Path, text: str) -> Node | None:
    """What is archgen's of a file, if anything is."""
    if path.name == SHARED and "archgen" not in text:
        return None
    from archgen.configuring.nearest import own_table
    from archgen.configuring.toml_text import parse

    return own_table(parse(text, relative(path)), path.name)[0]


def _said(node: Node, key: str, such_as: str, folder: Path) -> TextSaid:
    if isinstance(node.value, str) and node.value.strip():
        return TextSaid(node.value, node.position, Path(relative(folder)))
    from archgen.configuring.tables import written

    message = f"{key} is a text, such as {such_as}, not {written(node)}"
    raise ConfigurationError([Fault(message, node.position)])
