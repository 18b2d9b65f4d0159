"""Something is asked for far more often than it changes, so that nearly every answer is empty.

## Why it matters
A server that looks every second for what changes once in two minutes asks 120 times for one piece of news. One such server
harms nobody; but the number grows with servers and with scopes, not with what happens, and it is the quiet nights that show it:
a database at a fifth of its load with nobody awake.

## What to do
Lengthen the interval to what people need, or have changes told: publish them to a topic, or let the store tell of its changes.
A mix of both is sound: a push that says "look now", and a slow poll for what the push has missed.

## When it does not apply
- One poll in ten or more finds something. It is counted for each that asks, as each has to see every change: a hundred servers
  that ask once a second for what changes once a second all find it. The option `useful-share` is another limit.
- The pause is as long as it would be anyway: a minute, or what the option `longest-interval` says.
- Clients that ask more than once a second: that is `polling-more-than-once-a-second`.
- Interval or rate of changes are not stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Database,
    Design,
    Rate,
    Reads,
    Service,
    Writes,
    minutes,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    Share,
    agreeing,
    derived,
    does,
    first_calls,
    is_poll,
    number,
    readable,
    stated,
    updates,
)

LONGEST, SHORTEST = minutes(1), seconds(1)
# How many a second, and what that rests on.
Changes = tuple[float, Fact]


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    useful_share: Share = 0.1
    """Which share of polls should find something. Tool default."""
    longest_interval: Duration = LONGEST
    """From which interval on nobody minds an empty answer. Tool default: a minute."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    written: dict[Component, Changes | None] = {}
    rash = {one for one in first_calls(architecture) if one.poll_interval is not None and one.poll_interval < SHORTEST}
    for poll in architecture.connections():
        pause = poll.poll_interval if isinstance(poll, (Calls, Reads)) and is_poll(poll) else None
        if isinstance(poll, (Calls, Reads)) and pause and pause < options.longest_interval and poll not in rash:
            changes = _told(architecture, poll) if isinstance(poll, Calls) else _found(architecture, estimate, poll, written)
            if changes and changes[0] * pause.total_seconds() < options.useful_share:
                yield _problem(poll, pause, *changes)


def _told(architecture: Architecture, poll: Calls) -> Changes | None:
    """How many changes a second a client gets, and what says so."""
    rate, says = updates(architecture, poll)
    return None if rate is None else (float(rate), stated(says, "update_rate"))


def _found(
    architecture: Architecture, estimate: Estimate, poll: Reads, written: dict[Component, Changes | None]
) -> Changes | None:
    """How many changes a second there are to be found, each store being looked at once."""
    ends = architecture.members(poll.target)
    if len(ends) != 1:
        return None
    if ends[0] not in written:
        writes = estimate.of(ends[0], "writes")
        written[ends[0]] = (writes.value, derived(ends[0], writes)) if writes and not writes.partial else None
    return written[ends[0]]


def _problem(poll: Calls | Reads, pause: timedelta, rate: float, fact: Fact) -> Problem:
    found = rate * pause.total_seconds()
    share = f"one in {number(round(1 / found))}" if found else "none"
    who = poll.source.name
    return Problem(
        poll,
        f"{does(who, 'asks')} {poll.target.name} every {readable(pause)},"
        f" and {share} of {agreeing(who, 'its')} polls finds something new",
        [stated(poll, "poll_interval"), fact],
        f"ask less often, or let {who} be told of changes",
    )


def prices(pause: timedelta | None, changes: Rate | None, *further: Connection) -> Design:
    store = Database("Prices")
    look = Reads(Service("Endpoint", replicas=5), store, poll_interval=pause)
    return Design("Prices", [Writes(Service("Source"), store, rate=changes, idempotent=True), look, *further])


def asked(pause: timedelta, changes: Rate) -> Design:
    ask = Calls(Client("App"), Service("API"), protocol="poll", poll_interval=pause, update_rate=changes, keep_alive=minutes(1))
    return Design("Orders", [ask])


rule = Rule(
    "RT045",
    Severity.INFO,
    check,
    flagged=[
        lambda: prices(seconds(1), per_second(0.01)),
        lambda: asked(seconds(2), per_second(0.001)),
    ],
    accepted=[
        lambda: prices(seconds(30), per_second(0.01)),
        lambda: prices(seconds(1), per_second(50)),
        lambda: prices(seconds(1), per_second(0.2)),
        lambda: prices(seconds(1), None),
        lambda: prices(minutes(5), per_second(0.0001)),
        lambda: prices(None, per_second(0.01)),
        lambda: asked(seconds(30), per_second(0.01)),
        lambda: asked(seconds(0.5), per_second(0.001)),
    ],
    see=["pull-polling", "pub-sub-broadcast", "simple-polling", "topic-subscription"],
    options=Options,
)
