"""A service returns job ids and reads how far jobs are, and one of the workers reports nowhere where that could be read.

## Why it matters
An id is a promise: ask me with this, and I tell you. If one of three workers writes no state, every third job stays "queued" for
ever, though it is done; the person asks again and again, and sends it once more.

## What to do
Have one store for the states of jobs. All workers that take from the queue write to it, when they begin, when they are done and
when they fail for good; the API reads it.

## When it does not apply
- What the worker does flows to a store that some service reads, by whatever way: written itself, by a call, or by a message that
  another writes down; or back to the service that gave the id.
- The service reads no store at all, as in a sketch, or does not say that it returns an id.
- Nobody needs to follow up (`final` of what is published). Lost work does no harm (`loss_tolerant`); where that is not stated, it
  is a warning.
"""

from collections.abc import Collection, Iterator

from archgen import (
    Calls,
    Client,
    Component,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Reads,
    Service,
    Worker,
    Writes,
    seconds,
)
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
    gathered,
    named,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    givers = [one for one in architecture.components(Service) if one.returns_job_id and any(_reads(architecture, one))]
    heard, told = _heard(architecture, givers) if givers else set(), set[Worker]()
    for service in givers:
        for taken in _work(architecture, service):
            if taken.worker not in heard and taken.worker not in told and not taken.worker.loss_tolerant:
                told.add(taken.worker)
                yield _problem(service, taken)


def _reads(architecture: Architecture, service: Service) -> Iterator[Reads]:
    return (way for way in architecture.out_of(service, Reads) if isinstance(way, Reads))


def _work(architecture: Architecture, service: Service) -> Iterator[TakenWork]:
    by_queue = TakenWork.by_queue(architecture)
    for way in architecture.out_of(service, Publishes):
        if isinstance(way.target, Queue) and not way.final:
            yield from by_queue.get(way.target, ())


def _heard(architecture: Architecture, givers: list[Service]) -> Collection[Component]:
    """All from which something flows to a store that a service reads, or to one that gives ids; looked for backwards, once."""
    services = architecture.components(Service)
    read = (end for one in services for way in _reads(architecture, one) for end in architecture.members(way.target))

    def told_by(one: Component) -> Iterator[Component]:
        ways = (way for way in architecture.into(one) if not isinstance(way, Reads))
        return (end for way in ways for end in architecture.members(way.origin))

    return gathered([*read, *givers], told_by)


def _problem(service: Service, taken: TakenWork) -> Problem:
    worker = taken.worker
    begins, is_done, fails = (agreeing(worker.name, f"it {verb}") for verb in ("begins", "is", "fails"))
    them = agreeing(worker.name, "it")
    return Problem(
        worker,
        f"{does(service.name, 'promises')} to tell how far jobs are, and {does(worker.name, 'reports')} to no store that is read",
        [
            stated(service, "returns_job_id"),
            Fact(f"{named(worker)}: nothing flows from {them} to what a service reads", worker),
            stated(worker, "loss_tolerant"),
        ],
        f"let {worker.name} write to the store of job states when {begins}, when {is_done} done, and when {fails} for good",
        also=[service, taken.queue],
        severity=Severity.WARNING if worker.loss_tolerant is None else None,
    )


def reports(
    *, writes: bool = False, calls: bool = False, reads: bool = True, job_id: bool | None = True, tolerant: bool | None = False
) -> Design:
    app, api, states = Client("App"), Service("API", returns_job_id=job_id), Database("Job states")
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    quick, slow = Worker("Quick", loss_tolerant=tolerant), Worker("Slow", loss_tolerant=tolerant)
    parts = [Calls(app, api, timeout=seconds(5)), Publishes(api, queue), Consumes(quick, queue), Consumes(slow, queue)]
    parts += [Writes(quick, states, idempotent=True), Reads(api, states)] if reads else []
    parts += [Writes(slow, states, idempotent=True)] if writes else []
    parts += [Calls(slow, api, "done", timeout=seconds(5), auth="mtls", idempotent=True)] if calls else []
    return Design("Reports", parts)


rule = Rule(
    "LT009",
    Severity.ERROR,
    check,
    flagged=[reports, lambda: reports(tolerant=None)],
    accepted=[
        lambda: reports(writes=True),
        lambda: reports(calls=True),
        lambda: reports(reads=False),
        lambda: reports(job_id=None),
        lambda: reports(tolerant=True),
    ],
    see=["status-store", "job-record", "submit-and-poll"],
)
