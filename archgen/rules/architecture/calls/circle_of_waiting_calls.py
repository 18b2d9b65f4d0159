"""Services wait for one another in a circle.

## Why it matters
Each request that goes round holds a thread or a connection in every service of the circle until the last has answered. When as
many are on their way as one pool has places, each waits for a place that another of them holds: nothing moves, though no
processor is busy. It needs no fault for that, only a busy minute: with 50 places, 50 requests that meet. Such services also
cannot be started, changed or understood one without the other.

## What to do
- Let one direction be an event: it is published, and the other takes it when it can.
- Or send what the callee asks back for along with the request.
- Or move what both need into a third that calls neither. Where the two belong together, make them one.

## When it does not apply
- One direction does not wait: a message, an asynchronous call, an answer over a connection that stays open.
- The way leads over a balancer, gateway or router: what comes back from it need not have gone in there.
- Through external systems, as when a provider reports to a webhook later.
- A service that calls its own replicas, to reach the one that has what is asked for.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import (
    ApiGateway,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Group,
    LoadBalancer,
    Publishes,
    RateLimiter,
    Service,
    ShardRouter,
    Topic,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Server, Severity, agreeing, circles, listed, named, waits

PASSES_ON = (ApiGateway, ShardRouter, RateLimiter)
SHOWN = 5


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    along = [call for call in architecture.connections(Calls) if waits(call)]
    through = {one for one in architecture.components() if _works(one)}
    for services, calls in circles(architecture, along, through):
        yield _problem(services, calls)


def _works(component: Component) -> bool:
    return isinstance(component, Server) and not isinstance(component, PASSES_ON)


def _problem(services: Sequence[Component], calls: Sequence[Connection]) -> Problem:
    more = [f"{len(services) - SHOWN} more"] if len(services) > SHOWN else []
    names = listed([*(service.name for service in services[:SHOWN]), *more])
    return Problem(
        services[0],
        f"{names} wait for one another in a circle: when their pools are full of such requests, none of them goes on",
        [Fact(f"{named(call)} and {agreeing(call.source.name, 'waits')}", call) for call in calls],
        f"let one of the {len(calls)} calls be an event or asynchronous, or send along what is asked back for",
        also=[*services[1:], *calls],
    )


def ring(*names: str, mode: Literal["sync", "async"] | None = None) -> Design:
    services = [Service(name) for name in names]
    pairs = zip(services, [*services[1:], services[0]], strict=True)
    calls = [Calls(one, other) for one, other in pairs]
    last = Calls(services[-1], services[0], mode=mode)
    return Design("Ring", [Calls(Client("App"), services[0]), *calls[:-1], last])


def over(middle: LoadBalancer | ApiGateway | ExternalSystem) -> Design:
    one, two = Service("Orders"), Service("Stock")
    return Design("Shop", [Calls(middle, one), Calls(one, middle), Calls(middle, two)])


def told() -> Design:
    one, two, topic = Service("Orders"), Service("Stock"), Topic("Reserved")
    return Design("Shop", [Calls(one, two), Publishes(two, topic), Consumes(one, topic)])


def groups() -> Design:
    front, back = Group("Front"), Group("Back")
    services = [Service("Web", group=front), Service("Orders", group=back), Service("Stock", group=back)]
    return Design("Shop", [*services, Calls(front, back), Calls(services[1], services[0])])


rule = Rule(
    "AR023",
    Severity.WARNING,
    check,
    flagged=[
        lambda: ring("Orders", "Stock"),
        lambda: ring("Orders", "Stock", "Prices"),
        groups,
    ],
    accepted=[
        lambda: ring("Orders", "Stock", mode="async"),
        lambda: ring("Orders"),
        lambda: over(LoadBalancer("Balancer")),
        lambda: over(ApiGateway("Gateway")),
        lambda: over(ExternalSystem("Provider")),
        told,
    ],
    see=["call-that-outlasts-its-caller"],
)
