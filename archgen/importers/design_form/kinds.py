"""The words that a `kind` may name."""

from collections.abc import Mapping
from functools import cache

import archgen
from archgen import Component, Connection
from archgen.plugin import kind


@cache
def component_kinds() -> Mapping[str, type[Component]]:
    """Every word for a component, by its name in snake case."""
    return {kind(word): word for word in _words() if issubclass(word, Component)}


@cache
def connection_kinds() -> Mapping[str, type[Connection]]:
    """Every word for a connection, by its name in snake case."""
    return {kind(word): word for word in _words() if issubclass(word, Connection)}


def _words() -> list[type]:
    values = [getattr(archgen, name) for name in archgen.__all__]
    return [value for value in values if isinstance(value, type)]
