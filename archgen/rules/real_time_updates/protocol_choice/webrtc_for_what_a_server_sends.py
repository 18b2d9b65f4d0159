"""A server and a client speak over WebRTC about what any stream would carry.

## Why it matters
WebRTC is made for peers and for media: it looks for a way through routers, agrees on keys and codecs, sends over UDP, and
adapts to what the line bears. To tell a browser that a number changed takes all of that first: signaling, a STUN and perhaps a
TURN server, seconds until the channel stands, and few who can find a fault in it. Proxies of companies often let none of it
through.

## What to do
Server-sent events for what goes one way, a WebSocket for both. Both are there at once, pass nearly everywhere, and need no
further servers.

## When it does not apply
- Sound, pictures or a shared screen, also where a server takes part in the talk.
- The state of a game, where a late message is worth less than the next one: UDP is the reason.
- Clients among themselves: no server stands between them that could hold a stream.
- Media servers and relays.
- What it carries is not stated: that is asked.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Component, Design, MediaServer, Service, SignalingServer, StunServer, TurnServer, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Server, Severity, does, stated

FITTING = ("audio", "video", "screen", "peer_data", "game_state")
MADE_FOR_IT = (MediaServer, TurnServer, StunServer)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for call in architecture.connections(Calls):
        if call.protocol == "webrtc" and call.payload_kind not in FITTING:
            ends = [*architecture.members(call.source), *architecture.members(call.target)]
            server = next((one for one in ends if isinstance(one, Server) and not isinstance(one, MADE_FOR_IT)), None)
            if server:
                yield _problem(call, server)


def _problem(call: Calls, server: Server) -> Problem:
    asks = call.payload_kind is None
    message = f"{does(server.name, 'speaks')} over WebRTC about what a plain stream would carry"
    unsaid = f"nothing says what {call.source.name} and {call.target.name} need WebRTC for"
    return Problem(
        call,
        unsaid if asks else message,
        [stated(call, "protocol"), stated(call, "payload_kind")],
        "use server-sent events, or a WebSocket where clients also write often" + (", or state the payload_kind" if asks else ""),
        also=[server],
        asks=asks,
        edits=[] if asks or isinstance(call.target, Client) else [Edit(call, "protocol", "websocket")],
        unsafe=True,
    )


Content = Literal["json", "audio", "game_state", "video"]


def telling(content: Content | None, server: Component, *, backwards: bool = False) -> Design:
    client = Client("Browser")
    ends = (server, client) if backwards else (client, server)
    return Design("News", [Calls(*ends, protocol="webrtc", payload_kind=content, heartbeat_interval=seconds(20))])


def streaming() -> Design:
    news = Calls(Client("Browser"), Service("Notifier"), protocol="sse", payload_kind="json", heartbeat_interval=seconds(20))
    return Design("News", [news])


def talking() -> Design:
    anna, ben, signaling = Client("Anna"), Client("Ben"), SignalingServer("Signaling")
    media = Calls(anna, ben, "media", protocol="webrtc", payload_kind="video", same_network=True)
    ring = [Calls(one, signaling, protocol="websocket", heartbeat_interval=seconds(20)) for one in (anna, ben)]
    return Design("Call", [media, *ring])


rule = Rule(
    "RT020",
    Severity.WARNING,
    check,
    flagged=[
        lambda: telling("json", Service("Notifier")),
        lambda: telling("json", Service("Notifier", role="api"), backwards=True),
        lambda: telling(None, Service("Notifier")),
    ],
    accepted=[
        streaming,
        talking,
        lambda: telling("audio", Service("Assistant")),
        lambda: telling("game_state", Service("Game")),
    ],
    see=["webrtc", "server-sent-events", "websocket", "live-media-over-a-message-channel"],
)
