"""A design as boxes within groups and lines between them, for tools that draw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen import Component, Connection, Group
from archgen.plugin import REVERSALS, Architecture, Mention, kind, mentions


@dataclass(frozen=True)
class Line:
    """A connection, or that one part speaks of another: the ids of its ends, what stands along it, and whether somebody waits."""

    source: str
    target: str
    text: str
    waits: bool


@dataclass(frozen=True)
class Outline:
    """Every component and group under a name that is a word in any format, and all lines."""

    architecture: Architecture
    names: Mapping[Component | Group, str]
    lines: Sequence[Line]

    def inside(self, group: Group | None) -> Iterator[Component | Group]:
        """What stands directly in a group, or in none."""
        yield from (one for one in self.architecture.groups if one.group is group)
        yield from (one for one in self.architecture.components() if one.group is group)


def outline(architecture: Architecture) -> Outline:
    """The design, its parts named in their order: c1, c2 for components, g1 for groups."""
    names: dict[Component | Group, str] = {one: f"c{place}" for place, one in enumerate(architecture.components(), 1)}
    names |= {one: f"g{place}" for place, one in enumerate(architecture.groups, 1)}
    lines = [_line(connection, names) for connection in architecture.connections()]
    lines += [_spoken(mention, names) for mention in mentions(architecture)]
    return Outline(architecture, names, lines)


def subtitle(component: Component) -> str:
    """What kind of thing it is, and what it is made with."""
    words = kind(type(component)).replace("_", " ")
    product = getattr(component, "engine", None) or component.technology
    return f"{words}, {product}" if product else words


def one_line(text: str) -> str:
    """A text as it stands in a drawing, which is read in the order in which it is written."""
    return " ".join(REVERSALS.sub("", text).split())


def _line(connection: Connection, names: Mapping[Component | Group, str]) -> Line:
    mode = getattr(connection, "mode", None)
    waits = mode == "sync" if mode else not connection.asynchronous
    ends = names[connection.origin], names[connection.destination]
    return Line(*ends, connection.label or connection.verb, waits)


def _spoken(mention: Mention, names: Mapping[Component | Group, str]) -> Line:
    return Line(names[mention.source], names[mention.target], mention.words, waits=False)
