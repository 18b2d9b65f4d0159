"""A caller waits for a job that takes longer than its request may last.

## Why it matters
Every hop of a request has a timeout; 30 to 60 s is usual. When the shortest one is over the caller gets a 504, while behind it
the job goes on, ties up a thread, and throws its result away when it is done. The caller, who believes that nothing happened,
tries again: now the job runs twice.

## What to do
Answer at once with 202 and the id of a job (not 200: nothing is done yet). Put the job on a queue with a dead letter queue, let
a worker do it and write its state down, and let the caller ask for that state every few seconds, or wait in a long poll.

## When it does not apply
- The job is shorter than every timeout on the way, or its duration is not stated.
- The caller does not wait (its `mode` is `async`), or goes through a queue.
- The result streams back while it is made, over a WebSocket or as events: such a connection is not cut by a request timeout.
- A timeout that is long enough on every hop, and callers that stay. Where no hop states one, 30 s are assumed, and the finding
  says so; the option `assumed-timeout` is another time to assume.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Publishes,
    Queue,
    Reads,
    Service,
    Worker,
    milliseconds,
    minutes,
    seconds,
)
from archgen.plugin import PUSH, Architecture, Duration, Estimate, Fact, Problem, Rule, Severity, readable, stated

ASSUMED = seconds(30)
# Over these an answer may come in parts, or much later: they have no request timeout.
OPEN = (*PUSH, "webrtc", "tcp", "udp")
Way = tuple[Calls, ...]


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    assumed_timeout: Duration = ASSUMED
    """How long a request may last where no hop of its way states a timeout. Tool default: 30 s, the shortest that is usual."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    assumed = options.assumed_timeout
    for job, way in _awaited(architecture, assumed).items():
        duration = job.task_duration if isinstance(job, (Service, Worker)) else None
        if duration is not None and duration >= _limit(way, assumed)[0]:
            yield _problem(job, duration, way, assumed)


def _awaited(architecture: Architecture, assumed: timedelta) -> Mapping[Component, Way]:
    """What clients wait for, each with the way to it that has the shortest timeout."""
    ways: dict[Component, Way] = {}
    waiting: list[Way] = [(call,) for client in architecture.components(Client) for call in _awaits(architecture, client)]
    while waiting:
        way = waiting.pop(0)
        for end in architecture.members(way[-1].target):
            if end not in ways or _limit(way, assumed)[0] < _limit(ways[end], assumed)[0]:
                ways[end] = way
                waiting.extend((*way, call) for call in _awaits(architecture, end))
    return ways


def _awaits(architecture: Architecture, component: Component) -> Iterator[Calls]:
    return (call for call in architecture.out_of(component, Calls) if call.mode != "async" and call.protocol not in OPEN)


def _limit(way: Way, assumed: timedelta) -> tuple[timedelta, Fact]:
    """The shortest timeout on the way, and where it is stated."""
    limits = [(call.timeout, stated(call, "timeout")) for call in way if call.timeout is not None]
    balancers = [call.target for call in way if isinstance(call.target, LoadBalancer)]
    limits += [(one.idle_timeout, stated(one, "idle_timeout")) for one in balancers if one.idle_timeout is not None]
    start, end = way[0].source.name, way[-1].target.name
    unstated = Fact(f"no timeout is stated between {start} and {end}: {readable(assumed)} are assumed")
    return min(limits, key=lambda limit: limit[0], default=(assumed, unstated))


def _problem(job: Component, duration: timedelta, way: Way, assumed: timedelta) -> Problem:
    limit, reason = _limit(way, assumed)
    caller = way[0].source.name
    return Problem(
        job,
        f"{caller} waits for {job.name}, which takes {readable(duration)}, in a request that ends after {readable(limit)}",
        [stated(job, "task_duration"), reason],
        f"answer {caller} with 202 and a job id, put the job on a queue with a dead letter queue, and let a worker do it",
        also=way,
    )


def report(duration: timedelta | None, *, timeout: timedelta | None = None, idle: timedelta | None = None) -> Design:
    browser, edge, api = Client("Browser"), LoadBalancer("Edge", idle_timeout=idle), Service("API")
    render = Service("Report renderer", task_duration=duration)
    return Design("Reports", [Calls(browser, edge, timeout=timeout), Calls(edge, api), Calls(api, render, timeout=timeout)])


def queued() -> Design:
    browser, api, status = Client("Browser"), Service("API", task_duration=milliseconds(50)), Database("Job states")
    jobs, worker = Queue("Jobs", dead_letter=Queue("Failed jobs")), Worker("Renderer", task_duration=minutes(3))
    parts: list[Connection] = [Calls(browser, api, timeout=seconds(30)), Publishes(api, jobs), Consumes(worker, jobs)]
    return Design("Reports on a queue", [*parts, Reads(api, status)])


def not_awaited() -> Design:
    api, render = Service("API"), Service("Report renderer", task_duration=minutes(3))
    return Design("Reports later", [Calls(Client("Browser"), api), Calls(api, render, mode="async")])


def streamed() -> Design:
    model = Service("Model", task_duration=minutes(2))
    ask = Calls(Client("Browser"), model, protocol="sse", payload_kind="token_stream", heartbeat_interval=seconds(15))
    return Design("Assistant", [ask])


rule = Rule(
    "LT001",
    Severity.ERROR,
    check,
    flagged=[
        lambda: report(minutes(3), timeout=seconds(30)),
        lambda: report(seconds(45)),
        lambda: report(seconds(90), timeout=minutes(5), idle=seconds(60)),
        lambda: report(seconds(30), timeout=seconds(30)),
    ],
    accepted=[
        queued,
        not_awaited,
        streamed,
        lambda: report(None, timeout=seconds(30)),
        lambda: report(seconds(29)),
        lambda: report(minutes(3), timeout=minutes(5), idle=minutes(6)),
    ],
    see=["message-queue", "queue-without-dead-letter"],
    options=Options,
)
