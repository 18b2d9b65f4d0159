"""Messages have to arrive in order, and what passes them on keeps none between those that belong together.

## Why it matters
"Shall we meet?" and "At eight, then" are sent 40 ms apart. Through two partitions, or past a broker that promises no order, the
second arrives first whenever the first way is the busier one. That happens in one case of some hundred, to everybody now and
then, and in no test.

## What to do
- Let messages that belong together take one way: partition by the key within which order counts.
- Or number them where they are stored, one number after another for each key, and let clients put them in order: state
  `ordering_by` as `sequence`. A client that misses a number knows that one is still to come.

## When it does not apply
- No order is required, or one order of all is, over several partitions: that is for `total-order-over-several-partitions` to
  say.
- Whoever gets the messages puts them in order (`reordered`), by a sequence or vector clock.
- There is a `partition_key`. Whether it is the right one is for `partitioned-by-another-key-than-the-order-needs` to say.
- It is a warning where it is not stated whether anybody puts them in order, and a question where a log states neither its
  partitions nor a key.
- Servers that pass messages on and state nothing of order: what they do with them is not guessed at.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Log, Publishes, Requirements, Retry, Service, Topic, seconds
from archgen.plugin import (
    Architecture,
    Broker,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    does,
    in_order_again,
    live_brokers,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    if needs.ordering not in ("per_key", "total"):
        return
    for broker, takes in live_brokers(architecture).items():
        again = in_order_again(architecture, takes)
        if again:
            continue
        facts = [stated(needs, "ordering"), stated(takes, "reordered"), stated(needs, "ordering_by")]
        if broker.ordering == "none":
            facts.append(stated(broker, "ordering"))
            yield _problem(broker, takes, does(broker.name, "keeps no order"), facts, certain=again is False)
        elif needs.ordering == "per_key" and not _is_keyed(architecture, broker):
            yield from _spread(broker, takes, facts, needs.ordering_key)


def _is_keyed(architecture: Architecture, broker: Broker) -> bool:
    return bool(broker.partition_key or any(one.partition_key for one in architecture.into(broker, Publishes)))


def _spread(broker: Broker, takes: Consumes, facts: Sequence[Fact], key: str | None) -> Iterator[Problem]:
    facts = [*facts, stated(broker, "partitions"), stated(broker, "partition_key")]
    if (broker.partitions or 1) > 1:
        why = f"nothing keeps messages of one key in one of the {broker.partitions} partitions of {broker.name}"
        yield _problem(broker, takes, why, facts, certain=False, key=key)
    elif isinstance(broker, Log) and broker.partitions is None:
        message = f"it is not said what keeps messages of one key together in {broker.name}"
        fix = f"state the partition_key of {broker.name}, or what tells the order, as ordering_by"
        yield Problem(broker, message, facts, fix, also=[takes], asks=True)


def _problem(
    broker: Broker, takes: Consumes, why: str, facts: Sequence[Fact], *, certain: bool, key: str | None = None
) -> Problem:
    return Problem(
        broker,
        f"messages have to arrive in order, and {why}: one may overtake another",
        facts,
        f"partition {broker.name} by the key within which order counts, or number messages and state ordering_by as sequence",
        also=[takes],
        severity=None if certain else Severity.WARNING,
        edits=[Edit(broker, "partition_key", key)] if key else (),
        unsafe=True,
    )


def chat(
    broker: Topic | Log,
    by: Literal["sequence", "partition"] | None = None,
    *,
    reordered: bool | None = None,
    order: Literal["none", "per_key"] | None = "per_key",
    key: str | None = None,
    within: str | None = None,
) -> Design:
    gateway = Service("Gateway")
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    parts = [socket, Publishes(Service("Chat"), broker, partition_key=key), Consumes(gateway, broker, reordered=reordered)]
    return Design("Chat", parts, requirements=Requirements(ordering=order, ordering_by=by, ordering_key=within))


def topic(order: Literal["none", "per_key"] | None) -> Topic:
    return Topic("Messages", replicas=3, ordering=order)


def log(parts: int | None, key: str | None = None) -> Log:
    return Log("Messages", replicas=3, partitions=parts, partition_key=key)


rule = Rule(
    "RT069",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat(topic("none"), "partition", reordered=False),
        lambda: chat(topic("none")),
        lambda: chat(log(12), within="conversation id"),
        lambda: chat(log(None)),
    ],
    accepted=[
        lambda: chat(log(12, "conversation id")),
        lambda: chat(log(12), key="conversation id"),
        lambda: chat(log(12), "sequence"),
        lambda: chat(topic("none"), reordered=True),
        lambda: chat(log(12), order="none"),
        lambda: chat(topic("per_key"), "partition", reordered=False),
        lambda: chat(topic(None)),
    ],
    see=[
        "single-partition-ordering",
        "logical-timestamps",
        "pub-sub-broadcast",
        "partitioned-by-another-key-than-the-order-needs",
        "total-order-over-several-partitions",
    ],
)
