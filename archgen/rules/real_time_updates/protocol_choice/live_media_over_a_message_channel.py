"""People are to hear or see each other live, over a channel that is made for messages.

## Why it matters
A message channel runs over TCP, which delivers everything and in order. In a talk that is the wrong promise: a packet that is
lost is asked for again, and all that came after it waits, so that a line with one loss in a hundred stutters by hundreds of
milliseconds, and what is late adds up. Nothing adapts to the line, and echo, jitter and codecs are yours to solve. Every second
of it passes your servers, in and out.

## What to do
WebRTC: over UDP, with all that built in, from peer to peer, or through a media server for more than a few. It takes a signaling
server, STUN and TURN besides.

## When it does not apply
- Nobody answers live (`interactive` is no): films and broadcasts, cut into segments, pass over HTTP and a CDN.
- Recordings, sent as files.
- Whether it is live is stated neither of the connection nor, as `media`, of the design.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Design, MediaServer, Requirements, Service, seconds
from archgen.plugin import PUSH, Architecture, Estimate, Fact, Problem, Rule, Severity, first_calls, stated

LIVE = ("audio", "video", "screen")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    for first in first_calls(architecture, "poll", *PUSH):
        if first.payload_kind in LIVE and (first.interactive or (first.interactive is None and needs.media)):
            yield _problem(first, stated(first, "interactive") if first.interactive else stated(needs, "media"))


def _problem(first: Calls, fact: Fact) -> Problem:
    return Problem(
        first,
        f"live {first.payload_kind} of {first.source.name} passes a channel where one lost packet holds up all that follow",
        [stated(first, "payload_kind"), fact, stated(first, "protocol")],
        "use WebRTC, with a signaling server, STUN and TURN",
    )


Content = Literal["video", "audio", "json"]


def talk(content: Content | None, *, live: bool | None, media: bool | None = None) -> Design:
    first = Calls(
        Client("Browser"),
        Service("Call"),
        protocol="websocket",
        heartbeat_interval=seconds(20),
        payload_kind=content,
        interactive=live,
    )
    return Design("Call", [first], requirements=Requirements(media=media))


def room() -> Design:
    person, server = Client("Browser"), MediaServer("Room", mode="sfu")
    join = Calls(person, server, "join", protocol="http")
    return Design("Call", [join, Calls(person, server, "media", protocol="webrtc", payload_kind="video", interactive=True)])


rule = Rule(
    "RT021",
    Severity.WARNING,
    check,
    flagged=[
        lambda: talk("video", live=True),
        lambda: talk("audio", live=None, media=True),
    ],
    accepted=[
        room,
        lambda: talk("video", live=False, media=True),
        lambda: talk("json", live=True),
        lambda: talk("video", live=None),
    ],
    see=["udp-transport", "webrtc", "webrtc-without-signaling", "peers-without-a-relay"],
)
