"""Work that was accepted is lost when the broker restarts.

## Why it matters
The caller got a 202 and goes away. If the queue keeps messages in memory only, if it writes them down once in some minutes,
or if it never told the publisher that it has them, then a restart at the wrong moment loses them, and nobody can say which:
there is no job that failed, there is none at all. At 200 jobs a second, a snapshot every 5 min leaves 60,000 at stake.

## What to do
Let the queue write to disk (`durable`), on more than one broker, and answer 202 only when it has confirmed
(`publisher_confirms`). Or keep each job as a row first, and sweep for rows that are never taken.

## When it does not apply
- A lost piece of work does no harm: all who take it are `loss_tolerant`.
- A task that sweeps (`reconcile`) finds what was lost, or what is published is tied to a row (`outbox` of the service): then a
  queue may forget.
- Whether it is kept is not stated. What a queue in Redis writes to disk is LT083's.
"""

from collections.abc import Iterator, Sequence

from archgen import Calls, Client, Consumes, Design, Outbox, Publishes, Queue, Service, Worker, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Product,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    does,
    forgets,
    is_swept,
    is_written_before,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    if is_swept(architecture):
        return
    for queue, takers in TakenWork.by_queue(architecture).items():
        lacks = list(_lacks(queue))
        if lacks and not all(one.worker.loss_tolerant for one in takers) and not is_written_before(architecture, queue):
            yield _problem(queue, takers, lacks)


def _lacks(queue: Queue) -> Iterator[str]:
    """What is stated not to be there of what keeps a message."""
    if not Product(queue).is_redis:
        if queue.durable is False:
            yield "durable"
        if forgets(queue):
            yield "persistence"
    if queue.publisher_confirms is False:
        yield "publisher_confirms"


def _problem(queue: Queue, takers: Sequence[TakenWork], lacks: Sequence[str]) -> Problem:
    writes, holds = does(queue.name, "writes"), agreeing(queue.name, "it holds")
    if lacks == ["publisher_confirms"]:
        message = f"what is put on {queue.name} counts as accepted before {does(queue.name, 'has it')}"
    elif queue.persistence == "rdb" and "durable" not in lacks:
        message = f"{writes} down what {holds} now and then, and a restart loses what came since"
    else:
        message = f"a restart of {queue.name} loses all work that was accepted and is not done"
    it = agreeing(queue.name, "it")
    return Problem(
        queue,
        message,
        [*(stated(queue, name) for name in lacks), *(stated(one.worker, "loss_tolerant") for one in takers)],
        f"let {queue.name} write to disk and confirm what {agreeing(queue.name, 'it was')} given, or state that those who take "
        f"from {it} are loss_tolerant",
        also=[one.worker for one in takers],
    )


def jobs(queue: Queue, *, loss_tolerant: bool | None = False, outbox: bool = False) -> Design:
    api = Service("API", outbox=Outbox() if outbox else None)
    worker = Worker("Worker", loss_tolerant=loss_tolerant)
    parts = [Calls(Client("App"), api, timeout=seconds(5)), Publishes(api, queue), Consumes(worker, queue)]
    return Design("Jobs", parts)


def queue(*, durable: bool | None = None, confirms: bool | None = None) -> Queue:
    return Queue("Jobs", durable=durable, publisher_confirms=confirms, dead_letter=Queue("Dead jobs"), max_receives=5)


rule = Rule(
    "LT042",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(queue(durable=False)),
        lambda: jobs(queue(durable=True, confirms=False), loss_tolerant=None),
        lambda: jobs(Queue("Jobs", persistence="rdb", dead_letter=Queue("Dead jobs"), max_receives=5)),
    ],
    accepted=[
        lambda: jobs(queue(durable=True, confirms=True)),
        lambda: jobs(queue()),
        lambda: jobs(queue(durable=False), loss_tolerant=True),
        lambda: jobs(queue(confirms=False), outbox=True),
        lambda: jobs(Queue("Jobs", engine="Redis", persistence="rdb", dead_letter=Queue("Dead jobs"), max_receives=5)),
        lambda: jobs(Queue("Jobs", persistence="aof_every_second", dead_letter=Queue("Dead jobs"), max_receives=5)),
    ],
    see=["durable-queue", "publisher-confirms", "redis-queue-that-a-restart-empties"],
)
