"""Peers that find no direct way to one another have no relay to fall back on.

## Why it matters
Some routers give a client another address for everyone it speaks to, and some networks let no UDP out at all. What a STUN
server told is then of no use, and about one pair in five is left without a way. In a company or a hotel it is nearly all of
them. For these calls nothing is heard, after ten seconds of waiting; no server sees an error, as none was asked.

## What to do
Run TURN servers that clients reach, over UDP and, for networks that let nothing else out, over TLS at port 443. Count with a
fifth of all sessions at the full rate of their media in both directions, and state how much of it goes that way
(`relay_share`). It is the only server in a call between two that carries what people say, so it is most of the cost.

## When it does not apply
- Both are in one network (`same_network`); where that is not stated, they are taken to be in two.
- One of the two reaches a relay: its address there is one that the other can send to.
- Calls through a media server, which everybody reaches.
- A call that may fail for one in five; then waive this with that reason.
"""

from collections.abc import Iterator, Sequence

from archgen import Calls, Client, Connection, Design, MediaServer, SignalingServer, StunServer, TurnServer, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    is_direct,
    peer_calls,
    peers,
    reachable_servers,
    stated,
    together,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for call in peer_calls(architecture):
        both = peers(architecture, call)
        relayed = any(any(reachable_servers(architecture, one, TurnServer)) for one in both)
        if is_direct(architecture, call) and not call.same_network and not relayed:
            yield _problem(call, both)


def _problem(call: Calls, stranded: Sequence[Client]) -> Problem:
    names = together(stranded)
    return Problem(
        call,
        f"between {call.source.name} and {call.target.name} about one call in five finds no direct way, and no relay stands in",
        [stated(call, "same_network"), Fact(f"{names}: no TURN server is called", stranded[0])],
        f"let {names} reach a TURN server, and state its relay_share; or state that both are in one network",
        also=stranded,
        edits=[Edit(call, "same_network", True)] if call.same_network is None else (),
        unsafe=True,
    )


def call_between(*servers: StunServer | TurnServer, near: bool | None = None, room: bool = False) -> Design:
    caller, callee, signaling = Client("Caller"), Client("Callee"), SignalingServer("Signaling")
    other = MediaServer("Room", mode="sfu") if room else callee
    parts: list[Connection] = [Calls(caller, other, "media", protocol="webrtc", payload_kind="video", same_network=near)]
    for peer in (caller, callee):
        parts.append(Calls(peer, signaling, protocol="websocket", heartbeat_interval=seconds(20)))
        parts += [Calls(peer, server, protocol="udp") for server in servers]
    return Design("Call", parts)


def half() -> Design:
    """One of the two has an address at the relay, to which the other can send."""
    caller, callee, stun, turn = Client("Caller"), Client("Callee"), StunServer("STUN"), TurnServer("TURN")
    signaling = SignalingServer("Signaling")
    parts: list[Connection] = [Calls(caller, callee, "media", protocol="webrtc"), Calls(caller, turn, protocol="udp")]
    for peer in (caller, callee):
        parts.append(Calls(peer, signaling, protocol="websocket", heartbeat_interval=seconds(20)))
        parts.append(Calls(peer, stun, protocol="udp"))
    return Design("Call", parts)


rule = Rule(
    "RT025",
    Severity.WARNING,
    check,
    flagged=[
        lambda: call_between(StunServer("STUN")),
        lambda: call_between(StunServer("STUN"), near=False),
    ],
    accepted=[
        lambda: call_between(StunServer("STUN"), TurnServer("TURN")),
        lambda: call_between(near=True),
        lambda: call_between(room=True),
        half,
    ],
    see=["turn", "webrtc", "peers-that-do-not-learn-their-address", "relay-as-the-main-path"],
)
