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
- A timeout that is long enough on every hop, and callers that stay.
- No hop states a timeout, or one does not state its `mode`, unless it is a balancer that hands on: it may hand the job over and
  not wait. Then the finding is a warning. Where no timeout is stated at all, 30 s are assumed, and the finding says so;
  the option `assumed-timeout` is another time to assume.

Of a way of more than twenty calls the first and the last twenty are told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Literal

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
from archgen.plugin import (
    OPEN,
    USUAL_TIMEOUT,
    Architecture,
    AwaitedWay,
    Duration,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    awaited,
    does,
    readable,
    stated,
)

UNLIMITED = timedelta.max
SHOWN = 20


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    assumed_timeout: Duration = USUAL_TIMEOUT
    """How long a request may last where no hop of its way states a timeout. Tool default: 30 s, the shortest that is usual."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    assumed = options.assumed_timeout
    durations: dict[Component, timedelta] = {
        one: one.task_duration for one in _jobs(architecture) if one.task_duration is not None
    }
    certain = awaited(architecture, _surely_waits, UNLIMITED, durations)
    for job, likely in awaited(architecture, _waits, assumed, durations).items():
        if job in certain and durations[job] >= certain[job].limit:
            yield _problem(job, durations[job], certain[job], assumed)
        elif durations[job] >= _limit(likely, assumed)[0]:
            yield _problem(job, durations[job], likely, assumed, milder=True)


def _jobs(architecture: Architecture) -> Iterator[Service | Worker]:
    yield from architecture.components(Service)
    yield from architecture.components(Worker)


def _waits(call: Calls) -> bool:
    return call.mode != "async" and call.protocol not in OPEN


def _surely_waits(call: Calls) -> bool:
    return _waits(call) and not any(_leaves_open(call))


def _leaves_open(call: Calls) -> Iterator[Fact]:
    """What it does not say of whether it waits. What shows signs of life, or hands out words as they come, may be a stream."""
    if call.mode is None and not isinstance(call.source, LoadBalancer):
        yield stated(call, "mode")
    if call.protocol is None and (call.heartbeat_interval is not None or call.payload_kind == "token_stream"):
        yield stated(call, "protocol")


def _limit(way: AwaitedWay, assumed: timedelta) -> tuple[timedelta, Fact]:
    """The shortest timeout on the way, and where it is stated."""
    if way.by:
        return way.limit, stated(*way.by)
    start, end = way.first.source.name, way.call.target.name
    return assumed, Fact(f"no timeout is stated between {start} and {end}: {readable(assumed)} are assumed")


def _calls(way: AwaitedWay) -> Sequence[Calls]:
    """The calls of a way; of a very long one, the first and the last ones."""
    last = [*islice(way.back(), SHOWN)][::-1]
    return last if last[0] is way.first else [way.first, *last]


def _problem(job: Component, duration: timedelta, way: AwaitedWay, assumed: timedelta, *, milder: bool = False) -> Problem:
    limit, reason = _limit(way, assumed)
    calls = _calls(way)
    caller = way.first.source.name
    waits = "may wait" if milder else "waits"
    known = f"state the mode and timeout of the calls on the way from {caller} to {job.name}, or " if milder else ""
    return Problem(
        job,
        f"{does(caller, waits)} for {job.name}, which {agreeing(job.name, 'takes')} {readable(duration)}, "
        f"in a request that ends after {readable(limit)}",
        [stated(job, "task_duration"), reason, *(fact for call in calls for fact in _leaves_open(call))],
        f"{known}answer {caller} with 202 and a job id, put the job on a queue with a dead letter queue, and let a worker do it",
        also=calls,
        severity=Severity.WARNING if milder else None,
    )


Mode = Literal["sync", "async"]


def report(
    duration: timedelta | None, *, timeout: timedelta | None = None, idle: timedelta | None = None, mode: Mode | None = "sync"
) -> Design:
    browser, edge, api = Client("Browser"), LoadBalancer("Edge", idle_timeout=idle), Service("API")
    render = Service("Report renderer", task_duration=duration)
    first, last = Calls(browser, edge, mode=mode, timeout=timeout), Calls(api, render, mode=mode, timeout=timeout)
    return Design("Reports", [first, Calls(edge, api), last])


def queued() -> Design:
    browser, api, status = Client("Browser"), Service("API", task_duration=milliseconds(50)), Database("Job states")
    jobs, worker = Queue("Jobs", dead_letter=Queue("Failed jobs")), Worker("Renderer", task_duration=minutes(3))
    parts: list[Connection] = [Calls(browser, api, timeout=seconds(30)), Publishes(api, jobs), Consumes(worker, jobs)]
    return Design("Reports on a queue", [*parts, Reads(api, status)])


def handed_over(mode: Mode | None) -> Design:
    """A short timeout may be that of handing over."""
    api, render = Service("API"), Service("Report renderer", task_duration=minutes(3))
    ask = Calls(Client("Browser"), api, mode="sync", timeout=seconds(30))
    return Design("Reports", [ask, Calls(api, render, mode=mode, timeout=seconds(2))])


def streamed(protocol: Literal["sse"] | None) -> Design:
    model = Service("Model", task_duration=minutes(2))
    ask = Calls(
        Client("Browser"),
        model,
        protocol=protocol,
        mode="sync",
        payload_kind="token_stream",
        heartbeat_interval=seconds(15),
        timeout=seconds(30),
    )
    return Design("Assistant", [ask])


rule = Rule(
    "LT001",
    Severity.ERROR,
    check,
    flagged=[
        lambda: report(minutes(3), timeout=seconds(30)),
        lambda: report(seconds(90), timeout=minutes(5), idle=seconds(60)),
        lambda: report(seconds(30), timeout=seconds(30)),
        lambda: handed_over("sync"),
        lambda: handed_over(None),
        lambda: report(minutes(3), timeout=seconds(30), mode=None),
        lambda: report(seconds(45)),
        lambda: streamed(None),
    ],
    accepted=[
        queued,
        lambda: handed_over("async"),
        lambda: streamed("sse"),
        lambda: report(None, timeout=seconds(30)),
        lambda: report(seconds(29)),
        lambda: report(minutes(3), timeout=minutes(5), idle=minutes(6)),
    ],
    see=["message-queue", "queue-without-dead-letter"],
    options=Options,
)
