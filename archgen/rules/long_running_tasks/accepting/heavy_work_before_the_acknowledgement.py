"""A submission is answered only after calls that take seconds, so that taking work in is as slow as doing it.

## Why it matters
The point of a queue is that the answer comes in some 50 ms, whatever the job takes. A service that first renders a preview for
20 s and then enqueues has both the wait and the queue: its threads are full with 50 submissions a second times 20 s, 1,000 at
once, and whoever's request is cut off in between sends the job again.

## What to do
Before the answer only check the request, write the job down and put it on the queue. All else is work: let a worker do it, as the
first step of the job.

## When it does not apply
- What is called before the answer takes a second or less in all, or is not waited for.
- The calls belong to other requests: they say another `operation`, are asked for in fewer than half of the requests, or look for
  the state of a job.
- How long they take is not stated.
- Work of 5 s and more that is waited for is a finding of its own: `request-that-waits-for-slow-work`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Worker, milliseconds, seconds
from archgen.plugin import (
    OPEN,
    SLOW,
    Architecture,
    Duration,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    listed,
    looks,
    readable,
    stated,
    waits,
)

A_SECOND = seconds(1)
SELDOM = 0.5


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    limit: Duration = A_SECOND
    """How long the calls before the answer may take in all. Tool default: 1 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for service in architecture.components(Service):
        jobs = [one for one in architecture.out_of(service, Publishes) if isinstance(one.target, Queue)]
        if jobs and _is_asked(architecture, service):
            slow = list(_before(architecture, service, {one.operation for one in jobs}))
            total = sum((one[1] for one in slow), timedelta())
            if total > options.limit:
                yield _problem(service, jobs[0], slow, total)


def _is_asked(architecture: Architecture, service: Service) -> bool:
    return any(waits(call) and not looks(call) for call in architecture.into(service, Calls))


def _before(architecture: Architecture, service: Service, operations: set[str | None]) -> Iterator[tuple[Calls, timedelta, Fact]]:
    """The calls of the same request that it waits for, with how long each takes."""
    for call in architecture.out_of(service, Calls):
        other = call.operation is not None and None not in operations and call.operation not in operations
        seldom = call.per_request is not None and call.per_request < SELDOM
        if waits(call) and call.protocol not in OPEN and not looks(call) and not other and not seldom:
            found = _takes(architecture, call)
            if found:
                yield call, *found


def _takes(architecture: Architecture, call: Calls) -> tuple[timedelta, Fact] | None:
    if call.latency is not None:
        return call.latency, stated(call, "latency")
    said = [(one.task_duration, one) for one in architecture.members(call.target) if isinstance(one, Service)]
    known = [(duration, one) for duration, one in said if duration is not None and duration < SLOW]
    return (known[0][0], stated(known[0][1], "task_duration")) if known else None


def _problem(service: Service, job: Publishes, slow: Sequence[tuple[Calls, timedelta, Fact]], total: timedelta) -> Problem:
    names = listed(list(dict.fromkeys(call.target.name for call, _, _ in slow)))
    waits_for, answers = (agreeing(service.name, verb) for verb in ("waits", "it answers"))
    return Problem(
        service,
        f"{does(service.name, 'takes')} work in for {job.target.name} and {waits_for} {readable(total)} for {names} "
        f"before {answers}",
        [fact for _, _, fact in slow],
        f"let {service.name} only check, write down and enqueue before {answers}, and a worker ask {names}; or state, as their "
        "operation, that these calls belong to other requests",
        also=[job, *(call for call, _, _ in slow)],
    )


def previews(
    takes: timedelta | None, *, operation: str | None = None, per_request: float | None = None, asynchronous: bool = False
) -> Design:
    api, render = Service("API"), Service("Previews", task_duration=takes)
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    ask = Calls(
        api,
        render,
        mode="async" if asynchronous else "sync",
        timeout=seconds(28),
        operation=operation,
        per_request=per_request,
    )
    enqueue = Publishes(api, queue, operation="submit")
    submit = Calls(Client("App"), api, mode="sync", timeout=seconds(29))
    return Design("Previews", [submit, ask, enqueue, Consumes(Worker("Renderer"), queue)])


rule = Rule(
    "LT005",
    Severity.WARNING,
    check,
    flagged=[lambda: previews(seconds(4)), lambda: previews(seconds(4), operation="submit")],
    accepted=[
        lambda: previews(milliseconds(300)),
        lambda: previews(seconds(4), operation="preview"),
        lambda: previews(seconds(4), per_request=0.1),
        lambda: previews(seconds(4), asynchronous=True),
        lambda: previews(None),
    ],
    see=["async-offload", "submit-and-poll", "job-longer-than-request"],
    options=Options,
)
