"""Chains of connections through an architecture, and the heaviest that begins at each of its parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.model.architecture import Architecture
from archgen.model.outwards import outwards
from archgen.values import dataclass

Link = Component | Connection


@dataclass(frozen=True)
class Chains:
    """The heaviest chain from every component that was reached: what it weighs, and the connection that comes next on it.

    Each component stands behind what it leads on to. `ends` says where connections go on that do not simply go on at their
    destination: at the heaviest member of a group, or, where they lead back, nowhere.
    """

    weights: Mapping[Component, float]
    onwards: Mapping[Component, Connection | None]
    ends: Mapping[Connection, Component | None]

    def onward(self, link: Link) -> Link | None:
        """What comes next on the heaviest chain from there."""
        if isinstance(link, Component):
            return self.onwards[link]
        if link in self.ends:
            return self.ends[link]
        return link.destination if isinstance(link.destination, Component) else None

    def along(self, start: Link) -> Iterator[Link]:
        """Components and connections in turn, from the start to the end."""
        link: Link | None = start
        while link is not None:
            yield link
            link = self.onward(link)

    def stops(self, counts: Callable[[Link], bool]) -> "Stops":
        """What counts of every chain."""
        stops = Stops(self, counts, {}, {})
        for component, connection in self.onwards.items():
            own = counts(component)
            stops.nearest[component] = component if own else stops.first(connection)
            stops.numbers[component] = own + stops.number(connection)
        return stops


@dataclass(frozen=True)
class Stops:
    """Of every component that was reached the nearest link that counts, be it itself, and how many there are from there on."""

    chains: Chains
    counts: Callable[[Link], bool]
    nearest: dict[Component, Link | None]
    numbers: dict[Component, int]

    def first(self, link: Link | None) -> Link | None:
        """The nearest that counts from there on."""
        if isinstance(link, Connection):
            if self.counts(link):
                return link
            link = self.chains.onward(link)
        return self.nearest[link] if isinstance(link, Component) else None

    def number(self, link: Link | None) -> int:
        """How many count from there on; of what was not reached, none."""
        own = 0
        if isinstance(link, Connection):
            own, link = int(self.counts(link)), self.chains.onward(link)
        return own + (self.numbers.get(link, 0) if isinstance(link, Component) else 0)

    def along(self, start: Link) -> Iterator[Link]:
        """All that count from the start on, without what lies between them."""
        stop = self.first(start)
        while stop is not None:
            yield stop
            stop = self.first(self.chains.onward(stop))


def heaviest_chains(
    architecture: Architecture,
    starts: Iterable[Component],
    along: Mapping[End, Sequence[Connection]],
    weight: Callable[[Link], float],
) -> Chains:
    """Add up the weights of components and connections along those connections that leave each component, from the starts on.

    No chain goes round: a connection that leads back to where the walk came from ends it. Each part is walked once.
    """
    walk = _Walk(architecture, along, weight)
    for start in starts:
        for component in outwards(start, walk.next_to, walk.weights):
            walk.add(component)
    return Chains(walk.weights, walk.onwards, walk.ends)


class _Walk:
    """What was found of the chains so far."""

    def __init__(
        self, architecture: Architecture, along: Mapping[End, Sequence[Connection]], weight: Callable[[Link], float]
    ) -> None:
        self.architecture, self.along, self.weight = architecture, along, weight
        self.weights: dict[Component, float] = {}
        self.onwards: dict[Component, Connection | None] = {}
        self.ends: dict[Connection, Component | None] = {}
        # Which member came first to a connection out of their group.
        self._begun: dict[Connection, Component] = {}

    def next_to(self, component: Component) -> Iterator[Component]:
        """What the component leads on to; a connection out of a group, that another member has come to before, is passed over."""
        grouped, begun = self.architecture.from_groups, self._begun
        for one in self.along.get(component, ()):
            if one not in grouped or begun.setdefault(one, component) is component:
                yield from self.architecture.members(one.destination)

    def add(self, component: Component) -> None:
        """Go on from the component with the heaviest of what leaves it; of several the first."""
        grouped, begun, weights = self.architecture.from_groups, self._begun, self.weights
        best, heaviest = 0.0, None
        for one in self.along.get(component, ()):
            if one in grouped and begun[one] is not component and begun[one] not in weights:
                continue  # the walk came here along it
            found = self.weight(one) + self._ahead(one)
            if heaviest is None or found > best:
                best, heaviest = found, one
        weights[component] = self.weight(component) + best
        self.onwards[component] = heaviest

    def _ahead(self, connection: Connection) -> float:
        """What the heaviest chain behind it weighs."""
        weights, ends = self.weights, self.ends
        destination = connection.destination
        if isinstance(destination, Component) and connection not in ends:
            found = weights.get(destination)
            if found is not None:
                return found
            ends[connection] = None
        elif connection not in ends:
            reached = [one for one in self.architecture.members(destination) if one in weights]
            ends[connection] = max(reached, key=weights.__getitem__, default=None)
        end = ends[connection]
        return weights[end] if end is not None else 0.0
