"""Clients hold a WebSocket open and send over it hardly ever.

## Why it matters
A comment every few minutes is a request like any other. Sent as one it passes the checks, limits and logs that all other writes
pass, gets an answer that says whether it worked, and can be sent again. Over a socket all of that has to be built once more,
with ids to tell which answer belongs to what. What is left is the direction to the client, and for that an event stream will
do.

## What to do
Server-sent events for updates, POST for what clients write: two plain parts instead of one that has to do both.

## When it does not apply
- Each client sends once in 10 s or more, or as often as the option `rarely` says.
- People change the same thing at the same time (`collaborative`), or hear and see each other.
- How often clients send is not stated.
- Polls would bring what comes to them in time, which is a finding of its own.

Charts that lead from "clients must send something" straight to a WebSocket leave out how often. A socket is for many messages
in both directions; for a few the two plain parts are the better way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Design, Rate, Requirements, Service, per_second, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    each_of,
    first_calls,
    number,
    polls_would_do,
    sends,
    stated,
)

USUAL = per_second(0.1)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    rarely: Rate = USUAL
    """Below how many messages a second from each client a socket is not worth it. Tool default: one in 10 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    needs = architecture.design.requirements
    if needs.collaborative or needs.media:
        return
    for first in first_calls(architecture, "websocket"):
        rate, fact = sends(architecture, first)
        seldom = needs.client_sends == "rarely" if rate is None else 0 < rate < options.rarely
        if seldom and not polls_would_do(architecture, first):
            yield _problem(first, fact or stated(needs, "client_sends"), rate)


def _problem(first: Calls, fact: Fact, rate: Rate | None) -> Problem:
    often = "rarely sends anything" if rate is None else f"sends one message in {number(1 / rate)} s"
    return Problem(
        first,
        f"{each_of(first.source.name)} holds a WebSocket open and {often} over it",
        [fact, stated(first, "protocol")],
        "use server-sent events for updates, and POST for what clients write",
    )


Often = Literal["rarely", "often"]


def feed(
    rate: Rate | None, often: Often | None = None, *, collaborative: bool | None = None, budget: timedelta | None = None
) -> Design:
    listen = Calls(Client("App"), Service("Feed"), protocol="websocket", heartbeat_interval=seconds(20), send_rate=rate)
    return Design(
        "Feed", [listen], requirements=Requirements(client_sends=often, collaborative=collaborative, latency_budget=budget)
    )


def apart() -> Design:
    app, server = Client("App"), Service("Feed")
    listen = Calls(app, server, "listen", protocol="sse", heartbeat_interval=seconds(20))
    return Design("Feed", [listen, Calls(app, server, "comment", protocol="http", send_rate=per_second(0.01))])


rule = Rule(
    "RT014",
    Severity.INFO,
    check,
    flagged=[
        lambda: feed(per_second(0.01)),
        lambda: feed(None, "rarely"),
    ],
    accepted=[
        apart,
        lambda: feed(per_second(0.1)),
        lambda: feed(per_second(2), "rarely"),
        lambda: feed(None, "rarely", collaborative=True),
        lambda: feed(None, "often"),
        lambda: feed(None, "rarely", budget=seconds(10)),
        lambda: feed(None),
    ],
    see=["sse-plus-http-post", "websocket", "websocket-in-one-direction"],
    options=Options,
)
