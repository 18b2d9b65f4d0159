"""Jobs of minutes are taken from a log, which takes whoever works that long for dead.

## Why it matters
A consumer of Kafka has to ask for more within 5 min. Who is at a video for half an hour does not, and is thrown out of its group;
its partitions go to others, who begin the same video, and are thrown out in turn. Nothing is ever noted as done. And as a log
notes only how far a reader is, one record that fails holds up all behind it in its partition.

## What to do
- Let what reads the log hand long jobs on to a queue, in milliseconds, and workers take them there.
- Or stop fetching while the work goes on and keep asking (pause and resume); that is its `heartbeat`.
- Take fewer records at once: 500 of a second each are over 8 min.
- Write records that fail to topics of their own, from which they are tried again (`retry_topics`).

## When it does not apply
- A batch is done in time, or the log waits for longer (`max_poll_interval`), or the worker keeps asking (`heartbeat`).
- Only the slowest or longest jobs take that long: they are named then.
- The log gives out single messages, as Pulsar, streams of Redis and share groups of Kafka do, or keeps its consumers by a lease,
  as Kinesis does. Which product it is, is not stated: that is asked.
- One message that fails may hold up others, as `per_message_retry` is not stated; or the worker itself puts it on another topic.
- Whether there are retry topics is not stated: that is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Consumes, Design, Log, Publishes, Queue, Service, Worker, hours, minutes, seconds
from archgen.plugin import (
    Architecture,
    Broker,
    Duration,
    Estimate,
    Fact,
    Problem,
    Product,
    Rule,
    Severity,
    agreeing,
    does,
    readable,
    rounds,
    slowest,
    stated,
)

FIVE_MINUTES = minutes(5)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    poll_interval: Duration = FIVE_MINUTES
    """After how long a log takes a silent consumer for dead, where it does not say. Default: 5 min, as that of Kafka."""


@dataclass(frozen=True)
class Reading:
    """A worker that takes from a log, and for how long it may be silent; None where it may be so for ever."""

    log: Broker
    consumes: Consumes
    worker: Worker
    limit: timedelta | None


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for log in architecture.components(Broker):
        limit = _limit(log, options)
        if limit is not None or Product(log).is_partitioned_log:
            for way in architecture.out_of(log, Consumes):
                workers = (end for end in architecture.members(way.source) if isinstance(end, Worker))
                for worker in workers:
                    yield from _problems(architecture, Reading(log, way, worker, limit))


def _limit(log: Broker, options: Options) -> timedelta | None:
    """By what is stated, else what is usual for its product, or for the most usual one."""
    own = log.max_poll_interval if isinstance(log, Log) else None
    throws_out = Product(log).throws_out_the_silent
    return own if own is not None or throws_out is False else options.poll_interval


def _problems(architecture: Architecture, reading: Reading) -> Iterator[Problem]:
    limit = reading.limit
    longest = _too_long(reading, limit) if limit is not None and not reading.worker.heartbeat else None
    if longest and limit is not None:
        yield _thrown_out(reading, limit, *longest)
    elif reading.consumes.per_message_retry and isinstance(reading.log, Log) and not _is_put_elsewhere(architecture, reading):
        yield _held_up(reading, reading.log)


def _too_long(reading: Reading, limit: timedelta) -> tuple[timedelta, str, list[Fact]] | None:
    """How long it is silent, in which words, and by what: one job, a batch, or the longest."""
    worker, batch = reading.worker, reading.consumes.batch_size or 1
    each = worker.task_duration
    if each is not None and each > limit:
        return each, "takes", [stated(worker, "task_duration")]
    times = rounds(worker, reading.consumes)
    if each is not None and each * times > limit:
        facts = [stated(worker, "task_duration"), stated(worker, "concurrency"), stated(reading.consumes, "batch_size")]
        return each * times, f"takes {batch} records at once, and for all of them", facts
    longest = slowest(worker)
    return (longest[0], "may take", [stated(worker, longest[1])]) if longest and longest[0] > limit else None


def _thrown_out(reading: Reading, limit: timedelta, silent: timedelta, words: str, facts: list[Fact]) -> Problem:
    log, worker = reading.log, reading.worker
    asks = Product(log).throws_out_the_silent is None and getattr(log, "max_poll_interval", None) is None
    part, works = f"{agreeing(worker.name, 'its')} part to another", agreeing(worker.name, "it works")
    gives = f"and {log.name} may give {part} before, as Kafka does after {readable(limit)} of silence"
    gives = gives if asks else f"and {does(log.name, 'gives')} {part} after {readable(limit)} of silence"
    interval = [stated(log, "max_poll_interval")] if isinstance(log, Log) else []
    fix = f"hand long jobs on to a queue, or let {worker.name} keep asking while {works} (heartbeat) or take fewer at once"
    return Problem(
        worker,
        f"{does(worker.name, words)} {readable(silent)}, {gives}",
        [*facts, *interval, stated(worker, "heartbeat"), stated(log, "engine")],
        f"state engine or max_poll_interval of {log.name}; if {agreeing(log.name, 'it does')} so, {fix}" if asks else fix,
        also=[log, reading.consumes],
        asks=asks,
    )


def _is_put_elsewhere(architecture: Architecture, reading: Reading) -> bool:
    """Whether there are retry topics, or the worker publishes to the dead letters, or to something else that it takes from."""
    if getattr(reading.log, "retry_topics", None):
        return True
    taken = {one for way in architecture.into(reading.worker, Consumes) for one in architecture.members(way.target)}
    aside = getattr(reading.log, "dead_letter", None)
    puts = {one for way in architecture.out_of(reading.worker, Publishes) for one in architecture.members(way.target)}
    return bool(puts & (taken | {aside}) - {reading.log})


def _held_up(reading: Reading, log: Log) -> Problem:
    asks = log.retry_topics is None
    unsaid = (
        f"{does(log.name, 'is')} read in order, and it is not said how a record is tried again without holding up those behind it"
    )
    return Problem(
        reading.consumes,
        unsaid if asks else f"a record that fails holds up those behind it in {log.name}, and none is meant to",
        [stated(reading.consumes, "per_message_retry"), stated(log, "retry_topics")],
        f"state whether {does(log.name, 'has')} retry_topics"
        if asks
        else f"let {reading.worker.name} write records that fail to topics of their own, or take the work from a queue",
        also=[log, reading.worker],
        asks=asks,
    )


def videos(
    worker: Worker,
    *,
    batch: int | None = None,
    waits: timedelta | None = None,
    engine: str | None = "Kafka",
    log: Log | None = None,
) -> Design:
    events = log or Log("Events", engine=engine, replicas=3, max_poll_interval=waits)
    takes = Consumes(worker, events, batch_size=batch, per_message_retry=True if log else None)
    return Design("Videos", [Publishes(Service("API"), events), takes])


def encoder(
    takes: timedelta | None, *, slow: timedelta | None = None, heartbeat: bool | None = None, at_once: int | None = None
) -> Worker:
    longest = max((one for one in (takes, slow) if one), default=minutes(1)) * 2
    return Worker(
        "Encoder", task_duration=takes, task_duration_p99=slow, max_runtime=longest, heartbeat=heartbeat, concurrency=at_once
    )


def dispatched() -> Design:
    events, queue = Log("Events", engine="Kafka", replicas=3), Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    dispatcher = Worker("Dispatcher", task_duration=seconds(0.01))
    hands_on = [Consumes(dispatcher, events), Publishes(dispatcher, queue), Consumes(encoder(minutes(30)), queue)]
    return Design("Videos", [Publishes(Service("API"), events), *hands_on])


def with_topics(retry_topics: bool | None) -> Design:
    return videos(encoder(seconds(1)), log=Log("Events", engine="Kafka", replicas=3, retry_topics=retry_topics))


rule = Rule(
    "LT092",
    Severity.WARNING,
    check,
    flagged=[
        lambda: videos(encoder(minutes(30))),
        lambda: videos(encoder(seconds(1)), batch=500),
        lambda: videos(encoder(minutes(1), slow=minutes(10))),
        lambda: videos(encoder(minutes(30)), engine=None),
        lambda: with_topics(None),
        lambda: with_topics(False),
    ],
    accepted=[
        dispatched,
        lambda: videos(encoder(minutes(30)), waits=hours(1)),
        lambda: videos(encoder(minutes(30), heartbeat=True)),
        lambda: videos(encoder(minutes(30)), engine="Redis Streams"),
        lambda: videos(encoder(minutes(30)), engine="Kinesis"),
        lambda: videos(encoder(seconds(1), at_once=10), batch=500),
        lambda: videos(encoder(None), batch=500),
        lambda: with_topics(True),
    ],
    see=["kafka-log", "message-queue", "lease-shorter-than-the-job"],
    options=Options,
)
