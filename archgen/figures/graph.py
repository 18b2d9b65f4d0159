"""Graphs: things that are no components of a design, such as the pages of an index, and what leads from one to another."""

import dataclasses
from typing import Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel


@word
class Node(Word):
    """A thing with a name."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called; links speak of it by this."""
    text: Text = dataclasses.field(default="", kw_only=False)
    """What stands under its name."""
    glyph: Glyph = Glyph.NONE
    """Its icon."""
    tone: Tone = "neutral"
    """The family of its colour."""
    group: Name | None = None
    """The group that it stands in; None for none."""


@word
class Link(Word):
    """What leads from one thing to another."""

    source: Name = dataclasses.field(kw_only=False)
    """From where."""
    target: Name = dataclasses.field(kw_only=False)
    """To where."""
    text: Text = dataclasses.field(default="", kw_only=False)
    """What it is."""
    dashed: bool = False
    """Whether it is drawn broken: for what may be, comes later, or nobody waits for."""
    back: bool = False
    """Whether it leads against the order of things, back to what comes first."""
    both: bool = False
    """Whether it leads both ways: then it has a head at either end."""


@word
class Graph(Panel):
    """Things and what leads from one to another; archgen decides where they stand."""

    nodes: Listed[Node | Name] = dataclasses.field(kw_only=False)
    """The things; those that have no text, icon or colour may be given by their names."""
    links: Listed[Link] = dataclasses.field(default=(), kw_only=False)
    """What leads from one to another."""
    direction: Literal["down", "right"] = "down"
    """Where the order of things leads."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        names = [node.name for node in self.all_nodes]
        if not names or len(set(names)) < len(names):
            raise ValueError("a graph needs nodes, each with a name of its own")
        strange = next((end for link in self.links for end in (link.source, link.target) if end not in names), None)
        if strange is not None:
            raise ValueError(f"no node is called {strange!r}; there are {', '.join(names)}")

    @property
    def all_nodes(self) -> tuple[Node, ...]:
        """Every node, those too that were given by their names."""
        return tuple(node if isinstance(node, Node) else Node(node) for node in self.nodes)

    def told(self) -> str:
        """Every node, then every link."""
        nodes = (f"{node.name}: {node.text}." if node.text else f"{node.name}." for node in self.all_nodes)
        return " ".join((*nodes, *(_led(link) for link in self.links)))


def _led(link: Link) -> str:
    ends = f"{link.source} and {link.target}" if link.both else f"{link.source} to {link.target}"
    return f"{ends}: {link.text}." if link.text else f"{ends}."
