"""What a design is made of, as rows of a table."""

from collections.abc import Iterator

from archgen.documents.facts import facts
from archgen.documents.sorts import sort_of
from archgen.dsl.component import Component
from archgen.dsl.readable import named
from archgen.model.architecture import Architecture


def component_rows(architecture: Architecture) -> Iterator[tuple[str, str, str]]:
    """Name, kind with group, and stated attributes of every component."""
    for part in architecture.components():
        yield part.name, _placed(part), facts(part)


def connection_rows(architecture: Architecture) -> Iterator[tuple[str, str, str]]:
    """Who does what to whom, what it is called, and stated attributes of every connection."""
    for part in architecture.connections():
        yield named(part), part.label or "", facts(part)


def _placed(part: Component) -> str:
    sort = sort_of(part)
    return f"{sort} in {part.group.name}" if part.group else sort
