"""Work is accepted for later, and the caller gets nothing by which to ask for it.

## Why it matters
Without an id the caller can ask neither how far its report is nor whether it failed, cannot tell which of three notices belongs
to which order, and cannot cancel. Support cannot find the job either: "the report of this afternoon" is all that anybody knows.

## What to do
Make an id when the work is accepted, write it down with the job, put it into the message, and return it with the 202. Everything
that follows carries it: the state, logs, notices, the result.

## When it does not apply
- An id is returned.
- Nobody needs to follow up (`final` of what is published), or a lost piece of work does no harm.
- Whether one is returned is not stated. Whether lost work does harm is not: a warning.
- Nothing is submitted by a client.
"""

from collections.abc import Iterator

from archgen import Calls, Client, Consumes, Design, LoadBalancer, Outbox, Publishes, Queue, Scheduler, Service, Worker, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    does,
    looks,
    queued_by,
    stated,
    taken_in_by,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    by_queue = TakenWork.by_queue(architecture)
    for service in architecture.components(Service):
        if service.returns_job_id is not False or not _is_submitted_to(architecture, service):
            continue
        ways = [one for one in queued_by(architecture, service) if not one.final]
        found = next((taken for one in ways if isinstance(one.target, Queue) for taken in by_queue.get(one.target, ())), None)
        if found and not found.worker.loss_tolerant:
            yield _problem(service, found)


def _is_submitted_to(architecture: Architecture, service: Service) -> bool:
    calls = (call for client in architecture.components(Client) for call in architecture.out_of(client, Calls))
    return any(service in taken_in_by(architecture, call) for call in calls if not looks(call))


def _problem(service: Service, taken: TakenWork) -> Problem:
    return Problem(
        service,
        f"{does(service.name, 'accepts')} work for {taken.queue.name} and {agreeing(service.name, 'returns')} nothing by which "
        f"{agreeing(service.name, 'its')} caller could ask for it",
        [stated(service, "returns_job_id"), stated(taken.worker, "loss_tolerant")],
        f"let {service.name} make an id when {agreeing(service.name, 'it accepts')} work, and return it",
        also=[taken.queue, taken.worker],
        severity=Severity.WARNING if taken.worker.loss_tolerant is None else None,
        edits=[Edit(service, "returns_job_id", True)],
        unsafe=True,
    )


def reports(job_id: bool | None, *, loss_tolerant: bool | None = False, final: bool | None = None, client: bool = True) -> Design:
    api, queue = Service("API", returns_job_id=job_id), Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    ask = Calls(Client("App") if client else Scheduler("Nightly"), api, timeout=seconds(10))
    takes = Consumes(Worker("Renderer", loss_tolerant=loss_tolerant), queue)
    return Design("Reports", [ask, Publishes(api, queue, final=final), takes])


def relayed(job_id: bool) -> Design:
    """The job is a row, which a relay puts on the queue; the call comes over a balancer."""
    door, relay, queue = LoadBalancer("Balancer"), Service("Relay"), Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    api = Service("API", returns_job_id=job_id, outbox=Outbox(relay, reconciled=True))
    ways = [Calls(Client("App"), door, timeout=seconds(10)), Calls(door, api, timeout=seconds(5))]
    return Design("Reports", [*ways, Publishes(relay, queue), Consumes(Worker("Renderer", loss_tolerant=False), queue)])


rule = Rule(
    "LT007",
    Severity.ERROR,
    check,
    flagged=[lambda: reports(False), lambda: reports(False, loss_tolerant=None), lambda: relayed(False)],
    accepted=[
        lambda: reports(True),
        lambda: relayed(True),
        lambda: reports(None),
        lambda: reports(False, loss_tolerant=True),
        lambda: reports(False, loss_tolerant=None, final=True),
        lambda: reports(False, client=False),
    ],
    see=["submit-and-poll", "job-record", "status-store"],
)
