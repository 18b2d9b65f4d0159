"""A queue stands before work that takes a moment, that does nothing to the world, and whose result the caller waits for.

## Why it matters
A picture is made smaller in 50 ms, and the workers keep up with the busiest moment. With a queue between, the request writes a
message, a worker takes it when it comes by and writes the result somewhere, and the client asks every second whether it is
there: a second instead of 50 ms, and a queue, dead letters, a store of states and an address to ask at, all to be run and
watched. Nothing is gained: nobody goes away while the work goes on, no rush is evened out, and what fails can be asked for again.

## What to do
Call what does the work, and wait for its answer. Put the queue between when the work takes seconds, when rushes come that the
workers cannot keep up with, or when the work has to be done even if the caller is gone.

## When it does not apply
- The work takes a second or more, or does something to the world (`side_effect`), so that it must not be lost.
- More comes in the busiest time, or at once, than the workers can do.
- The result need not be in the answer (`result_in_response`), or that is not stated; or the service has other things to do in the
  request, and nothing says that it is this work which is submitted.
- The queue does more: others put work in or take it out, it has levels of importance or a key of order, it says its `reason`, or
  the workers need machines of their own, such as graphics processors.
- How much comes, or how much can be done, is not known.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Rate,
    Requirements,
    Service,
    Worker,
    Writes,
    milliseconds,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    NeededResult,
    Problem,
    Quantity,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    derived,
    does,
    needed_results,
    number,
    readable,
    stated,
)

A_SECOND = seconds(1)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    quick: Duration = A_SECOND
    """Below which length work is better waited for. Tool default: 1 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        worker = takers[0].worker
        quick = worker.task_duration is not None and worker.task_duration < options.quick
        single = len(takers) == 1 and sum(1 for _ in architecture.into(queue, Publishes)) == 1
        if not quick or not single or worker.side_effect != "none" or _does_more(queue, worker):
            continue
        needed, arriving = needed_results(architecture, queue), _busiest(estimate, queue)
        able = estimate.of(queue, "capacity")
        if needed and arriving and able and arriving.value <= able.value and not able.assumptions:
            yield _problem(queue, worker, needed[0], arriving, able)


def _does_more(queue: Queue, worker: Worker) -> bool:
    """Whether it is there for something that a call would not do."""
    levels = queue.priorities or queue.urgencies or queue.scheduling or queue.per_user
    order = queue.partition_key or queue.ordering not in (None, "none")
    meant = queue.reason or queue.purpose or worker.reason or worker.purpose
    return bool(levels or order or meant or worker.needs_gpu or worker.replay)


def _busiest(estimate: Estimate, queue: Queue) -> Quantity | None:
    """What comes in the busiest moment; None where it is not known, or comes at once."""
    if estimate.of(queue, "burst_depth"):
        return None
    return estimate.busiest(queue, "requests")


def _problem(queue: Queue, worker: Worker, needed: NeededResult, arriving: Quantity, able: Quantity) -> Problem:
    caller, adds = needed.call.source.name, agreeing(queue.name, "adds")
    return Problem(
        queue,
        f"{does(worker.name, 'takes')} {readable(worker.task_duration)} and can do {number(able.value)} a second where "
        f"{number(arriving.value)} come, and {does(caller, 'waits')} for the result: "
        f"{queue.name} only {adds} a wait, and parts to run",
        [
            stated(worker, "task_duration"),
            stated(worker, "side_effect"),
            derived(queue, arriving),
            derived(queue, able),
            stated(needed.needs, "result_in_response"),
        ],
        f"let {needed.service.name} call {worker.name} and answer with the result, "
        f"or state as reason what {does(queue.name, 'is')} for",
        also=[worker, needed.service],
    )


QUICK, TWENTY = milliseconds(50), per_second(20)


def pictures(
    takes: timedelta | None = QUICK,
    peak: Rate | None = TWENTY,
    *,
    needed: bool | None = True,
    effect: Literal["none", "email"] | None = "none",
    reason: str | None = None,
    replicas: int = 4,
    more: bool = False,
    beside: bool = False,
) -> Design:
    api, queue = Service("API"), Queue("Pictures", reason=reason, dead_letter=Queue("Dead pictures"), max_receives=5)
    resizer = Worker("Resizer", replicas=replicas, concurrency=1, task_duration=takes, side_effect=effect, idempotent=True)
    ask = Calls(Client("App"), api, "smaller, please", mode="sync", timeout=seconds(5), rate=per_second(5))
    parts = [ask, Publishes(api, queue, rate=per_second(5), peak_rate=peak), Consumes(resizer, queue)]
    other: list[Connection] = [Publishes(Service("Import"), queue, rate=per_second(1))] if more else []
    other += [Writes(api, Database("Albums"), idempotent=True)] if beside else []
    return Design("Pictures", [*parts, *other], requirements=Requirements(result_in_response=needed))


rule = Rule(
    "LT003",
    Severity.INFO,
    check,
    flagged=[lambda: pictures(), lambda: pictures(milliseconds(200), None)],
    accepted=[
        lambda: pictures(seconds(2), None, replicas=20),
        lambda: pictures(peak=per_second(200)),
        lambda: pictures(needed=None),
        lambda: pictures(effect="email"),
        lambda: pictures(effect=None),
        lambda: pictures(reason="pictures must not be lost when a phone goes offline"),
        lambda: pictures(more=True),
        lambda: pictures(beside=True),
    ],
    see=["synchronous-request", "async-offload", "result-needed-sooner-than-a-queue-brings-it"],
    options=Options,
)
