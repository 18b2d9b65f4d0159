"""A broker has to copy every update to so many servers that the copies are more than it hands out.

## Why it matters
What comes in is not what goes out: 20,000 updates a second, each copied to 50 servers, are a million deliveries a second. One
node of Redis hands out some 100,000 to a few hundred thousand small messages a second. Beyond that its buffers for each
subscriber grow until it cuts the slow ones off, so that whole servers go silent together.

## What to do
In the order of effort:
- Let servers subscribe to what their clients follow, so that a message goes to four servers, not to fifty.
- Gather updates for 100 ms and send them as one message.
- Spread the topics over several nodes, by a hash of their name, and state how many as `partitions`. In a Redis Cluster that takes
  sharded channels: what is published to an ordinary one goes to every node.

## When it does not apply
- The rate of the updates or the number of servers is not known; or servers subscribe by topic, and the `fan_out` of what they
  take does not say how many of them follow one.
- It hands out what is asked: its `max_deliver_rate` is enough. Where that is not stated, 100,000 deliveries a second for each of
  its partitions are taken for its limit; the option `usual-rate` is another number.
- Brokers from which no server takes that holds clients' connections.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Rate, Retry, Service, Topic, per_second, seconds
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Severity,
    agreeing,
    derived,
    does,
    live_brokers,
    number,
    stated,
)

MANY = per_second(100_000)
# So many of those who take from it are told.
SHOWN = 5
Taken = Sequence[tuple[Consumes, Quantity]]


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    usual_rate: Rate = MANY
    """How many messages a second one part of a broker hands out that does not state its limit. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for broker in live_brokers(architecture):
        whole = (one for one in architecture.out_of(broker, Consumes) if not _goes_to_some(broker, one))
        each = ((one, estimate.of(one, "rate")) for one in whole)
        taken = [(one, rate) for one, rate in each if rate]
        total = sum(rate.value for _, rate in taken)
        limit = broker.max_deliver_rate
        served = options.usual_rate * (broker.partitions or 1) if limit is None else limit
        if total > served:
            yield _problem(broker, taken, total, float(served))


def _goes_to_some(broker: Broker, takes: Consumes) -> bool:
    """Whether servers take what their clients follow, and how many of them that is for an update is not stated."""
    return isinstance(broker, Topic) and broker.subscriptions == "by_topic" and takes.fan_out is None


def _problem(broker: Broker, taken: Taken, total: float, served: float) -> Problem:
    assumed = any(rate.assumptions for _, rate in taken)
    known = broker.max_deliver_rate is not None
    usual = f"{number(served)} are usual" + (f" for {broker.partitions} partitions" if (broker.partitions or 1) > 1 else "")
    hands, states = agreeing(broker.name, "it hands"), agreeing(broker.name, "it does")
    limit = f"{hands} out {number(served)}" if known else f"{states} not state what {hands} out; {usual}"
    facts = [derived(one, rate) for one, rate in islice(taken, SHOWN)]
    facts += [Fact(f"{len(taken) - SHOWN} more take from {broker.name}")] if len(taken) > SHOWN else []
    facts += [stated(broker, "max_deliver_rate"), *([] if known else [stated(broker, "partitions")])]
    return Problem(
        broker,
        f"{'by what is assumed, ' if assumed else ''}{does(broker.name, 'has')} to deliver {number(total)} messages a second, "
        f"and {limit}",
        facts,
        f"let servers subscribe to what their clients follow, batch updates, or spread {broker.name} over more partitions"
        + ("" if known else f", or state {agreeing(broker.name, 'its')} max_deliver_rate"),
        also=[one.source for one, _ in taken[:SHOWN]],
    )


def ticker(
    rate: Rate | None,
    limit: Rate | None,
    *,
    parts: int | None = None,
    replicas: int | None = 50,
    copies: float | None = None,
    follow: Literal["all", "by_topic"] | None = None,
) -> Design:
    prices = Topic("Prices", replicas=3, partitions=parts, max_deliver_rate=limit, subscriptions=follow)
    gateway = Service("Gateway", replicas=replicas, unsubscribes=True if follow else None)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    protocol: Literal["websocket"] = "websocket"
    socket = Calls(Client("Browser"), gateway, protocol=protocol, heartbeat_interval=seconds(20), reconnect=again)
    return Design("Prices", [socket, Publishes(Service("Feed"), prices, rate=rate), Consumes(gateway, prices, fan_out=copies)])


rule = Rule(
    "RT059",
    Severity.WARNING,
    check,
    flagged=[
        lambda: ticker(per_second(20_000), per_second(200_000)),
        lambda: ticker(per_second(20_000), None),
        lambda: ticker(per_second(20_000), None, parts=4),
        lambda: ticker(per_second(20_000), per_second(200_000), follow="by_topic", copies=20),
    ],
    accepted=[
        lambda: ticker(per_second(20_000), None, parts=16),
        lambda: ticker(per_second(20_000), per_second(2_000_000)),
        lambda: ticker(per_second(20_000), per_second(200_000), copies=4),
        lambda: ticker(per_second(20_000), per_second(200_000), follow="by_topic"),
        lambda: ticker(None, per_second(200_000)),
        lambda: ticker(per_second(20_000), per_second(200_000), replicas=None),
    ],
    see=["update-batching", "sharded-pub-sub", "pub-sub-broadcast", "every-server-gets-every-update"],
    options=Options,
)
