"""In which order the flow graph is walked, and which connections close a loop in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.client import Client


@dataclass(frozen=True)
class FlowOrder:
    """The components, each after all that flows into it but for `loops`: the connections that lead back."""

    components: tuple[Component, ...]
    loops: frozenset[Connection]


def flow_order(architecture: Architecture) -> FlowOrder:
    """Walk from the clients, then from what nothing flows into, then from whatever is left, in the design's order."""
    finished: dict[Component, None] = {}
    loops: set[Connection] = set()
    for start in _starts(architecture):
        _walk(architecture, start, finished, loops)
    return FlowOrder(tuple(reversed(finished)), frozenset(loops))


def _starts(architecture: Architecture) -> Iterator[Component]:
    yield from architecture.components(Client)
    yield from (component for component in architecture.components() if not any(architecture.into(component)))
    yield from architecture.components()


def _walk(architecture: Architecture, start: Component, finished: dict[Component, None], loops: set[Connection]) -> None:
    """Depth first, with a stack of its own: a long chain must not exhaust Python's. Nothing is carried past a client."""
    if start in finished:
        return
    path = {start: _edges(architecture, start)}
    while path:
        component, edges = next(reversed(path.items()))
        connection, destination = next(edges, (None, None))
        if connection is None or destination is None:
            finished[component] = None
            del path[component]
        elif destination in path and not isinstance(destination, Client):
            loops.add(connection)
        elif destination not in finished and not isinstance(destination, Client):
            path[destination] = _edges(architecture, destination)


def _edges(architecture: Architecture, component: Component) -> Iterator[tuple[Connection, Component]]:
    """What leads out of the component, and to what; a connection to a group leads to each that stands in it."""
    return ((one, end) for one in architecture.out_of(component) for end in architecture.members(one.destination))
