"""What a design is made of, as rows of a table."""

from collections.abc import Iterator

from archgen.documents.protocols import written
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.naming import kind
from archgen.dsl.readable import readable
from archgen.dsl.word import Word, attributes
from archgen.model.architecture import Architecture

SHOWN_ELSEWHERE = ("name", "id", "group", "source", "target", "label")
# What authors put in their own words; any other text is one of a few.
FREE = ("note", "engine")


def component_rows(architecture: Architecture) -> Iterator[tuple[str, str, str]]:
    """Name, kind with group, and stated attributes of every component."""
    for part in architecture.components():
        yield part.name, _placed(part), facts(part)


def connection_rows(architecture: Architecture) -> Iterator[tuple[str, str, str]]:
    """Who does what to whom, what it is called, and stated attributes of every connection."""
    for part in architecture.connections():
        yield _said(part), part.label or "", facts(part)


def facts(part: Word) -> str:
    """What the part states, but for what identifies it."""
    stated = ((name, value) for name, value in attributes(part).items() if name not in SHOWN_ELSEWHERE)
    return "; ".join(_fact(name, value) for name, value in stated)


def _fact(name: str, value: object) -> str:
    words = name.replace("_", " ")
    if isinstance(value, bool):
        return words if value else f"not {words}"
    if isinstance(value, Word) and not isinstance(value, (Component, Connection)):
        return f"{words}: {facts(value) or 'yes'}"
    if name == "protocol":
        return written(str(value))
    text = value.replace("_", " ") if isinstance(value, str) and name not in FREE else readable(value)
    return text if name == "note" else f"{words} {text}"


def _placed(part: Component) -> str:
    sort = kind(type(part)).replace("_", " ")
    return f"{sort} in {part.group.name}" if part.group else sort


def _said(part: Connection) -> str:
    return f"{part.source.name} {part.verb} {part.target.name}"
