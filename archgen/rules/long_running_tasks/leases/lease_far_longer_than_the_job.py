"""A queue hides a message for far longer than the work takes, so that a crash is noticed hours later.

## Why it matters
When a worker dies with a message in hand, nobody else gets it until its lease ends. A job of a minute under a lease of 12 h is
started again half a day after the machine went away: the person who waits has long asked what became of it, and nothing in the
numbers looked wrong.

## What to do
Keep the lease short, two or three times the slowest job, and let the worker prolong it while it works (`heartbeat`): then a crash
is noticed within one lease, however long a job may be.

## When it does not apply
- The worker prolongs its hold.
- It is at most ten times the slowest job that is stated, or 5 min or less, or fits the limit at which jobs
  are broken off: up to three times that, six times for a function, as providers advise.
- How long the work takes is not stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Consumes, Design, Function, Publishes, Queue, Service, Worker, hours, minutes, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Factor,
    Problem,
    Rule,
    Severity,
    TakenWork,
    does,
    is_function,
    readable,
    stated,
    taken_work,
)

SHORT, LEAST = minutes(5), seconds(30)
# A lease has to outlast the limit at which a job is broken off, with some room.
ROOM, ROOM_OF_FUNCTIONS = 3, 6


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    times: Factor = 10
    """How many times the slowest job a lease may last. Tool default: 10."""
    short: Duration = SHORT
    """Up to which length a lease is let pass, whatever the job. Tool default: 5 min, which a retry can wait."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    seen = set()
    for taken in taken_work(architecture):
        lease = taken.fixed_lease
        needed = _needed(taken, options)
        if lease is None or needed is None or taken.queue in seen:
            continue
        if lease > max(needed, options.short):
            seen.add(taken.queue)
            yield _problem(taken, lease)


def _needed(taken: TakenWork, options: Options) -> timedelta | None:
    """The longest lease that its work gives a reason for; the slowest of all who take from the queue counts."""
    longest, limit = taken.slowest, taken.broken_off
    if longest is None:
        return None
    room = ROOM_OF_FUNCTIONS if is_function(taken.worker) else ROOM
    return max(longest[0] * options.times, limit[0] * room if limit else timedelta())


def _problem(taken: TakenWork, lease: timedelta) -> Problem:
    queue, worker = taken.queue, taken.worker
    duration, attribute = taken.slowest or (timedelta(), "task_duration")
    enough = readable(max(duration * ROOM, LEAST))
    return Problem(
        queue,
        f"when {does(worker.name, 'dies')} over a job of {readable(duration)}, "
        f"{does(queue.name, 'hides')} that job for {readable(lease)}",
        [stated(queue, "visibility_timeout"), stated(worker, attribute), stated(worker, "heartbeat")],
        f"lower visibility_timeout of {queue.name} to {enough}, and let {worker.name} prolong it (heartbeat)",
        also=[worker],
    )


def jobs(
    lease: timedelta | None,
    usually: timedelta | None,
    *,
    heartbeat: bool | None = False,
    limit: timedelta | None = None,
    slow: timedelta | None = None,
) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5, visibility_timeout=lease)
    worker = Worker(
        "Renderer", task_duration=usually, heartbeat=heartbeat, max_runtime=limit or minutes(5), task_duration_max=slow
    )
    return Design("Reports", [Publishes(Service("API"), queue), Consumes(worker, queue)])


def thumbnails() -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5, visibility_timeout=minutes(6))
    function = Function("Thumbnailer", task_duration=seconds(6), timeout=minutes(1))
    return Design("Thumbnails", [Publishes(Service("API"), queue), Consumes(function, queue)])


rule = Rule(
    "LT037",
    Severity.INFO,
    check,
    flagged=[lambda: jobs(hours(12), minutes(1)), lambda: jobs(hours(1), seconds(1), heartbeat=None)],
    accepted=[
        lambda: jobs(minutes(3), seconds(1)),
        lambda: jobs(minutes(10), minutes(1)),
        lambda: jobs(hours(12), minutes(1), heartbeat=True),
        lambda: jobs(hours(1), minutes(1), limit=minutes(30)),
        lambda: jobs(hours(2), minutes(1), slow=minutes(20), limit=minutes(30)),
        lambda: jobs(hours(12), None),
        thumbnails,
    ],
    see=["message-queue", "lease-shorter-than-the-job"],
    options=Options,
)
