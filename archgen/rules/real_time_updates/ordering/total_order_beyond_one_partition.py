"""All messages have to be in one order, and there are more of them than one place can put in order.

## Why it matters
One order for all means one place that gives it: one partition, one server, one row that is counted up. It is the one part of the
design that more machines do not make faster. At 200,000 messages a second it is the limit of everything, and when it is away
nothing moves.

## What to do
Ask what would go wrong if two conversations were not in order with one another. Where the answer is "nothing", require order
`per_key`, and spread the keys over as many partitions as the load needs. Where it is not, as for one security on an exchange,
the key is larger than was thought, and still not everything.

## When it does not apply
- There are no more than the broker takes: its `max_publish_rate`, or where that is not stated 10,000 messages a second, or what
  the option `one-partition` says.
- How many there are is not known, or the order is required within a key.
- There are several partitions: that these have no order in common is for `total-order-over-several-partitions` to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Log, Publishes, Rate, Requirements, Retry, Service, per_second, seconds
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Severity,
    derived,
    live_brokers,
    number,
    stated,
)

MANY = per_second(10_000)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    one_partition: Rate = MANY
    """How many messages a second one partition takes that does not state its limit. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    needs = architecture.design.requirements
    if needs.ordering != "total":
        return
    for broker in live_brokers(architecture):
        rate = estimate.of(broker, "requests")
        limit = broker.max_publish_rate or options.one_partition
        if rate and rate.value > limit and (broker.partitions or 1) == 1:
            yield _problem(broker, rate, limit, stated(needs, "ordering"))


def _problem(broker: Broker, rate: Quantity, limit: Rate, order: Fact) -> Problem:
    assumed = "by what is assumed, " if rate.assumptions else ""
    known = broker.max_publish_rate is not None
    return Problem(
        broker,
        f"{assumed}{number(rate.value)} messages a second have to be in one order, and one partition of {broker.name} takes "
        f"{number(limit)}{'' if known else ', as is assumed'}",
        [order, derived(broker, rate), stated(broker, "max_publish_rate")],
        f"require order within a key, and spread the keys over partitions{'' if known else ', or state max_publish_rate'}",
    )


def exchange(
    rate: Rate | None, order: Literal["per_key", "total"] | None = "total", *, takes: Rate | None = None, parts: int | None = 1
) -> Design:
    gateway = Service("Gateway")
    trades = Log("Trades", replicas=3, partitions=parts, partition_key="security", max_publish_rate=takes)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Terminal"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    put, take = Publishes(Service("Matching"), trades, rate=rate), Consumes(gateway, trades)
    return Design("Trades", [socket, put, take], requirements=Requirements(ordering=order, ordering_by="sequence"))


rule = Rule(
    "RT072",
    Severity.WARNING,
    check,
    flagged=[
        lambda: exchange(per_second(50_000)),
        lambda: exchange(per_second(5_000), takes=per_second(2_000)),
    ],
    accepted=[
        lambda: exchange(per_second(50_000), "per_key", parts=64),
        lambda: exchange(per_second(9_000)),
        lambda: exchange(per_second(50_000), takes=per_second(80_000)),
        lambda: exchange(None),
    ],
    see=["single-partition-ordering", "total-order-over-several-partitions", "broker-that-must-hand-out-more-than-it-can"],
    options=Options,
)
