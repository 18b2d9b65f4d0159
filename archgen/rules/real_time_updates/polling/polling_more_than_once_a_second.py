"""Clients ask more than once a second, and get an empty answer most of the time.

## Why it matters
Ten polls a second from a thousand clients are ten thousand requests a second, whether anything happens or not. Each of them
carries headers that are larger than most answers, wakes a phone's radio, and is counted, logged and traced like one that
matters. And the update is still late: by half the interval on average, where a push is on its way at once.

## What to do
Below a second, let the server speak first: server-sent events where updates flow one way, a WebSocket where clients also write
often. If a second or two would do, ask every 2 to 5 s and be done.

## When it does not apply
- Most polls find something: the design states an `update_rate` of at least one update for every second poll. Then asking is a
  way to take what is new in small batches.
- Servers that ask a store: a relay that empties an outbox several times a second is one asker, not a million.
- The interval is a second or more; the option `shortest-interval` is another limit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Database, Design, Rate, Reads, Requirements, Service, Worker, milliseconds, per_second, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Problem,
    Rule,
    Severity,
    derived,
    does,
    first_calls,
    is_poll,
    number,
    readable,
    stated,
    updates,
)

# From here on it is no longer most of the polls that find nothing.
FULL = 0.5
SHORTEST = seconds(1)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    shortest_interval: Duration = SHORTEST
    """The shortest pause between two polls that is not worth a word. Updates within a second are what pushes are for."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for first in first_calls(architecture):
        pause = first.poll_interval
        if is_poll(first) and pause and pause < options.shortest_interval and not _finds(architecture, first, pause):
            yield _problem(estimate, first, pause)


def _finds(architecture: Architecture, first: Calls, pause: timedelta) -> bool:
    rate = updates(architecture, first)[0]
    return rate is not None and rate * pause.total_seconds() >= FULL


def _problem(estimate: Estimate, first: Calls, pause: timedelta) -> Problem:
    load = estimate.of(first, "rate")
    amount = f": {number(load.value)} requests a second" if load else ""
    return Problem(
        first,
        f"{does(first.source.name, 'asks')} {first.target.name} every {readable(pause)}{amount},"
        " whether anything happened or not",
        [stated(first, "poll_interval"), *([derived(first, load)] if load else [])],
        f"let {first.target.name} speak first, by server-sent events or a WebSocket, or ask every 2 to 5 s",
    )


def game(pause: timedelta | None, found: Rate | None = None) -> Design:
    ask = Calls(Client("Player"), Service("Game"), protocol="poll", poll_interval=pause, update_rate=found)
    return Design("Game", [ask], requirements=Requirements(concurrent_clients=1_000))


def relay() -> Design:
    """One asker, however many clients there are."""
    return Design("Outbox", [Reads(Worker("Relay"), Database("Orders"), "outbox", poll_interval=milliseconds(200))])


rule = Rule(
    "RT008",
    Severity.WARNING,
    check,
    flagged=[
        lambda: game(milliseconds(100)),
        lambda: game(milliseconds(900), per_second(0.1)),
    ],
    accepted=[
        lambda: game(seconds(3)),
        lambda: game(seconds(1)),
        lambda: game(milliseconds(100), per_second(8)),
        lambda: game(None),
        relay,
    ],
    see=["simple-polling", "server-sent-events", "start-simple-ladder", "poll-interval-beyond-latency-budget"],
    options=Options,
)
