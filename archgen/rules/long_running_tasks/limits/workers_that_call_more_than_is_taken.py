"""Workers call something that takes only so much, and nothing keeps them below that.

## Why it matters
As long as little arrives, nobody notices. Then a batch of 10,000 jobs lies in the queue, or workers were away for an hour, and
all of them work without a pause. Functions are started one for each message, up to 1,000 at once, and that many calls come to a
payment provider that takes 50. It refuses, slows down or bars the account; what failed is tried again on top, and whatever else
needs the provider fails with it.

It is not the number of jobs that counts: twenty workers that do one thing at a time make twenty calls at once, whether a hundred
jobs wait or a million. So a pool of fixed size is a limit already, if its size was worked out from what it calls.

## What to do
- How many at once is the coarse limit: a pool of fixed size, `reserved_concurrency` of a function, `concurrency` of a worker.
- How many a second is the exact one: a token bucket that all share, stated as the `rate_limit` of the calls, counted together.
- Where nobody knows what is taken, let the rate follow what comes back (`adaptive`).

## When it does not apply
- With all that may run at work, and what others ask, it is not more than what is called takes.
- A limit is on the way, and is below that. One that each worker counts for itself is looked at elsewhere.
- What is called states no limit. Functions without an end that call a provider of payments, mail and the like are asked about.
- It has too much to do on average already, or pools that scale are what is too much: these are other findings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from archgen import (
    Calls,
    Component,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Function,
    Publishes,
    Queue,
    RateLimit,
    Service,
    Worker,
    Writes,
    milliseconds,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Broker,
    Count,
    Edit,
    Estimate,
    Interaction,
    PoolWay,
    Problem,
    Quantity,
    Rule,
    Severity,
    agreeing,
    derived,
    does,
    is_full,
    is_held,
    listed,
    most_at_once,
    number,
    pool_ways,
    pools,
    stated,
    way_limits,
)

# What computers lose when they divide.
A_HAIR = 1e-9


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    functions: Count = 1_000
    """How many of a function run at once where nothing bounds them. Tool default: 1,000, what large providers start with."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    scaled = pool_ways(architecture, (one for one in pools(architecture) if _scales(one)))
    for target, fed in pool_ways(architecture, (one for one in pools(architecture) if not _scales(one))).items():
        free = [one for one in fed if not is_held(architecture, one.way)]
        if not free or is_full(estimate, target):
            continue
        used = estimate.of(target, "full_utilisation")
        ended = [one for one in free if one.most is not None]
        if used and used.value > 1 + A_HAIR and target not in scaled and _grown(estimate, ended):
            yield _over(architecture, estimate, target, _grown(estimate, ended), used)
        elif target not in scaled:
            yield from _at_once(architecture, target, [one for one in ended if one.direct])
        for one in free:
            if isinstance(one.worker, Function) and one.most is None and one.direct:
                yield from _endless(architecture, target, one, options)


def _scales(worker: Worker) -> bool:
    return bool(worker.autoscaling) and not isinstance(worker, Function)


def _grown(estimate: Estimate, fed: Sequence[PoolWay]) -> Sequence[PoolWay]:
    """Those of which more comes while work waits than on average."""
    return [one for one in fed if not one.direct or estimate.of(one.way, "full_rate")]


def _doing(fed: Sequence[PoolWay], verb: str) -> str:
    """How many of what, and what they do; or just the one."""
    names = dict.fromkeys(one.worker.name if one.most == 1 else f"all {one.most or 0:,} of {one.worker.name}" for one in fed)
    alone = len(names) == 1 and fed[0].most == 1
    return f"{listed(list(names))} {agreeing(fed[0].worker.name if alone else 'workers', verb)}"


def _over(architecture: Architecture, estimate: Estimate, target: Component, fed: Sequence[PoolWay], used: Quantity) -> Problem:
    first, arriving = fed[0], estimate.of(target, "full_requests") or used
    limit = number(arriving.value / used.value)
    names = listed(list(dict.fromkeys(one.worker.name for one in fed)))
    limits = way_limits(architecture, first.way)
    sizes = ("reserved_concurrency",) if isinstance(first.worker, Function) else ("replicas", "concurrency")
    return Problem(
        first.way,
        f"while work waits, {_doing(fed, 'brings')} {number(arriving.value)} a second to {target.name}, which "
        f"{agreeing(target.name, 'takes')} {limit}",
        [*(stated(first.worker, name) for name in (*sizes, "task_duration")), derived(target, arriving), derived(target, used)]
        + [stated(one.at, "rate_limit") for one in limits]
        + ([] if limits else [stated(first.way, "rate_limit")]),
        f"state one rate_limit below {limit} a second for all calls of {names} on their way to {target.name}, or let fewer of "
        "them run",
        also=[*dict.fromkeys(one.worker for one in fed), target],
    )


def _at_once(architecture: Architecture, target: Component, fed: Sequence[PoolWay]) -> Iterator[Problem]:
    limit = most_at_once(target)
    free = [one for one in fed if not way_limits(architecture, one.way)]
    total = sum(one.in_hand for one in {one.worker: one for one in free}.values())
    if limit is not None and total > limit[0]:
        first, count = free[0], number(total)
        what = f"holds {count} connections to" if isinstance(target, Database) else f"makes {count} calls at once to"
        size = "reserved_concurrency" if isinstance(first.worker, Function) else "replicas"
        yield Problem(
            first.way,
            f"while work waits, {_doing(free, what)} {target.name}, which {agreeing(target.name, 'takes')} {number(limit[0])}",
            [stated(first.worker, size), stated(first.worker, "concurrency"), stated(target, limit[1])],
            f"let fewer of {first.worker.name} run, or each do less at once, so that it comes to no more than {number(limit[0])}",
            also=[*dict.fromkeys(one.worker for one in free), target],
        )


