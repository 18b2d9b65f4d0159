"""Chains of connections through an architecture, and the heaviest that begins at each of its parts."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.model.outwards import outwards
from archgen.values import dataclass

Link = Component | Connection


@dataclass(frozen=True)
class Chains:
    """The heaviest chain from every part that was reached: what it weighs, and the link that comes next on it.

    Each part stands behind what it leads on to.
    """

    weights: Mapping[Link, float]
    onwards: Mapping[Link, Link | None]

    def along(self, start: Link) -> Iterator[Link]:
        """Components and connections in turn, from the start to the end."""
        link: Link | None = start
        while link is not None:
            yield link
            link = self.onwards[link]

    def stops(self, counts: Callable[[Link], bool]) -> "Stops":
        """What counts of every chain."""
        nearest: dict[Link, Link | None] = {}
        number: dict[Link, int] = {}
        for link, onward in self.onwards.items():
            stops, behind = (nearest[onward], number[onward]) if onward is not None else (None, 0)
            here = counts(link)
            nearest[link], number[link] = link if here else stops, behind + here
        return Stops(self, nearest, number)


@dataclass(frozen=True)
class Stops:
    """Of every link the nearest that counts, be it itself, and how many there are from there on."""

    chains: Chains
    nearest: Mapping[Link, Link | None]
    number: Mapping[Link, int]

    def along(self, start: Link) -> Iterator[Link]:
        """All that count from the start on, without what lies between them."""
        stop = self.nearest[start]
        while stop is not None:
            yield stop
            onward = self.chains.onwards[stop]
            stop = self.nearest[onward] if onward is not None else None


def heaviest_chains(
    architecture: Architecture, starts: Iterable[Component], along: Collection[Connection], weight: Callable[[Link], float]
) -> Chains:
    """Add up the weights of components and connections along the given connections, from the starts on.

    No chain goes round: a connection that leads back to where the walk came from ends it. Each part is walked once.
    """
    weights: dict[Link, float] = {}
    onwards: dict[Link, Link | None] = {}
    begun: set[Connection] = set()

    def leaving(component: Component) -> Iterator[Connection]:
        return (one for one in architecture.out_of(component) if one in along)

    def next_to(component: Component) -> Iterator[Component]:
        for one in leaving(component):
            if one not in begun:
                begun.add(one)
                ends = architecture.members(one.destination)
                yield from ends
                add(one, ends)

    def add(link: Link, ahead: Iterable[Link]) -> None:
        heaviest = max((one for one in ahead if one in weights), key=weights.__getitem__, default=None)
        weights[link] = weight(link) + (weights[heaviest] if heaviest is not None else 0)
        onwards[link] = heaviest

    for start in starts:
        for component in outwards(start, next_to, weights):
            add(component, leaving(component))
    return Chains(weights, onwards)
