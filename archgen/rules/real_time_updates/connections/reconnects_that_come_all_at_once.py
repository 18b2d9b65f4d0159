"""After a restart all clients come back after the same pause, and so at the same moment.

## Why it matters
A server with 20,000 connections restarts. All of them break in one second, and one second later 20,000 clients knock: each with
a handshake, a look at who it is, a subscription and a replay, more than the server does in its busiest hour otherwise. What
does not answer in time is tried again after the same pause, and so the wave stays a wave. A pause of one second, as samples
show it, is made for one client. The fixed pause of an event source is the same: browsers wait some 3 s unless the server sends
another.

## What to do
Let the pause grow from one attempt to the next (1 s, 2 s, 4 s, up to 30 s) and choose at random within it, so that 20,000
clients come back over half a minute. An event source takes its pause from the `retry` field of the stream: send each client
another. Restart one server after another, and let each say goodbye to its clients a few at a time.

## When it does not apply
- Fewer than a thousand connections at a server, or what the option `fewest-connections` says; or how many is not known.
- A fixed pause that is chosen at random over 10 s or more spreads clients as well.
- Whether the pause varies is not stated: that is asked, where the rest of it is stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import Calls, Client, Component, Consumes, Design, Publishes, Requirements, Retry, Service, Topic, seconds
from archgen.plugin import (
    SPREAD_OUT,
    Architecture,
    Count,
    Edit,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Severity,
    derived,
    first_calls,
    number,
    onward_calls,
    readable,
    reconnecting,
    stated,
)

# Over so long a pause that is drawn at random clients are spread well enough.
SPREAD = seconds(10)
Backoff = Literal["none", "fixed", "exponential"]


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    fewest_connections: Count = 1_000
    """From how many connections to one server on clients have to come back spread out. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture, "sse", "websocket"):
        again, attribute = reconnecting(first)
        if isinstance(again, Retry) and _is_wave(again) is not False:
            server = ways.last(first)
            held = estimate.of(server, "connections_per_replica") or estimate.of(server, "connections")
            if held and held.value >= options.fewest_connections:
                yield _problem(first, stated(first, attribute), server, held, again, asks=_is_wave(again) is None)


def _is_wave(again: Retry) -> bool | None:
    """Whether clients come back together; None where that is not known."""
    if again.jitter:
        return again.backoff in ("none", "fixed") and (again.initial or SPREAD) < SPREAD
    if again.jitter is False or again.backoff in ("none", "fixed"):
        return True
    return None if again.backoff else False


def _why(again: Retry) -> str:
    if again.jitter and again.initial:
        return f"a pause of at most {readable(again.initial)} does not spread them"
    return "nothing spreads them"


def _problem(first: Calls, said: Fact, server: Component, held: Quantity, again: Retry, *, asks: bool) -> Problem:
    many = number(held.value)
    told = f"when a server restarts, its {many} connections come back together: {_why(again)}"
    asked = f"nothing says that the {many} connections of a server come back spread out when it restarts"
    return Problem(
        first,
        asked if asks else told,
        [said, derived(server, held)],
        "let the pause grow from one attempt to the next, and choose it at random",
        asks=asks,
        edits=[Edit(first, said.attribute or "reconnect", SPREAD_OUT)],
        unsafe=True,
    )


def chat(clients: int | None, again: Retry | None, replicas: int = 1, *, retry: Retry | None = None) -> Design:
    server, rooms = Service("Chat", replicas=replicas, connection_state="light"), Topic("Rooms", replicas=3)
    first = Calls(Client("Phone"), server, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again, retry=retry)
    parts = [first, Publishes(server, rooms), Consumes(server, rooms)]
    return Design("Chat", parts, requirements=Requirements(concurrent_clients=clients))


def pause(backoff: Backoff | None, *, jitter: bool | None, initial: float = 1) -> Retry:
    return Retry(backoff=backoff, jitter=jitter, initial=seconds(initial))


rule = Rule(
    "RT033",
    Severity.WARNING,
    check,
    flagged=[
        lambda: chat(200_000, pause("fixed", jitter=False)),
        lambda: chat(200_000, pause("exponential", jitter=False)),
        lambda: chat(20_000, pause("none", jitter=None)),
        lambda: chat(20_000, None, retry=pause("fixed", jitter=True)),
        lambda: chat(20_000, pause("exponential", jitter=None)),
    ],
    accepted=[
        lambda: chat(200_000, SPREAD_OUT),
        lambda: chat(999, pause("fixed", jitter=False)),
        lambda: chat(None, pause("fixed", jitter=False)),
        lambda: chat(1_800, pause("fixed", jitter=False), 2),
        lambda: chat(200_000, pause("fixed", jitter=True, initial=20)),
        lambda: chat(200_000, None),
    ],
    see=["client-reconnect", "drain-and-reconnect", "websocket", "server-sent-events", "websocket-that-stays-broken"],
    options=Options,
)
