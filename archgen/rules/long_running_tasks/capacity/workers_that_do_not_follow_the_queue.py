"""The busiest time brings several times the average, and the number of workers does not follow what waits.

## Why it matters
Two jobs a second come on average and fifty on the first of the month. A pool for the average falls behind by thousands; one for
the peak stands idle for the other days. A pool that scales by its processors does not see the difference: a worker that waits for
a database uses little of them whether one message waits or a million, and one that computes is at 100 % with either. Only the
queue knows how much there is to do.

## What to do
Scale by what waits for each worker, or by the age of the oldest message (`metric` queue_depth or queue_age), between a floor that
serves the average and a ceiling that what the workers call can bear (`max_replicas`). More workers whenever the queue grows is
too simple a rule: where what they call is the limit, or more comes on average than is done, they do not help.

## When it does not apply
- The pool keeps up with the peak as it is; or what waits is done in the time that was promised.
- It follows the queue already, or a schedule that knows the busy hours; or functions are started by what arrives.
- The peak is less than three times the average.
- What the workers call takes no more, by a limit or by its capacity: then more workers would only wait there.
- Whether the pool scales, or by what, is not stated: then it is asked. How much arrives or is done is not known: nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from archgen import (
    Autoscaling,
    Calls,
    Consumes,
    Design,
    ExternalSystem,
    Function,
    Publishes,
    Queue,
    Rate,
    Requirements,
    Service,
    Worker,
    hours,
    minutes,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Factor,
    Problem,
    Quantity,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    completion,
    derived,
    does,
    number,
    stated,
)

FOLLOWS = ("queue_depth", "queue_age", "schedule")
BLIND = {"cpu": "processors", "memory": "memory", "requests": "requests", "connections": "connections"}


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    factor: Factor = 3
    """How many times the average the peak has to be. Tool default: 3; a pool for such a peak is idle most of the time."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    seen: set[Worker] = set()
    for queue, takers in TakenWork.by_queue(architecture).items():
        peak, usual, drain = (estimate.of(queue, name) for name in ("peak_requests", "requests", "capacity"))
        if not peak or not usual or not drain or peak.value < options.factor * usual.value:
            continue
        falls_behind = usual.value < drain.value < peak.value
        if (
            falls_behind
            and not _is_soon_done(architecture, estimate, queue)
            and not _is_held(architecture, estimate, queue, takers)
        ):
            blind = [one.worker for one in takers if _is_blind(one.worker) and one.worker not in seen]
            seen.update(blind)
            yield from (_problem(queue, worker, peak, usual, drain) for worker in dict.fromkeys(blind))


def _is_soon_done(architecture: Architecture, estimate: Estimate, queue: Queue) -> bool:
    """Whether what waits after the burst is done in the time that was promised."""
    promise, wait = completion(architecture, queue), estimate.of(queue, "burst_delay")
    return bool(promise and wait and wait.value <= promise.time.total_seconds())


def _is_held(architecture: Architecture, estimate: Estimate, queue: Queue, takers: Sequence[TakenWork]) -> bool:
    """Whether what they call takes no more than they bring already."""
    if estimate.of(queue, "let_through"):
        return True
    calls = (way for one in takers for way in architecture.out_of(one.worker, Calls))
    ends = (end for way in calls for end in architecture.members(way.target))
    full = (estimate.of(end, "full_utilisation") for end in ends)
    return any(one.value >= 1 for one in full if one)


def _is_blind(worker: Worker) -> bool:
    """Whether it does not follow the queue, or does not say whether it does."""
    if isinstance(worker, Function):
        return False
    return not (worker.autoscaling and worker.autoscaling.metric in FOLLOWS)


def _problem(queue: Queue, worker: Worker, peak: Quantity, usual: Quantity, drain: Quantity) -> Problem:
    scaling = worker.autoscaling
    metric = scaling.metric if scaling else None
    name = worker.name
    load = f"{number(peak.value)} a second come to {queue.name} in the busiest time, {number(usual.value)} on average"
    asks = scaling is None or (bool(scaling) and metric is None)
    if asks:
        what = f"it is not said whether {name}, which can do {number(drain.value)}, {agreeing(name, 'follows')} what waits"
    elif metric:
        measure = BLIND.get(metric, metric)
        what = (
            f"{does(name, 'scales')} by {agreeing(name, 'its')} {measure}, which {agreeing(measure, 'says')} little of what waits"
        )
    else:
        what = f"{does(name, 'stays')} at {number(drain.value)} whatever waits"
    return Problem(
        worker,
        f"{load}, and {what}",
        [derived(queue, peak), derived(queue, usual), derived(queue, drain), stated(worker, "autoscaling")],
        f"let {name} scale by queue_depth or queue_age, with a max_replicas that what {agreeing(name, 'it calls')} can bear",
        also=[queue],
        asks=asks or bool(drain.assumptions),
        edits=[Edit(worker, "autoscaling", replace(scaling, metric="queue_depth"))] if scaling and metric else (),
        unsafe=True,
    )


Scaling = Autoscaling | Literal[False] | None
FIFTY, BY_CPU = per_second(50), Autoscaling("cpu", min_replicas=5, max_replicas=40)


def jobs(
    scaling: Scaling = False,
    peak: Rate | None = FIFTY,
    *,
    replicas: int = 5,
    promised: int | None = None,
    takes: float | None = None,
    function: bool = False,
) -> Design:
    kind = Function if function else Worker
    worker = kind("Worker", replicas=replicas, concurrency=1, task_duration=seconds(1), autoscaling=scaling, idempotent=True)
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5, max_depth=1_000_000, overflow="reject")
    publish = Publishes(Service("API"), queue, rate=per_second(2), peak_rate=peak, burst=minutes(10) if peak else None)
    parts = [publish, Consumes(worker, queue)]
    if takes is not None:
        old = ExternalSystem("Old system", capacity=per_second(takes))
        parts.append(Calls(worker, old, timeout=seconds(2), idempotent=True, per_request=1))
    return Design("Jobs", parts, requirements=Requirements(completion_time=hours(promised) if promised else None))


rule = Rule(
    "LT054",
    Severity.INFO,
    check,
    flagged=[lambda: jobs(), lambda: jobs(BY_CPU), lambda: jobs(None), lambda: jobs(takes=100)],
    accepted=[
        lambda: jobs(Autoscaling("queue_depth", min_replicas=5, max_replicas=60)),
        lambda: jobs(Autoscaling("queue_age", min_replicas=5, max_replicas=60)),
        lambda: jobs(replicas=60),
        lambda: jobs(peak=per_second(5)),
        lambda: jobs(peak=None),
        lambda: jobs(promised=2),
        lambda: jobs(takes=5),
        lambda: jobs(function=True),
    ],
    see=["queue-depth-autoscaling", "worker-pool", "backpressure-scale-up", "workers-that-scale-beyond-what-they-call"],
    options=Options,
)
