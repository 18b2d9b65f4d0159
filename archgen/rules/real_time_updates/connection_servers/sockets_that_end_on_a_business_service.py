"""Clients' connections end on a service that is often released anew.

## Why it matters
A release of a service that only answers requests is seen by nobody. Where that service holds 20,000 connections, each release
hangs up on 20,000 clients, who come back at once and ask what they missed. Ten releases a day are 200,000 reconnects for changes
that had nothing to do with connections, and sooner or later people release less often than they should.

## What to do
Let connections end on a thin service that does nothing else: it holds them, checks who it is, and passes messages on. It changes
a few times a year. State its `role` as `connections`.

## When it does not apply
- The service only holds connections, however often it is released.
- A new version takes open connections over (`deployment` is a handover).
- What it does and how often it is released is not stated. Once a day is often, or what the option `often` says.
- Event streams and long polls: they are picked up by the next server after a moment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import Calls, Client, Consumes, Design, LoadBalancer, Publishes, Retry, Service, Topic, seconds
from archgen.plugin import (
    Architecture,
    Count,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    endpoints,
    first_calls,
    is_more_than_a_gateway,
    number,
    stated,
)

Role = Literal["api", "business", "connections"]


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    often: Count = 1
    """How many releases a day are often. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for server, first in endpoints(architecture, first_calls(architecture, "websocket")).items():
        if isinstance(server, Service) and is_more_than_a_gateway(server, options.often):
            often = server.deploys_per_day is not None and server.deploys_per_day >= options.often
            yield _problem(server, first, often=often)


def _problem(server: Service, first: Calls, *, often: bool) -> Problem:
    many = often and (server.deploys_per_day or 0) > 1
    times = f"each of {number(server.deploys_per_day or 0)} releases a day" if many else "each release"
    it = agreeing(server.name, "it")
    return Problem(
        server,
        f"{times} of {server.name} hangs up on all clients that are connected to {it}",
        [stated(server, "role"), stated(server, "deploys_per_day"), stated(first, "protocol")],
        f"let connections end on a thin service before {server.name}, whose role is to hold connections",
        also=[first],
    )


def orders(
    role: Role | None,
    releases: float | None = None,
    *,
    deployment: Literal["drain_reconnect", "handover"] | None = None,
    protocol: Literal["websocket", "sse"] = "websocket",
) -> Design:
    edge, changes = LoadBalancer("Edge", layer=4, algorithm="least_connections"), Topic("Changes", replicas=3)
    service = Service("Orders", role=role, deploys_per_day=releases, deployment=deployment)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1)) if protocol == "websocket" else None
    socket = Calls(Client("Browser"), edge, protocol=protocol, heartbeat_interval=seconds(20), reconnect=again)
    return Design("Orders", [socket, Calls(edge, service), Publishes(service, changes), Consumes(service, changes)])


def behind_a_gateway() -> Design:
    gateway, changes = Service("Gateway", role="connections"), Topic("Changes", replicas=3)
    service = Service("Orders", role="business", deploys_per_day=10)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    parts = [socket, Calls(gateway, service, timeout=seconds(1)), Publishes(service, changes), Consumes(gateway, changes)]
    return Design("Orders", parts)


rule = Rule(
    "RT075",
    Severity.INFO,
    check,
    flagged=[lambda: orders("business", 10), lambda: orders(None, 2), lambda: orders("business")],
    accepted=[
        behind_a_gateway,
        lambda: orders("connections", 10),
        lambda: orders("api"),
        lambda: orders(None, 0.2),
        lambda: orders("business", 10, deployment="handover"),
        lambda: orders("business", 10, protocol="sse"),
    ],
    see=["websocket-gateway", "websocket", "heavy-work-on-a-connection-server", "restart-that-hangs-up-without-a-plan"],
    options=Options,
)
