"""A log on a cluster of machines carries a few tasks a second, which a plain queue would carry better.

## Why it matters
Kafka is made for streams of hundreds of thousands of records a second that many read, each at its own pace, and again next month.
For 5 reports a second and one kind of worker none of that is used. What is missing is felt instead: no confirmation of one
message, no pause before another attempt, no priority, no dead letters but those that you write; and brokers, partitions and
consumer groups have to be run.

## What to do
Take a queue: SQS or the like where you run nothing yourselves, RabbitMQ where rules decide who gets what, Redis with a library
where it is there already. Keep the log for what is a stream. Where it is there for one anyway, short tasks are sound on it, with
topics from which failures are tried again; share groups, which newer versions have, come closer to a queue.

## When it does not apply
- It carries 10,000 a second or more in its busiest time, or it is not known how many.
- Somebody reads it again (`replay_needed`, `replay`), or it feeds streams (`streaming`), is the truth (`event_log`) or keeps the
  last of each key (`compacted`).
- Several groups read it, or others than workers do; that is what a log is for. So is order: a key, or an ordering, is stated.
- Another log on the same product carries what needs one: a further topic there costs nothing.
- A `reason` is stated.
- Whether it is read again or feeds streams is not stated: that is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen import Consumes, Design, Log, Publishes, Queue, Rate, Service, Worker, per_second
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Problem,
    Product,
    Quantity,
    Rule,
    Severity,
    agreeing,
    derived,
    does,
    number,
    stated,
)

MANY = per_second(10_000)
REASONS = ("replay_needed", "streaming", "event_log", "compacted", "partition_key", "reason")
SAID = ("replay_needed", "streaming")


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    many: Rate = MANY
    """From how many messages a second on a log on a cluster pays, whatever is done with it. Tool default: 10,000/s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    logs = [one for one in architecture.components(Broker) if Product(one).is_cluster and any(architecture.out_of(one))]
    busiest = {one: _busiest(estimate, one) for one in logs}
    if all(_is_plain(architecture, one, busiest[one], options) for one in logs):
        for log, arriving in busiest.items():
            if arriving:
                yield _problem(architecture, log, arriving)


def _busiest(estimate: Estimate, log: Broker) -> Quantity | None:
    return estimate.busiest(log, "requests")


def _is_plain(architecture: Architecture, log: Broker, arriving: Quantity | None, options: Options) -> bool:
    """Whether nothing that is known of it needs a log."""
    if arriving is None or not 0 < arriving.value < options.many:
        return False
    needs = (log.requirements, architecture.design.requirements)
    ordered = any(one is not None and one.ordering not in (None, "none") for one in (log, *needs))
    again = any(one is not None and one.replay_needed for one in needs)
    return (
        not ordered and not again and not any(getattr(log, name, None) for name in REASONS) and _is_taken_once(architecture, log)
    )


def _is_taken_once(architecture: Architecture, log: Broker) -> bool:
    """Whether one kind of worker takes each message, once, and nothing else looks at it."""
    ways = list(architecture.out_of(log))
    takers = [end for way in ways for end in architecture.members(way.destination)]
    return len(takers) == 1 and isinstance(ways[0], Consumes) and isinstance(takers[0], Worker) and not takers[0].replay


def _problem(architecture: Architecture, log: Broker, arriving: Quantity) -> Problem:
    said = [name for name in SAID if hasattr(log, name)]
    asks = any(getattr(log, name) is None for name in said)
    worker = next(architecture.out_of(log)).destination
    streams = f", or {agreeing(log.name, 'it feeds')} streams" if len(said) > 1 else ""
    carries = f"{agreeing(log.name, 'carries')} {number(arriving.value)} messages a second for {worker.name} alone"
    message = f"{does(log.name, 'is')} a log on a cluster, and {carries}"
    return Problem(
        log,
        f"{message}, as far as is stated" if asks else message,
        [stated(log, "engine"), derived(log, arriving), *(stated(log, name) for name in said)],
        f"state of {log.name} whether old messages are read again{streams}; if not, use a queue"
        if asks
        else f"use a queue that confirms, delays and sets aside each message, or state the reason for {log.name}",
        also=[worker],
        asks=asks,
    )


def reports(log: Broker, rate: Rate | None, *workers: Worker, more: Log | None = None) -> Design:
    takes = [Consumes(one, log) for one in workers or [Worker("Renderer")]]
    clicks = [Publishes(Service("Site"), more, rate=per_second(200_000)), Consumes(Worker("Counter"), more)] if more else []
    return Design("Reports", [Publishes(Service("API"), log, rate=rate), *takes, *clicks])


def log(engine: str | None = "Kafka", *, again: bool | None = False, stream: bool | None = False, key: str | None = None) -> Log:
    return Log("Jobs", engine=engine, replay_needed=again, streaming=stream, partition_key=key, replicas=3)


rule = Rule(
    "LT090",
    Severity.INFO,
    check,
    flagged=[
        lambda: reports(log(), per_second(5)),
        lambda: reports(log("Redpanda", stream=None), per_second(5)),
        lambda: reports(Queue("Jobs", engine="Kafka", replay_needed=False, dead_letter=Queue("Dead jobs")), per_second(5)),
    ],
    accepted=[
        lambda: reports(log(), per_second(200_000)),
        lambda: reports(log(again=True), per_second(5)),
        lambda: reports(log(key="customer"), per_second(5)),
        lambda: reports(log(), per_second(5), Worker("Renderer"), Worker("Auditor")),
        lambda: reports(log(), per_second(5), more=Log("Clicks", engine="Kafka", replicas=3)),
        lambda: reports(log("Redis Streams"), per_second(5)),
        lambda: reports(log(None), per_second(5)),
        lambda: reports(log(), None),
    ],
    see=["kafka-log", "message-queue", "long-job-on-a-log"],
    options=Options,
)
