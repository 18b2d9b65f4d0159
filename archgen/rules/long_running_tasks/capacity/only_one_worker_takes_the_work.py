"""One worker, once, does all work of a queue.

## Why it matters
While its process restarts, is rolled out or hangs over one job, nothing is done, and everything that arrives waits. And there is
no more than one of it can do: whatever comes above that waits for the night. With two the first is a matter of half the speed.

## What to do
Run at least two, on different machines, or let their number follow the depth of the queue. The queue hands each message to one of
them; nothing else has to change, if the work may be done in any order.

## When it does not apply
- Several run, or their number follows the load (`autoscaling`), or another stands ready (`standby`).
- Others take from the same queue as well.
- Order needs one at a time: the queue keeps a total order, or a `reason` for one is stated.
- Functions run as often as they are called. How many run is not stated.
- What arrives is not known.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Autoscaling, Consumes, Design, Function, Publishes, Queue, Rate, Service, Worker, per_second, seconds
from archgen.plugin import Architecture, Estimate, Problem, Quantity, Rule, Severity, TakenWork, agreeing, derived, does, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    seen = set()
    for queue, takers in TakenWork.by_queue(architecture).items():
        worker = takers[0].worker
        arriving = estimate.of(queue, "requests")
        if len(takers) == 1 and arriving and arriving.value > 0 and _is_alone(queue, worker) and worker not in seen:
            seen.add(worker)
            yield _problem(queue, worker, arriving)


def _is_alone(queue: Queue, worker: Worker) -> bool:
    more = worker.autoscaling or worker.standby or isinstance(worker, Function)
    meant = queue.ordering == "total" or worker.reason or worker.leader_election
    return worker.replicas == 1 and not more and not meant


def _problem(queue: Queue, worker: Worker, arriving: Quantity) -> Problem:
    return Problem(
        worker,
        f"{does(worker.name, 'runs')} once, and while {agreeing(worker.name, 'it is')} away "
        f"nobody does what arrives at {queue.name}",
        [stated(worker, "replicas"), stated(worker, "autoscaling"), derived(queue, arriving)],
        f"run two or more of {worker.name}, or let their number follow the depth of {queue.name}; or state the reason for one",
        also=[queue],
    )


def jobs(
    replicas: int | None,
    *,
    rate: Rate | None = None,
    scaling: bool = False,
    ordering: Literal["total"] | None = None,
    reason: str | None = None,
    function: bool = False,
) -> Design:
    kind = Function if function else Worker
    growing = Autoscaling("queue_depth", min_replicas=1, max_replicas=10) if scaling else None
    worker = kind("Worker", replicas=replicas, autoscaling=growing, reason=reason, concurrency=1, task_duration=seconds(0.1))
    queue = Queue("Jobs", ordering=ordering, dead_letter=Queue("Dead jobs"), max_receives=5)
    return Design("Jobs", [Publishes(Service("API"), queue, rate=rate), Consumes(worker, queue)])


ONE = per_second(1)

rule = Rule(
    "LT016",
    Severity.INFO,
    check,
    flagged=[lambda: jobs(1, rate=ONE), lambda: jobs(1, rate=per_second(5))],
    accepted=[
        lambda: jobs(2, rate=ONE),
        lambda: jobs(1, rate=ONE, scaling=True),
        lambda: jobs(1, rate=ONE, ordering="total"),
        lambda: jobs(1, rate=ONE, reason="the scanner is one machine"),
        lambda: jobs(1, rate=ONE, function=True),
        lambda: jobs(None, rate=ONE),
        lambda: jobs(1),
    ],
    see=["worker-pool", "queue-depth-autoscaling", "single-point-of-failure"],
)
