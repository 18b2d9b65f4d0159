"""Peers reach their signaling server in a way in which it cannot speak first, so that whoever is called does not hear of it.

## Why it matters
A request serves whoever calls: they have something to ask. Whoever is called has nothing to ask and does not know that they
should. With a poll every 5 s the phone rings up to 5 s late and each candidate address takes as long again; a call needs
several of these exchanges one after another before anything is heard, and people hang up.

## What to do
Hold a connection by which the server can speak first: a WebSocket, as both sides send. Server-sent events with POST, or long
polls, do as well: there are a dozen messages a call. For a phone whose app is closed add the push of its platform, which wakes
it.

## When it does not apply
- The client is pushed to: a `Pushes` or `Notifies` leads to it.
- Peers that speak with a media server only: they join, and nobody rings.
- A protocol is not stated: that is asked.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import Calls, Client, Connection, Design, ExternalSystem, MediaServer, Notifies, Pushes, SignalingServer, seconds
from archgen.plugin import (
    PUSH,
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    first_calls,
    is_direct,
    peer_calls,
    peers,
    servers_behind,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    direct = (call for call in peer_calls(architecture) if is_direct(architecture, call))
    ringing = {one for call in direct for one in peers(architecture, call)}
    for server, calls in (_by_server(architecture) if ringing else {}).items():
        for client in (one for one in architecture.components(Client) if one in ringing and one in calls):
            if not any(call.protocol in (*PUSH, "webrtc") for call in calls[client]) and not _is_woken(architecture, client):
                yield _problem(client, server, calls[client])


def _is_woken(architecture: Architecture, client: Client) -> bool:
    """Whether something leads to the client by which it is told, or woken, without asking."""
    return any(architecture.into(client, Pushes)) or any(architecture.into(client, Notifies))


def _by_server(architecture: Architecture) -> dict[SignalingServer, dict[object, list[Calls]]]:
    """The calls by which each client comes to each signaling server."""
    found: dict[SignalingServer, dict[object, list[Calls]]] = {}
    for call in first_calls(architecture):
        for server in servers_behind(architecture, call, SignalingServer):
            for client in architecture.members(call.source):
                found.setdefault(server, {}).setdefault(client, []).append(call)
    return found


def _problem(client: Client, server: SignalingServer, calls: Sequence[Calls]) -> Problem:
    asks = any(call.protocol is None for call in calls)
    message = f"{does(client.name, 'hears')} of a call only when {agreeing(client.name, 'it asks')} {server.name} the next time"
    unsaid = f"nothing says that {server.name} can tell {client.name} of a call at once"
    return Problem(
        calls[0],
        unsaid if asks else message,
        [stated(call, "protocol") for call in calls],
        f"let {client.name} hold a connection to {server.name} over which the server can speak first: a WebSocket, say",
        also=[client, server],
        asks=asks,
        edits=[Edit(calls[0], "protocol", "websocket")] if asks else (),
        unsafe=True,
    )


Protocol = Literal["websocket", "http", "poll", "long_poll"]


def meeting(protocol: Protocol | None, *further: str, room: bool = False) -> Design:
    caller, callee, signaling = Client("Caller"), Client("Callee"), SignalingServer("Signaling")
    other = MediaServer("Room", mode="sfu") if room else callee
    parts: list[Connection] = [Calls(caller, other, "media", protocol="webrtc", payload_kind="video", same_network=True)]
    for peer in (caller, callee):
        beat = seconds(20) if protocol == "websocket" else None
        parts.append(Calls(peer, signaling, protocol=protocol, heartbeat_interval=beat))
    if "push" in further:
        service = ExternalSystem("Push service", provides="push")
        parts += [Notifies(signaling, service), *(Notifies(service, peer, channel="push") for peer in (caller, callee))]
    return Design("Call", parts)


rule = Rule(
    "RT023",
    Severity.WARNING,
    check,
    flagged=[
        lambda: meeting("http"),
        lambda: meeting("poll"),
        lambda: meeting(None),
    ],
    accepted=[
        lambda: meeting("websocket"),
        lambda: meeting("long_poll"),
        lambda: meeting("http", "push"),
        lambda: meeting("http", room=True),
    ],
    see=["webrtc-signaling", "webrtc", "webrtc-without-signaling"],
)
