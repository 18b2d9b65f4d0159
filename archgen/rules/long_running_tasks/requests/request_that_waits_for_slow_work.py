"""People wait for seconds in a request that is long enough for it, but only just.

## Why it matters
A request of 12 s ends well as long as nothing goes wrong. It keeps a thread, a connection and a place at every balancer on its
way busy all that time: 50 a second are 600 at once. On a phone one in twenty is cut off by a lift or a tunnel, and the app asks
again; and on the day on which the work takes three times as long it is over the limit, and nothing comes back at all.

## What to do
Bring it below some seconds, or take the work in, answer 202 with an id, and let the client ask or be told when it is done.

## When it does not apply
- Less than five seconds, by what is stated.
- The answer comes in parts, over a connection that stays open, or nobody waits for it (`mode` async).
- It takes longer than the request may: that is a finding of its own.
- The result has to be in the answer, by what is required (`result_in_response`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Component, Design, Requirements, Service, Worker, minutes, seconds
from archgen.plugin import (
    OPEN,
    SLOW,
    USUAL_TIMEOUT,
    Architecture,
    AwaitedWay,
    Duration,
    Estimate,
    Problem,
    Rule,
    Severity,
    awaited,
    does,
    readable,
    stated,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    slow: Duration = SLOW
    """From which length work should not be waited for. Tool default: 5 s; people lose patience earlier."""
    assumed_timeout: Duration = USUAL_TIMEOUT
    """How long a request may last where no hop of its way states a timeout. Tool default: 30 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    if architecture.design.requirements.result_in_response:
        return
    durations = {one: length for one, length in _lasting(architecture) if length >= options.slow}
    too_long = awaited(architecture, _waits, options.assumed_timeout, durations) if durations else {}
    for job, way in awaited(architecture, _waits, options.slow, durations).items() if durations else ():
        over = job in too_long and durations[job] >= _limit(too_long[job], options.assumed_timeout)
        if not over:
            yield _problem(job, durations[job], way)


def _lasting(architecture: Architecture) -> Iterator[tuple[Component, timedelta]]:
    for kind in (Service, Worker):
        for one in architecture.components(kind):
            if one.task_duration is not None:
                yield one, one.task_duration


def _waits(call: Calls) -> bool:
    shows = call.payload_kind == "token_stream" or call.heartbeat_interval is not None
    return call.mode != "async" and call.protocol not in OPEN and call.protocol != "long_poll" and not shows


def _limit(way: AwaitedWay, assumed: timedelta) -> timedelta:
    return way.limit if way.by else assumed


def _problem(job: Component, duration: timedelta, way: AwaitedWay) -> Problem:
    caller = way.first.source.name
    return Problem(
        job,
        f"{does(caller, 'waits')} {readable(duration)} for {job.name} in a request, "
        "which keeps all on the way busy and breaks easily",
        [stated(job, "task_duration"), stated(way.first, "mode"), stated(way.call, "mode")],
        f"shorten {job.name}, or answer {caller} with 202 and a job id, and let a worker do the work",
        also=list(dict.fromkeys([way.first, way.call])),
    )


def export(
    takes: timedelta | None,
    *,
    timeout: timedelta | None = None,
    mode: Literal["sync", "async"] | None = "sync",
    protocol: Literal["sse", "http"] | None = None,
    inside: bool = False,
) -> Design:
    app, work = Client("App"), Service("Export", task_duration=takes)
    heart = seconds(15) if protocol == "sse" else None
    ask = Calls(app, work, mode=mode, timeout=timeout, protocol=protocol, heartbeat_interval=heart)
    return Design("Export", [ask], requirements=Requirements(result_in_response=inside or None))


rule = Rule(
    "LT002",
    Severity.WARNING,
    check,
    flagged=[lambda: export(seconds(12), timeout=minutes(1)), lambda: export(seconds(5), timeout=seconds(20))],
    accepted=[
        lambda: export(seconds(0.2), timeout=seconds(10)),
        lambda: export(seconds(12), mode="async", timeout=seconds(10)),
        lambda: export(seconds(12), protocol="sse"),
        lambda: export(seconds(12), timeout=minutes(1), inside=True),
        lambda: export(None, timeout=seconds(10)),
    ],
    see=["async-offload", "submit-and-poll", "job-longer-than-request"],
    options=Options,
)
