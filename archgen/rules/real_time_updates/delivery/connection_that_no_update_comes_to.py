"""A server holds clients' connections, and nothing brings it an update that it could send them.

## Why it matters
Live updates take two hops: from where something happens to the server that holds the connection, and from there to the client.
The first half of the work goes into the second hop, with its protocol and its balancer, and a diagram with an open connection
looks complete. Without the other hop the client is connected, well looked after, and never hears a thing.

## What to do
Show how an update gets there. In the order of effort: the server asks a store every second or two; the sender works out the
server by a hash and calls it; updates are published to a topic that the server takes from.

## When it does not apply
- Clients bring the updates themselves: they also write to that server, over the socket or by requests of their own.
- The server is connected with anything else at all: how updates get there is then for other rules to say.
- Nothing else in the design could know of updates, as in a game that its server plays.
- A signaling server or a media server: it passes on what peers tell one another.
- An answer that is shown while it is written (`payload_kind` is `token_stream`) arises in the server.
- It is a gateway that calls others: it may pass the connections on, though no protocol is stated there.
- Whether clients send over their WebSocket is not stated: that is asked.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    ApiGateway,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Publishes,
    Rate,
    Service,
    SignalingServer,
    Topic,
    Writes,
    per_second,
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
    stated,
    unheard,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server, found in unheard(architecture).items():
        yield _problem(server, found.first, found.elsewhere, asks=not found.certain)


def _problem(server: Server, first: Calls, elsewhere: Component, *, asks: bool) -> Problem:
    it = agreeing(server.name, "it")
    alone = f"{does(server.name, 'is')} connected with clients alone"
    may = "may never hear" if asks else "never hear"
    return Problem(
        server,
        f"clients hold connections to {server.name} and {may} anything: no update comes there",
        [
            stated(first, "protocol"),
            Fact(f"{alone}; {elsewhere.name} and others are apart from {it}", server),
            *([stated(first, "bidirectional")] if asks else []),
        ],
        f"let {server.name} take updates from a topic, ask a store for them, or be called by who knows of them"
        + (", or say that clients send them over their connections" if asks else ""),
        also=[first],
        asks=asks,
    )


Protocol = Literal["sse", "websocket", "long_poll"]


def news(
    protocol: Protocol, *more: Literal["topic", "post"], both: bool | None = None, rate: Rate | None = None, alone: bool = False
) -> Design:
    app, server, api, topic = Client("App"), Service("Updates"), Service("API"), Topic("News", replicas=3)
    first = Calls(
        app,
        server,
        protocol=protocol,
        heartbeat_interval=None if protocol == "long_poll" else seconds(20),
        hold_timeout=seconds(25) if protocol == "long_poll" else None,
        bidirectional=both,
        send_rate=rate,
    )
    parts: list[Connection] = [first, *([] if alone else [Writes(api, Database("Store"), idempotent=True)])]
    parts += [Publishes(api, topic), Consumes(server, topic)] if "topic" in more else []
    parts += [Calls(app, server, "comment", protocol="http")] if "post" in more else []
    return Design("News", parts)


def ringing() -> Design:
    """Whoever calls brings what the other has to hear."""
    signaling = SignalingServer("Signaling")
    sockets = [
        Calls(Client(name), signaling, protocol="websocket", heartbeat_interval=seconds(20)) for name in ("Caller", "Callee")
    ]
    return Design("Call", [*sockets, Writes(Service("API"), Database("Store"), idempotent=True)])


def behind_gateway() -> Design:
    gateway, balancer, server, topic = (
        ApiGateway("Gateway"),
        LoadBalancer("Balancer", layer=7),
        Service("Updates"),
        Topic("News", replicas=3),
    )
    first = Calls(Client("App"), gateway, protocol="long_poll", hold_timeout=seconds(25))
    onwards = [Calls(gateway, balancer), Calls(balancer, server)]
    return Design("News", [first, *onwards, Publishes(Service("API"), topic), Consumes(server, topic)])


rule = Rule(
    "RT040",
    Severity.ERROR,
    check,
    flagged=[
        lambda: news("sse"),
        lambda: news("long_poll"),
        lambda: news("websocket"),
    ],
    accepted=[
        lambda: news("sse", "topic"),
        lambda: news("sse", "post"),
        lambda: news("websocket", both=True),
        lambda: news("websocket", rate=per_second(1)),
        lambda: news("sse", alone=True),
        behind_gateway,
        ringing,
    ],
    see=[
        "two-hop-architecture",
        "pub-sub-broadcast",
        "pull-polling",
        "consistent-hash-routing",
        "connection-servers-without-delivery-between-them",
    ],
)
