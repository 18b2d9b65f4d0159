"""Clients hold a WebSocket, and it is not said what they send over it.

## Why it matters
What a WebSocket has over an event stream is the way back: messages from the client, without a request for each. Whether it is
worth a special balancer, a heartbeat and a reconnection of one's own depends on how much goes that way. Several messages a
second of each client: yes. One a minute: an ordinary request beside an event stream does the same, with less.

## What to do
State how many messages each client sends, as `send_rate` of the connection, or that both sides speak, as `bidirectional`; or
`client_sends` among the requirements.

## When it does not apply
- What clients send is stated, by one of these or as the `rate` of the connection.
- People change the same thing together, or hear and see each other: then they do send.
- The design does not say how soon updates must be seen: that is asked first.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Rate, Requirements, Retry, Service, Topic, per_second, seconds
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, agreeing, does, first_calls, sends, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    if needs.latency_budget is None or needs.client_sends or needs.collaborative or needs.media:
        return
    unsaid = [first for first in first_calls(architecture, "websocket") if not _is_said(architecture, first)]
    if unsaid:
        first, *others = unsaid
        rest = does(others[0].source.name, "does") if len(others) == 1 else f"{len(others)} others do"
        more = f", nor what {rest}" if others else ""
        yield Problem(
            first,
            f"it is not said what {does(first.source.name, 'sends')} over {agreeing(first.source.name, 'its')} WebSocket{more}",
            [stated(first, "send_rate"), stated(first, "bidirectional"), stated(needs, "client_sends")],
            "state client_sends among the requirements, or the send_rate or bidirectional of the connection",
            also=others,
            asks=True,
        )


def _is_said(architecture: Architecture, first: Calls) -> bool:
    return first.bidirectional is not None or first.rate is not None or sends(architecture, first)[0] is not None


def scores(
    budget: timedelta | None,
    rate: Rate | None = None,
    *,
    both: bool | None = None,
    often: Literal["rarely", "often"] | None = None,
) -> Design:
    gateway, goals = Service("Gateway"), Topic("Goals", replicas=3)
    socket = Calls(
        Client("Phone"),
        gateway,
        protocol="websocket",
        heartbeat_interval=seconds(20),
        reconnect=Retry(backoff="exponential", jitter=True, initial=seconds(1)),
        send_rate=rate,
        bidirectional=both,
    )
    needs = Requirements(latency_budget=budget, client_sends=often)
    return Design("Scores", [socket, Publishes(Service("Referee"), goals), Consumes(gateway, goals)], requirements=needs)


rule = Rule(
    "RT090",
    Severity.INFO,
    check,
    flagged=[lambda: scores(seconds(1)), lambda: scores(seconds(0.2))],
    accepted=[
        lambda: scores(seconds(1), per_second(3)),
        lambda: scores(seconds(1), both=True),
        lambda: scores(seconds(1), often="often"),
        lambda: scores(None),
    ],
    see=["websocket", "sse-plus-http-post", "websocket-in-one-direction", "websocket-for-rare-messages"],
)
