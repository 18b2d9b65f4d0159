"""A client asks so seldom that news can show later than the design allows.

## Why it matters
What happens right after a poll was answered waits for the next one. The worst delay is the whole interval and a round trip, not
half of it, and with many users somebody always has the worst. An interval of 5 s against a budget of 500 ms is not a little
late: nine of ten updates are.

## What to do
Work back from the budget: the interval may be no longer than the budget less a round trip. From about 1 s down that means more
empty answers than news; let the server speak first then, over server-sent events, a WebSocket or a long poll. Or state the
budget that people really need: a list that is 5 s old is often fine.

## When it does not apply
- The same client also holds a connection open or is pushed to: the poll may only fetch what else there is.
- A call of the same client does not state its protocol: it may be such a connection, and the finding is a warning.
- Interval or budget are not stated. Where the interval fits and a round trip decides that is not stated, 100 ms are assumed,
  and the finding is a warning; the option `assumed-round-trip` is another time to assume.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Component, Design, Pushes, Requirements, Service, milliseconds, seconds
from archgen.plugin import (
    PUSH,
    USUAL_TRIP,
    Architecture,
    Duration,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    does,
    first_calls,
    is_poll,
    needing,
    readable,
    remembered,
    stated,
    trip,
)

LEAST = seconds(1)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    assumed_round_trip: Duration = USUAL_TRIP
    """The time from client to server and back, where it is not stated. Tool default: 100 ms, as on a mobile network."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for first in first_calls(architecture):
        pause, budget = first.poll_interval, needing(architecture, first, "latency_budget").latency_budget
        told = not _told(architecture).isdisjoint(architecture.members(first.source))
        if pause is not None and budget is not None and is_poll(first) and not told:
            yield from _late(architecture, first, pause, budget, options.assumed_round_trip)


@remembered
def _told(architecture: Architecture) -> frozenset[Component]:
    """The clients that hold a connection over which a server can speak first, or are pushed to."""
    told = [call.source for call in first_calls(architecture, *PUSH)] + [one.target for one in architecture.connections(Pushes)]
    return frozenset(member for end in told for member in architecture.members(end))


def _late(architecture: Architecture, first: Calls, pause: timedelta, budget: timedelta, assumed: timedelta) -> Iterator[Problem]:
    way = trip(architecture, first, assumed)
    worst = pause + way.time
    if worst <= budget:
        return
    unsaid = list(_left_open(architecture, first))
    longest = budget - way.time
    certain = not unsaid and (not way.assumed or pause > budget)
    yield Problem(
        first,
        f"{does(first.source.name, 'asks')} every {readable(pause)}, so news shows up to {readable(worst)} late, and"
        f" {readable(budget)} are allowed",
        [
            stated(first, "poll_interval"),
            stated(needing(architecture, first, "latency_budget"), "latency_budget"),
            way.fact,
            *unsaid,
        ],
        _fix(first, longest),
        severity=None if certain else Severity.WARNING,
        edits=[Edit(first, "poll_interval", longest // LEAST * LEAST)] if longest >= LEAST else (),
        unsafe=True,
    )


def _left_open(architecture: Architecture, first: Calls) -> Iterator[Fact]:
    """A call of the client that may be a way to tell it."""
    unsaid = (_unsaid(architecture).get(client) for client in architecture.members(first.source))
    return (stated(call, "protocol") for call in [one for one in unsaid if one][:1])


@remembered
def _unsaid(architecture: Architecture) -> Mapping[Component, Calls]:
    """Of each client the first call that does not state its protocol, and is no poll."""
    calls = [call for call in first_calls(architecture) if call.protocol is None and not is_poll(call)]
    return {client: call for call in reversed(calls) for client in architecture.members(call.source)}


def _fix(first: Calls, longest: timedelta) -> str:
    push = f"let {first.target.name} speak first, by server-sent events, a WebSocket or a long poll"
    return f"ask at least every {readable(longest)}, or {push}" if longest >= LEAST else push


def scores(pause: timedelta | None, budget: timedelta | None, trip: timedelta | None = None) -> Design:
    poll = Calls(Client("App"), Service("Scores"), "poll", protocol="poll", poll_interval=pause)
    return Design("Scores", [poll], requirements=Requirements(latency_budget=budget, round_trip=trip))


def beside(protocol: Literal["sse", "http"] | None, *, pushed: bool = False) -> Design:
    design, events = scores(seconds(5), milliseconds(500)), Service("Events")
    app = next(part.source for part in design.parts if isinstance(part, Calls))
    beat = seconds(20) if protocol == "sse" else None
    listen = Pushes(events, app, "score") if pushed else Calls(app, events, protocol=protocol, heartbeat_interval=beat)
    return Design("Scores and events", [*design.parts, listen], requirements=design.requirements)


rule = Rule(
    "RT007",
    Severity.ERROR,
    check,
    flagged=[
        lambda: scores(seconds(5), milliseconds(500)),
        lambda: scores(seconds(5), seconds(5), milliseconds(100)),
        lambda: scores(seconds(5), seconds(5)),
        lambda: beside("http"),
        lambda: beside(None),
    ],
    accepted=[
        lambda: scores(seconds(5), seconds(6)),
        lambda: scores(seconds(4.9), seconds(5), milliseconds(100)),
        lambda: scores(seconds(5), None),
        lambda: scores(None, milliseconds(500)),
        lambda: beside("sse"),
        lambda: beside(None, pushed=True),
    ],
    see=["start-simple-ladder", "simple-polling", "server-sent-events", "push-where-polling-would-do"],
    options=Options,
)
