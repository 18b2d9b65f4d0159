"""Clients that speak to one another, or with a media server, over WebRTC; and the servers that each client reaches."""

from collections.abc import Collection, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_reach import first_calls, reached
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.media_server import MediaServer
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.connections.calls import Calls


@remembered
def peer_calls(architecture: Architecture) -> Sequence[Calls]:
    """The calls over WebRTC that lead from a client to clients, or to what passes on what they send."""
    found = first_calls(architecture, "webrtc")
    return [call for call in found if all(isinstance(end, Client | MediaServer) for end in architecture.members(call.target))]


def peers(architecture: Architecture, call: Calls) -> Sequence[Client]:
    """The clients at its ends, each once."""
    ends = (one for end in (call.source, call.target) for one in architecture.members(end))
    return [one for one in dict.fromkeys(ends) if isinstance(one, Client)]


def is_direct(architecture: Architecture, call: Calls) -> bool:
    """Whether it leads from client to client, with nothing in between."""
    return all(isinstance(end, Client) for end in architecture.members(call.target))


def reachable_servers(architecture: Architecture, client: Client) -> Collection[Server]:
    """The servers that a client calls, itself or over what passes its calls on; of its calls over WebRTC, none."""
    return _reachable(architecture).get(client, {})


@remembered
def _reachable(architecture: Architecture) -> Mapping[Component, Mapping[Server, None]]:
    found: dict[Component, dict[Server, None]] = {}
    behind: dict[tuple[object, str | None], list[Server]] = {}
    for call in first_calls(architecture):
        if call.protocol == "webrtc":
            continue
        key = (call.target, call.protocol)
        if key not in behind:
            behind[key] = [way.end for way in reached(architecture, [call]) if isinstance(way.end, Server) and way.holds]
        for client in architecture.members(call.source):
            found.setdefault(client, {}).update(dict.fromkeys(behind[key]))
    return found
