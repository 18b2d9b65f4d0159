"""Clients hold more connections open than all servers together can.

## Why it matters
Each connection takes a file descriptor and 10 to 100 kB of memory on its server for as long as it is open. The one that is too
many is refused, and its client tries again, and again: from then on the servers are busy with refusing.

## What to do
Run as many servers as the connections need, and one more, so that one may be away. More memory in each, and higher limits of the
operating system, may do as well: then state a higher `max_connections`.

## When it does not apply
- How many clients there are, how many connections a server holds, or how many servers run is not stated. The last of these is
  asked where the clients are too many for one.
- Where servers come with the load, the most that there can be count. Where a balancer spreads connections over several services,
  those of all of them together do, where all state them: which of them gets how many is up to it.
- It is a warning where the number of connections rests on an assumption, as when clients are split evenly over several kinds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Consumes,
    Design,
    LoadBalancer,
    Publishes,
    Requirements,
    Retry,
    Service,
    Topic,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Severity,
    agreeing,
    derived,
    live_servers,
    number,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    spread = _spread(architecture, estimate)
    for server, first in live_servers(architecture).items():
        held = estimate.of(server, "connections")
        fits = held and spread[first].fits
        if held and not fits and isinstance(server, Service) and server.max_connections:
            count, by = _most(server)
            if count is None and held.value > server.max_connections:
                yield _question(server, held)
            elif count is not None and held.value > count * server.max_connections:
                yield _problem(server, held, count, server.max_connections, by)


@dataclass
class Spread:
    """What holds the connections of one call: how many there are, and can be, in all; `known` says that all state it."""

    held: float = 0
    room: int = 0
    known: bool = True
    servers: int = 0

    @property
    def fits(self) -> bool:
        """Whether there is room for all, however they are spread; of several that do not say, that is left open."""
        return self.held <= self.room if self.known else self.servers > 1


def _spread(architecture: Architecture, estimate: Estimate) -> Mapping[Calls, Spread]:
    found: dict[Calls, Spread] = {}
    for server, first in live_servers(architecture).items():
        spread = found.setdefault(first, Spread())
        held = estimate.of(server, "connections")
        count = _most(server)[0] if isinstance(server, Service) else None
        each = server.max_connections if isinstance(server, Service) else None
        spread.servers += 1
        spread.held += held.value if held else 0
        spread.room += (count or 0) * (each or 0)
        spread.known = spread.known and bool(held and count and each)
    return found


def _most(server: Service) -> tuple[int | None, str]:
    """How many replicas there can be, and the attribute that says so."""
    if server.autoscaling and server.autoscaling.max_replicas is not None:
        return server.autoscaling.max_replicas, "autoscaling"
    return (None if server.autoscaling else server.replicas), "replicas"


def _facts(server: Service, held: Quantity, by: str) -> list[Fact]:
    return [derived(server, held), stated(server, "max_connections"), stated(server, by)]


def _question(server: Service, held: Quantity) -> Problem:
    by = "autoscaling" if server.autoscaling else "replicas"
    what = f"max_replicas of {agreeing(server.name, 'its')} autoscaling" if server.autoscaling else "replicas"
    message = f"clients hold {number(held.value)} connections to {server.name}, more than one replica can"
    return Problem(
        server,
        f"{message}, and it is not said how many there are",
        _facts(server, held, by),
        f"state the {what} of {server.name}",
        asks=True,
    )


def _problem(server: Service, held: Quantity, count: int, each: int, by: str) -> Problem:
    enough = ceil(held.value / each) + 1
    assumed = "by what is assumed, " if held.assumptions else ""
    grows = " at the most" if by == "autoscaling" else ""
    replicas = f"one replica{grows} holds" if count == 1 else f"{number(count)} replicas{grows} hold"
    return Problem(
        server,
        f"{assumed}clients hold {number(held.value)} connections to {server.name}, and {replicas} {number(count * each)}",
        _facts(server, held, by),
        f"{'allow' if grows else 'run'} {number(enough)} replicas of {server.name}, one of them to spare, or let each hold more",
        severity=Severity.WARNING if held.assumptions else None,
        edits=[Edit(server, "replicas", enough)] if by == "replicas" else (),
        unsafe=True,
    )


def live(
    clients: int | None, replicas: int | None, each: int | None = 50_000, growing: Autoscaling | None = None, kinds: int = 1
) -> Design:
    gateway = Service("Gateway", replicas=replicas, max_connections=each, autoscaling=growing, max_connection_age=seconds(3600))
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    sockets = [
        Calls(Client(name), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
        for name in ("Phone", "Browser")[:kinds]
    ]
    prices = Topic("Prices", replicas=3)
    parts = [*sockets, Publishes(Service("Feed"), prices), Consumes(gateway, prices)]
    return Design("Prices", parts, requirements=Requirements(concurrent_clients=clients))


def old_and_new(clients: int) -> Design:
    """One call, spread over two services of very different size."""
    old, new = (Service(name, replicas=count, max_connections=5_000) for name, count in (("Old", 8), ("New", 1)))
    edge, prices = LoadBalancer("Edge", layer=4, algorithm="least_connections"), Topic("Prices", replicas=3)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), edge, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    parts = [socket, Calls(edge, old), Calls(edge, new), Publishes(Service("Feed"), prices)]
    takes = [Consumes(old, prices), Consumes(new, prices)]
    return Design("Prices", [*parts, *takes], requirements=Requirements(concurrent_clients=clients))


rule = Rule(
    "RT079",
    Severity.ERROR,
    check,
    flagged=[
        lambda: live(1_000_000, 5),
        lambda: live(1_000_000, 5, kinds=2),
        lambda: old_and_new(60_000),
        lambda: live(1_000_000, None),
        lambda: live(1_000_000, None, growing=Autoscaling("connections", min_replicas=2, max_replicas=10)),
    ],
    accepted=[
        lambda: live(1_000_000, 25),
        lambda: live(1_000_000, None, growing=Autoscaling("connections", min_replicas=2, max_replicas=30)),
        lambda: old_and_new(30_000),
        lambda: live(None, 5),
        lambda: live(1_000_000, 5, None),
        lambda: live(40_000, None),
    ],
    see=["websocket-gateway", "websocket", "connection-servers-without-room-for-a-lost-one"],
)
