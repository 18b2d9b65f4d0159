"""A message that failed is handed out again at once, so that all its attempts are over before the cause is.

## Why it matters
The other side restarts, which takes 30 s. A worker fails within 50 ms, the queue hands the message out again, and five attempts
are over after a quarter of a second. What would have succeeded half a minute later lies among the dead letters, and with it
everything else that was in the queue. Meanwhile what was struggling has got each request five times.

## What to do
Let a failed message wait before it is handed out again, longer after each failure: by a queue for what waits, by a longer hiding
time for this one message, or by a set ordered by time. State it as `retry_delay`. The attempts together should outlast the
usual outage: 1, 2, 4 and 8 s are 15 s, with a ceiling of 60 s and ten attempts it is minutes.

## When it does not apply
- It waits: `retry_delay` is above zero, or the worker itself tries again with a growing pause before it gives a message back.
- There is one attempt (`max_receives` is 1), or messages are delivered at most once.
- Whether it waits is not stated.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from archgen import Calls, Component, Consumes, Design, ExternalSystem, Publishes, Queue, Retry, Service, Worker, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    TakenWork,
    does,
    readable,
    retried,
    stated,
)

A_WHILE = seconds(1)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    patient = _patient(architecture)
    for queue, takers in TakenWork.by_queue(architecture).items():
        again = [one for one in takers if one.is_handed_out_again and not _waits(one, patient)]
        if queue.retry_delay == timedelta() and queue.max_receives != 1 and again:
            yield _problem(queue, again)


def _patient(architecture: Architecture) -> Collection[Component]:
    """Those that spread their own attempts over time, with a pause that grows."""
    growing = (one.way for one in retried(architecture) if one.retry.backoff == "exponential")
    return {end for way in growing for end in architecture.members(way.source)}


def _waits(taken: TakenWork, patient: Collection[Component]) -> bool:
    own = taken.consumes.retry
    return taken.worker in patient or bool(own and own.backoff == "exponential")


def _problem(queue: Queue, again: Sequence[TakenWork]) -> Problem:
    workers = [one.worker for one in again]
    spent, tries = "a failed message", queue.max_receives if isinstance(queue.max_receives, int) else None
    durations = [one.task_duration for one in workers if one.task_duration is not None]
    if tries:
        within = (
            f", after {readable(max(durations) * tries)} at the most" if len(durations) == len(workers) else " within moments"
        )
        spent = f"all {tries} attempts of a failed message are over{within}: it"
    return Problem(
        queue,
        f"{spent} is handed out of {queue.name} again at once, while its cause lasts",
        [stated(queue, "retry_delay"), stated(queue, "max_receives"), *(stated(one, "task_duration") for one in workers)],
        f"let what failed wait before {does(queue.name, 'hands')} it out again, a second and then longer, "
        "and state it as retry_delay",
        also=workers,
        edits=[Edit(queue, "retry_delay", A_WHILE)],
        unsafe=True,
    )


def jobs(
    delay: timedelta | None,
    *,
    receives: int | None = 5,
    takes: timedelta | None = None,
    retry: Retry | None = None,
    once: bool = False,
) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=receives, retry_delay=delay)
    worker, mail = Worker("Worker", task_duration=takes, idempotent=True), ExternalSystem("Mail provider")
    send = Calls(worker, mail, retry=retry, timeout=seconds(10), idempotent=True)
    consumes = Consumes(worker, queue, delivery="at_most_once" if once else None)
    return Design("Jobs", [Publishes(Service("API"), queue), consumes, send])


rule = Rule(
    "LT026",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(timedelta(), takes=seconds(2)),
        lambda: jobs(timedelta()),
        lambda: jobs(timedelta(), receives=None, retry=Retry(2, backoff="none")),
    ],
    accepted=[
        lambda: jobs(seconds(1)),
        lambda: jobs(None),
        lambda: jobs(timedelta(), receives=1),
        lambda: jobs(timedelta(), retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(1))),
        lambda: jobs(timedelta(), once=True),
    ],
    see=["dead-letter-queue", "exponential-backoff", "queue-without-dead-letter"],
)
