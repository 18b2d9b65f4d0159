"""A client that was away for long gets everything it missed, however much that is.

## Why it matters
A day away at ten updates a second is 864,000 updates, sent one by one to a phone that shows the last twenty. It takes minutes,
for the phone and for a server that also has others; and after an outage of an hour all clients ask for that at the same time.

## What to do
Put a limit on what is sent again, a thousand say (`replay_limit`). Beyond it send the state as it is now, and go on from there.
For what only the last value of matters, such as prices and positions, that is right from the start.

## When it does not apply
- It is limited, or little: fewer than ten thousand, or what the option `most-replayed` says, by the rate of updates and the
  time that clients may be away, or for which updates are kept.
- Rate or time are not stated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Design,
    Log,
    Publishes,
    Rate,
    Requirements,
    Resumption,
    Service,
    days,
    hours,
    per_second,
    seconds,
)
from archgen.plugin import (
    PUSH,
    Architecture,
    Count,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    Word,
    does,
    first_calls,
    goes_on,
    needing,
    number,
    onward_calls,
    readable,
    replay_logs,
    resumed,
    stated,
    updates,
)

USUAL = 1_000


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most_replayed: Count = 10_000
    """How many updates may be sent again to one client without a limit. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture, *PUSH):
        resume, says, attribute = resumed(architecture, first)
        needs, (rate, teller) = needing(architecture, first, "max_offline"), updates(architecture, first)
        if goes_on(resume) and not _is_limited(resume) and rate is not None and needs.max_offline is not None:
            logs = replay_logs(architecture, ways.last(first), resume)
            longest = (needs.max_offline, stated(needs, "max_offline"))
            away, so_long = min([longest, *_kept(logs, resume, stated(says, attribute))], key=lambda one: one[0])
            if rate * away.total_seconds() > options.most_replayed:
                facts = list(dict.fromkeys([stated(says, attribute), stated(teller, "update_rate"), so_long]))
                yield _problem(first, rate, away, facts, list(_edits(says, attribute, resume)))


def _is_limited(resume: Resumption | bool | None) -> bool:
    return isinstance(resume, Resumption) and resume.replay_limit is not None


def _kept(logs: Sequence[Log], resume: Resumption | bool | None, says: Fact) -> Iterator[tuple[timedelta, Fact]]:
    """For how long updates can be had again, by each that says so, and what says it."""
    yield from ((log.retention, stated(log, "retention")) for log in logs if log.retention is not None)
    if isinstance(resume, Resumption) and resume.window is not None:
        yield resume.window, says


def _edits(says: Word, attribute: str, resume: Resumption | bool | None) -> Iterator[Edit]:
    if isinstance(resume, Resumption):
        yield Edit(says, attribute, replace(resume, replay_limit=USUAL))


def _problem(first: Calls, rate: Rate, away: timedelta, facts: Sequence[Fact], edits: Sequence[Edit]) -> Problem:
    return Problem(
        first,
        f"{does(first.source.name, 'gets')} {number(rate * away.total_seconds())} updates at once after {readable(away)} away",
        facts,
        "limit what is sent again (a thousand, say, as the replay_limit), and beyond that send the state as it is now",
        edits=edits,
        unsafe=True,
    )


def feed(
    away: timedelta | None,
    rate: Rate | None,
    limit: int | None = None,
    *,
    kept: timedelta | None = None,
    resume: bool = True,
) -> Design:
    server, log = Service("Feed"), Log("Events", replicas=3, retention=kept, max_length=1_000_000)
    first = Calls(
        Client("App"),
        server,
        protocol="sse",
        heartbeat_interval=seconds(20),
        update_rate=rate,
        resume=Resumption("last_event_id", replay_limit=limit) if resume else None,
    )
    parts: list[Connection] = [first, Publishes(Service("Source"), log), Consumes(server, log)]
    return Design("Feed", parts, requirements=Requirements(max_offline=away))


rule = Rule(
    "RT038",
    Severity.INFO,
    check,
    flagged=[
        lambda: feed(days(1), per_second(10)),
        lambda: feed(hours(3), per_second(1)),
        lambda: feed(days(7), per_second(1), kept=days(1)),
    ],
    accepted=[
        lambda: feed(days(1), per_second(10), 1_000),
        lambda: feed(hours(1), per_second(1)),
        lambda: feed(days(1), per_second(1), kept=hours(1)),
        lambda: feed(days(1), None),
        lambda: feed(None, per_second(10)),
        lambda: feed(days(1), per_second(10), resume=False),
    ],
    see=["missed-update-recovery", "server-sent-events", "websocket", "replay-shorter-than-the-time-away"],
    options=Options,
    beside=["RT036"],
)
