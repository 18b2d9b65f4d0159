"""Clients hold connections open for updates, and it is not said how soon they must see one.

## Why it matters
A poll every few seconds is the simplest thing that can work, and each step above it has to be paid for: connections to hold,
servers to find, messages to catch up with. The one thing that pays for it is time. Where nobody has said whether an update may
be 200 ms or 5 s old, nobody can say either whether all that is too much or not enough.

## What to do
Ask those who use it how old what they see may be, and state it as `latency_budget`: 200 ms for a conversation, a second for a
score, five to ten for a dashboard. If they do not know, begin with polls and see whether anybody complains.

## When it does not apply
- Something else asks for it: people hear and see each other, change the same thing together, or write often; or an answer is
  shown while it is being written.
- Nothing is required yet: no requirement is stated at all.
- How old what is shown may be is stated otherwise, as `staleness` or `freshness`.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Requirements, Retry, Service, Topic, seconds
from archgen.plugin import (
    PUSH,
    Architecture,
    Estimate,
    Problem,
    Rule,
    Severity,
    attributes,
    does,
    first_calls,
    is_streamed,
    needing,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    if not attributes(needs) or _is_asked_for(needs):
        return
    calls = [one for one in first_calls(architecture, *PUSH, "webrtc") if not is_streamed(one)]
    unsaid = [one for one in calls if needing(architecture, one, "latency_budget").latency_budget is None]
    if unsaid:
        first, *others = unsaid
        more = f", as {'one more does' if len(others) == 1 else f'{len(others)} more do'}" if others else ""
        yield Problem(
            first,
            f"{does(first.source.name, 'holds')} a connection open for updates{more}, "
            "and it is not said how soon one must be seen",
            [stated(needs, "latency_budget"), stated(first, "protocol")],
            "state the latency_budget that people need",
            also=others,
            asks=True,
        )


def _is_asked_for(needs: Requirements) -> bool:
    """Whether something but a latency asks for a connection that stays open, or how old an update may be is said otherwise."""
    old = (needs.latency_budget, needs.staleness, needs.freshness)
    return any(one is not None for one in old) or bool(needs.media or needs.collaborative) or needs.client_sends == "often"


def dashboard(
    needs: Requirements, protocol: Literal["websocket", "sse"] = "sse", payload: Literal["json", "token_stream"] = "json"
) -> Design:
    service, figures = Service("Dashboard"), Topic("Figures", replicas=3)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    watch = Calls(
        Client("Browser"), service, protocol=protocol, heartbeat_interval=seconds(20), payload_kind=payload, reconnect=again
    )
    return Design("Dashboard", [watch, Publishes(Service("Shop"), figures), Consumes(service, figures)], requirements=needs)


def known(budget: timedelta | None) -> Requirements:
    return Requirements(concurrent_clients=5_000, latency_budget=budget)


rule = Rule(
    "RT092",
    Severity.INFO,
    check,
    flagged=[lambda: dashboard(known(None)), lambda: dashboard(Requirements(users=100_000), "websocket")],
    accepted=[
        lambda: dashboard(known(seconds(1))),
        lambda: dashboard(Requirements()),
        lambda: dashboard(Requirements(concurrent_clients=5_000, collaborative=True)),
        lambda: dashboard(Requirements(concurrent_clients=5_000, staleness=seconds(1))),
        lambda: dashboard(known(None), payload="token_stream"),
    ],
    see=["start-simple-ladder", "simple-polling", "push-where-polling-would-do", "direction-of-a-websocket-not-stated"],
)
