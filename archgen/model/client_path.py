"""The ways by which clients reach the servers that hold their connections."""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.values import dataclass
from archgen.vocabulary.components.api_gateway import ApiGateway
from archgen.vocabulary.components.cdn import Cdn
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.connections.calls import Calls

# Protocols by which a server can speak first, over a connection that the client holds open.
PUSH = ("long_poll", "sse", "websocket")
# What may stand on the way to a server without being what a client speaks with.
Passing = LoadBalancer | Cdn | ApiGateway
MOST = 1000


@dataclass(frozen=True)
class ClientPath:
    """From a client over what passes its connection on to the first component that does not: the endpoint that holds it.

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
    for client, call in client_calls(architecture, *protocols):
        yield from islice(_ways(architecture, client, call), MOST)


def client_calls(architecture: Architecture, *protocols: str) -> Iterator[tuple[Client, Calls]]:
    """The calls of each client that speak one of the protocols; all, where none are named."""
    spoken = _spoken(architecture)
    found = [spoken[one] for one in dict.fromkeys(protocols or spoken) if one in spoken]
    for _, client, call in found[0] if len(found) == 1 else sorted(chain.from_iterable(found), key=itemgetter(0)):
        yield client, call


@remembered
def _spoken(architecture: Architecture) -> Mapping[str | None, Sequence[tuple[int, Client, Calls]]]:
    """The calls of each client by their protocols, each with its place among all: few of them speak what is asked for."""
    clients = architecture.components(Client)
    found: dict[str | None, list[tuple[int, Client, Calls]]] = {}
    for place, (client, call) in enumerate((one, call) for one in clients for call in architecture.out_of(one, Calls)):
        found.setdefault(call.protocol, []).append((place, client, call))
    return found


def behind(architecture: Architecture, balancer: Component, protocol: str | None, reached: Container[object]) -> Sequence[Calls]:
    """What a balancer calls in the protocol that the client speaks; all that it calls, where nothing says which is meant.

    A network of copies passes on as a balancer does. A gateway may hold a connection itself: it passes on what it is said to.
    What was reached before is not called again. Of anything else, nothing counts.
    """
    if not isinstance(balancer, Passing):
        return ()
    onwards = [call for call in architecture.out_of(balancer, Calls) if call.target not in reached]
    alike = [call for call in onwards if call.protocol == protocol]
    return alike if alike or isinstance(balancer, ApiGateway) else onwards


def _ways(architecture: Architecture, client: Client, first: Calls) -> Iterator[ClientPath]:
    """Depth first, in the order of the design, on a stack of our own: a long chain of balancers is no reason to fail."""
    hops: list[Calls] = []
    reached: dict[Component, None] = {}
    stack = [iter([(first, end) for end in architecture.members(first.target)])]
    while stack:
        step = next(stack[-1], None)
        if step is not None:
            call, end = step
            hops.append(call)
            reached[end] = None
            onwards = [
                (other, one)
                for other in behind(architecture, end, first.protocol, reached)
                for one in architecture.members(other.target)
                if one not in reached
            ]
            if not onwards:
                yield ClientPath(client, tuple(hops), tuple(reached))
            stack.append(iter(onwards))
        else:
            stack.pop()
            if stack:
                hops.pop()
                reached.popitem()
