"""Requests come to something that only passes them on, and nothing stands behind it.

## Why it matters
A balancer, gateway or router does no work of its own. Where the design ends at one, every request of the system seems to be
answered by a machine that cannot answer any, and what lies behind, with its load and its limits, is left out of all that is
derived from the design.

## What to do
Draw what it passes requests to, if only as one system of its own or as an external system.

## When it does not apply
- Nothing comes to it either: then it is connected with nothing.
- It serves something itself, as a gateway that answers from functions of its own; then say so in its `note`.
- It is a question, as the design may end there on purpose.
"""

from collections.abc import Iterator

from archgen import (
    ApiGateway,
    Batcher,
    Calls,
    Client,
    Design,
    LoadBalancer,
    Publishes,
    Queue,
    Service,
    ShardRouter,
    System,
    Writes,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, agreeing, does, named

PASSES_ON = (LoadBalancer, ApiGateway, ShardRouter, Batcher)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for component in architecture.components():
        incoming = list(architecture.into(component)) if isinstance(component, PASSES_ON) and not component.note else []
        if incoming and not any(architecture.out_of(component)):
            passes = agreeing(component.name, "passes")
            it = agreeing(component.name, "it")
            yield Problem(
                component,
                f"{component.name} only {passes} on what comes to {it}, and nothing stands behind {it}",
                [*(Fact(named(one), one) for one in incoming), Fact(f"no connection leads on from {component.name}", component)],
                f"draw what {does(component.name, 'passes requests to')}",
                also=[one.source for one in incoming],
                asks=True,
            )


def site(edge: LoadBalancer | ApiGateway | ShardRouter) -> Design:
    return Design("Site", [Calls(Client("App"), edge)])


def whole(edge: LoadBalancer | ApiGateway | ShardRouter) -> Design:
    return Design("Site", [*site(edge).parts, Calls(edge, Service("Web"))])


def elsewhere() -> Design:
    edge, shop = LoadBalancer("Balancer"), System("Shop", design=Design("Shop", []))
    return Design("Team", [*site(edge).parts, Calls(edge, shop)])


def metrics() -> Design:
    batcher, queue = Batcher("Batcher"), Queue("Batches", dead_letter=Queue("Failed"))
    return Design("Metrics", [Calls(Service("Agent"), batcher), Publishes(batcher, queue)])


rule = Rule(
    "AR015",
    Severity.INFO,
    check,
    flagged=[
        lambda: site(LoadBalancer("Balancer")),
        lambda: site(ApiGateway("Gateway")),
        lambda: Design("Metrics", [Writes(Service("Agent"), Batcher("Batcher"))]),
    ],
    accepted=[
        lambda: whole(LoadBalancer("Balancer")),
        lambda: whole(ApiGateway("Gateway")),
        metrics,
        lambda: site(ApiGateway("Gateway", note="answers from functions of its own")),
        lambda: Design(
            "Team", [*site(edge := LoadBalancer("Edge")).parts, Calls(edge, System("Shop", design=Design("Shop", [])))]
        ),
        lambda: Design("Plan", [LoadBalancer("Balancer"), Calls(Client("App"), Service("Web"))]),
    ],
    see=["component-connected-with-nothing"],
)
