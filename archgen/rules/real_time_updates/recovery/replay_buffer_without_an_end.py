"""A log keeps updates for those who come back, and nothing says when it lets them go.

## Why it matters
A buffer for clients that are away holds what they have not had yet. Some never come back: a phone in a drawer, an app that was
deleted. What waits for them grows for ever; a stream in the memory of Redis does so until the node is full, and then it refuses
writes, or drops what others still need.

## What to do
Bound it by time, a day say, or by length, and state its `retention` or `max_length`. A client that is away for longer loads
everything anew.

## When it does not apply
- It has a `retention`, a `max_length`, a `message_ttl` or a `max_depth`, or only keeps the last of each key (`compacted`).
- It is the truth about what happened (`event_log`), and is meant to be kept.
- A broker that lets go of messages unless it is told otherwise, as Kafka does after a week; state how long nevertheless.
- Nobody goes on from it: no client says where it was.
"""

from collections.abc import Iterator

from archgen import Calls, Client, Connection, Consumes, Design, Log, Publishes, Resumption, Service, days, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Product,
    Rule,
    Severity,
    agreeing,
    does,
    is_bounded,
    named,
    replayed,
    stated,
)

USUAL = days(1)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for log, first in replayed(architecture).items():
        if not is_bounded(log) and not Product(log).forgets_what_is_old:
            yield _problem(log, first)


def _problem(log: Log, first: Calls) -> Problem:
    who, keeps = first.source.name, agreeing(log.name, "it keeps")
    goes = agreeing(who, "goes")
    return Problem(
        log,
        f"{does(log.name, 'keeps')} updates for clients that come back, and for those that never do {keeps} them for ever",
        [
            stated(log, "retention"),
            stated(log, "max_length"),
            Fact(f"{named(first)}, and {goes} on where {agreeing(who, 'it was')}", first),
        ],
        f"state the retention of {log.name}, a day say, or {agreeing(log.name, 'its')} max_length",
        also=[first],
        edits=[Edit(log, "retention", USUAL)] if log.retention is None else (),
        unsafe=True,
    )


def feed(log: Log, *, resume: bool = True) -> Design:
    server = Service("Feed")
    again = Resumption("last_event_id") if resume else None
    first = Calls(Client("App"), server, protocol="sse", heartbeat_interval=seconds(20), resume=again)
    parts: list[Connection] = [first, Publishes(Service("Source"), log), Consumes(server, log)]
    return Design("Feed", parts)


rule = Rule(
    "RT037",
    Severity.WARNING,
    check,
    flagged=[
        lambda: feed(Log("Events", replicas=3)),
        lambda: feed(Log("Events", engine="Redis Streams", replicas=3, compacted=False)),
    ],
    accepted=[
        lambda: feed(Log("Events", replicas=3, retention=days(1))),
        lambda: feed(Log("Events", replicas=3, max_length=100_000)),
        lambda: feed(Log("Events", replicas=3, event_log=True)),
        lambda: feed(Log("Events", engine="Apache Kafka", replicas=3)),
        lambda: feed(Log("Events", replicas=3), resume=False),
    ],
    see=["redis-stream-buffer", "server-sent-events", "resume-with-nothing-to-replay-from", "replay-shorter-than-the-time-away"],
)
