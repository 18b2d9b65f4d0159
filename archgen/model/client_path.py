"""The ways by which clients reach the servers that hold their connections."""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.connections.calls import Calls

# Protocols by which a server can speak first, over a connection that the client holds open.
PUSH = ("long_poll", "sse", "websocket")


@dataclass(frozen=True)
class ClientPath:
    """From a client over load balancers to the first component that is none: the endpoint that holds the connection.

    `first` is the client's own connection, which says by which protocol it speaks; `hops` are all of them, `first` included.
    """

    first: Calls
    hops: tuple[Calls, ...]

    @property
    def client(self) -> Component:
        """Where it starts."""
        return self.first.source

    @property
    def balancers(self) -> tuple[LoadBalancer, ...]:
        """The load balancers on the way, in order."""
        return tuple(hop.target for hop in self.hops if isinstance(hop.target, LoadBalancer))

    @property
    def endpoint(self) -> Component:
        """Where it ends: a balancer itself where the design shows nothing behind it."""
        return self.hops[-1].target


def client_paths(architecture: Architecture, *protocols: str) -> Iterator[ClientPath]:
    """Every way from a client to an endpoint whose first connection speaks one of the protocols; any, where none are named."""
    for client in architecture.components(Client):
        for call in architecture.out_of(client, Calls):
            if not protocols or call.protocol in protocols:
                yield from _onwards(architecture, call, (call,))


def _onwards(architecture: Architecture, first: Calls, hops: tuple[Calls, ...]) -> Iterator[ClientPath]:
    end = hops[-1].target
    behind = [call for call in architecture.out_of(end, Calls) if call not in hops] if isinstance(end, LoadBalancer) else []
    if not behind:
        yield ClientPath(first, hops)
    for call in behind:
        yield from _onwards(architecture, first, (*hops, call))
