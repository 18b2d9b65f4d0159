"""A service is measured by how long its requests take, and some of them are made to take long.

## Why it matters
A long poll that is held for 25 s, or an event stream that is open for hours, is a success. In a graph of latencies it is the
slowest request of the day. One in a hundred of them is enough to make the 99th percentile 25 s, so that an alarm goes off at
night, and next month somebody mutes it. A real slowness then hides behind it.

## What to do
Leave streams out of the objective, and state `streams_in_objective` as no. Measure instead how long it takes until the first
event is sent, how late an event arrives, and how many connections are open and are lost.

## When it does not apply
- The service has no objective of its own for the latency of requests, and it is not stated that streams count in one.
- Streams are left out of it.
- WebSockets: a server sees no request in them.
- Where it is not stated whether they count, that is asked, at info.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Requirements, Retry, Service, Topic, milliseconds, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    endpoints,
    first_calls,
    stated,
)

OBJECTIVES = ("latency_p99", "latency_p95", "latency_p50")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server, first in endpoints(architecture, first_calls(architecture, "long_poll", "sse")).items():
        if isinstance(server, Service) and server.streams_in_objective is not False:
            objective = _objective(server.requirements)
            if server.streams_in_objective:
                objective = objective or _objective(architecture.design.requirements)
                yield _problem(server, first, [objective] if objective else [])
            elif objective:
                yield _question(server, first, objective)


def _objective(needs: Requirements | None) -> Fact | None:
    return next((stated(needs, name) for name in OBJECTIVES if needs and getattr(needs, name) is not None), None)


def _problem(server: Service, first: Calls, objective: list[Fact]) -> Problem:
    it = agreeing(server.name, "it")
    return Problem(
        server,
        f"connections that stay open for long count among the requests of {server.name}, and make {it} look slow",
        [stated(server, "streams_in_objective"), *objective, stated(first, "protocol")],
        f"leave streams out of the objective of {server.name}, and measure the time until the first event and open connections",
        also=[first],
        edits=[Edit(server, "streams_in_objective", False)],
        unsafe=True,
    )


def _question(server: Service, first: Calls, objective: Fact) -> Problem:
    return Problem(
        server,
        f"{does(server.name, 'has')} an objective for latency, and it is not said whether connections that stay open count in it",
        [stated(server, "streams_in_objective"), objective, stated(first, "protocol")],
        f"state streams_in_objective of {server.name}",
        also=[first],
        asks=True,
        edits=[Edit(server, "streams_in_objective", False)],
        unsafe=True,
    )


def feed(counted: bool | None, *, objective: bool = True, protocol: Literal["sse", "long_poll", "websocket"] = "sse") -> Design:
    needs = Requirements(latency_p99=milliseconds(300)) if objective else None
    service, posts = Service("Feed", streams_in_objective=counted, requirements=needs), Topic("Posts", replicas=3)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    held = protocol == "long_poll"
    stream = Calls(
        Client("Browser"),
        service,
        protocol=protocol,
        heartbeat_interval=None if held else seconds(20),
        hold_timeout=seconds(25) if held else None,
        reconnect=again,
    )
    return Design("Feed", [stream, Publishes(Service("Authors"), posts), Consumes(service, posts)])


rule = Rule(
    "RT091",
    Severity.INFO,
    check,
    flagged=[lambda: feed(True), lambda: feed(True, protocol="long_poll"), lambda: feed(None)],
    accepted=[
        lambda: feed(False),
        lambda: feed(None, objective=False),
        lambda: feed(None, protocol="websocket"),
        lambda: feed(False, protocol="long_poll"),
    ],
    see=["long-polling", "server-sent-events", "long-poll-hold-out-of-range"],
)
