"""Updates pass a broker on their way, and the latency that is required leaves no room for it.

## Why it matters
From the server to the client takes half a round trip, and no design shortens it. A broker in between adds a trip within the data
centre and the time in its queue: under a millisecond to some ten, more when it is busy. With a budget of 10 ms and 5 ms on the
way to the client, 5 ms are left, and each update that waits a little longer in the broker is late.

## What to do
- Send updates straight to the server that holds the client, found by a hash.
- Let clients speak with one another, where they only pass things on.
- Or measure the hop, and state what it takes as the `latency` of what is consumed; or require what can be had.

## When it does not apply
- The budget or the round trip is not stated.
- The budget is half a round trip and 10 ms or more. The option `broker-hop` is another time than 10 ms, and the `latency`
  that is stated of what is consumed goes before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Consumes, Design, Publishes, Requirements, Retry, Service, Topic, milliseconds, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    does,
    live_brokers,
    live_servers,
    needing,
    readable,
    round_trip,
    stated,
)

HOP = milliseconds(10)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    broker_hop: Duration = HOP
    """What a broker adds to the way of an update, where nothing states it. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    servers = live_servers(architecture)
    for broker, takes in live_brokers(architecture).items():
        first = next((servers[one] for one in architecture.members(takes.source) if one in servers), None)
        if first:
            needs = needing(architecture, first, "latency_budget")
            trip, by = round_trip(architecture, first)
            hop = options.broker_hop if takes.latency is None else takes.latency
            if needs.latency_budget is not None and trip is not None and needs.latency_budget < trip / 2 + hop:
                adds = (
                    stated(takes, "latency")
                    if takes.latency is not None
                    else Fact(f"a broker adds {readable(hop)}, as is assumed")
                )
                yield Problem(
                    broker,
                    f"of {readable(needs.latency_budget)} for an update, {readable(trip / 2)} pass on the way to the client, "
                    f"and {does(broker.name, 'adds')} {readable(hop)}",
                    [stated(needs, "latency_budget"), stated(by, "round_trip"), adds],
                    "send updates straight to the server that holds the client, found by a hash, or state the latency of the hop",
                    also=[takes],
                )


def match(budget: timedelta | None, trip: timedelta | None, hop: timedelta | None = None) -> Design:
    moves, gateway = Topic("Moves", replicas=3), Service("Gateway", replicas=4)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Player"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    needs = Requirements(latency_budget=budget, round_trip=trip)
    return Design(
        "A match", [socket, Publishes(Service("Match"), moves), Consumes(gateway, moves, latency=hop)], requirements=needs
    )


rule = Rule(
    "RT063",
    Severity.WARNING,
    check,
    flagged=[
        lambda: match(milliseconds(10), milliseconds(10)),
        lambda: match(milliseconds(50), milliseconds(90)),
    ],
    accepted=[
        lambda: match(milliseconds(200), milliseconds(100)),
        lambda: match(milliseconds(10), milliseconds(10), milliseconds(2)),
        lambda: match(milliseconds(15), milliseconds(10)),
        lambda: match(None, milliseconds(10)),
        lambda: match(milliseconds(10), None),
    ],
    see=["two-hop-architecture", "pub-sub-broadcast", "consistent-hash-routing", "servers-that-look-for-updates-too-seldom"],
    options=Options,
)
