"""Servers come with the load, and connections stay where they are.

## Why it matters
A balancer places a connection once. When four full servers get a fifth, the four stay full: only newcomers go to the fifth, and
those who are there may stay for days. More servers come, the oldest still decide how slow it is, and when the load goes down,
the servers to be stopped have the most clients.

## What to do
Let no connection grow old: close each after an hour or so, spread over time, and let its client reconnect to where there is
room. State that as `max_connection_age`. It also brings new versions of a client's settings, and finds clients that are not
there any more.

## When it does not apply
- The number of servers stays.
- Clients belong to one server by a hash: then a resize moves them.
- Polls: each of them is placed anew.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import Autoscaling, Calls, Client, Consumes, Design, Publishes, Retry, Service, Topic, hours, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    endpoints,
    first_calls,
    is_hashed,
    stated,
)

USUAL = hours(1)
GROWING = Autoscaling("connections", min_replicas=4, max_replicas=20)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server, first in endpoints(architecture, first_calls(architecture, "websocket", "sse")).items():
        if isinstance(server, Service) and server.max_connection_age is None and _follows_the_load(server):
            yield Problem(
                server,
                f"replicas of {server.name} come with the load, and connections that are open do not move to them",
                [stated(server, "max_connection_age"), stated(server, "autoscaling"), stated(first, "protocol")],
                f"close connections of {server.name} after an hour or so, and state that as "
                f"{agreeing(server.name, 'its')} max_connection_age",
                also=[first],
                asks=True,
                edits=[Edit(server, "max_connection_age", USUAL)],
                unsafe=True,
            )


def _follows_the_load(server: Service) -> bool:
    return bool(server.autoscaling) and not is_hashed(server)


def live(
    age: timedelta | None,
    *,
    growing: Autoscaling | Literal[False] = GROWING,
    protocol: Literal["websocket", "sse", "long_poll"] = "websocket",
    routing: Literal["any", "consistent_hash"] = "any",
) -> Design:
    gateway = Service("Gateway", autoscaling=growing, max_connection_age=age, routing=routing, rebalancing="dual_delivery")
    prices = Topic("Prices", replicas=3)
    socket = Calls(
        Client("Phone"),
        gateway,
        protocol=protocol,
        heartbeat_interval=None if protocol == "long_poll" else seconds(20),
        hold_timeout=seconds(25) if protocol == "long_poll" else None,
        reconnect=Retry(backoff="exponential", jitter=True, initial=seconds(1)),
        deduplicated=True,
    )
    return Design("Prices", [socket, Publishes(Service("Feed"), prices), Consumes(gateway, prices)])


rule = Rule(
    "RT078",
    Severity.INFO,
    check,
    flagged=[lambda: live(None), lambda: live(None, protocol="sse")],
    accepted=[
        lambda: live(hours(1)),
        lambda: live(None, growing=False),
        lambda: live(None, protocol="long_poll"),
        lambda: live(None, routing="consistent_hash"),
    ],
    see=["drain-and-reconnect", "least-connections-balancing", "long-lived-connections-without-least-connections"],
)
