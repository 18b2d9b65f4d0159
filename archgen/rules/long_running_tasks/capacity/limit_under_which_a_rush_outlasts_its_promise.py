"""At the pace that a limit allows, what waits after a rush is done later than was promised, however many workers there are.

## Why it matters
10,000 mails at 100 a second take 100 s; a million take nearly three hours. The limit is there for a good reason, since the
provider takes no more, and so it is no use to look at the workers: half of them wait for leave already. What was promised for ten
minutes, such as a code to log in with, comes when nobody needs it any more, and what arrives meanwhile waits behind it.

## What to do
- Ask for a higher quota, or for a second provider, before the rush and not in it.
- Let one call carry several pieces: 100 calls a second with 50 mails each are 5,000 mails.
- Drop what is too late to be of use (`message_ttl`), and let what people wait for pass what was made in bulk.
- Spread the rush where it is made, or promise what the limit allows.

## When it does not apply
- Within the promise the limit lets everything through.
- The workers are slower than the limit: then it is they who are too few, which is a finding of its own.
- No time is promised (`completion_time`), nothing comes at once, or it is not known how much work there is in one call.
- The promise holds for what people wait for, and that has a queue of its own: state it there, as a requirement of the queue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Consumes,
    Design,
    ExternalSystem,
    Notifies,
    Publishes,
    Queue,
    RateLimit,
    Requirements,
    Service,
    Worker,
    hours,
    milliseconds,
    minutes,
    per_second,
)
from archgen.plugin import (
    Architecture,
    Completion,
    Estimate,
    Fact,
    Problem,
    Quantity,
    Rule,
    Severity,
    TakenWork,
    completion,
    derived,
    number,
    readable,
    roughly,
    stated,
    way_limits,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        allowed = estimate.of(queue, "let_through")
        promise = completion(architecture, queue) if allowed and allowed.value else None
        rush = _rush(architecture, estimate, queue) if promise else None
        if allowed and promise and rush and rush.waiting / allowed.value > promise.time.total_seconds():
            workers = list(dict.fromkeys(one.worker for one in takers))
            yield _problem(architecture, queue, workers, allowed, rush, promise)


@dataclass(frozen=True)
class Rush:
    """How much waits after it, by what, and whether any of that is assumed."""

    waiting: float
    facts: Sequence[Fact]
    assumed: bool


def _rush(architecture: Architecture, estimate: Estimate, queue: Queue) -> Rush | None:
    """The depth that it leaves; where it is not known what the workers do, all that comes at once."""
    depth = estimate.of(queue, "burst_depth")
    if depth:
        return Rush(depth.value, [derived(queue, depth)], bool(depth.assumptions))
    at_once = [one for one in architecture.into(queue, Publishes) if one.burst_size and not one.burst]
    waiting = sum(one.burst_size or 0 for one in at_once)
    return Rush(waiting, [stated(one, "burst_size") for one in at_once], assumed=False) if waiting else None


def _problem(
    architecture: Architecture, queue: Queue, workers: list[Worker], allowed: Quantity, rush: Rush, promise: Completion
) -> Problem:
    takes = readable(roughly(rush.waiting / allowed.value))
    limits = {limit.at: None for one in workers for way in architecture.out_of(one) for limit in way_limits(architecture, way)}
    facts: list[Fact] = [stated(one, "rate_limit") for one in limits]
    return Problem(
        queue,
        f"after a rush {number(rush.waiting)} wait in {queue.name}, and at the {number(allowed.value)} a second that limits let "
        f"through the last is done after {takes}, where {readable(promise.time)} are promised",
        [*rush.facts, derived(queue, allowed), *facts, stated(promise.needs, "completion_time")],
        f"ask for a higher limit, do several pieces in one call, or drop what waits in {queue.name} too long to be of use; more "
        "workers change nothing",
        also=[*workers, *limits],
        asks=bool(allowed.assumptions or rush.assumed),
    )


TEN_MINUTES, HUNDRED = minutes(10), RateLimit(per_second(100), counted="together")


def mails(
    at_once: int | None,
    promised: timedelta | None = TEN_MINUTES,
    limit: RateLimit | None = HUNDRED,
    *,
    per_request: float | None = 1,
    replicas: int | None = 40,
    own: timedelta | None = None,
) -> Design:
    worker = Worker("Mailer", replicas=replicas, concurrency=10, task_duration=milliseconds(200), idempotent=True)
    needs = Requirements(completion_time=own) if own else None
    queue = Queue(
        "Mails", dead_letter=Queue("Dead mails"), max_receives=5, max_depth=5_000_000, overflow="reject", requirements=needs
    )
    send = Notifies(
        worker, ExternalSystem("Provider"), channel="email", idempotent=True, per_request=per_request, rate_limit=limit
    )
    parts = [Publishes(Service("Shop"), queue, burst_size=at_once), Consumes(worker, queue), send]
    return Design("Mails", parts, requirements=Requirements(completion_time=promised))


rule = Rule(
    "LT058",
    Severity.INFO,
    check,
    flagged=[
        lambda: mails(1_000_000),
        lambda: mails(10_000, per_request=10),
        lambda: mails(1_000_000, per_request=None),
        lambda: mails(1_000_000, replicas=None),
    ],
    accepted=[
        lambda: mails(10_000),
        lambda: mails(1_000_000, hours(3)),
        lambda: mails(1_000_000, per_request=0.02),
        lambda: mails(1_000_000, own=hours(4)),
        lambda: mails(1_000_000, None),
        lambda: mails(1_000_000, minutes(10), None),
        lambda: mails(None),
    ],
    see=["worker-rate-limiting", "message-ttl", "burst-that-takes-longer-than-promised"],
)
