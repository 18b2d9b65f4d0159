"""The ways by which clients reach the servers that hold their connections."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.connections.calls import Calls

# Protocols by which a server can speak first, over a connection that the client holds open.
PUSH = ("long_poll", "sse", "websocket")
MOST = 1000


@dataclass(frozen=True)
class ClientPath:
    """From a client over load balancers to the first component that is none: the endpoint that holds the connection.

    `hops` are the connections that it goes along, `reached` what it comes to by each of them.
    """

    client: Client
    hops: tuple[Calls, ...]
    reached: tuple[Component, ...]

    @property
    def first(self) -> Calls:
        """The client's own connection, which says by which protocol it speaks."""
        return self.hops[0]

    @property
    def balancers(self) -> tuple[LoadBalancer, ...]:
        """The load balancers on the way, in order."""
        return tuple(component for component in self.reached if isinstance(component, LoadBalancer))

    @property
    def endpoint(self) -> Component:
        """Where it ends: a balancer itself where the design shows nothing behind it."""
        return self.reached[-1]


def client_paths(architecture: Architecture, *protocols: str) -> Iterator[ClientPath]:
    """Every way from a client to an endpoint whose first connection speaks one of the protocols; any, where none are named.

    No way leads over the same balancer twice. Of a mesh of balancers, the first thousand ways of each connection are given.
    """
    for client in architecture.components(Client):
        for call in architecture.out_of(client, Calls):
            if not protocols or call.protocol in protocols:
                yield from islice(_ways(architecture, client, call), MOST)


def _ways(architecture: Architecture, client: Client, first: Calls) -> Iterator[ClientPath]:
    """Depth first, in the order of the design, on a stack of our own: a long chain of balancers is no reason to fail."""
    waiting = [ClientPath(client, (first,), (end,)) for end in reversed(architecture.members(first.target))]
    while waiting:
        way = waiting.pop()
        onwards = list(_onwards(architecture, way))
        if not onwards:
            yield way
        waiting += reversed(onwards)


def _onwards(architecture: Architecture, way: ClientPath) -> Iterator[ClientPath]:
    for call in _behind(architecture, way):
        for end in architecture.members(call.target):
            if end not in way.reached:
                yield ClientPath(way.client, (*way.hops, call), (*way.reached, end))


def _behind(architecture: Architecture, way: ClientPath) -> list[Calls]:
    """What a balancer calls in the protocol that the client speaks; all that it calls, where nothing says which is meant."""
    if not isinstance(way.endpoint, LoadBalancer):
        return []
    onwards = [call for call in architecture.out_of(way.endpoint, Calls) if call.target not in way.reached]
    return [call for call in onwards if call.protocol == way.first.protocol] or onwards
