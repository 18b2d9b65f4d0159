"""Clients in several regions of the world hold their connections to one of them.

## Why it matters
Each update and each heartbeat crosses an ocean: 40 to 50 ms one way from Europe to the east of America, 70 to 80 ms to the west,
100 ms and more to Japan or Australia, on connections that break more often the longer the way is. An update that is copied for
each client is sent over the dearest lines once for every one of them; sent once to a server over there, it crosses once.

## What to do
Run connection servers in each region, let clients come to the nearest, and send each update once to each region. The data may
have its home where it is: what moves near the clients is what holds their connections.

## When it does not apply
- The design does not say where its connection servers stand: no region is drawn around them, or they stand in several.
- Updates may take 200 ms or more, or what the option `tight-budget` says, and none goes to a million receivers.
- People are in one region.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    Group,
    Publishes,
    Requirements,
    Retry,
    Service,
    Topic,
    milliseconds,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    live_servers,
    number,
    only_region,
    readable,
    stated,
)

SOON = milliseconds(200)
MILLION = 1_000_000


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    tight_budget: Duration = SOON
    """Up to which budget a trip over an ocean matters. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    needs = architecture.design.requirements
    regions = max(needs.regions or 0, len(needs.regions_named or ()))
    tight = needs.latency_budget is not None and needs.latency_budget < options.tight_budget
    many = (needs.max_fanout or 0) >= MILLION
    region = only_region(live_servers(architecture)) if regions > 1 and (tight or many) else None
    if region:
        facts = [stated(needs, "regions" if (needs.regions or 0) >= regions else "regions_named")]
        facts.append(Fact(f"all that holds clients' connections stands in {region.name}", region, "boundary"))
        facts.append(stated(needs, "latency_budget" if tight else "max_fanout"))
        yield Problem(
            region,
            f"clients in {number(regions)} regions hold their connections to {region.name} alone, and {_why(needs, tight)}",
            facts,
            "run connection servers in each region, and send each update there once",
        )


def _why(needs: Requirements, tight: bool) -> str:
    if tight and needs.latency_budget is not None:
        return f"an update may take no more than {readable(needs.latency_budget)}"
    return f"one update goes to up to {number(needs.max_fanout or 0)} of them"


def live(needs: Requirements, *places: Group | None) -> Design:
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    phone, prices, feed = Client("Phone"), Topic("Prices", replicas=3), Service("Feed")
    parts = [Publishes(feed, prices)]
    gateways = [Service(f"Gateway {number}", group=place, replicas=2) for number, place in enumerate(places, 1)]
    sockets = [
        Calls(phone, gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again) for gateway in gateways
    ]
    takes = [Consumes(gateway, prices) for gateway in gateways]
    return Design("Prices", [*parts, *sockets, *takes], requirements=needs)


def worldwide(budget: timedelta | None, fan_out: int | None = None) -> Requirements:
    return Requirements(regions=3, latency_budget=budget, max_fanout=fan_out, round_trip=milliseconds(40))


def region(name: str) -> Group:
    return Group(name, boundary="region")


rule = Rule(
    "RT067",
    Severity.WARNING,
    check,
    flagged=[
        lambda: live(worldwide(milliseconds(150)), region("Oregon")),
        lambda: live(worldwide(None, 5_000_000), region("Oregon")),
        lambda: live(Requirements(regions_named=["Europe", "Asia"], latency_budget=milliseconds(100)), region("Oregon")),
    ],
    accepted=[
        lambda: live(worldwide(milliseconds(150)), region("Oregon"), region("Frankfurt")),
        lambda: live(worldwide(milliseconds(200)), region("Oregon")),
        lambda: live(worldwide(milliseconds(150)), None),
        lambda: live(Requirements(regions=1, latency_budget=milliseconds(150)), region("Oregon")),
        lambda: live(worldwide(None), region("Oregon")),
    ],
    see=["regional-endpoint-servers", "one-region-for-users-in-several", "update-handed-to-millions-one-by-one"],
    options=Options,
)
