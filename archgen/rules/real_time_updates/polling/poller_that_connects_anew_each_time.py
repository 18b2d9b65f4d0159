"""A connection is closed between two polls, so that each poll pays for a new one.

## Why it matters
A new connection costs a round trip for TCP and one or two for TLS before the question is even asked: 200 to 300 ms on a phone,
for an answer that then takes one round trip. The server signs a handshake for each poll, which costs it far more than to look
up that there is nothing new.

## What to do
Keep the connection for longer than the interval, with room to spare: three intervals are usual, 15 s for a poll every 5 s. All
that stands on the way has to keep it as well. The price is one idle connection for each client, which is a few kilobytes and a
file descriptor.

## When it does not apply
- Polls so far apart that an idle connection costs more than a handshake, and that home routers would have cut it: a minute, or
  what the option `longest-interval` says.
- How long connections are kept is not stated. Most servers keep them for 5 s or more, so that is asked only for an interval as
  long as that, and where a hundred polls or more come each second.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Component, Design, LoadBalancer, Requirements, Service, minutes, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Edit,
    Estimate,
    Problem,
    Quantity,
    Rule,
    Severity,
    derived,
    does,
    first_calls,
    is_poll,
    number,
    onward_calls,
    readable,
    stated,
)

LONGEST = minutes(1)
# From so many new connections a second on it is worth a question.
MANY = 100
# What even the most impatient of common servers keeps an idle connection for.
KEPT = seconds(5)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    longest_interval: Duration = LONGEST
    """From which interval on a connection is better made anew. Tool default: a minute."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture):
        pause = first.poll_interval
        if is_poll(first) and pause and pause < options.longest_interval:
            kept = first.keep_alive
            load = estimate.of(first, "rate") if kept is None and pause >= KEPT else None
            if load and load.value >= MANY:
                yield _asked(first, pause, load)
            elif kept is not None and kept <= pause:
                yield _closed(first, pause, kept)
            elif kept is not None:
                yield from _cut(first, pause, *list(ways.cut_within(first, pause))[:1])


def _asked(first: Calls, pause: timedelta, load: Quantity) -> Problem:
    return Problem(
        first,
        f"nothing says whether connections are kept between polls; if not, {number(load.value)} are made anew each second",
        [stated(first, "keep_alive"), stated(first, "poll_interval"), derived(first, load)],
        f"keep the connection for longer than the interval, {readable(3 * pause)} say, and state that as its keep_alive",
        asks=True,
        edits=[Edit(first, "keep_alive", 3 * pause)],
        unsafe=True,
    )


def _closed(first: Calls, pause: timedelta, kept: timedelta) -> Problem:
    return Problem(
        first,
        f"{does(first.source.name, 'asks')} every {readable(pause)} over connections that are closed after {readable(kept)}",
        [stated(first, "keep_alive"), stated(first, "poll_interval")],
        f"raise keep_alive above the interval, to {readable(3 * pause)} say",
        edits=[Edit(first, "keep_alive", 3 * pause)],
        unsafe=True,
    )


def _cut(first: Calls, pause: timedelta, *cuts: tuple[Component, timedelta]) -> Iterator[Problem]:
    for hop, limit in cuts:
        yield Problem(
            first,
            f"{does(first.source.name, 'asks')} every {readable(pause)}, but {does(hop.name, 'cuts')} what is silent"
            f" for {readable(limit)}",
            [stated(first, "poll_interval"), stated(hop, "idle_timeout")],
            f"raise idle_timeout of {hop.name} above {readable(pause)}",
            also=[hop],
        )


def feed(pause: timedelta | None, kept: timedelta | None, idle: timedelta | None = None, clients: int | None = None) -> Design:
    edge = LoadBalancer("Edge", layer=7, idle_timeout=idle)
    poll = Calls(Client("App"), edge, protocol="poll", poll_interval=pause, keep_alive=kept)
    needs = Requirements(concurrent_clients=clients)
    return Design("Feed", [poll, Calls(edge, Service("Feed"), protocol="http")], requirements=needs)


rule = Rule(
    "RT010",
    Severity.INFO,
    check,
    flagged=[
        lambda: feed(seconds(5), seconds(2)),
        lambda: feed(seconds(5), seconds(5)),
        lambda: feed(seconds(5), None, clients=20_000),
        lambda: feed(seconds(20), seconds(60), seconds(10)),
    ],
    accepted=[
        lambda: feed(seconds(5), seconds(15)),
        lambda: feed(seconds(2), None, clients=20_000),
        lambda: feed(seconds(5), None, clients=400),
        lambda: feed(seconds(5), None),
        lambda: feed(minutes(1), seconds(15)),
        lambda: feed(None, seconds(2)),
        lambda: feed(seconds(5), seconds(15), seconds(60)),
    ],
    see=["http-keep-alive", "simple-polling", "pollers-in-step"],
    options=Options,
)
