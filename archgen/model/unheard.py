"""Servers that hold clients' connections and that no update comes to, which they could send."""

from collections.abc import Collection, Mapping

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import PUSH
from archgen.model.client_reach import endpoints, first_calls, onward_calls
from archgen.model.live_updates import sends
from archgen.model.update_reach import connected
from archgen.values import dataclass
from archgen.vocabulary.components.api_gateway import ApiGateway
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.media_server import MediaServer
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.signaling_server import SignalingServer
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.calls import Calls

# What peers tell one another passes these.
OF_PEERS = (SignalingServer, MediaServer)


@dataclass(frozen=True)
class Unheard:
    """The first call by which clients come to such a server, and something that may know of updates and is apart from it.

    `certain` is false where it is not stated whether clients bring the updates themselves.
    """

    first: Calls
    elsewhere: Component
    certain: bool


@remembered
def unheard(architecture: Architecture) -> Mapping[Server, Unheard]:
    """All of them; none where nothing in the design could know of updates."""
    firsts = [first for first in first_calls(architecture, *PUSH) if first.payload_kind != "token_stream"]
    found = {}
    for server, first in endpoints(architecture, firsts).items():
        if isinstance(server, Server) and server not in connected(architecture) and not _passes_on(architecture, server):
            elsewhere = next((one for one in _knowing(architecture) if one is not server), None)
            rate = sends(architecture, first)[0] if first.protocol == "websocket" else 0
            if elsewhere and not rate and not first.bidirectional and server not in _written(architecture):
                found[server] = Unheard(first, elsewhere, rate is not None)
    return found


def _passes_on(architecture: Architecture, server: Server) -> bool:
    """Whether it passes on what peers say, or is a gateway that calls others, which may pass connections on without saying so."""
    gateway = isinstance(server, ApiGateway) and any(True for _ in architecture.out_of(server, Calls))
    return gateway or isinstance(server, OF_PEERS)


@remembered
def _knowing(architecture: Architecture) -> Collection[Component]:
    """The first few servers, stores and brokers that are connected with one another: what may know of updates."""
    found: dict[Component, None] = {}
    for one in architecture.connections():
        ends = [end for side in (one.source, one.target) for end in architecture.members(side)]
        apart = [end for end in ends if isinstance(end, (Server, Store, Broker)) and not isinstance(end, ApiGateway)]
        if len(apart) > 1:
            found |= dict.fromkeys(apart)
        if len(found) > 1:
            break
    return found


@remembered
def _written(architecture: Architecture) -> Collection[Component]:
    """What clients send something to: by anything but what they listen to."""
    ways = onward_calls(architecture)
    found: set[Component] = set()
    for client in architecture.components(Client):
        for one in architecture.out_of(client):
            if isinstance(one, Calls) and one.protocol not in (*PUSH, "poll"):
                found.add(ways.last(one))
            elif not isinstance(one, Calls):
                found.update(architecture.members(one.target))
    return found
