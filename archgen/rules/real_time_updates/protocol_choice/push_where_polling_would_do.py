"""Clients hold a connection open although asking every few seconds would be quick enough.

## Why it matters
An open connection is state: a server that knows its clients, a balancer that must not cut them, a heartbeat, a way for updates
to find the right server, a client that reconnects and asks what it missed, and a restart that hangs up on everybody. A poll is
a request like any other. If what is shown may be 10 s old, a poll every 5 s meets that, and none of the rest has to be built or
run.

## What to do
Poll: the protocol `poll`, with a `poll_interval` that together with the round trip stays within the budget, and with
connections that are kept alive between polls. If updates must show sooner than was stated, state the tighter `latency_budget`.

The progress of a job is the usual case. A bar that is 2 s old is as good as one that is not, and of what a socket can do it needs
the least: nothing goes up, a small message comes down now and then, and after some minutes it ends.

## When it does not apply
- The budget is under 2 s. From 2 to 5 s on the finding is a thought, at info; from 5 s on a warning. Where no budget is stated,
  a connection for the state or the progress of a job is measured by the `freshness` that is required.
- Sound, pictures, or an answer that is shown while it is being written.
- Several people edit one thing at the same time (`collaborative`).
- Clients write often (`client_sends` is `often`, or each sends a message a second or more, by its `send_rate`): then a socket is
  there for what they send. So is one by which both sides speak of a job (`bidirectional`): people steer what they see.
- So many `devices` that polls alone would come to more than 100,000 a second. Where fewer are too much for the store already,
  waive this with the number.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Design, Rate, Requirements, Service, per_second, seconds
from archgen.plugin import (
    PUSH,
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    does,
    first_calls,
    polls_would_do,
    readable,
    stated,
)

AMPLE = seconds(5)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for first in first_calls(architecture, *PUSH, "webrtc"):
        found = polls_would_do(architecture, first)
        if found:
            yield _problem(first, *found)


def _problem(first: Calls, budget: timedelta, fact: Fact) -> Problem:
    return Problem(
        first,
        f"{does(first.source.name, 'holds')} a connection open, though polls would do for what may be {readable(budget)} old",
        [stated(first, "protocol"), fact],
        "use the protocol poll, its poll_interval within the budget, or state the tighter latency_budget of a push",
        severity=Severity.INFO if budget < AMPLE else None,
    )


def dashboard(
    budget: timedelta | None,
    protocol: Literal["websocket", "poll"] = "websocket",
    payload: Literal["json", "screen", "token_stream"] = "json",
    *,
    collaborative: bool | None = None,
    client_sends: Literal["rarely", "often"] | None = None,
    rate: Rate | None = None,
    devices: int | None = None,
) -> Design:
    polls = protocol == "poll"
    watch = Calls(
        Client("Browser", devices=devices),
        Service("Dashboard"),
        protocol=protocol,
        payload_kind=payload,
        send_rate=rate,
        heartbeat_interval=None if polls else seconds(20),
        poll_interval=seconds(5) if polls else None,
        keep_alive=seconds(15) if polls else None,
    )
    needs = Requirements(latency_budget=budget, collaborative=collaborative, client_sends=client_sends)
    return Design("Dashboard", [watch], requirements=needs)


def bar(fresh: timedelta | None, *, both: bool | None = None, budget: timedelta | None = None) -> Design:
    watch = Calls(
        Client("Browser"),
        Service("API"),
        protocol="websocket",
        heartbeat_interval=seconds(20),
        purpose="progress",
        bidirectional=both,
    )
    return Design("Renderings", [watch], requirements=Requirements(freshness=fresh, latency_budget=budget))


rule = Rule(
    "RT012",
    Severity.WARNING,
    check,
    flagged=[
        lambda: dashboard(seconds(10)),
        lambda: dashboard(seconds(5)),
        lambda: dashboard(seconds(2)),
        lambda: dashboard(seconds(10), rate=per_second(0.1)),
        lambda: dashboard(seconds(2), devices=100_000),
        lambda: bar(seconds(5)),
    ],
    accepted=[
        lambda: dashboard(seconds(10), "poll"),
        lambda: dashboard(seconds(1.9)),
        lambda: dashboard(None),
        lambda: dashboard(seconds(10), payload="token_stream"),
        lambda: dashboard(seconds(10), payload="screen"),
        lambda: dashboard(seconds(10), rate=per_second(20)),
        lambda: dashboard(seconds(10), collaborative=True),
        lambda: dashboard(seconds(10), client_sends="often"),
        lambda: dashboard(seconds(2), devices=300_000),
        lambda: bar(seconds(1)),
        lambda: bar(seconds(5), both=True),
        lambda: bar(seconds(5), budget=seconds(1)),
    ],
    see=["start-simple-ladder", "simple-polling", "polling-notification", "polling-load-over-store-capacity"],
)
