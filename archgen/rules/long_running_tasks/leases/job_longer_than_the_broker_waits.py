"""A job takes longer than its broker lets anybody hold a message.

## Why it matters
Brokers do not wait for ever. SQS ends a lease 12 h after the message was received, however often it was prolonged. RabbitMQ
closes the channel of a consumer that has not confirmed for 30 min, unless it is told otherwise, and hands all its messages out
again. A render of 2 h is then begun anew every half an hour on another machine, and none is ever confirmed.

## What to do
- Confirm early and keep a lease of your own in the table of jobs, so that a sweep finds those whose worker went away.
- Or cut the job into steps of minutes, each a message.
- Or raise the limit where that is possible (`consumer_timeout` of RabbitMQ), and say so.

## When it does not apply
- The job ends before that, the message is confirmed before the work, or is promised at most once.
- Only the longest kind of work, or the limit at which it is broken off, is longer: a warning.
- The limit is the usual one of the product and not stated, or it is not stated when messages are confirmed: a warning, too.
- Of other products no limit is known here; a `consumer_timeout` that is stated counts for any.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import Consumes, Design, Publishes, Queue, Service, Worker, hours, minutes
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Product,
    Rule,
    Severity,
    TakenWork,
    does,
    named,
    readable,
    stated,
    taken_work,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for taken in taken_work(architecture):
        found = _limit(taken.queue)
        if found and taken.is_handed_out_again:
            yield from _problems(taken, *found)


def _limit(queue: Queue) -> tuple[timedelta, Fact] | None:
    """How long it lets a consumer hold a message, and what says so."""
    if queue.consumer_timeout is not None:
        return queue.consumer_timeout, stated(queue, "consumer_timeout")
    usual = Product(queue).waits_for
    if usual is None:
        return None
    return usual, Fact(f"{named(queue)}: {queue.engine} waits for {readable(usual)}, as a rule", queue, "engine")


def _problems(taken: TakenWork, limit: timedelta, reason: Fact) -> Iterator[Problem]:
    each = taken.worker.task_duration
    sure = reason.attribute != "engine" and taken.is_surely_handed_out_again
    longest = max((one for one in (taken.slowest, taken.broken_off) if one), default=None)
    if each is not None and each > limit:
        yield _problem(taken, limit, [reason, stated(taken.worker, "task_duration")], each, milder=not sure)
    elif longest and longest[0] > limit:
        yield _problem(taken, limit, [reason, stated(taken.worker, longest[1])], longest[0], milder=True)


def _problem(taken: TakenWork, limit: timedelta, facts: list[Fact], duration: timedelta, *, milder: bool) -> Problem:
    queue, worker = taken.queue, taken.worker
    takes = "takes" if facts[1].attribute == "task_duration" else "may take"
    first = (
        ""
        if Product(queue).is_patience_fixed
        else f"raise consumer_timeout of {queue.name} above {readable(duration)} and state it, or "
    )
    return Problem(
        queue,
        f"{does(queue.name, 'takes')} a message back after {readable(limit)}, and "
        f"{does(worker.name, takes)} {readable(duration)}",
        facts,
        f"{first}confirm early and keep a lease in the table of jobs, or cut the job into steps",
        also=[worker, taken.consumes],
        severity=Severity.WARNING if milder else None,
    )


def jobs(
    engine: str | None,
    usually: timedelta | None,
    *,
    waits: timedelta | None = None,
    limit: timedelta | None = None,
    acknowledge: Literal["before", "after"] | None = "after",
) -> Design:
    queue = Queue("Jobs", engine=engine, dead_letter=Queue("Dead jobs"), max_receives=5, consumer_timeout=waits)
    worker = Worker(
        "Renderer",
        task_duration=usually,
        max_runtime=limit or (usually * 2 if usually else None),
        heartbeat=True,
        loss_tolerant=acknowledge == "before" or None,
    )
    return Design("Films", [Publishes(Service("API"), queue), Consumes(worker, queue, acknowledge=acknowledge)])


rule = Rule(
    "LT040",
    Severity.ERROR,
    check,
    flagged=[
        lambda: jobs("RabbitMQ", hours(2), waits=hours(1)),
        lambda: jobs("RabbitMQ", hours(2)),
        lambda: jobs("Amazon SQS", hours(20), acknowledge=None),
        lambda: jobs("RabbitMQ", minutes(20), limit=minutes(40)),
    ],
    accepted=[
        lambda: jobs("RabbitMQ", hours(2), waits=hours(5)),
        lambda: jobs("RabbitMQ", minutes(10)),
        lambda: jobs("Amazon SQS", hours(2)),
        lambda: jobs("RabbitMQ", hours(2), waits=hours(1), acknowledge="before"),
        lambda: jobs("NATS JetStream", hours(2)),
        lambda: jobs("RabbitMQ", None),
    ],
    see=["message-queue", "lease-shorter-than-the-job"],
)
