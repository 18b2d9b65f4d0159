"""Long-lived connections are spread over servers by how many arrive, not by how many are open.

## Why it matters
Round robin and random choice are fair to requests that are over in milliseconds. Connections stay for hours, so what counts is
how many are open. Restart one of five servers: its share of 20 % moves to the other four, which now hold 25 % each; it comes
back empty, and round robin goes on giving it no more than every fifth newcomer. Until people leave, four servers carry what
five were sized for, and after a few restarts the fullest one decides when everything must grow.

## What to do
Set the `algorithm` to `least_connections`: a newcomer goes to the server that holds the fewest, and an empty one fills first.

## When it does not apply
- One server, or a number that is not stated: there is nothing to spread, or nothing known.
- Long polls through layer 7: each is placed anew, so that what is uneven is over within one hold.
- Clients must reach one certain replica (`routing` by `consistent_hash` or `modulo`): then the hash decides, and least
  connections would break it. The two cannot be had at once without redirects.
- The balancer hashes itself (its `algorithm` is `ip_hash`): evenness is given up on purpose.
- Where the algorithm is not stated the finding is a question, at info.
- Where more than ten balancers of one group lead to the servers, the first ten are looked at.
"""

from collections.abc import Iterator

from archgen import Calls, Client, Consumes, Design, LoadBalancer, LockService, Publishes, Service, Topic, seconds
from archgen.plugin import (
    PUSH,
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    first_calls,
    is_hashed,
    reached,
    stated,
)

BY_ARRIVAL = ("round_robin", "random")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    seen = set()
    for way in reached(architecture, first_calls(architecture, *PUSH)):
        server, balancer = way.end, way.balancer
        if balancer is None or _placed_anew(way.first, balancer):
            continue
        if isinstance(server, Service) and _spread_by_arrival(balancer, server) and (balancer, server) not in seen:
            seen.add((balancer, server))
            yield _problem(way.first, balancer, server)


def _placed_anew(first: Calls, balancer: LoadBalancer) -> bool:
    """Whether each request is placed by itself, so that what is uneven is over with the hold of a poll."""
    return first.protocol == "long_poll" and balancer.layer == 7


def _spread_by_arrival(balancer: LoadBalancer, server: Service) -> bool:
    several = (server.replicas or 1) > 1 and not is_hashed(server)
    return several and (balancer.algorithm is None or balancer.algorithm in BY_ARRIVAL)


def _problem(first: Calls, balancer: LoadBalancer, server: Service) -> Problem:
    message, fix = _asked(balancer, server) if balancer.algorithm is None else _told(balancer, server)
    return Problem(
        balancer,
        message,
        [stated(balancer, "algorithm"), stated(server, "replicas"), stated(first, "protocol")],
        fix,
        also=[server],
        asks=balancer.algorithm is None,
        edits=[Edit(balancer, "algorithm", "least_connections")],
        unsafe=True,
    )


def _asked(balancer: LoadBalancer, server: Service) -> tuple[str, str]:
    return (
        f"{does(balancer.name, 'does')} not say how {agreeing(balancer.name, 'it spreads')} long-lived connections"
        f" over the replicas of {server.name}",
        f"state the algorithm of {balancer.name}; least_connections suits connections that stay",
    )


def _told(balancer: LoadBalancer, server: Service) -> tuple[str, str]:
    return (
        f"{does(balancer.name, 'counts')} arrivals, so the replicas of {server.name} come to hold"
        " very unequal numbers of connections",
        f"set the algorithm of {balancer.name} to least_connections",
    )


def scores(edge: LoadBalancer, server: Service) -> Design:
    goals = Topic("Goals", replicas=3)
    watch = Calls(Client("Phone"), edge, protocol="websocket", heartbeat_interval=seconds(20))
    told = [Publishes(Service("Referee"), goals), Consumes(server, goals)]
    members = [Calls(server, LockService("Members", nodes=3), "who is there")] if server.routing else []
    return Design("Live scores", [watch, Calls(edge, server), *told, *members])


def polled(edge: LoadBalancer) -> Design:
    ask = Calls(Client("Phone"), edge, protocol="long_poll", hold_timeout=seconds(25))
    return Design("Scores by long poll", [ask, Calls(edge, Service("Scores", replicas=5))])


def feed(edge: LoadBalancer) -> Design:
    """Requests that are over at once."""
    return Design(
        "Scores on request", [Calls(Client("Phone"), edge, protocol="http"), Calls(edge, Service("Scores", replicas=5))]
    )


rule = Rule(
    "RT002",
    Severity.WARNING,
    check,
    flagged=[
        lambda: scores(LoadBalancer("Edge LB", layer=4, algorithm="round_robin"), Service("Scores", replicas=5)),
        lambda: scores(LoadBalancer("Edge LB", layer=4, algorithm="random"), Service("Scores", replicas=2)),
        lambda: scores(LoadBalancer("Edge LB", layer=4), Service("Scores", replicas=5)),
    ],
    accepted=[
        lambda: scores(LoadBalancer("Edge LB", layer=4, algorithm="least_connections"), Service("Scores", replicas=5)),
        lambda: scores(LoadBalancer("Edge LB", layer=4, algorithm="round_robin"), Service("Scores", replicas=1)),
        lambda: scores(LoadBalancer("Edge LB", layer=4, algorithm="round_robin"), Service("Scores")),
        lambda: scores(
            LoadBalancer("Edge LB", layer=4, algorithm="round_robin"), Service("Scores", replicas=5, routing="consistent_hash")
        ),
        lambda: scores(LoadBalancer("Edge LB", layer=4, algorithm="ip_hash"), Service("Scores", replicas=5)),
        lambda: polled(LoadBalancer("Edge LB", layer=7, algorithm="round_robin")),
        lambda: feed(LoadBalancer("Edge LB", algorithm="round_robin")),
    ],
    see=["least-connections-balancing", "l4-load-balancer", "connection-servers-without-delivery-between-them"],
)
