"""Updates come so often that a long poll asks anew all the time.

## Why it matters
Every update costs a whole request: headers of a kilobyte for a message of fifty bytes, a look at who asks, a line in the log.
And for a round trip after each answer there is no request open. With five updates a second and a round trip of 100 ms half of
all time is such a gap; what happens in it waits. A long poll at that rate is a poll that is never idle.

## What to do
Stream: server-sent events send one header for the whole stream, and have no gap. Where long polls have to stay, gather updates
for some hundred milliseconds and answer with all of them.

## When it does not apply
- Fewer than one update in ten falls into a gap, at the rate and round trip that are stated; the option `most-in-the-gap` is
  another share.
- How often updates come is not stated, for the call or what is pushed to the client.
- Where the round trip is not stated, 100 ms are assumed, and the finding is a thought, at info.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Connection, Design, Pushes, Rate, Requirements, Service, milliseconds, per_second, seconds
from archgen.plugin import (
    USUAL_TRIP,
    Architecture,
    Duration,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    Share,
    does,
    first_calls,
    number,
    percent,
    stated,
    trip,
    updates,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most_in_the_gap: Share = 0.1
    """Which share of updates may come while no request is open. Tool default: one in ten."""
    assumed_round_trip: Duration = USUAL_TRIP
    """The time from client to server and back, where it is not stated. Tool default: 100 ms, as on a mobile network."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for first in first_calls(architecture, "long_poll"):
        rate, teller = updates(architecture, first)
        way = trip(architecture, first, options.assumed_round_trip)
        if rate is not None and rate * way.time.total_seconds() >= options.most_in_the_gap:
            yield _problem(first, rate, way.time, [stated(teller, "update_rate"), way.fact], assumed=way.assumed)


def _problem(first: Calls, rate: Rate, gap: timedelta, facts: list[Fact], *, assumed: bool) -> Problem:
    lost = min(1.0, rate * gap.total_seconds())
    return Problem(
        first,
        f"{does(first.source.name, 'asks')} anew for each update, {number(rate)} a second:"
        f" {percent(lost)} of them find no request open",
        facts,
        "use server-sent events, or gather updates and answer with all of them",
        severity=Severity.INFO if assumed else None,
    )


def game(rate: Rate | None, trip: timedelta | None = USUAL_TRIP, pushed: Rate | None = None) -> Design:
    app, server = Client("App"), Service("Game")
    ask = Calls(app, server, protocol="long_poll", hold_timeout=seconds(25), update_rate=rate)
    parts: list[Connection] = [ask, *([Pushes(server, app, update_rate=pushed)] if pushed else [])]
    return Design("Game", parts, requirements=Requirements(round_trip=trip))


rule = Rule(
    "RT006",
    Severity.WARNING,
    check,
    flagged=[
        lambda: game(per_second(5)),
        lambda: game(per_second(1)),
        lambda: game(None, pushed=per_second(5)),
        lambda: game(per_second(5), None),
    ],
    accepted=[
        lambda: game(per_second(0.05)),
        lambda: game(per_second(0.9)),
        lambda: game(per_second(1), milliseconds(20)),
        lambda: game(None),
    ],
    see=["long-polling", "server-sent-events", "update-batching", "long-poll-too-slow-for-close-updates"],
    options=Options,
)
