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
    """Every way from a client to an endpoint whose first connection speaks one of the protocols; any, where none are named.

    No way leads over the same balancer twice. Of a mesh of balancers, the first thousand ways of each connection are given.
    """
    for client in architecture.components(Client):
        for call in architecture.out_of(client, Calls):
            if not protocols or call.protocol in protocols:
                yield from islice(_ways(architecture, call), MOST)


def _ways(architecture: Architecture, first: Calls) -> Iterator[ClientPath]:
    """Depth first, in the order of the design, on a stack of our own: a long chain of balancers is no reason to fail."""
    waiting: list[tuple[Calls, ...]] = [(first,)]
    while waiting:
        hops = waiting.pop()
        behind = _behind(architecture, hops)
        if not behind:
            yield ClientPath(first, hops)
        waiting += [(*hops, call) for call in reversed(behind)]


def _behind(architecture: Architecture, hops: tuple[Calls, ...]) -> list[Calls]:
    """What a balancer calls in the protocol that the client speaks; all that it calls, where nothing says which is meant."""
    end = hops[-1].target
    if not isinstance(end, LoadBalancer):
        return []
    been = {hop.target for hop in hops}
    onwards = [call for call in architecture.out_of(end, Calls) if call.target not in been]
    return [call for call in onwards if call.protocol == hops[0].protocol] or onwards
