"""SQS hides a message for hardly longer than the function may run that works on it.

## Why it matters
Lambda takes messages from SQS in advance and tries again when it is throttled, all of it while the lease runs. With a lease of
90 s and a function of up to 60 s, a batch that waited half a minute for a free function is handed out again while the first is
still at work. In a rush, when most are throttled, that doubles the work. With a lease below the timeout AWS refuses to connect
the two at all.

## What to do
State a `visibility_timeout` of six times the `timeout` of the function, as AWS advises, and the time for which batches are
gathered on top of that. Or let the function end sooner: a timeout far above its slowest work has no use.

## When it does not apply
- The lease is six times as long or longer.
- It is below the timeout itself: an error, or a warning where it is not stated whose the function is.
- The function prolongs its hold while it works, or the queue is not SQS by its `engine`, or the function is of another provider.
- Either time is not stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Consumes, Design, Function, Publishes, Queue, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Factor,
    Problem,
    Rule,
    Severity,
    TakenWork,
    does,
    number,
    readable,
    started_by_sqs,
    stated,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    times: Factor = 6
    """How many times the timeout of the function a lease should last. Default: 6, as AWS advises."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        lease = queue.visibility_timeout
        if lease is not None:
            ends = [
                (end[0], end[1], one) for one in takers if (end := one.broken_off) and one.fixed_lease and started_by_sqs(one)
            ]
            longest = max(ends, key=lambda one: one[0], default=None)
            if longest and lease < longest[0] * options.times:
                yield _problem(longest[2], lease, longest[0], longest[1], options)


def _problem(taken: TakenWork, lease: timedelta, limit: timedelta, by: str, options: Options) -> Problem:
    queue, function, enough = taken.queue, taken.worker, limit * options.times
    refused = lease < limit
    surely = refused and by == "timeout" and isinstance(function, Function) and function.provider is not None
    told = "which leaves little for what is throttled and tried again"
    if refused:
        told = "and AWS refuses to connect the two" if surely else "so that another begins meanwhile"
    return Problem(
        queue,
        f"{does(queue.name, 'hides')} a message for {readable(lease)}, and {function.name} may run for {readable(limit)}, {told}",
        [stated(queue, "visibility_timeout"), stated(function, by), stated(queue, "engine"), stated(function, "heartbeat")],
        f"raise visibility_timeout of {queue.name} to {readable(enough)}, {number(float(options.times))} times {by} of "
        f"{function.name}, or lower that",
        also=[function, taken.consumes],
        severity=None if surely else Severity.WARNING,
        edits=[Edit(queue, "visibility_timeout", enough)],
        unsafe=True,
    )


def jobs(
    lease: timedelta | None,
    timeout: timedelta | None,
    *,
    engine: str = "SQS",
    provider: str | None = "AWS Lambda",
    heartbeat: bool | None = None,
    functions: bool = True,
) -> Design:
    queue = Queue("Jobs", engine=engine, visibility_timeout=lease, dead_letter=Queue("Dead jobs"), max_receives=5)
    function = Function("Resizer", provider=provider, timeout=timeout, task_duration=seconds(8), heartbeat=heartbeat)
    worker = function if functions else Worker("Resizer", max_runtime=timeout, task_duration=seconds(8))
    return Design("Pictures", [Publishes(Service("API"), queue), Consumes(worker, queue)])


rule = Rule(
    "LT088",
    Severity.ERROR,
    check,
    flagged=[
        lambda: jobs(seconds(30), minutes(1)),
        lambda: jobs(seconds(90), minutes(1)),
        lambda: jobs(minutes(1), minutes(1), provider=None),
    ],
    accepted=[
        lambda: jobs(minutes(6), minutes(1)),
        lambda: jobs(seconds(90), minutes(1), functions=False),
        lambda: jobs(seconds(90), minutes(1), engine="RabbitMQ"),
        lambda: jobs(seconds(90), minutes(1), provider="Azure Functions"),
        lambda: jobs(seconds(90), minutes(1), heartbeat=True),
        lambda: jobs(seconds(90), None),
        lambda: jobs(None, minutes(1)),
    ],
    see=["sqs-lambda", "visibility-timeout", "execution-limit-that-misfits-its-job"],
    options=Options,
)
