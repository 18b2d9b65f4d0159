"""Two peers are to speak over WebRTC, and nothing passes what they have to know of one another first.

## Why it matters
A browser cannot dial another. Before a packet flows the two have to exchange what they offer: codecs, keys, and the addresses
at which each can be reached, which change with every network. WebRTC leaves that exchange to the application on purpose.
Without a server that both reach there is no call, only code that has been tried in two windows of one page. It is needed again
while the call runs: a phone that leaves the Wi-Fi has new addresses to tell.

## What to do
Add a `SignalingServer` that both peers hold a connection to. It passes a dozen messages a call, of a few kilobytes each, and
knows who is reachable. It is a live channel itself: the one who is called must be told at once.

## When it does not apply
- Both reach one service that may do it on the side, as a chat server does: that is asked. If it does, let it be a
  `SignalingServer`.
- A peer that speaks with a media server, which sets calls up over a protocol of its own: a warning, and none where the client
  calls that server, or any service, in another way as well.
"""

from collections.abc import Collection, Iterator, Sequence

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Design,
    LoadBalancer,
    MediaServer,
    Service,
    SignalingServer,
    StunServer,
    TurnServer,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Server,
    Severity,
    agreeing,
    does,
    is_direct,
    named,
    peer_calls,
    peers,
    reachable_servers,
    stated,
    together,
)

APART = (StunServer, TurnServer)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for call in peer_calls(architecture):
        both = peers(architecture, call)
        servers = [set(_servers(architecture, one)) for one in both]
        common = set.intersection(*servers)
        if any(isinstance(one, SignalingServer) for one in common):
            continue
        if not is_direct(architecture, call):
            if not any(servers):
                yield _unled(call)
        elif common:
            yield _asked(call, min(common, key=architecture.id))
        else:
            yield _apart(call, both)


def _servers(architecture: Architecture, client: Client) -> Collection[Server]:
    return [one for one in reachable_servers(architecture, client, Server) if not isinstance(one, APART)]


def _apart(call: Calls, both: Sequence[Client]) -> Problem:
    names = together(both)
    reach = agreeing(names, "reaches") if len(both) == 1 else "reach"
    return Problem(
        call,
        f"nothing passes offers and addresses between {names}, so that they never find one another",
        [stated(call, "protocol"), Fact(f"{names} {reach} no server in common that could", call)],
        "add a signaling server to which each of them holds a connection",
        also=both,
    )


def _asked(call: Calls, server: Server) -> Problem:
    one = agreeing(server.name, "it")
    return Problem(
        call,
        f"nothing says what passes offers and addresses between {call.source.name} and {call.target.name} before they can speak",
        [
            stated(call, "protocol"),
            Fact(f"both reach {server.name}, which {agreeing(server.name, 'is')} no signaling server", server),
        ],
        f"if {does(server.name, 'does')}, make {one} a signaling server, or add one",
        also=[server],
        asks=True,
    )


def _unled(call: Calls) -> Problem:
    itself = agreeing(call.target.name, "itself")
    return Problem(
        call,
        f"{does(call.source.name, 'sends')} media to {call.target.name}, and nothing shows how the two agree on it first",
        [stated(call, "protocol"), Fact(f"{named(call)}: there is no other call between the two", call)],
        f"show the call by which {does(call.source.name, 'joins')}, to {call.target.name} {itself} or to a signaling server",
        severity=Severity.WARNING,
    )


def call_between(*servers: Component, both: bool = True, balancer: LoadBalancer | None = None) -> Design:
    caller, callee = Client("Caller"), Client("Callee")
    parts: list[Connection] = [Calls(caller, callee, "media", protocol="webrtc", payload_kind="video", same_network=True)]
    for server in servers:
        door = balancer or server
        parts += [Calls(one, door, protocol="websocket", heartbeat_interval=seconds(20)) for one in (caller, callee)[: 1 + both]]
        parts += [Calls(balancer, server)] if balancer else []
    return Design("Call", parts)


def conference(*, joins: bool) -> Design:
    person, room = Client("Participant"), MediaServer("Room", mode="sfu")
    media = Calls(person, room, "media", protocol="webrtc", payload_kind="video")
    join = Calls(person, room, "join", id="join", protocol="http", tls=True, auth="token")
    return Design("Conference", [media, join] if joins else [media])


rule = Rule(
    "RT022",
    Severity.ERROR,
    check,
    flagged=[
        lambda: call_between(),
        lambda: call_between(SignalingServer("Signaling"), both=False),
        lambda: conference(joins=False),
        lambda: call_between(Service("Chat")),
    ],
    accepted=[
        lambda: call_between(SignalingServer("Signaling")),
        lambda: call_between(SignalingServer("Signaling"), balancer=LoadBalancer("Edge", layer=4)),
        lambda: conference(joins=True),
        lambda: Design("Chat", [Calls(Client("Phone"), Service("Chat"), protocol="websocket", heartbeat_interval=seconds(20))]),
    ],
    see=["webrtc", "webrtc-signaling", "signaling-that-cannot-ring"],
)
