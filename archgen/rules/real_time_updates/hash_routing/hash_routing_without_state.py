"""Clients are sent to one certain server, which keeps nothing for them that another would not have.

## Why it matters
Routing by hash has its price: every sender must know the ring, a new server makes clients move, one hot key fills one server
while others idle, and the balancer may no longer send newcomers to where there is room. What it buys is that costly state stays
in one place. A socket and a user's id are no such state: they are made anew in a millisecond, anywhere.

## What to do
Let clients come to any server, spread by least connections, and let a broker bring updates to all of them. Or state what the
hash is for: the `shared_state_key`, or a `connection_state` that is heavy.

## When it does not apply
- What is kept for a connection is heavy, or that is not stated.
- Several users share something there (`shared_state_key`), their edits are merged there (`conflict_resolution`), or it keeps
  things between requests (its `state` is a cache, a session or durable).
- Order is required, and one server for each key gives it.
- The design says why: its `reason` or `purpose` is stated.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, LockService, Publishes, Reads, Requirements, Retry, Service, Topic, seconds
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, is_hashed, live_servers, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    ordered = architecture.design.requirements.ordering in ("per_key", "total")
    for server, first in live_servers(architecture).items():
        if isinstance(server, Service) and not ordered and _is_bound_for_nothing(server):
            yield Problem(
                server,
                f"clients are bound to one replica of {server.name}, which keeps nothing for them that another would not have",
                [stated(server, "routing"), stated(server, "connection_state"), stated(first, "protocol")],
                "let clients come to any replica and a topic bring updates to all, or state the shared_state_key",
                also=[first],
            )


def _is_bound_for_nothing(server: Service) -> bool:
    hashed = is_hashed(server)
    return hashed and server.connection_state in ("none", "light") and not _has_another_reason(server)


def _has_another_reason(server: Service) -> bool:
    merged = server.conflict_resolution not in (None, "none")
    kept = server.state not in (None, "none")
    return bool(server.shared_state_key or merged or kept or server.reason or server.purpose)


def alerts(server: Service, needs: Requirements | None = None) -> Design:
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), server, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    tell = Calls(Service("Billing"), server, "alert", timeout=seconds(1))
    members = Reads(server, LockService("Members", nodes=3, lists_members=True))
    return Design("Alerts", [socket, tell, members], requirements=needs or Requirements())


def notifier(
    routing: Literal["any", "modulo", "consistent_hash"], state: Literal["none", "light", "heavy"] | None, key: str | None = None
) -> Service:
    return Service("Notifier", replicas=2, routing=routing, connection_state=state, shared_state_key=key, virtual_nodes=100)


def broadcast() -> Design:
    notifier, topic = Service("Notifier", replicas=2, routing="any", connection_state="light"), Topic("Alerts", replicas=3)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), notifier, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    return Design("Alerts", [socket, Publishes(Service("Billing"), topic, "alert"), Consumes(notifier, topic)])


rule = Rule(
    "RT048",
    Severity.INFO,
    check,
    flagged=[
        lambda: alerts(notifier("consistent_hash", "light")),
        lambda: alerts(notifier("modulo", "none")),
    ],
    accepted=[
        broadcast,
        lambda: alerts(notifier("consistent_hash", "heavy")),
        lambda: alerts(notifier("consistent_hash", "light", "room id")),
        lambda: alerts(notifier("consistent_hash", None)),
        lambda: alerts(notifier("consistent_hash", "light"), Requirements(ordering="per_key")),
        lambda: alerts(Service("Notifier", replicas=1, routing="any", connection_state="light")),
    ],
    see=["topic-subscription", "pub-sub-broadcast", "consistent-hash-routing", "heavy-connection-state-on-any-server"],
)
