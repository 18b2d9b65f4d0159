"""Texts at the top of a configuration: what figures wear, where a site stands. They are read without the rules."""

from pathlib import Path

from archgen.configuring.nearest_table import Fetch, nearest_table
from archgen.configuring.places import relative
from archgen.errors import ConfigurationError, Fault, Position
from archgen.model.positioned import Node
from archgen.values import dataclass


@dataclass(frozen=True)
class TextSaid:
    """A text that a configuration says, its place, and the folder that the path of a file starts from."""

    text: str
    place: Position
    folder: Path


def theme_said(folder: Path, fetch: Fetch) -> TextSaid | None:
    """The theme that the configuration nearest to a folder names; None where it names none."""
    table = nearest_table(folder, fetch)
    return theme_of(table[0], table[2].parent) if table else None


def base_url_said(folder: Path, fetch: Fetch) -> TextSaid | None:
    """Where the site of a folder is published, as the configuration nearest to it says; None where it does not."""
    table = nearest_table(folder, fetch)
    return base_url_of(table[0], table[2].parent) if table else None


def theme_of(root: Node, folder: Path) -> TextSaid | None:
    """The theme that a file of that folder names. Raises ConfigurationError."""
    return _of(root, "theme", '"print" or "ours.toml"', folder)


def base_url_of(root: Node, folder: Path) -> TextSaid | None:
    """Where the site is published, as a file of that folder says. Raises ConfigurationError."""
    return _of(root, "base-url", '"https://example.org/docs"', folder)


def _of(root: Node, key: str, such_as: str, folder: Path) -> TextSaid | None:
    found = root.value.get(key) if isinstance(root.value, dict) else None
    return _said(found, key, such_as, folder) if found else None


def _said(node: Node, key: str, such_as: str, folder: Path) -> TextSaid:
    if isinstance(node.value, str) and node.value.strip():
        return TextSaid(node.value, node.position, Path(relative(folder)))
    from archgen.configuring.tables import written

    message = f"{key} is a text, such as {such_as}, not {written(node)}"
    raise ConfigurationError([Fault(message, node.position)])
