"""A WebSocket passes a layer 7 load balancer that is not said to carry its upgrade.

## Why it matters
A layer 7 balancer speaks HTTP on both sides: it ends the client's connection and opens one of its own towards a server. A
WebSocket begins as an HTTP/1.1 request with `Upgrade: websocket`, a header that holds for one hop only. A balancer that is not
told to pass it on drops it, and the client sees the handshake fail with a 400 or 426; one that passes it on but applies its
usual read timeout (60 s is a common default) cuts every quiet connection after a minute.

## What to do
- Where nothing needs to read HTTP, forward TCP, at layer 4. The flow then stays with one server for as long as it lives.
- Where layer 7 is needed, for routing by path or host or for TLS, let it pass the upgrade, set its idle timeout above the
  heartbeat interval, and state `websocket_upgrade` as true.

## When it does not apply
nginx, HAProxy, Envoy and the application balancers of the large clouds all forward upgrades and keep an upgraded connection
with one server. It is often said that WebSockets need layer 4; they do not. That is why this is a warning, and why stating
`websocket_upgrade` silences it. Server-sent events are plain HTTP responses and pass layer 7 as long as it
does not buffer them.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Design, LoadBalancer, Service, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, agreeing, does, first_calls, reached, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    seen = set()
    for way in reached(architecture, first_calls(architecture, "websocket")):
        balancer = way.end
        if isinstance(balancer, LoadBalancer) and _may_refuse(balancer) and balancer not in seen:
            seen.add(balancer)
            yield Problem(
                balancer,
                f"{does(balancer.name, 'ends')} WebSocket connections at layer 7 and may not carry their upgrade",
                [stated(balancer, "layer"), stated(balancer, "websocket_upgrade"), stated(way.first, "protocol")],
                f"state websocket_upgrade of {balancer.name} as true if {agreeing(balancer.name, 'it passes')} the upgrade on,"
                " or use layer 4",
                also=[way.first],
                edits=[Edit(balancer, "websocket_upgrade", True)] if balancer.websocket_upgrade is None else (),
                unsafe=True,
            )


def _may_refuse(balancer: LoadBalancer) -> bool:
    return balancer.layer == 7 and not balancer.websocket_upgrade


def chat(edge: LoadBalancer, protocol: Literal["websocket", "sse"] = "websocket") -> Design:
    first = Calls(Client("Phone"), edge, protocol=protocol, heartbeat_interval=seconds(20))
    return Design("Chat", [first, Calls(edge, Service("Gateway"))])


rule = Rule(
    "RT001",
    Severity.WARNING,
    check,
    flagged=[
        lambda: chat(LoadBalancer("Edge LB", layer=7)),
        lambda: chat(LoadBalancer("Edge LB", layer=7, websocket_upgrade=False)),
    ],
    accepted=[
        lambda: chat(LoadBalancer("Edge LB", layer=4)),
        lambda: chat(LoadBalancer("Edge LB", layer=7, websocket_upgrade=True)),
        lambda: chat(LoadBalancer("Edge LB")),
        lambda: chat(LoadBalancer("Edge LB", layer=7), "sse"),
    ],
    see=["websocket-upgrade", "l4-load-balancer", "l7-load-balancer", "websocket", "persistent-connection-without-heartbeat"],
)
