"""Signs of life come so often that they cost more than they tell, or so seldom that a lost connection is noticed late.

## Why it matters
Each sign of life wakes a phone's radio, which stays awake for seconds after it; every 5 s it hardly sleeps at all. For the
servers it is a load of its own: 200,000 clients with a sign every 5 s are 40,000 messages a second of no news. In the other
direction, one every two minutes with two that may be missed means four minutes in which a dead client holds its memory and its
subscriptions, and believes that nothing has happened.

## What to do
Send one every 15 to 30 s, and give up after two or three that are missed.

## When it does not apply
- Sooner, where something on the way cuts what is silent for 15 s or less, or people see at once who is there (`presence`).
- WebRTC and polls, which prove in other ways that somebody is there.
- Whether the interval fits the idle timeouts on the way is for another rule to say:
  `heartbeat-slower-than-an-idle-timeout`.
- The options `shortest-interval` and `longest-interval` are another range.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Component, Design, LoadBalancer, Requirements, Service, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Edit,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Severity,
    agreeing,
    derived,
    does,
    first_calls,
    number,
    onward_calls,
    readable,
    stated,
)

USUAL, SHORTEST, LONGEST = seconds(20), seconds(15), seconds(30)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    shortest_interval: Duration = SHORTEST
    """The shortest time between two signs of life that is worth what it costs."""
    longest_interval: Duration = LONGEST
    """The longest time after which a lost connection is still noticed soon enough."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture, "sse", "websocket"):
        interval, limit = first.heartbeat_interval, ways.cut_after(first)
        if interval and interval < options.shortest_interval:
            if not architecture.design.requirements.presence and (limit is None or limit > options.shortest_interval):
                server = ways.last(first)
                yield _often(first, interval, options, server, estimate.of(server, "connections"))
        elif interval and interval > options.longest_interval and (limit is None or limit > interval):
            yield _seldom(first, interval, options)


def _often(first: Calls, interval: timedelta, options: Options, server: Component, held: Quantity | None) -> Problem:
    load = (
        f": {number(held.value / interval.total_seconds())} a second that tell nothing new"
        if held
        else ", more often than there is anything to tell"
    )
    facts = [stated(first, "heartbeat_interval")]
    if held:
        facts.append(derived(server, held))
    return _problem(first, f"{does(first.source.name, 'shows')} a sign of life every {readable(interval)}{load}", facts, options)


def _seldom(first: Calls, interval: timedelta, options: Options) -> Problem:
    who = first.source.name
    message = (
        f"{does(who, 'shows')} a sign of life every {readable(interval)}: that {agreeing(who, 'it is')} gone"
        f" is noticed after {readable(2 * interval)} at the earliest"
    )
    return _problem(first, message, [stated(first, "heartbeat_interval")], options)


def _problem(first: Calls, message: str, facts: list[Fact], options: Options) -> Problem:
    shortest, longest = options.shortest_interval, options.longest_interval
    return Problem(
        first,
        message,
        facts,
        f"send one every {readable(shortest)} to {readable(longest)}",
        edits=[Edit(first, "heartbeat_interval", USUAL)] if shortest <= USUAL <= longest else (),
        unsafe=True,
    )


def chat(
    beat: timedelta | None,
    idle: timedelta | None = None,
    *,
    clients: int | None = None,
    presence: bool | None = None,
    protocol: Literal["websocket", "long_poll"] = "websocket",
) -> Design:
    edge = LoadBalancer("Edge", layer=4, idle_timeout=idle)
    first = Calls(Client("Phone"), edge, protocol=protocol, heartbeat_interval=beat)
    needs = Requirements(concurrent_clients=clients, presence=presence)
    return Design("Chat", [first, Calls(edge, Service("Chat"))], requirements=needs)


rule = Rule(
    "RT029",
    Severity.INFO,
    check,
    flagged=[
        lambda: chat(seconds(120)),
        lambda: chat(seconds(5), clients=200_000),
        lambda: chat(seconds(14), seconds(60)),
        lambda: chat(seconds(45), seconds(60)),
    ],
    accepted=[
        lambda: chat(seconds(20)),
        lambda: chat(seconds(15)),
        lambda: chat(seconds(30)),
        lambda: chat(seconds(8), seconds(15)),
        lambda: chat(seconds(5), presence=True),
        lambda: chat(seconds(120), protocol="long_poll"),
    ],
    see=["heartbeat", "websocket", "persistent-connection-without-heartbeat", "heartbeat-slower-than-an-idle-timeout"],
    options=Options,
)
