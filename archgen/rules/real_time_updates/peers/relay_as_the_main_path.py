"""More sessions go through a relay than should need one.

## Why it matters
A relayed session takes its media in and sends it out again, both ways: a call of two at 1.5 Mbit/s each way is 3 Mbit/s in and
3 Mbit/s out, for as long as people talk. Direct, it costs nothing. About a fifth of sessions cannot do without; when all go
that way, the bill is five times what it would have to be, and calls that could have been short trips across a town pass a data
centre.

## What to do
Look at why no direct way opens: a STUN server that is not asked, candidates that arrive after the peers gave up, a setting that
allows relays only. Then size the relay for a fifth of the busiest hour, and state its `relay_share` and `bandwidth`.

## When it does not apply
- The share is a fifth or less, or what the option `most-relayed` says.
- Peers must not learn one another's address: relaying is then the purpose. Waive this with that reason.
- The share is not stated. Where it is, and what a relay can send is not, that is asked.

It is often said that a relay needs a STUN server beside it. A TURN server answers those questions itself, so that one alone is
no fault.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen import Calls, Client, Connection, Design, SignalingServer, Size, StunServer, TurnServer, megabytes, seconds
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, Share, agreeing, percent, stated


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most_relayed: Share = 0.2
    """Which share of sessions may go through a relay."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for turn in architecture.components(TurnServer):
        share = turn.relay_share
        if share is not None and share > options.most_relayed:
            yield _problem(turn, share, options.most_relayed)
        elif share and turn.bandwidth is None:
            yield _asked(turn, share)


def _problem(turn: TurnServer, share: float, most: float) -> Problem:
    takes, sends = agreeing(turn.name, "takes"), agreeing(turn.name, "sends")
    return Problem(
        turn,
        f"{percent(share)} of sessions pass {turn.name}, which {takes} in and {sends} out all that is said in them",
        [stated(turn, "relay_share")],
        f"find out why no direct way opens: {percent(most)} is what cannot do without a relay",
    )


def _asked(turn: TurnServer, share: float) -> Problem:
    return Problem(
        turn,
        f"{percent(share)} of sessions pass {turn.name}, and nothing says how much {agreeing(turn.name, 'it can')} send",
        [stated(turn, "relay_share"), stated(turn, "bandwidth")],
        f"state the bandwidth of a replica of {turn.name}: the rate of the media times two for each relayed session",
        asks=True,
    )


def calls(share: float | None, bandwidth: Size | None = None) -> Design:
    caller, callee, signaling = Client("Caller"), Client("Callee"), SignalingServer("Signaling")
    stun, turn = StunServer("STUN"), TurnServer("TURN", relay_share=share, bandwidth=bandwidth)
    parts: list[Connection] = [Calls(caller, callee, "media", protocol="webrtc", payload_kind="video")]
    for peer in (caller, callee):
        parts.append(Calls(peer, signaling, protocol="websocket", heartbeat_interval=seconds(20)))
        parts += [Calls(peer, server, protocol="udp") for server in (stun, turn)]
    return Design("Calls", parts)


rule = Rule(
    "RT026",
    Severity.WARNING,
    check,
    flagged=[
        lambda: calls(1),
        lambda: calls(0.35, megabytes(100)),
        lambda: calls(0.2),
    ],
    accepted=[
        lambda: calls(0.2, megabytes(100)),
        lambda: calls(0),
        lambda: calls(None),
    ],
    see=["turn", "webrtc", "peers-without-a-relay"],
    options=Options,
)
