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
    path = {start: architecture.out_of(start)}
    while path:
        component, onward = next(reversed(path.items()))
        connection = next(onward, None)
        if connection is None:
            finished[component] = None
            del path[component]
        elif connection.destination in path and not isinstance(connection.destination, Client):
            loops.add(connection)
        elif connection.destination not in finished and not isinstance(connection.destination, Client):
            path[connection.destination] = architecture.out_of(connection.destination)