def _endless(architecture: Architecture, target: Component, fed: PoolWay, options: Options) -> Iterator[Problem]:
    """As many functions run as messages wait, and are started."""
    enough, started = _enough(target, fed), min(options.functions, _waiting(architecture, fed.worker) or options.functions)
    sold = isinstance(target, ExternalSystem) and target.provides is not None
    if way_limits(architecture, fed.way) or (enough[0] >= started if enough else not sold):
        return
    most, takes = "by what is taken", f"it is not said how much {does(target.name, 'takes')}"
    if enough:
        most, takes = f"{enough[0]:,} at the most", f"{enough[0]:,} at once are all that {does(target.name, 'takes')}"
    yield Problem(
        fed.way,
        f"nothing says how many of {fed.worker.name} run when work waits: up to {number(started)} are started, and {takes}",
        [
            *(stated(fed.worker, name) for name in ("reserved_concurrency", "task_duration")),
            stated(fed.way, "rate_limit"),
            stated(target, enough[1] if enough else "capacity"),
        ],
        f"state reserved_concurrency of {fed.worker.name}, {most}, or one rate_limit for all calls to {target.name}",
        also=[fed.worker, target],
        asks=enough is None,
        edits=[Edit(fed.worker, "reserved_concurrency", enough[0])] if enough and enough[0] else (),
        unsafe=True,
    )


def _waiting(architecture: Architecture, worker: Worker) -> int | None:
    """How many messages can wait for it; None where nothing ends that."""
    depths = [one.target.max_depth if isinstance(one.target, Broker) else None for one in architecture.into(worker, Consumes)]
    return None if None in depths else sum(one or 0 for one in depths)


def _enough(target: Component, fed: PoolWay) -> tuple[int, str] | None:
    """How many of the function use up all that is taken."""
    at_once = getattr(target, "max_concurrency", None) or getattr(target, "max_connections", None)
    if at_once:
        return at_once, "max_connections" if isinstance(target, Database) else "max_concurrency"
    rate, each = getattr(target, "capacity", None), fed.worker.task_duration
    if rate is None or not each:
        return None
    replicas = getattr(target, "replicas", None) or 1
    return ceil(rate * replicas * each.total_seconds() / (fed.way.per_request or 1)), "capacity"


HALF_A_SECOND = milliseconds(500)
PROVIDER = ExternalSystem("Provider", capacity=per_second(100))
PAYMENTS = ExternalSystem("Provider", provides="payment")


def charges(
    worker: Worker,
    target: Component = PROVIDER,
    *,
    limit: RateLimit | None = None,
    per_request: float | None = 1,
    depth: int | None = None,
) -> Design:
    queue = Queue(
        "Charges", max_depth=depth, overflow="reject" if depth else None, dead_letter=Queue("Dead charges"), max_receives=5
    )
    way: Interaction
    if isinstance(target, Database):
        way = Writes(worker, target, idempotent=True, per_request=per_request, rate_limit=limit)
    else:
        way = Calls(worker, target, idempotent=True, timeout=seconds(2), per_request=per_request, rate_limit=limit)
    return Design("Charges", [Publishes(Service("Shop"), queue, rate=per_second(4)), Consumes(worker, queue), way])


def pool(replicas: int, at_once: int = 1, takes: timedelta | None = HALF_A_SECOND) -> Worker:
    return Worker("Charger", replicas=replicas, concurrency=at_once, task_duration=takes, idempotent=True)


def function(most: int | None, takes: timedelta | None = HALF_A_SECOND) -> Function:
    return Function("Charger", reserved_concurrency=most, task_duration=takes, idempotent=True)


rule = Rule(
    "LT056",
    Severity.WARNING,
    check,
    flagged=[
        lambda: charges(pool(20, 10)),
        lambda: charges(function(None)),
        lambda: charges(function(500)),
        lambda: charges(pool(20, 10), limit=RateLimit(per_second(200), counted="together")),
        lambda: charges(pool(20, 10), ExternalSystem("Provider", max_concurrency=50)),
        lambda: charges(function(None), Database("Ledger", max_connections=100)),
        lambda: charges(function(None), PAYMENTS),
    ],
    accepted=[
        lambda: charges(pool(20, 2)),
        lambda: charges(function(20)),
        lambda: charges(pool(20, 10), limit=RateLimit(per_second(90), counted="together")),
        lambda: charges(function(None), limit=RateLimit(per_second(90), counted="together")),
        lambda: charges(pool(20, 10), per_request=0.1),
        lambda: charges(pool(20, 10, None)),
        lambda: charges(pool(20, 2), ExternalSystem("Provider", max_concurrency=50)),
        lambda: charges(function(None), ExternalSystem("Provider")),
        lambda: charges(function(20), PAYMENTS),
        lambda: charges(function(None), depth=40),
    ],
    see=[
        "worker-rate-limiting",
        "concurrency-limit",
        "token-bucket",
        "adaptive-rate",
        "sqs-lambda",
        "workers-that-scale-beyond-what-they-call",
    ],
    options=Options,
)
