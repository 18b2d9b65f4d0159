"""Clients that speak to one another, or with a media server, over WebRTC; and the servers that each client reaches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, get_args

from archgen.dsl.component import Component
from archgen.dsl.connection import End
from archgen.dsl.readable import listed
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import Passing
from archgen.model.client_reach import first_calls, onward_calls
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.media_server import MediaServer
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.connections.calls import Calls

S = TypeVar("S", bound=Server)
# So many servers of a kind behind one call are told.
TOLD = 10
Node = Component | Calls
Few = dict[type, dict[Server, None]]
Entrance = tuple[End, str | None]
SHOWN = 3


@remembered
def peer_calls(architecture: Architecture) -> Sequence[Calls]:
    """The calls over WebRTC that lead from a client to clients, or to what passes on what they send."""
    found = first_calls(architecture, "webrtc")
    return [call for call in found if all(isinstance(end, (Client, MediaServer)) for end in architecture.members(call.target))]


def peers(architecture: Architecture, call: Calls) -> Sequence[Client]:
    """The clients at its ends, each once."""
    ends = (one for end in (call.source, call.target) for one in architecture.members(end))
    return [one for one in dict.fromkeys(ends) if isinstance(one, Client)]


def is_direct(architecture: Architecture, call: Calls) -> bool:
    """Whether it leads from client to client, with nothing in between."""
    return all(isinstance(end, Client) for end in architecture.members(call.target))


def together(parts: Sequence[Component]) -> str:
    """Their names in a sentence; of more than three, the first and how many more there are."""
    names = [one.name for one in parts]
    shown = names if len(names) <= SHOWN else [*names[: SHOWN - 1], f"{len(names) - SHOWN + 1} more"]
    return listed(shown)


def reachable_servers(architecture: Architecture, client: Client, kind: type[S]) -> Iterator[S]:
    """The servers of a kind that a client calls, itself or over what passes its calls on; over WebRTC, none.

    Of those that stand behind one call the first ten of each kind are given: who reaches ten reaches one.
    """
    for call in _calls(architecture).get(client, {}).values():
        yield from servers_behind(architecture, call, kind)


def servers_behind(architecture: Architecture, first: Calls, kind: type[S]) -> Iterator[S]:
    """The servers of a kind that a client's call leads to, of each kind the first ten."""
    return (one for one in _entrances(architecture)[first.target, first.protocol] if isinstance(one, kind))


@remembered
def _calls(architecture: Architecture) -> Mapping[Component, Mapping[Entrance, Calls]]:
    """By each client a call to each thing that it calls otherwise than over WebRTC."""
    found: dict[Component, dict[Entrance, Calls]] = {}
    for call in first_calls(architecture):
        for client in architecture.members(call.source) if call.protocol != "webrtc" else ():
            found.setdefault(client, {}).setdefault((call.target, call.protocol), call)
    return found


@remembered
def _entrances(architecture: Architecture) -> Mapping[Entrance, Sequence[Server]]:
    """What stands behind each thing that clients call."""
    behind: dict[str | None, Mapping[Node, Few]] = {}
    found: dict[Entrance, Sequence[Server]] = {}
    for call in first_calls(architecture):
        key = call.target, call.protocol
        if key not in found:
            if call.protocol not in behind:
                behind[call.protocol] = _behind(architecture, call.protocol)
            found[key] = _joined(behind[call.protocol], architecture.members(call.target))
    return found


def _behind(architecture: Architecture, protocol: str | None) -> Mapping[Node, Few]:
    """By each component the servers that it leads to, few of each kind: from each of these back to whatever leads there."""
    before = _before(architecture, protocol)
    found: dict[Node, Few] = {}
    for server in architecture.components(Server):
        waiting: list[Node] = [] if onward_calls(architecture).behind(server, protocol) else [server]
        while waiting:
            node = waiting.pop()
            if _takes(found.setdefault(node, {}), server):
                waiting += before.get(node, ())
    return found


def _before(architecture: Architecture, protocol: str | None) -> Mapping[Node, Sequence[Node]]:
    """What leads to each component, and to each call."""
    found: dict[Node, list[Node]] = {}
    for kind in get_args(Passing):
        for hop in architecture.components(kind):
            for call in onward_calls(architecture).behind(hop, protocol):
                found.setdefault(call, []).append(hop)
    for call in [one for one in found if isinstance(one, Calls)]:
        for end in architecture.members(call.target):
            found.setdefault(end, []).append(call)
    return found


def _joined(behind: Mapping[Node, Few], ends: Iterable[Component]) -> Sequence[Server]:
    joined: Few = {}
    for end in ends:
        for alike in behind.get(end, {}).values():
            for server in alike:
                _takes(joined, server)
    return [server for alike in joined.values() for server in alike]


def _takes(few: Few, server: Server) -> bool:
    """Keep the server, where it is new and one of the first of its kind."""
    alike = few.setdefault(type(server), {})
    fresh = server not in alike and len(alike) < TOLD
    if fresh:
        alike[server] = None
    return fresh
