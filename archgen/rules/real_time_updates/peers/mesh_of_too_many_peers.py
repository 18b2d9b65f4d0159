"""Everyone in a call sends to everyone else, and too many take part for that.

## Why it matters
In a mesh each of twenty people sends their picture nineteen times and decodes nineteen others. At 1.5 Mbit/s that is 28 Mbit/s
up, where home lines have ten, and a processor that does nothing else. It does not break at a number: with five or six people
the picture gets coarse, with eight a phone gets hot, and the worst line decides for all.

## What to do
Let a `MediaServer` stand in between: each sends once, and the server passes on what the others need, in the size they show it.
Keep the direct way for calls of two, if you like, as the well known services for meetings do.

## When it does not apply
- Four or fewer, or what the option `most-peers` says.
- A media server is part of the design: the mesh is then for the small calls.
- No sound or picture: positions of cursors and the like (`peer_data`, `game_state`, text) are small enough for twenty.
- How many take part in one call (`peers_per_call`) is not stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import Calls, Client, Connection, Design, MediaServer, Requirements, SignalingServer, seconds
from archgen.plugin import (
    Architecture,
    Count,
    Estimate,
    Problem,
    Rule,
    Severity,
    each_of,
    is_direct,
    needing,
    number,
    peer_calls,
    stated,
)

SMALL = ("peer_data", "game_state", "json", "text", "gps", "metric")


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most_peers: Count = 4
    """How many may take part in a call without a server in between. Tool default: what home lines and phones bear."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    if any(architecture.components(MediaServer)):
        return
    for call in peer_calls(architecture):
        needs = needing(architecture, call, "peers_per_call")
        many = needs.peers_per_call
        if many is not None and many > options.most_peers and is_direct(architecture, call) and call.payload_kind not in SMALL:
            yield Problem(
                call,
                f"with {number(many)} in a call {each_of(call.source.name)} sends to {number(many - 1)} others, which makes"
                f" {number(many * (many - 1))} streams",
                [stated(needs, "peers_per_call"), stated(call, "payload_kind")],
                "let a media server take each stream once and pass it on to the others",
            )


Content = Literal["video", "peer_data"]


def meeting(many: int | None, content: Content | None = "video", *, room: bool = False) -> Design:
    person, other, signaling = Client("Participant"), Client("Other"), SignalingServer("Signaling")
    parts: list[Connection] = [Calls(person, other, protocol="webrtc", payload_kind=content, same_network=True)]
    parts += [Calls(one, signaling, protocol="websocket", heartbeat_interval=seconds(20)) for one in (person, other)]
    parts += [Calls(person, MediaServer("Room", mode="sfu"), protocol="webrtc", payload_kind=content)] if room else []
    return Design("Meeting", parts, requirements=Requirements(peers_per_call=many))


rule = Rule(
    "RT027",
    Severity.WARNING,
    check,
    flagged=[lambda: meeting(20), lambda: meeting(5), lambda: meeting(20, None)],
    accepted=[
        lambda: meeting(20, room=True),
        lambda: meeting(4),
        lambda: meeting(None),
        lambda: meeting(20, "peer_data"),
    ],
    see=["webrtc", "webrtc-without-signaling"],
    options=Options,
)
