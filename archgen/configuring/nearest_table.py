"""The table of the configuration nearest to a folder, as it stands there: for what is read without the rules."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from archgen.configuring.places import OWN, SHARED, relative
from archgen.errors import ConfigurationError, Fault, Position
from archgen.model.positioned import Node

Fetch = Callable[[str], str]


def nearest_table(folder: Path, fetch: Fetch) -> tuple[Node, str, Path] | None:
    """What is archgen's of the nearest file, going up; how that calls it; and the file. None where there is none."""
    for path in _going_up(folder):
        found = _table(path, fetch(relative(path)))
        if found is not None:
            return *found, path
    return None


def may_say(folder: Path, fetch: Fetch, words: Sequence[str]) -> bool:
    """Whether the nearest file may have one of these keys. It is not taken apart for that, which takes longer than most commands.

    A key may also be written by the numbers of its characters.
    """
    for path in _going_up(folder):
        text = fetch(relative(path))
        if any(word in text for word in (*words, "\\u", "\\U")):
            return True
        if path.name == OWN:
            return False
    return False


def named_table(name: str, fetch: Fetch) -> tuple[Node, str, Path]:
    """What is archgen's of the file of that name, as of the nearest one. Raises ConfigurationError where there is nothing."""
    path = Path(os.path.abspath(name))  # noqa: PTH100 as below
    if not path.is_file():
        raise ConfigurationError([Fault("there is no such configuration file", Position(name))])
    found = _table(path, fetch(relative(path)))
    if found is None:
        raise ConfigurationError([Fault("the file has no table [tool.archgen]", Position(name))])
    return *found, path


def _going_up(folder: Path) -> Iterator[Path]:
    """The files that may hold the table, the nearest first."""
    start = Path(os.path.abspath(folder))  # noqa: PTH100 a link is not followed: its own place counts
    yield from (path for place in (start, *start.parents) for path in (place / OWN, place / SHARED) if path.is_file())


def _table(path: Path, text: str) -> tuple[Node, str] | None:
    """What is archgen's of a file, if anything is, and how the file calls it."""
    if path.name == SHARED and "archgen" not in text:
        return None
    from archgen.configuring.nearest import own_table
    from archgen.configuring.toml_text import parse

    table, within = own_table(parse(text, relative(path)), path.name)
    return None if table is None else (table, within)
