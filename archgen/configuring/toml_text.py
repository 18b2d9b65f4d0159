"""From TOML text to data with the place of every value."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, time

from archgen.configuring.toml_places import Path, places
from archgen.errors import ConfigurationError, Fault, Position
from archgen.model.positioned import Node

AT = re.compile(r" \(at line (\d+), column (\d+)\)$| \(at end of document\)$")


def parse(text: str, path: str) -> Node:
    """Read a TOML text. Raises ConfigurationError where it is none."""
    try:
        return _node(tomllib.loads(text), (), places(text), path)
    except tomllib.TOMLDecodeError as problem:
        raise ConfigurationError([_not_toml(str(problem), text, path)]) from problem
    except RecursionError as problem:
        raise ConfigurationError([Fault("this is nested too deep for a configuration", Position(path))]) from problem


def _not_toml(problem: str, text: str, path: str) -> Fault:
    """Python's reader says where in brackets; a mistake that shows at the end only is on the last line that holds anything."""
    found = AT.search(problem)
    message = AT.sub("", problem)
    hint = "; texts stand in quotes" if message == "Invalid value" else ""
    last = len(text.rstrip().splitlines()) or 1
    where = Position(path, int(found[1]), int(found[2])) if found and found[1] else Position(path, last)
    return Fault(f"this is not TOML: {message[:1].lower()}{message[1:]}{hint}", where)


def _node(value: object, path: Path, where: Mapping[Path, tuple[int, int]], file: str) -> Node:
    position = Position(file, *where.get(path, (1, 1)))
    match value:
        case dict():
            keys = {key: Position(file, *where.get((*path, key), (1, 1))) for key in value}
            return Node({key: _node(inner, (*path, key), where, file) for key, inner in value.items()}, position, keys)
        case list():
            return Node([_node(inner, (*path, index), where, file) for index, inner in enumerate(value)], position)
        case date() | time():
            return Node(value.isoformat(), position)
        case bool() | int() | float() | str():
            return Node(value, position)
    raise TypeError(f"TOML has no {type(value).__name__}")
