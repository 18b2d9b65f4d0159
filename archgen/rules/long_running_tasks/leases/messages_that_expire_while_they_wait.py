"""In the busiest time work waits longer than its messages live, and what expires vanishes.

## Why it matters
A message of which nobody took notice in time is dropped by the broker, without an error at either end. With a lifetime of a
minute and ten minutes of waiting after a rush, nine jobs in ten are gone. Their status says "queued" for ever, and the person who
waits for one of them hears nothing, not even that it failed.

## What to do
- Let the lifetime follow from how long work is still worth doing, and be longer than the longest wait; then add workers, or
  refuse work while the queue is deep, until that fits.
- Send what expires to a dead letter queue, and let whoever takes from that mark the jobs as failed.

## When it does not apply
- Expired messages have a `dead_letter` to go to.
- Nothing waits that long, by the peaks and the workers that are stated; or those are not.
- Lost work does no harm: all who take it are `loss_tolerant`, as where an old message is worth nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from archgen import Consumes, Design, Publishes, Queue, Rate, Service, Worker, hours, minutes, per_second, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Quantity,
    Rule,
    Severity,
    TakenWork,
    derived,
    readable,
    stated,
)

LIVES = ("message_ttl", "retention")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        lives = _lives(queue)
        wait = estimate.of(queue, "burst_delay")
        harmless = all(one.worker.loss_tolerant for one in takers)
        if lives and wait and wait.value > lives[0].total_seconds() and not queue.dead_letter and not harmless:
            yield _problem(queue, takers, *lives, wait)


def _lives(queue: Queue) -> tuple[timedelta, str] | None:
    said = ((getattr(queue, name), name) for name in LIVES)
    return min(((value, name) for value, name in said if value is not None), default=None)


def _problem(queue: Queue, takers: Sequence[TakenWork], lives: timedelta, attribute: str, wait: Quantity) -> Problem:
    longest = seconds(round(wait.value))
    return Problem(
        queue,
        f"after a rush the last message of {queue.name} waits for {readable(longest)}, and it is dropped after {readable(lives)}",
        [stated(queue, attribute), derived(queue, wait), stated(queue, "dead_letter")],
        f"send what expires in {queue.name} to a dead letter queue, or let messages live longer than {readable(longest)}",
        also=[one.worker for one in takers],
    )


def jobs(
    lives: timedelta | None,
    *,
    peak: Rate | None = None,
    dead: bool = False,
    retention: timedelta | None = None,
    loss_tolerant: bool | None = False,
) -> Design:
    """A peak of twenty minutes before workers that do ten a second."""
    queue = Queue(
        "Jobs",
        message_ttl=lives,
        retention=retention,
        dead_letter=Queue("Dead jobs") if dead else None,
        max_receives=5 if dead else None,
    )
    worker = Worker("Worker", replicas=10, concurrency=1, task_duration=seconds(1), loss_tolerant=loss_tolerant)
    publish = Publishes(Service("API"), queue, rate=per_second(5), peak_rate=peak or per_second(20), burst=minutes(20))
    return Design("Jobs", [publish, Consumes(worker, queue)])


rule = Rule(
    "LT041",
    Severity.WARNING,
    check,
    flagged=[lambda: jobs(minutes(1)), lambda: jobs(None, retention=minutes(10)), lambda: jobs(minutes(1), loss_tolerant=None)],
    accepted=[
        lambda: jobs(hours(1), dead=True),
        lambda: jobs(minutes(1), dead=True),
        lambda: jobs(minutes(1), peak=per_second(10), dead=True),
        lambda: jobs(minutes(1), peak=per_second(9), loss_tolerant=True),
        lambda: jobs(minutes(1), loss_tolerant=True),
        lambda: jobs(hours(1)),
    ],
    beside=["LT017"],
    see=["message-ttl", "dead-letter-queue", "arrival-over-drain-rate"],
)
