"""A worker is handed more long jobs than it can begin, which others could do meanwhile.

## Why it matters
A broker that sends ahead gives the first worker 50 jobs of 3 min each: the last of them waits two and a half hours there, while
nine workers that were started for the rush have nothing to do. Where messages are leased, the leases of those that wait run out,
and they are done twice.

## What to do
Let each worker be sent as many as it works on at once: a `prefetch` of 1 for one job at a time. Sending ahead pays for messages
of milliseconds, where the way to the broker takes longer than the work.

## When it does not apply
- It is sent no more than it works on at once (`concurrency`).
- Jobs take less than a minute, and the last of what it was sent begins before its lease ends.
- It is alone: one replica, and nobody else takes from the queue. Then nobody waits for what it has.
- Workers ask for each message (`mode` is pull).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import Consumes, Design, Publishes, Queue, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Problem,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    does,
    readable,
    stated,
)

A_MINUTE, THREE_MINUTES = minutes(1), minutes(3)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    long: Duration = A_MINUTE
    """From which length a job should not wait behind another. Tool default: 1 min."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        alone = len(takers) == 1 and takers[0].worker.replicas == 1 and not takers[0].worker.autoscaling
        for taken in takers if queue.mode != "pull" else ():
            waits = _waits(taken)
            long = not alone and taken.worker.task_duration is not None and taken.worker.task_duration >= options.long
            if waits and (long or _lapses(taken, waits)):
                yield _problem(taken, waits)


def _waits(taken: TakenWork) -> timedelta | None:
    """How long the last of what it was sent waits before it begins; None where none waits."""
    each, sent, at_once = taken.worker.task_duration, taken.worker.prefetch or 1, taken.worker.concurrency or 1
    return each * ((sent - 1) // at_once) if each is not None and sent > at_once else None


def _lapses(taken: TakenWork, waits: timedelta) -> bool:
    lease, each = taken.fixed_lease, taken.worker.task_duration or timedelta()
    return lease is not None and each < lease <= waits + each


def _problem(taken: TakenWork, waits: timedelta) -> Problem:
    queue, worker = taken.queue, taken.worker
    lapse = ", after which its lease is over" if _lapses(taken, waits) else ", which others could do meanwhile"
    begins = agreeing(worker.name, "begins")
    return Problem(
        worker,
        f"{does(worker.name, 'is')} handed {worker.prefetch} jobs, and {begins} the last after {readable(waits)}{lapse}",
        [stated(worker, name) for name in ("prefetch", "concurrency", "task_duration")] + [stated(queue, "visibility_timeout")],
        f"lower prefetch of {worker.name} to {worker.concurrency or 1}",
        also=[queue],
    )


def jobs(
    prefetch: int | None,
    takes: timedelta | None = THREE_MINUTES,
    *,
    replicas: int = 10,
    at_once: int = 1,
    mode: Literal["pull", "push"] | None = "push",
    lease: timedelta | None = None,
) -> Design:
    queue = Queue("Jobs", mode=mode, visibility_timeout=lease, dead_letter=Queue("Dead jobs"), max_receives=5)
    worker = Worker(
        "Renderer",
        prefetch=prefetch,
        task_duration=takes,
        max_runtime=takes * 2 if takes else None,
        replicas=replicas,
        concurrency=at_once,
    )
    return Design("Reports", [Publishes(Service("API"), queue), Consumes(worker, queue)])


rule = Rule(
    "LT044",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(50),
        lambda: jobs(2),
        lambda: jobs(50, seconds(10), lease=minutes(2)),
    ],
    accepted=[
        lambda: jobs(1),
        lambda: jobs(10, at_once=10),
        lambda: jobs(50, seconds(1)),
        lambda: jobs(50, replicas=1),
        lambda: jobs(50, mode="pull"),
        lambda: jobs(50, None),
    ],
    see=["consumer-prefetch", "push-or-pull-delivery", "lease-shorter-than-the-job"],
    options=Options,
)
