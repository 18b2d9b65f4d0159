"""The servers that hold clients' connections look for updates so seldom that these can be later than the design allows.

## Why it matters
The connection to the client is instant, and what travels over it is up to one interval old before it starts. A socket behind a
server that asks its database every two seconds is a poll with an expensive last step: it costs what open connections cost, and
is as late as a poll.

## What to do
Ask more often, as far as the store bears it: the reads a second are the servers times the scopes that each asks for, over the
interval. Below half a second
let updates come to the servers instead, over a topic, or by a call to the server that owns the key.

## When it does not apply
- The interval is within the budget. The rest of the way comes on top of it; see how long all of it takes in a walkthrough.
- Updates come another way too: the servers take from a broker or are called by others, and the poll is for what was missed.
- Interval or budget are not stated.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Publishes,
    Reads,
    Requirements,
    Service,
    Topic,
    milliseconds,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    live_servers,
    named,
    needing,
    readable,
    stated,
    told_by_others,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server, first in live_servers(architecture).items():
        needs = needing(architecture, first, "latency_budget")
        budget = needs.latency_budget
        if budget is not None and server not in told_by_others(architecture):
            outgoing: list[Calls | Reads] = [*architecture.out_of(server, Reads), *architecture.out_of(server, Calls)]
            known = [(one.poll_interval, one) for one in outgoing if one.poll_interval is not None]
            pause, poll = min(known, key=lambda one: one[0], default=(None, None))
            if pause is not None and poll and pause > budget:
                yield _problem(server, first, poll, pause, budget, stated(needs, "latency_budget"))


def _problem(
    server: Component, first: Calls, poll: Calls | Reads, pause: timedelta, budget: timedelta, required: Fact
) -> Problem:
    watched = Fact(f"{named(first)}, and {agreeing(first.source.name, 'is')} told only what is found there", first)
    return Problem(
        poll,
        f"{does(server.name, 'looks')} for updates every {readable(pause)}, and clients must see them within {readable(budget)}",
        [stated(poll, "poll_interval"), required, watched],
        f"let updates come to {server.name} over a topic, or look at least every {readable(budget)}",
        also=[server],
    )


def prices(
    pause: timedelta | None, budget: timedelta | None, *, topic: bool = False, called: bool = False, cached: bool = False
) -> Design:
    server, source = Service("Endpoint", replicas=2, routing="any"), Service("Source")
    watch = Calls(Client("App"), server, protocol="sse", heartbeat_interval=seconds(20))
    store: Component = Cache("Prices", ttl=seconds(60)) if cached else Database("Prices")
    parts: list[Connection] = [watch, Reads(server, store, "what is new", poll_interval=pause)]
    if topic:
        news = Topic("News", replicas=3)
        parts += [Publishes(source, news), Consumes(server, news)]
    if called:
        parts.append(Calls(source, server, "news", timeout=seconds(1), idempotent=True))
    return Design("Prices", parts, requirements=Requirements(latency_budget=budget))


rule = Rule(
    "RT043",
    Severity.ERROR,
    check,
    flagged=[
        lambda: prices(seconds(2), seconds(1)),
        lambda: prices(seconds(2), milliseconds(300)),
        lambda: prices(seconds(2), milliseconds(300), cached=True),
    ],
    accepted=[
        lambda: prices(seconds(0.5), seconds(1)),
        lambda: prices(seconds(1), seconds(1.5)),
        lambda: prices(seconds(1), seconds(1)),
        lambda: prices(seconds(2), milliseconds(300), topic=True),
        lambda: prices(seconds(2), milliseconds(300), called=True),
        lambda: prices(seconds(2), None),
    ],
    see=["pull-polling", "pub-sub-broadcast", "poll-interval-beyond-latency-budget", "polls-that-seldom-find-news"],
)
