"""After a rush the last job is done later than was promised.

## Why it matters
On the first of the month 10,000 reports are asked for at once. Ten workers do one each in three minutes: the last is ready after
50 h, where an hour was promised, and every report that comes in those two days waits behind them. The average looks harmless all
the while.

## What to do
- Let more workers start when the queue grows, as far as what they call can bear it, and count what the rush needs at that limit.
- Let what people wait for go first, in a queue or a level of its own, and what was made in bulk go behind it.
- Spread the rush where it is made, over a night say; or promise what can be kept.

## When it does not apply
- The rush is done in time with as many workers as may run (`max_replicas`).
- What workers call has a limit that makes them this slow: that is a finding of its own, which more workers do not mend.
- No time is promised (`completion_time`), or it is not known what comes at once or how fast it is done.
- What the workers do rests on an assumption: then it is asked.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from archgen import Autoscaling, Consumes, Design, Publishes, Queue, Requirements, Service, Worker, hours, minutes
from archgen.plugin import (
    Architecture,
    Completion,
    Estimate,
    Problem,
    Quantity,
    Rule,
    Severity,
    TakenWork,
    completion,
    derived,
    listed,
    number,
    readable,
    roughly,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        depth, drain, allowed = (estimate.of(queue, name) for name in ("burst_depth", "capacity", "let_through"))
        promise = completion(architecture, queue)
        if not depth or not drain or not promise or not drain.value:
            continue
        fastest = drain.value * _growth(takers)
        last = depth.value / fastest + max((_alone(one) for one in takers), default=0)
        if last > promise.time.total_seconds() and not (allowed and allowed.value < fastest):
            yield _problem(queue, takers, depth, drain, promise, last)


def _growth(takers: Sequence[TakenWork]) -> float:
    """By what the workers together may grow; as much as the one that grows most, so that no alarm is given too early."""
    most = 1.0
    for one in takers:
        scaling, runs = one.worker.autoscaling, one.worker.replicas
        if scaling and scaling.max_replicas:
            most = max(most, scaling.max_replicas / (runs or scaling.min_replicas or 1))
    return most


def _alone(taken: TakenWork) -> float:
    return taken.worker.task_duration.total_seconds() if taken.worker.task_duration is not None else 0


def _problem(
    queue: Queue,
    takers: Sequence[TakenWork],
    depth: Quantity,
    drain: Quantity,
    promise: Completion,
    last: float,
) -> Problem:
    names = listed(list(dict.fromkeys(one.worker.name for one in takers)))
    takes = readable(roughly(last))
    message = f"after a rush {number(depth.value)} wait in {queue.name}, and the last is done after {takes}"
    return Problem(
        queue,
        f"{message}, where {readable(promise.time)} are promised",
        [
            derived(queue, depth),
            derived(queue, drain),
            stated(promise.needs, "completion_time"),
            *(stated(one.worker, "autoscaling") for one in takers),
        ],
        f"state replicas and concurrency of {names}"
        if drain.assumptions
        else f"let more of {names} run while much waits in {queue.name}, spread the rush, or promise {takes}",
        also=[one.worker for one in takers],
        asks=bool(drain.assumptions),
    )


def reports(at_once: int | None, promised: timedelta | None, replicas: int | None = 10, *, most: int | None = None) -> Design:
    growing = Autoscaling("queue_depth", min_replicas=replicas, max_replicas=most) if most else None
    worker = Worker(
        "Renderer", replicas=replicas, concurrency=1, task_duration=minutes(3), max_runtime=minutes(10), autoscaling=growing
    )
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5, max_depth=100_000, overflow="reject")
    ask = Publishes(Service("API"), queue, burst_size=at_once)
    return Design("Reports", [ask, Consumes(worker, queue)], requirements=Requirements(completion_time=promised))


rule = Rule(
    "LT050",
    Severity.WARNING,
    check,
    flagged=[
        lambda: reports(10_000, hours(1)),
        lambda: reports(1_000, hours(1), most=20),
        lambda: reports(1_000, hours(1), None),
    ],
    accepted=[
        lambda: reports(100, hours(1)),
        lambda: reports(1_000, hours(1), most=60),
        lambda: reports(10_000, None),
        lambda: reports(None, hours(1)),
    ],
    see=["queue-load-leveling", "queue-depth-autoscaling", "arrival-over-drain-rate"],
)
