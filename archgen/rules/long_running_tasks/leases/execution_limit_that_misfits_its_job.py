"""The limit at which a job is broken off is shorter than honest jobs, or longer than the queue leaves a message to one worker.

## Why it matters
A limit of 5 min on jobs that take ten kills each of them, again and again, until they are dead letters. A limit of 30 min under a
lease of 15 lets a hung job go on for another quarter of an hour beside the second attempt: both write the same file, and the one
that should have been dead may be the last to do so.

## What to do
Keep three times in this order: the slowest honest job, then `max_runtime`, then `visibility_timeout`. Leave room between them for
noticing and cleaning up. A worker that prolongs its hold (`heartbeat`) needs the first two only.

## When it does not apply
- The order holds, or one of the times is not stated.
- The worker prolongs its hold as long as it works: then a lease may be shorter than the limit.
- The queue hands nothing out again.
- The job itself is longer than the lease, or it is a function on SQS: those are findings of their own.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import Consumes, Design, Function, Publishes, Queue, Service, Worker, hours, minutes
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Rule,
    Severity,
    TakenWork,
    does,
    readable,
    started_by_sqs,
    stated,
    taken_work,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    seen = set()
    for taken in taken_work(architecture):
        limit, longest, lease = taken.broken_off, taken.slowest, taken.queue.visibility_timeout
        if limit and longest and longest[0] > limit[0] and taken.worker not in seen:
            seen.add(taken.worker)
            yield _kills(taken.worker, *limit, *longest)
        if limit and lease is not None and _stays_below(taken, lease) and lease < limit[0]:
            yield _outlives(taken, lease, *limit)


def _stays_below(taken: TakenWork, lease: timedelta) -> bool:
    """Whether honest work ends within the lease, and nothing prolongs that."""
    longest = taken.slowest
    ends = longest is None or longest[0] < lease
    return ends and taken.fixed_lease is not None and not started_by_sqs(taken)


def _kills(worker: Worker, limit: timedelta, by: str, duration: timedelta, attribute: str) -> Problem:
    return Problem(
        worker,
        f"{does(worker.name, 'is')} broken off after {readable(limit)}, and honest jobs take {readable(duration)}",
        [stated(worker, by), stated(worker, attribute)],
        f"raise {by} of {worker.name} above {readable(duration)}, or cut the job into shorter ones",
    )


def _outlives(taken: TakenWork, lease: timedelta, limit: timedelta, by: str) -> Problem:
    queue, worker = taken.queue, taken.worker
    return Problem(
        worker,
        f"{worker.name} may be at a job for {readable(limit)}, and {does(queue.name, 'gives')} it to another "
        f"after {readable(lease)}",
        [stated(worker, by), stated(queue, "visibility_timeout"), stated(worker, "heartbeat")],
        f"keep {by} of {worker.name} below visibility_timeout of {queue.name}: lower the one or raise the other",
        also=[queue],
    )


def jobs(lease: timedelta | None, worker: Worker) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5, visibility_timeout=lease)
    return Design("Videos", [Publishes(Service("API"), queue), Consumes(worker, queue)])


def encoder(
    usually: timedelta | None, limit: timedelta | None, *, slow: timedelta | None = None, heartbeat: bool | None = False
) -> Worker:
    return Worker("Encoder", task_duration=usually, task_duration_p99=slow, max_runtime=limit, heartbeat=heartbeat)


rule = Rule(
    "LT039",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(minutes(15), encoder(minutes(10), minutes(30))),
        lambda: jobs(hours(1), encoder(minutes(10), minutes(5))),
        lambda: jobs(hours(1), encoder(minutes(10), minutes(20), slow=minutes(25))),
        lambda: jobs(minutes(10), Function("Encoder", task_duration=minutes(5), timeout=minutes(15))),
    ],
    accepted=[
        lambda: jobs(minutes(35), encoder(minutes(10), minutes(30))),
        lambda: jobs(minutes(15), encoder(minutes(10), minutes(30), heartbeat=True)),
        lambda: jobs(None, encoder(minutes(10), minutes(10))),
        lambda: jobs(minutes(15), encoder(minutes(1), None)),
        lambda: jobs(minutes(35), encoder(None, minutes(30))),
    ],
    see=["lease-shorter-than-the-job", "job-without-an-execution-limit", "lease-close-to-the-timeout-of-a-function"],
)
