"""Peers behind routers are to speak directly, and nothing tells them the address at which the world sees them.

## Why it matters
Nearly every phone and computer has an address that holds in its own network only; the router in between shows the world another
one. A peer that does not know it can offer addresses that nobody outside reaches. In the same office all works, which is where
it is tried; between two homes no packet ever arrives.

## What to do
Let both ask a `StunServer`, by one small question over UDP, port 3478. It costs next to nothing to run, and public ones exist;
for a service of your own run your own. Four of five pairs then find a direct way; for the fifth there has to be a relay.

## When it does not apply
- Both are in one network (`same_network`).
- A relay that both reach: a TURN server answers the questions of STUN too.
- A media server with an address of its own: the client speaks first, and the answer comes back the same way.
- Whether both are in one network is not stated, and neither client says that it is `behind_nat`: a warning, as that is what
  most clients are.
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
    agreeing,
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
        if is_direct(architecture, call) and not call.same_network:
            lost = [one for one in both if not _is_told(architecture, one)]
            if lost:
                yield _problem(call, both, lost)


def _is_told(architecture: Architecture, client: Client) -> bool:
    return any(any(reachable_servers(architecture, client, kind)) for kind in (StunServer, TurnServer))


def _problem(call: Calls, both: Sequence[Client], lost: Sequence[Client]) -> Problem:
    names = together(lost)
    seen = "it" if len(lost) == 1 and agreeing(names, "is") == "is" else "them"
    hidden = [one for one in both if one.behind_nat]
    certain = call.same_network is False or bool(hidden)
    return Problem(
        call,
        f"nothing tells {names} at which address the world sees {seen}, so no direct way opens",
        [
            stated(call, "same_network"),
            *(stated(one, "behind_nat") for one in hidden[:1]),
            Fact(f"{names}: no STUN or TURN server is called", lost[0]),
        ],
        f"let {names} ask a STUN server, or state that both are in one network",
        also=lost,
        severity=None if certain else Severity.WARNING,
        edits=[Edit(call, "same_network", True)] if call.same_network is None and not hidden else (),
        unsafe=True,
    )


def call_between(
    *servers: StunServer | TurnServer, near: bool | None = None, hidden: bool | None = None, room: bool = False
) -> Design:
    caller, callee = Client("Caller", behind_nat=hidden), Client("Callee")
    signaling = SignalingServer("Signaling")
    other = MediaServer("Room", mode="sfu") if room else callee
    parts: list[Connection] = [Calls(caller, other, "media", protocol="webrtc", payload_kind="video", same_network=near)]
    for peer in (caller, callee):
        parts.append(Calls(peer, signaling, protocol="websocket", heartbeat_interval=seconds(20)))
        parts += [Calls(peer, server, protocol="udp") for server in servers]
    return Design("Call", parts)


rule = Rule(
    "RT024",
    Severity.ERROR,
    check,
    flagged=[
        lambda: call_between(near=False),
        lambda: call_between(hidden=True),
        lambda: call_between(),
    ],
    accepted=[
        lambda: call_between(StunServer("STUN"), TurnServer("TURN")),
        lambda: call_between(TurnServer("TURN")),
        lambda: call_between(near=True),
        lambda: call_between(room=True),
    ],
    see=["stun", "webrtc", "peers-without-a-relay"],
    beside=["RT025"],
)
