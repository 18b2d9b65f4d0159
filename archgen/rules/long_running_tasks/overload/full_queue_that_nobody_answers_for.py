"""A queue has a limit, and whoever takes work in for it does not say what it does at that limit.

## Why it matters
The limit protects the broker. The next message is refused or dropped all the same, and then the API has a job that somebody was
just promised and that has nowhere to go. What follows was decided by nobody: an error 500 that every client tries again at once,
a request that hangs until its timeout, or a job that was accepted with 202 and that no worker will ever see.

That a queue takes up a rush is often called backpressure. It is the opposite: pressure goes back where whoever sends is told to
send less, and that is what is decided at the limit.

## What to do
- Answer 429 or 503 before anything is written, with the time after which to come back: state it as `overflow_status`.
- Or slow down who sends too much, by a limit for each tenant before the queue.
- Or let messages spill to a disk, where that is large enough: `overflow` is spill.
- Do not let the queue drop what was accepted, unless it is worth nothing when it is late.

## When it does not apply
- The service states its `overflow_status`, tells senders what it sheds, or says what it does when it cannot publish
  (`on_failure`).
- What comes in is limited before it gets that far, or the queue blocks or spills.
- Nobody waits for an answer: what puts messages in is a worker, or a schedule.
- Where the queue says what becomes of the next message, it is a warning if the busiest time fills it, and else a question. It is
  one, too, where nothing in the design leads to the service.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import (
    Calls,
    Client,
    Component,
    Consumes,
    Design,
    Group,
    Publishes,
    Queue,
    Rate,
    RateLimit,
    Scheduler,
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
    Problem,
    Quantity,
    Rule,
    Severity,
    derived,
    does,
    listed,
    looks,
    refusing,
    stated,
    waits,
)

DEFINED = ("block", "spill")
UNSAID, DROPS, REJECT = "unsaid", "drops", "reject"
ACCEPTED, TOO_MANY = 202, 429


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for service in architecture.components(Service):
        full: dict[str, list[Publishes]] = {}
        for publish in architecture.out_of(service, Publishes):
            sort = _sort(publish.target)
            if sort and not publish.on_failure and not publish.rate_limit:
                full.setdefault(sort, []).append(publish)
        if full and not _promises(architecture, service):
            full.pop(DROPS, None)
        asked = _answers(architecture, service) if full and not _refuses(architecture, service) else False
        for sort, publishes in full.items():
            if asked or (asked is None and sort == UNSAID):
                yield _problem(estimate, service, sort, publishes, asked=bool(asked))


def _sort(queue: Component | Group) -> str | None:
    """What becomes of the next message when the queue is full; None where whoever puts it in notices nothing, or waits."""
    if not isinstance(queue, Queue) or queue.max_depth is None or queue.overflow in DEFINED:
        return None
    return queue.overflow or UNSAID if queue.overflow in (None, REJECT) else DROPS


def _promises(architecture: Architecture, service: Service) -> bool:
    """Whether it tells callers that their work was accepted."""
    return service.returns_job_id is True or any(one.response_status == ACCEPTED for one in architecture.into(service, Calls))


def _answers(architecture: Architecture, service: Service) -> bool | None:
    """Whether somebody waits for its answer to more than a look at how far something is; None where nothing leads to it."""
    if not any(architecture.into(service)):
        return None
    return any(waits(call) and not looks(call) for call in architecture.into(service, Calls))


def _refuses(architecture: Architecture, service: Service) -> bool:
    told = service.load_shedding and service.load_shedding.tells_sender
    known = refusing(architecture)
    calls = [one for one in architecture.into(service, Calls) if not looks(one)]
    own = told or service.overflow_status or service.rate_limit
    return bool(own or (calls and all(one in known for one in calls)))


def _problem(
    estimate: Estimate,
    service: Service,
    sort: str,
    publishes: Sequence[Publishes],
    *,
    asked: bool,
) -> Problem:
    queues = list(dict.fromkeys(one.target for one in publishes if isinstance(one.target, Queue)))
    full = [(one, fills) for one in queues if (fills := _fills(estimate, one))]
    names, api = listed([one.name for one in queues]), service.name
    message, fix = {
        UNSAID: (
            f"it is nowhere said what becomes of the next job that {does(api, 'takes')} in, at the limit of {names}",
            f"let {names} refuse what there is no room for, and {api} answer 429: state overflow of the one and overflow_status "
            "of the other",
        ),
        DROPS: (
            f"at the limit of {names}, work is dropped that {does(api, 'has')} accepted, and nobody is told",
            f"let {names} refuse what there is no room for, and {api} answer 429: state it as overflow_status",
        ),
        REJECT: (
            f"at the limit of {names}, more work is refused, and it is not said what {does(api, 'answers')} then",
            f"state the overflow_status of {api}: 429, with the time after which to come back",
        ),
    }[sort]
    return Problem(
        service,
        message,
        [
            *(stated(one, name) for one in queues for name in ("max_depth", "overflow")),
            *(derived(*one) for one in full),
            stated(service, "overflow_status"),
            *(stated(one, "on_failure") for one in publishes),
        ],
        fix,
        also=[*queues, *publishes],
        asks=not asked or (sort == REJECT and not full),
        edits=[
            Edit(service, "overflow_status", TOO_MANY),
            *(Edit(one, "overflow", REJECT) for one in queues if one.overflow != REJECT),
        ],
        unsafe=True,
    )


def _fills(estimate: Estimate, queue: Queue) -> Quantity | None:
    """What says that the busiest time fills it."""
    known = (estimate.of(queue, measure) for measure in ("burst_lost", "backlog_growth"))
    return next((one for one in known if one and not one.assumptions), None)


Overflow = Literal["reject", "drop_oldest", "spill"] | None


def reports(
    overflow: Overflow,
    *,
    status: int | None = None,
    depth: int | None = 10_000,
    peak: Rate | None = None,
    job_id: bool | None = None,
    limit: RateLimit | None = None,
    on_failure: Literal["fail"] | None = None,
    asked: bool | None = True,
) -> Design:
    api = Service("API", overflow_status=status, returns_job_id=job_id)
    queue = Queue("Jobs", max_depth=depth, overflow=overflow, dead_letter=Queue("Dead jobs"), max_receives=5)
    worker = Worker("Renderer", replicas=20, concurrency=1, task_duration=seconds(1), max_runtime=seconds(30))
    burst = minutes(30) if peak else None
    publish = Publishes(api, queue, rate=per_second(5), peak_rate=peak, burst=burst, on_failure=on_failure)
    submit = [Calls(Client("App"), api, timeout=seconds(3), rate_limit=limit)] if asked else []
    submit += [Calls(Scheduler("Nightly", replicas=2, interval=hours(24)), api, mode="async")] if asked is False else []
    return Design("Reports", [*submit, publish, Consumes(worker, queue)])


rule = Rule(
    "LT051",
    Severity.WARNING,
    check,
    flagged=[
        lambda: reports(None),
        lambda: reports("reject", peak=per_second(50)),
        lambda: reports("drop_oldest", job_id=True),
        lambda: reports("reject"),
        lambda: reports(None, asked=None),
    ],
    accepted=[
        lambda: reports(None, status=429),
        lambda: reports("reject", status=429, peak=per_second(50)),
        lambda: reports("spill"),
        lambda: reports("drop_oldest"),
        lambda: reports("reject", limit=RateLimit(per_second(5), per="tenant", counted="together")),
        lambda: reports("reject", on_failure="fail"),
        lambda: reports(None, asked=False),
        lambda: reports(None, depth=None),
    ],
    see=["backpressure", "backpressure-reject", "backpressure-throttle", "unbounded-queue"],
)
