"""In which order the flow graph is walked, and which connections close a loop in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.group import Group
from archgen.estimating.relays import relayed, relays_of
from archgen.model.architecture import Architecture, remembered
from archgen.vocabulary.components.client import Client

Edge = tuple[Connection, Component | None]
Stop = tuple[Connection | None, Component, Iterator[Edge]]


@dataclass(frozen=True)
class FlowOrder:
    """The components, each after all that flows into it but for `loops`: the connections that lead back."""

    components: tuple[Component, ...]
    loops: frozenset[Connection]


@remembered
def flow_order(architecture: Architecture) -> FlowOrder:
    """Walk from the clients, then from what nothing flows into, then from whatever is left, in the design's order."""
    walk = _Walk(architecture)
    for start in _starts(architecture):
        walk.go(start)
    return FlowOrder(tuple(reversed(walk.finished)), frozenset(walk.loops))


def _starts(architecture: Architecture) -> Iterator[Component]:
    yield from architecture.components(Client)
    relays = relayed(architecture)
    yield from (one for one in architecture.components() if one not in relays and not any(architecture.into(one)))
    yield from architecture.components()


class _Walk:
    """Depth first, with a stack of its own: a long chain must not exhaust Python's. Nothing is carried past a client."""

    def __init__(self, architecture: Architecture) -> None:
        self.architecture = architecture
        self.finished: dict[Component, None] = {}
        self.loops: set[Connection] = set()
        self._ends: dict[Connection, Iterator[Component]] = {}

    def go(self, start: Component) -> None:
        """Everything that is reached from there and was not before; `path` holds what led to where the walk stands."""
        if start in self.finished:
            return
        stack: list[Stop] = [(None, start, self._edges(start))]
        path: set[Component | Connection | None] = {start}
        while stack:
            by, component, edges = stack[-1]
            connection, end = next(edges, (None, None))
            if connection is None:
                self.finished[component] = None
                path -= {by, component}
                stack.pop()
            elif (end or connection) in path:
                self.loops.add(connection)
            elif end is not None and end not in self.finished:
                stack.append((None if connection in path else connection, end, self._edges(end)))
                path |= {connection, end}

    def _edges(self, component: Component) -> Iterator[Edge]:
        """What leads out of the component, with each that it leads to.

        What leads out of a group does so for all that stand in it: each of them goes on with the ends that are left. For all but
        the first it stands alone before these: if it led to where the walk stands, it closes a loop.
        """
        for connection in self.architecture.out_of(component):
            ends: Iterable[Component] = self.architecture.members(connection.destination)
            if isinstance(connection.origin, Group):
                if connection in self._ends:
                    yield connection, None
                ends = self._ends.setdefault(connection, iter(ends))
            for end in ends:
                if not isinstance(end, Client):
                    yield connection, end
        yield from relays_of(self.architecture).get(component, ())
