"""Chains of connections through an architecture, and the heaviest that begins at each of its parts."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

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
    walk = _Walk(architecture, along, weight)
    for start in starts:
        for component in outwards(start, walk.next_to, walk.weights):
            walk.add(component, walk.leaving.pop(component))
    return Chains(walk.weights, walk.onwards)


class _Walk:
    """What was found of the chains so far; `leaving` is what goes on from each component on the way here."""

    def __init__(self, architecture: Architecture, along: Collection[Connection], weight: Callable[[Link], float]) -> None:
        self.architecture, self.along, self.weight = architecture, along, weight
        self.weights: dict[Link, float] = {}
        self.onwards: dict[Link, Link | None] = {}
        self.leaving: dict[Component, Sequence[Connection]] = {}
        self._ahead = set(architecture.from_groups)

    def next_to(self, component: Component) -> Iterator[Component]:
        """What the component leads on to; a connection out of a group, that another member has come to before, is passed over."""
        along, ahead, grouped = self.along, self._ahead, self.architecture.from_groups
        leaving = self.leaving[component] = [one for one in self.architecture.out_of(component) if one in along]
        for one in leaving:
            if one not in grouped or one in ahead:
                ahead.discard(one)
                ends = self.architecture.members(one.destination)
                yield from ends
                self.add(one, ends)

    def add(self, link: Link, ahead: Iterable[Link]) -> None:
        """Go on from the link with the heaviest of what lies ahead and was reached; of several the first."""
        weights = self.weights
        best, heaviest = -1.0, None
        for one in ahead:
            found = weights.get(one)
            if found is not None and (heaviest is None or found > best):
                best, heaviest = found, one
        weights[link] = self.weight(link) + (best if heaviest is not None else 0)
        self.onwards[link] = heaviest
