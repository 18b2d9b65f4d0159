"""Several customers share a queue, and nothing keeps one of them from filling it for all.

## Why it matters
On a Monday one customer imports 200,000 addresses. Nobody did anything wrong. At 50 a second they take more than an hour, and for
that hour all the other customers wait, whose single report would take seconds. A limit for all together does not help: it refuses
those who come later, and these are the others.

## What to do
- Limit each tenant where work comes in, counted together over all replicas, and answer 429 to the one that is over it.
- Or let workers take from each tenant in turn: a queue for each, or weighted fair scheduling.
- Or give the large ones a queue and workers of their own, and state that those are dedicated.

## When it does not apply
- Customers do not share it, or are not said to (`multi_tenant`).
- On the way to the queue each tenant, user or key has a limit; or the queue, or its workers, share their time fairly among those
  who wait, or the workers are kept for one (`pool` is dedicated).
- What fills it comes from inside: a schedule, or another queue.
- Where nothing is said of any limit on the way, it is a question.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from archgen import (
    ApiGateway,
    Calls,
    Client,
    Component,
    Consumes,
    Design,
    ExternalSystem,
    LoadBalancer,
    Publishes,
    Queue,
    RateLimit,
    Requirements,
    Scheduler,
    Service,
    Worker,
    hours,
    milliseconds,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Server,
    Severity,
    TakenWork,
    derived,
    gathered,
    number,
    readable,
    remembered,
    shares_fairly,
    stated,
)

EACH = ("tenant", "user", "client", "key", "address")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        if _is_shared(architecture, queue, takers):
            ways = [one for one in architecture.into(queue, Publishes) if not _has_limit(one.rate_limit)]
            senders = [end for one in ways for end in architecture.members(one.source)]
            open_ones = [one for one in senders if one in _asked(architecture) and one not in _limited(architecture)]
            if open_ones:
                yield _problem(architecture, estimate, queue, takers, open_ones[0])


def _is_shared(architecture: Architecture, queue: Queue, takers: Sequence[TakenWork]) -> bool:
    said = [one.multi_tenant for one in (queue.requirements, architecture.design.requirements) if one is not None]
    several = next((one for one in said if one is not None), None)
    apart = any(shares_fairly(one.worker) or one.worker.pool == "dedicated" for one in takers)
    return several is True and not (queue.per_user or shares_fairly(queue) or apart)


@remembered
def _asked(architecture: Architecture) -> Collection[Component]:
    """Everything that calls from outside come to, directly or through others; and services that nothing leads to."""
    first = [one for one in architecture.components(Service) if not any(architecture.into(one))]
    return _ahead(architecture, [*architecture.components(Client), *architecture.components(ExternalSystem), *first])


@remembered
def _limited(architecture: Architecture) -> Collection[Component]:
    """Everything that stands behind a limit for each tenant or user, or has one."""
    first = [one for one in architecture.components() if isinstance(one, (Server, LoadBalancer)) and _has_limit(one.rate_limit)]
    limited = [one.target for one in architecture.connections(Calls) if _has_limit(one.rate_limit)]
    return _ahead(architecture, [*first, *(one for end in limited for one in architecture.members(end))])


def _ahead(architecture: Architecture, starts: Sequence[Component]) -> Collection[Component]:
    def called(one: Component) -> Iterator[Component]:
        return (end for call in architecture.out_of(one, Calls) for end in architecture.members(call.target))

    return gathered(starts, called)


def _has_limit(limit: RateLimit | Literal[False] | None) -> bool:
    return bool(limit and limit.per in EACH)


def _problem(
    architecture: Architecture, estimate: Estimate, queue: Queue, takers: Sequence[TakenWork], sender: Component
) -> Problem:
    limits: list[Interaction | Server] = [*architecture.into(sender, Calls), *([sender] if isinstance(sender, Server) else [])]
    said = [one for one in limits if one.rate_limit is not None]
    owner = queue.requirements if queue.requirements and queue.requirements.multi_tenant else architecture.design.requirements
    drain = estimate.of(queue, "capacity")
    facts: list[Fact] = [stated(owner, "multi_tenant"), *(stated(one, "rate_limit") for one in said or limits[:2])]
    full = f" of the {number(queue.max_depth)} places" if queue.max_depth else " of the places"
    wait = ""
    if drain and drain.value and queue.max_depth and not drain.assumptions:
        facts.append(derived(queue, drain))
        wait = f", behind which all others wait for {readable(seconds(round(queue.max_depth / drain.value)))}"
    return Problem(
        queue,
        f"one customer can take all{full} in {queue.name}{wait}"
        if said
        else f"it is not said what keeps one customer from taking all{full} in {queue.name}{wait}",
        [*facts, stated(queue, "scheduling")],
        f"limit what each tenant brings to {sender.name}: state a rate_limit per tenant, counted together; or let the workers of "
        f"{queue.name} take from each in turn",
        also=[sender, *dict.fromkeys(one.worker for one in takers)],
        asks=not said,
    )


FIVE = seconds(5)


def imports(
    limit: RateLimit | Literal[False] | None = False,
    *,
    shared: bool | None = True,
    scheduling: Literal["fair", "strict"] | None = None,
    gate: Component | None = None,
    depth: int | None = 10_000,
    inside: bool = False,
) -> Design:
    api = Service("API", rate_limit=limit, overflow_status=429)
    overflow: Literal["reject"] | None = "reject" if depth else None
    queue = Queue(
        "Imports",
        scheduling=scheduling,
        max_depth=depth,
        overflow=overflow,
        dead_letter=Queue("Dead imports"),
        max_receives=5,
    )
    worker = Worker("Importer", replicas=10, concurrency=1, task_duration=milliseconds(200), idempotent=True)
    first = [Calls(Scheduler("Nightly", replicas=2, interval=hours(24)) if inside else Client("App"), gate or api, timeout=FIVE)]
    second = [Calls(gate, api, timeout=seconds(4))] if gate else []
    parts = [*first, *second, Publishes(api, queue), Consumes(worker, queue)]
    return Design("Imports", parts, requirements=Requirements(multi_tenant=shared))


RATE = per_second(5)
OF_EACH, OF_ALL = RateLimit(RATE, per="tenant", counted="together"), RateLimit(RATE, per="global", counted="together")

rule = Rule(
    "LT053",
    Severity.INFO,
    check,
    flagged=[lambda: imports(), lambda: imports(OF_ALL), lambda: imports(None, depth=None)],
    accepted=[
        lambda: imports(OF_EACH),
        lambda: imports(gate=ApiGateway("Gateway", rate_limit=OF_EACH)),
        lambda: imports(scheduling="fair"),
        lambda: imports(shared=None),
        lambda: imports(inside=True),
    ],
    see=["backpressure-throttle", "weighted-fair-scheduling", "full-queue-that-nobody-answers-for"],
)
