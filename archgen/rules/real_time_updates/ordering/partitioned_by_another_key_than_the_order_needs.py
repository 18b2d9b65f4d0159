"""Order counts within one thing, and messages are spread by another.

## Why it matters
A partition keeps order among its own messages and none with the next one. Spread by user, the two people of a conversation write
into two partitions, and whoever reads both sees answers before questions. Order by user was kept, which nobody asked for.

## What to do
Partition by the key within which order counts: the conversation, the account, the document. A conversation that is too much for
one partition needs numbers instead.

## When it does not apply
- Either of the keys is not stated, or both are the same, however they are written.
- Whoever gets the messages puts them in order, by a number that they carry. Where that is not stated, it is a warning.
- The key is a coarser one: all conversations of a customer in one partition are in order too. Then name that as the
  `ordering_key`, as it is what holds.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Log, Publishes, Requirements, Retry, Service, seconds
from archgen.plugin import (
    Architecture,
    Broker,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    does,
    in_order_again,
    live_brokers,
    slug,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    key = needs.ordering_key
    if needs.ordering != "per_key" or key is None:
        return
    for broker, takes in live_brokers(architecture).items():
        parts: list[Broker | Publishes] = [broker, *architecture.into(broker, Publishes)]
        again = in_order_again(architecture, takes)
        for part in parts if not again else ():
            if part.partition_key is not None and slug(part.partition_key) != slug(key):
                other = part.partition_key
                yield Problem(
                    part,
                    f"messages of one {key} have to arrive in order, and {does(broker.name, 'is')} partitioned by {other}",
                    [stated(needs, "ordering_key"), stated(part, "partition_key"), stated(takes, "reordered")],
                    f"partition by {key}",
                    also=[takes],
                    severity=None if again is False else Severity.WARNING,
                    edits=[Edit(part, "partition_key", key)],
                    unsafe=True,
                )


def chat(
    key: str | None,
    needed: str | None = "conversation id",
    *,
    by: Literal["sequence", "partition"] | None = "partition",
    reordered: bool | None = False,
    published: str | None = None,
) -> Design:
    gateway, messages = Service("Gateway"), Log("Messages", replicas=3, partitions=12, partition_key=key)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    put = Publishes(Service("Chat"), messages, partition_key=published)
    needs = Requirements(ordering="per_key", ordering_key=needed, ordering_by=by)
    return Design("Chat", [socket, put, Consumes(gateway, messages, reordered=reordered)], requirements=needs)


rule = Rule(
    "RT070",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat("user id"),
        lambda: chat(None, published="user id"),
        lambda: chat("user id", by=None, reordered=None),
    ],
    accepted=[
        lambda: chat("conversation id"),
        lambda: chat("conversation_id", "Conversation id"),
        lambda: chat("user id", by="sequence", reordered=None),
        lambda: chat("user id", None),
    ],
    see=["single-partition-ordering", "order-required-of-what-keeps-none", "hash-of-another-key-than-the-shared-state"],
)
