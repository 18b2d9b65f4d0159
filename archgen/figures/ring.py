"""Rings: who owns what under consistent hashing, and what moves when a node comes or goes."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Annotated

from archgen.dsl.appearance import Tone
from archgen.dsl.marks import Limits
from archgen.dsl.readable import number
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel

AROUND = 360.0
TONES: tuple[Tone, ...] = ("compute", "messaging", "edge", "data", "client", "external")
Degrees = Annotated[float, Limits(ge=0, lt=AROUND)]


@word
class RingNode(Word):
    """A node with its places on the ring; with several, these are its virtual nodes."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called."""
    at: Listed[Degrees] = dataclasses.field(kw_only=False)
    """Its places, in degrees clockwise from the top: what its name hashes to."""
    tone: Tone | None = None
    """The family of its colour; None for one that no node before it has."""


@word
class RingKey(Word):
    """A key, which the next node clockwise owns."""

    name: Name = dataclasses.field(kw_only=False)
    """What it is called."""
    at: Degrees = dataclasses.field(kw_only=False)
    """Its place, in degrees clockwise from the top."""


@word
class Ring(Panel):
    """A ring of hashes: every node owns what lies between the node before it and itself."""

    nodes: Listed[RingNode] = dataclasses.field(kw_only=False)
    """The nodes, the one that comes or goes among them."""
    keys: Listed[RingKey] = dataclasses.field(default=(), kw_only=False)
    """Keys to show the owners of."""
    coming: Name | None = None
    """The node that is just added, by its name; None for none. What it takes over stands out."""
    going: Name | None = None
    """The node that is just lost; None for none. What it leaves to others stands out."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        names = [node.name for node in self.nodes]
        if len(names) < 2 or len(set(names)) < len(names):
            raise ValueError("a ring needs at least two nodes, each with a name of its own")
        places = [place for node in self.nodes for place in node.at]
        if any(not node.at for node in self.nodes) or len(set(places)) < len(places):
            raise ValueError("every node needs a place on the ring that no other has")
        if self.coming is not None and self.going is not None:
            raise ValueError("show one change at a time: a node that comes, or one that goes")
        if self.changed is not None and self.changed not in names:
            raise ValueError(f"no node is called {self.changed!r}; there are {', '.join(names)}")

    @property
    def changed(self) -> str | None:
        """The node that comes or goes."""
        return self.coming or self.going

    def tone(self, node: RingNode) -> Tone:
        """The family of a node's colour."""
        return node.tone or TONES[self.nodes.index(node) % len(TONES)]

    def arcs(self, *, without: str | None = None) -> Sequence[tuple[float, float, RingNode]]:
        """From where to where, clockwise, which node owns; the first arc may begin below zero, across the top."""
        places = sorted(
            ((place, node) for node in self.nodes if node.name != without for place in node.at), key=lambda one: one[0]
        )
        before = [places[-1][0] - AROUND, *(place for place, _ in places[:-1])]
        return [(start, place, node) for start, (place, node) in zip(before, places, strict=True)]

    def owner(self, at: float, *, without: str | None = None) -> RingNode:
        """The node that owns a place."""
        arcs = self.arcs(without=without)
        return next((node for start, end, node in arcs if start < at <= end), arcs[0][2])

    def moves(self, key: RingKey) -> bool:
        """Whether the key has another owner once the change is made."""
        return self.changed is not None and self.owner(key.at) is not self.owner(key.at, without=self.changed)

    def share(self, node: RingNode, *, without: str | None = None) -> float:
        """Which share of the ring a node owns."""
        return sum(end - start for start, end, owner in self.arcs(without=without) if owner is node) / AROUND

    def told(self) -> str:
        """Who owns how much, who owns which key, and what moves."""
        return " ".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        for node in self.nodes:
            places = "one place" if len(node.at) == 1 else f"{len(node.at)} places"
            yield f"{node.name} has {places} and owns {number(round(100 * self.share(node)))} % of the ring."
        for key in self.keys:
            yield f"{key.name} belongs to {self.owner(key.at).name}{self._moved(key)}."
        if self.coming:
            yield f"{self.coming} is just added."
        if self.going:
            left = [node for node in self.nodes if node.name != self.going]
            owned = (f"{node.name} {number(round(100 * self.share(node, without=self.going)))} %" for node in left)
            yield f"{self.going} is just lost; what is left is owned by {', '.join(owned)}."

    def _moved(self, key: RingKey) -> str:
        if not self.moves(key):
            return ""
        other = self.owner(key.at, without=self.changed).name
        return f", and before to {other}" if self.coming else f", and now to {other}"
