"""A job is put on a queue and written down in two steps, and nothing mends a crash between them.

## Why it matters
If the message goes first, a worker may have the job before there is a row for it, and reports on something that nobody knows; and
if the second step fails, the job runs though its caller got an error and tries again. If the row goes first and the process dies
then, the job stands as "queued" for ever. Once in 100,000 submissions is once a day at one submission a second.

## What to do
Write the row first. Then either publish from an `outbox`, which is written in the same transaction and sent from there until it
is confirmed, or let a sweep find rows that are pending for too long and publish them again.

## When it does not apply
- There is an outbox.
- The row comes first, and a task that sweeps (`reconcile`, or what `swept_by` of the states names) finds what was never queued;
  or nothing is said of an outbox.
- What is written is not the job: write and message say different operations, or the write goes to a cache.
- In which order they go is not stated.
"""

from collections.abc import Iterator

from archgen import Consumes, Database, Design, Outbox, Publishes, Queue, Reads, Service, Worker, Writes
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, Store, does, is_swept, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    swept = is_swept(architecture)
    for service in architecture.components(Service):
        sends = [way for way in architecture.out_of(service, Publishes) if isinstance(way.target, Queue)]
        if sends and not service.outbox:
            write = next(
                (one for one in architecture.out_of(service, Writes) if _is_torn(service, one, sends[0], swept=swept)), None
            )
            if write:
                yield _problem(service, write, sends[0])


def _is_torn(service: Service, write: Writes, send: Publishes, *, swept: bool) -> bool:
    """Whether a crash between the two leaves one of them, for good."""
    lost = write.order == "store_first" and service.outbox is False and not swept
    together = None in (write.operation, send.operation) or write.operation == send.operation
    return isinstance(write.target, Store) and together and (write.order == "queue_first" or lost)


def _problem(service: Service, write: Writes, send: Publishes) -> Problem:
    queue, store = send.target.name, write.target.name
    early = f"{does(service.name, 'puts')} a job on {queue} before it stands in {store}, where whoever takes it looks in vain"
    lost = f"a crash of {service.name} after {store} and before {queue} leaves a job that never runs"
    return Problem(
        service,
        early if write.order == "queue_first" else lost,
        [stated(write, "order"), stated(service, "outbox")],
        f"write to {store} first, and publish from an outbox, or sweep {store} for jobs that were never queued",
        also=[write, send],
    )


def reports(service: Service, write: Writes, *others: Worker) -> Design:
    queue, worker = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5), Worker("Renderer")
    work = [Publishes(service, queue, operation="submit"), Consumes(worker, queue), write, Reads(service, write.target)]
    sweeps = [Reads(one, write.target) for one in others]
    return Design("Reports", [*work, *sweeps])


def queue_first(operation: str | None = None) -> Design:
    api = Service("API")
    return reports(api, Writes(api, Database("Job states"), order="queue_first", operation=operation, idempotent=True))


def store_first(api: Service, *others: Worker) -> Design:
    return reports(api, Writes(api, Database("Job states"), order="store_first", idempotent=True), *others)


rule = Rule(
    "LT012",
    Severity.WARNING,
    check,
    flagged=[queue_first, lambda: store_first(Service("API", outbox=False))],
    accepted=[
        lambda: store_first(Service("API", outbox=Outbox())),
        lambda: store_first(Service("API", outbox=False), Worker("Sweep", task="reconcile")),
        lambda: store_first(Service("API")),
        lambda: queue_first("settings"),
    ],
    see=["job-record", "status-store", "durable-queue"],
)
