"""People in several regions of the world are served from one, and it is too far away for the latency that is required.

## Why it matters
Light takes its time: a round trip within a continent is 20 to 60 ms, from Europe to the east of America 80 to 100 ms, to the
west 140 to 160 ms, to Japan or Australia 200 to 300 ms. A request over a fresh connection needs two or three of these before
the first byte of an answer. No server, cache or index behind that distance makes it shorter.

## What to do
- Serve what is the same for all, or may be a little old, from near by: a CDN in front of what clients fetch.
- Run the servers, and copies of what they read, in a second region, and send people to the nearer one. Decide for each kind of
  data which region is its home before doing so: that is the hard part.
- Or state a latency that the distance leaves room for.

## When it does not apply
- The design does not say where it stands: no group is a region, or some servers stand in none.
- The tightest latency that is required is 150 ms or more, so that one round trip fits. Where none is stated, that is asked.
- Clients reach the design through a CDN, or hold connections that stay open, which rules of their own look at.
- People are in one region only.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import (
    Calls,
    Cdn,
    Client,
    Connection,
    Database,
    Design,
    Dns,
    Group,
    Reads,
    Requirements,
    Service,
    milliseconds,
)
from archgen.plugin import PUSH, Architecture, Estimate, Fact, Problem, Rule, Server, Severity, only_region, readable, stated

# What a round trip over an ocean takes.
FAR = milliseconds(150)
LATENCIES = ("latency_p50", "latency_p95", "latency_p99", "latency_budget")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    region = only_region(architecture.components(Server))
    if region is None or max(needs.regions or 0, len(needs.regions_named or ())) < 2 or not _comes_from_afar(architecture):
        return
    attribute = "regions" if needs.regions else "regions_named"
    facts = [stated(needs, attribute), Fact(f"every server stands in {region.name}", region, "boundary")]
    limits = {name: limit for name in LATENCIES if (limit := getattr(needs, name)) is not None}
    if not limits:
        message = f"people in several regions are all served from {region.name}, and it is not said how long they may wait"
        fix = "state the latency that is required, as latency_p50, latency_p95 or latency_p99"
        yield Problem(region, message, facts, fix, asks=True)
    elif limits[name := min(limits, key=limits.__getitem__)] < FAR:
        yield Problem(
            region,
            f"people in several regions are all served from {region.name}: a round trip over an ocean takes {readable(FAR)} "
            f"and more, and {name} is {readable(limits[name])}",
            [*facts, stated(needs, name)],
            "serve people from near by, through a CDN or a second region, or require a latency that the distance leaves room for",
        )


def _comes_from_afar(architecture: Architecture) -> bool:
    """Whether clients ask the servers themselves: not a CDN, and not over connections that stay open."""
    asked = [one for client in architecture.components(Client) for one in architecture.out_of(client)]
    return any(_asks(one) and not isinstance(one.target, (Cdn, Dns)) for one in asked)


def _asks(connection: Connection) -> bool:
    return not (isinstance(connection, Calls) and connection.protocol in PUSH)


def site(needs: Requirements, *places: Group | None, first: Cdn | None = None) -> Design:
    app, store = Client("App"), Database("Store", replicas=2)
    servers = [Service(f"API {index}", group=place) for index, place in enumerate(places, 1)]
    parts: list[Connection] = [Reads(server, store) for server in servers]
    for server in servers:
        parts += [Calls(app, first), Calls(first, server)] if first else [Calls(app, server)]
    return Design("Site", parts, requirements=needs)


def two_zones(needs: Requirements) -> Design:
    frankfurt = region("Frankfurt")
    return site(needs, *(Group(f"Zone {name}", boundary="zone", group=frankfurt) for name in "ab"))


def region(name: str) -> Group:
    return Group(name, boundary="region")


def worldwide(latency: timedelta | None) -> Requirements:
    return Requirements(regions=3, latency_p99=latency)


def live() -> Design:
    call = Calls(Client("App"), Service("Gateway", group=region("Oregon")), protocol="websocket")
    return Design("Live", [call], requirements=worldwide(milliseconds(100)))


rule = Rule(
    "AR003",
    Severity.WARNING,
    check,
    flagged=[
        lambda: site(worldwide(milliseconds(100)), region("Oregon")),
        lambda: two_zones(Requirements(regions_named=["Europe", "Asia"], latency_p50=milliseconds(80))),
        lambda: site(worldwide(None), region("Oregon")),
    ],
    accepted=[
        lambda: site(worldwide(milliseconds(100)), region("Oregon"), region("Frankfurt")),
        lambda: site(worldwide(milliseconds(300)), region("Oregon")),
        lambda: site(worldwide(milliseconds(100)), None),
        lambda: site(worldwide(milliseconds(100)), region("Oregon"), None),
        lambda: site(worldwide(milliseconds(100)), region("Oregon"), first=Cdn("CDN")),
        lambda: site(Requirements(regions=1, latency_p99=milliseconds(100)), region("Oregon")),
        live,
    ],
    see=["path-less-available-than-required"],
)
