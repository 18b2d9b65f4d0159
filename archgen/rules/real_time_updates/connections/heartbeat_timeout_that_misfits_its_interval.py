"""The other end counts as gone after so little silence that one late sign of life ends a good connection, or after far too much.

## Why it matters
With an interval of 15 s and a timeout of 15 s a single packet that is sent twice, or a phone that changes masts, ends a
connection that was sound: a reconnect, a handshake, a replay, and a user who sees "offline" for a moment, thousands of times a
day. With a timeout of ten intervals the heartbeat runs and its answer is not used: what is gone stays for two and a half
minutes.

## What to do
Allow two or three missed signs: with an interval of 15 s, a timeout of 30 to 45 s. Whichever end it is, close when nothing at
all was heard in that time: any message proves as much as an answer to a ping.

## When it does not apply
- Either of the two is not stated.
- A timeout of more than three intervals costs no connection; it is a thought, at info.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import Calls, Client, Design, Service, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, does, first_calls, number, readable, stated

FEWEST, MOST = 2, 3


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for first in first_calls(architecture, "sse", "websocket"):
        interval, timeout = first.heartbeat_interval, first.heartbeat_timeout
        if interval and timeout is not None and not FEWEST * interval <= timeout <= MOST * interval:
            yield _problem(first, interval, timeout)


def _problem(first: Calls, interval: timedelta, timeout: timedelta) -> Problem:
    hasty = timeout < FEWEST * interval
    times = number(round(timeout / interval, 1))
    harm = "one that is late ends a good connection" if hasty else f"what is gone is kept for {times} intervals"
    return Problem(
        first,
        f"{does(first.source.name, 'counts')} as gone after {readable(timeout)} without a sign of life, which comes every"
        f" {readable(interval)}: {harm}",
        [stated(first, "heartbeat_timeout"), stated(first, "heartbeat_interval")],
        f"give up after two or three that are missed, {readable(FEWEST * interval)} to {readable(MOST * interval)}",
        severity=None if hasty else Severity.INFO,
        edits=[Edit(first, "heartbeat_timeout", FEWEST * interval)],
        unsafe=True,
    )


def chat(beat: timedelta | None, timeout: timedelta | None) -> Design:
    first = Calls(Client("Phone"), Service("Chat"), protocol="websocket", heartbeat_interval=beat, heartbeat_timeout=timeout)
    return Design("Chat", [first])


rule = Rule(
    "RT030",
    Severity.WARNING,
    check,
    flagged=[
        lambda: chat(seconds(15), seconds(15)),
        lambda: chat(seconds(20), seconds(39)),
        lambda: chat(seconds(15), seconds(150)),
    ],
    accepted=[
        lambda: chat(seconds(15), seconds(30)),
        lambda: chat(seconds(15), seconds(45)),
        lambda: chat(seconds(20), None),
    ],
    see=["heartbeat", "websocket", "persistent-connection-without-heartbeat", "heartbeat-interval-out-of-range"],
)
