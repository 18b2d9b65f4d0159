"""A queue hands a message out again while the first worker is still at work on it.

## Why it matters
A queue does not know whether a worker is slow or dead. When the time is up for which it hides a message (its lease), another
worker gets it. With a lease of 30 s and jobs of 3 min each job runs six times over, on up to six workers, and the first
confirmation comes when it is no longer asked for. The queue never empties, and good jobs end among the dead letters, since each
hand-out counts as an attempt.

## What to do
- Make the `visibility_timeout` longer than the slowest job, and break jobs off before it ends (`max_runtime`).
- Or, where jobs differ much in length, keep the lease short and let the worker prolong it while it works (`heartbeat`).

## When it does not apply
- The worker prolongs its hold, or the lease is longer than what it is stated to need.
- Only the slowest hundredth, or the longest kind of work, is longer than the lease; or several are taken at once and wait for one
  another: a warning.
- Whether the worker prolongs its hold, or when it confirms a message, is not stated: a warning, as few prolong by themselves
  and most confirm afterwards.
- The message is confirmed before the work, or promised at most once. What waits then is nobody's.
- Logs lease parts of themselves, not messages.
- A function that SQS starts and that is broken off in time: its lease is another finding.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import Consumes, Design, Publishes, Queue, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    does,
    readable,
    rounds,
    started_by_sqs,
    stated,
    taken_work,
)

ALWAYS = "takes"


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for taken in taken_work(architecture):
        lease = taken.fixed_lease
        if lease is not None and not (taken.broken_off and started_by_sqs(taken)):
            yield from _problems(taken, lease)


def _problems(taken: TakenWork, lease: timedelta) -> Iterator[Problem]:
    """The worst of what is said of how long it takes: always, sometimes, or in a batch."""
    each, longest = taken.worker.task_duration, taken.slowest
    batch, times = taken.consumes.batch_size, rounds(taken.worker, taken.consumes)
    if each is not None and each >= lease:
        yield _problem(taken, lease, each, [stated(taken.worker, "task_duration")], ALWAYS)
    elif longest and longest[0] >= lease:
        yield _problem(taken, lease, longest[0], [stated(taken.worker, longest[1])], "may take")
    elif each is not None and times > 1 and each * times >= lease:
        facts = [stated(taken.worker, "task_duration"), stated(taken.consumes, "batch_size")]
        takes = f"takes {batch} at once and {agreeing(taken.worker.name, 'is')} done with the last after"
        yield _problem(taken, lease, each * times, facts, takes)


def _problem(taken: TakenWork, lease: timedelta, duration: timedelta, facts: Sequence[Fact], takes: str) -> Problem:
    queue, worker = taken.queue, taken.worker
    surely = takes == ALWAYS and worker.heartbeat is False and taken.is_surely_handed_out_again
    return Problem(
        queue,
        f"{does(queue.name, 'hands')} a message out again after {readable(lease)}, and "
        f"{does(worker.name, takes)} {readable(duration)}",
        [stated(queue, "visibility_timeout"), *facts, stated(worker, "heartbeat")],
        f"raise visibility_timeout of {queue.name} above {readable(duration)}, or let {worker.name} prolong "
        f"{agreeing(worker.name, 'its')} hold (heartbeat)",
        also=[worker, taken.consumes],
        severity=None if surely else Severity.WARNING,
    )


def jobs(
    lease: timedelta | None,
    usually: timedelta | None,
    *,
    slow: timedelta | None = None,
    heartbeat: bool | None = False,
    batch: int | None = None,
    at_once: int | None = None,
    acknowledge: Literal["before", "after"] | None = "after",
) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5, visibility_timeout=lease)
    worker = Worker(
        "Renderer",
        task_duration=usually,
        task_duration_p99=slow,
        heartbeat=heartbeat,
        concurrency=at_once,
        max_runtime=slow or usually,
        loss_tolerant=acknowledge == "before" or None,
    )
    takes = Consumes(worker, queue, batch_size=batch, acknowledge=acknowledge)
    return Design("Reports", [Publishes(Service("API"), queue), takes])


rule = Rule(
    "LT036",
    Severity.ERROR,
    check,
    flagged=[
        lambda: jobs(seconds(30), minutes(3)),
        lambda: jobs(minutes(3), minutes(3)),
        lambda: jobs(seconds(30), minutes(3), acknowledge=None),
        lambda: jobs(seconds(30), minutes(3), heartbeat=None),
        lambda: jobs(minutes(3), minutes(1), slow=minutes(10)),
        lambda: jobs(minutes(5), seconds(40), batch=10),
    ],
    accepted=[
        lambda: jobs(minutes(10), minutes(3)),
        lambda: jobs(seconds(30), minutes(3), heartbeat=True),
        lambda: jobs(minutes(10), minutes(3), slow=minutes(9)),
        lambda: jobs(minutes(5), seconds(40), batch=10, at_once=10),
        lambda: jobs(seconds(30), minutes(3), acknowledge="before"),
        lambda: jobs(None, minutes(3)),
        lambda: jobs(seconds(30), None),
    ],
    see=["message-queue", "side-effect-without-idempotency", "job-without-an-execution-limit"],
)
