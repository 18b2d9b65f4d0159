"""Far more replicas run than the load, its peak and the loss of one of them ask for.

## Why it matters
Each replica costs money around the clock, holds connections to the database (20 replicas with a pool of 20 are 400, where a
database is at its best with a few dozen), and makes each start, each rollout and each search through the logs longer. Numbers
like that are as a rule left over from a bad day whose cause was something else.

## What to do
Count from the load: requests a second at the peak, over what one replica serves at 60 % of its capacity, and one more for the
one that is away; at least two where anybody waits. Let the rest come and go with the load (`autoscaling`).

## When it does not apply
- They are fewer than twice that number, with growth for a year included, or four or fewer.
- They are needed for something else: connections that stay open, content that they carry, state that each holds a part of.
- They stand in several regions or zones: each of these has to bear the load alone.
- The load or what one replica serves is not stated, or only part of the load is known.
"""

from collections.abc import Iterator
from math import ceil

from archgen import Autoscaling, Calls, Client, Design, Group, Rate, Requirements, Service, per_second
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Server,
    Severity,
    agreeing,
    derived,
    is_hashed,
    named,
    number,
    stated,
)

# The share of its capacity that a replica is planned to use.
PLANNED = 0.6
FEW = 4
TIMES = 2
PLACES = ("region", "zone")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server in architecture.components(Server):
        load = estimate.of(server, "requests")
        count = _fewest(server)
        if load and server.capacity and count and not load.partial and not _has_other_reasons(architecture, estimate, server):
            enough = _enough(architecture, load, server.capacity)
            if count > max(FEW, TIMES * enough):
                yield _problem(architecture, server, load, count, enough)


def _fewest(server: Server) -> int | None:
    """How many run even when nothing happens."""
    if server.autoscaling:
        return server.autoscaling.min_replicas
    return server.replicas


def _has_other_reasons(architecture: Architecture, estimate: Estimate, server: Server) -> bool:
    needs = architecture.design.requirements
    spread = server.group is not None and (server.group.boundary in PLACES or (needs.regions or 1) > 1)
    holds = estimate.of(server, "connections") is not None
    state = server.state in ("session", "durable") or server.memory is not None
    return bool(spread or holds or state or _serves_otherwise(server) or server.purpose or server.bandwidth or server.reason)


def _serves_otherwise(server: Server) -> bool:
    """Whether it is sized by connections, content, or a key that leads to one replica."""
    if not isinstance(server, Service):
        return False
    return bool(server.max_connections or server.data_plane or is_hashed(server))


def _enough(architecture: Architecture, load: Quantity, capacity: Rate) -> int:
    needs = architecture.design.requirements
    return max(2, ceil(load.value * (needs.peak_factor or 1) * (needs.growth or 1) / (capacity * PLANNED)) + 1)


def _problem(architecture: Architecture, server: Server, load: Quantity, count: int, enough: int) -> Problem:
    needs, its = architecture.design.requirements, agreeing(server.name, "its")
    facts = [
        derived(server, load),
        stated(server, "capacity"),
        stated(server, "autoscaling" if server.autoscaling else "replicas"),
    ]
    facts += [stated(needs, name) for name in ("peak_factor", "growth") if getattr(needs, name) is not None]
    facts += (
        [Fact(f"{named(server)}: no peak is stated, so that the average is counted", server)] if needs.peak_factor is None else []
    )
    return Problem(
        server,
        f"{number(count)} replicas of {server.name} run, and {number(enough)} serve {its} load at 60 % of what each can, with "
        "one away",
        facts,
        f"run {number(enough)} of {server.name}, state a higher peak_factor, or say as {its} reason what the others are for",
    )


def search(
    replicas: int | None,
    *,
    rate: Rate | None = None,
    each: Rate | None = None,
    group: Group | None = None,
    growing: Autoscaling | None = None,
    sockets: int | None = None,
) -> Design:
    service = Service("Search", replicas=replicas, capacity=each, autoscaling=growing, group=group, max_connections=sockets)
    call = Calls(Client("App"), service, rate=rate)
    return Design("Search", [call], requirements=Requirements(peak_factor=3))


HUNDRED, FIFTY = per_second(100), per_second(50)

rule = Rule(
    "AR061",
    Severity.INFO,
    check,
    flagged=[
        lambda: search(40, rate=HUNDRED, each=HUNDRED),
        lambda: search(None, rate=HUNDRED, each=HUNDRED, growing=Autoscaling(min_replicas=20, max_replicas=60)),
        lambda: search(5, rate=per_second(1), each=HUNDRED),
    ],
    accepted=[
        lambda: search(12, rate=HUNDRED, each=HUNDRED),
        lambda: search(4, rate=per_second(1), each=HUNDRED),
        lambda: search(40, rate=HUNDRED),
        lambda: search(40, each=HUNDRED),
        lambda: search(40, rate=HUNDRED, each=HUNDRED, group=Group("Zone a", boundary="zone")),
        lambda: search(40, rate=HUNDRED, each=HUNDRED, sockets=10_000),
        lambda: search(None, rate=HUNDRED, each=HUNDRED, growing=Autoscaling(min_replicas=2, max_replicas=60)),
    ],
    see=["single-point-of-failure", "cache-at-small-scale"],
)
