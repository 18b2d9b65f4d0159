"""All messages have to be in one order, and they are spread over partitions that know nothing of one another.

## Why it matters
Each partition has an order of its own. Between two of them there is none: two readers merge them as the network will have it,
and come to different results. No setting of the broker changes that.

## What to do
- Use one partition, as far as its throughput goes.
- Or ask whether all of it has to be in order: nearly always order within a conversation, an account or a room is meant. Then
  require it `per_key`, and partition by that key.
- Or let one place hand out the numbers, and let whoever reads merge by them.

## When it does not apply
- Messages carry numbers, and whoever gets them puts them in order by these.
- There is one partition, or their number is not stated.
- It is a warning where it is not stated what tells the order.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Log, Publishes, Requirements, Retry, Service, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    in_order_again,
    live_brokers,
    number,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    if needs.ordering != "total":
        return
    for broker, takes in live_brokers(architecture).items():
        again = in_order_again(architecture, takes)
        if (broker.partitions or 1) > 1 and not again:
            yield Problem(
                broker,
                f"all messages have to be in one order, and each of {number(broker.partitions or 1)} partitions of {broker.name} "
                "has its own",
                [
                    stated(needs, "ordering"),
                    stated(broker, "partitions"),
                    stated(needs, "ordering_by"),
                    stated(takes, "reordered"),
                ],
                f"use one partition of {broker.name}, or require order within a key",
                also=[takes],
                severity=None if again is False else Severity.WARNING,
                edits=[Edit(broker, "partitions", 1)],
                unsafe=True,
            )


def exchange(
    parts: int | None,
    order: Literal["per_key", "total"] | None = "total",
    *,
    by: Literal["sequence", "partition"] | None = "partition",
    reordered: bool | None = False,
) -> Design:
    gateway, trades = Service("Gateway"), Log("Trades", replicas=3, partitions=parts, partition_key="security")
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Terminal"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    parts_of = [socket, Publishes(Service("Matching"), trades), Consumes(gateway, trades, reordered=reordered)]
    return Design("Trades", parts_of, requirements=Requirements(ordering=order, ordering_by=by))


rule = Rule(
    "RT071",
    Severity.ERROR,
    check,
    flagged=[lambda: exchange(12), lambda: exchange(12, by=None, reordered=None)],
    accepted=[
        lambda: exchange(1),
        lambda: exchange(12, by="sequence", reordered=None),
        lambda: exchange(12, "per_key"),
        lambda: exchange(None),
    ],
    see=["single-partition-ordering", "order-required-of-what-keeps-none", "total-order-beyond-one-partition"],
)
