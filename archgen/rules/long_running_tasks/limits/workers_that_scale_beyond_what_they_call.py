"""When work waits, workers may become so many that what they call cannot take it.

## Why it matters
A rush of 10,000 charges fills the queue, and workers are added up to 500, as the depth says. Each makes two calls a second:
1,000 a second for a provider that takes 100. Nine in ten are refused or run into their timeout, are tried again, and the queue
grows, which calls for more workers. Scaling helps where workers are what is short; where what they call is, it turns a wait of
some minutes into an outage, for everybody else who needs it too.

## What to do
- Let `max_replicas` follow from what stands behind: what it takes a second, less what others ask of it, over what one worker
  asks for.
- Or put one limit that all of them share on the calls (`rate_limit`, counted together), below what is taken. The number of
  workers then no longer matters, and the queue holds what waits.
- Ask for a higher quota, or let one call do several pieces, if the rush has to be done sooner.

## When it does not apply
- With all replicas at work, and what others ask, it is not more than what is called takes. Where that scales too, it is counted
  with as many replicas as it may have. Calls at once are counted where that is what it limits.
- A limit on the way keeps it below, or adapts to what comes back.
- What is called states no limit: `capacity`, `max_concurrency`, `max_connections`, `rate_limit`, or the rates of a store.
- It is a warning where it is not stated that there is no limit, or where a number is assumed. Pools that do not scale are another
  rule's business, and so are limits that each worker counts for itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from math import floor
from typing import Literal

from archgen import (
    Autoscaling,
    Calls,
    Component,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Function,
    Publishes,
    Queue,
    Rate,
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
    Edit,
    Estimate,
    Fact,
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
    readable,
    stated,
    way_limits,
)

# What computers lose when they divide.
A_HAIR = 1e-9


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    scaled = (one for one in pools(architecture) if one.autoscaling and not isinstance(one, Function))
    for target, fed in pool_ways(architecture, scaled).items():
        free = [one for one in fed if not is_held(architecture, one.way)]
        ended = [one for one in free if one.most is not None]
        used = estimate.of(target, "full_utilisation")
        if used and used.value > 1 + A_HAIR and ended and not is_full(estimate, target):
            yield from _over(architecture, estimate, target, ended, used)
        else:
            yield from _at_once(architecture, target, [one for one in ended if one.direct])
        yield from _endless(architecture, estimate, target, [one for one in free if one.most is None and one.direct])


def _over(
    architecture: Architecture, estimate: Estimate, target: Component, fed: Sequence[PoolWay], used: Quantity
) -> Iterator[Problem]:
    arriving = estimate.of(target, "full_requests")
    rates = {one: estimate.of(one.way, "full_rate") for one in fed}
    grown = [one for one in fed if rates[one] or not one.direct]
    if not arriving or not grown:
        return
    first, limit = grown[0], arriving.value / used.value
    own = rates[first] if len(grown) == 1 and first.direct else None
    left = limit - arriving.value + own.value if own else 0.0
    pools = listed([f"{number(one.most or 0)} of {one.worker.name}" for one in grown])
    fix, edits = _mended(architecture, target, first, limit, left, own)
    yield Problem(
        first.worker,
        f"when work waits, {pools} bring {number(arriving.value)} a second to {target.name}, "
        f"which {agreeing(target.name, 'takes')} {number(limit)}",
        [stated(first.worker, "autoscaling"), derived(target, arriving), derived(target, used), *_limits(architecture, first)],
        fix,
        also=[*(one.worker for one in grown[1:]), first.way, target],
        severity=None if own and not used.assumptions and _is_known(architecture, first.way) else Severity.WARNING,
        edits=edits,
        unsafe=True,
    )


def _mended(
    architecture: Architecture, target: Component, first: PoolWay, limit: float, left: float, own: Quantity | None
) -> tuple[str, Sequence[Edit]]:
    """Fewer workers or a lower limit, where they alone are too many, so that what is left for them is not exceeded."""
    worker, most = first.worker, left if own and left > 0 else limit
    shared = f"one limit below {number(most)} a second on their way to {target.name}"
    tight = min(way_limits(architecture, first.way), key=lambda one: one.together or 0, default=None)
    if tight and left > 0:
        lower = replace(tight.limit, rate=Rate(left))
        return f"lower the limit on the way to {target.name} to {number(left)} a second", [Edit(tight.at, "rate_limit", lower)]
    enough = floor((first.most or 0) * left / own.value + A_HAIR) if own else 0
    scaling = worker.autoscaling
    if not scaling or enough < max(scaling.min_replicas or 1, 1):
        return f"let all of {worker.name} keep to {shared}, or let fewer of them run", ()
    edit = Edit(worker, "autoscaling", replace(scaling, max_replicas=enough))
    return f"let no more than {enough:,} of {worker.name} run, or let all of them keep to {shared}", [edit]


def _limits(architecture: Architecture, fed: PoolWay) -> Iterator[Fact]:
    limits = way_limits(architecture, fed.way)
    if limits:
        yield from (stated(one.at, "rate_limit") for one in limits)
    else:
        yield stated(fed.way, "rate_limit")


def _is_known(architecture: Architecture, way: Interaction) -> bool:
    """Whether it is stated that there is no limit, or one that is too high."""
    return way.rate_limit is False or bool(way_limits(architecture, way))


def _at_once(architecture: Architecture, target: Component, fed: Sequence[PoolWay]) -> Iterator[Problem]:
    """Each piece in hand may hold a call, and holds a connection."""
    limit = most_at_once(target)
    free = [one for one in fed if not way_limits(architecture, one.way)]
    total = sum(one.in_hand for one in {one.worker: one for one in free}.values())
    if limit is None or total <= limit[0]:
        return
    first, holds = free[0], "connections to" if isinstance(target, Database) else "calls at once to"
    pools = listed(list(dict.fromkeys(f"{number(one.most or 0)} of {one.worker.name}" for one in free)))
    yield Problem(
        first.worker,
        f"when work waits, {pools} make up to {number(total)} {holds} {target.name}, which "
        f"{agreeing(target.name, 'takes')} {number(limit[0])}",
        [stated(first.worker, "autoscaling"), stated(first.worker, "concurrency"), stated(target, limit[1])],
        f"let so many of {first.worker.name} run that all they have in hand is no more than {number(limit[0])}, or let them "
        f"share {'a pool of connections' if isinstance(target, Database) else 'a limit on their calls'}",
        also=[*(one.worker for one in free[1:]), first.way, target],
        severity=Severity.WARNING,
    )


def _endless(architecture: Architecture, estimate: Estimate, target: Component, fed: Sequence[PoolWay]) -> Iterator[Problem]:
    limit = next((name for name in ("capacity", "max_concurrency") if getattr(target, name, None) is not None), None)
    for one in fed:
        if limit and not way_limits(architecture, one.way):
            yield Problem(
                one.worker,
                f"it is not said how many of {one.worker.name} there may be when work waits, and "
                f"{does(target.name, 'has')} a limit",
                [stated(one.worker, "autoscaling"), stated(target, limit), stated(one.way, "rate_limit")],
                f"state max_replicas of {one.worker.name} by what {does(target.name, 'takes')}, "
                f"{readable(getattr(target, limit))}, or a rate_limit for all calls",
                also=[one.way, target],
                asks=True,
            )


PROVIDER, HALF_A_SECOND = ExternalSystem("Provider", capacity=per_second(100)), milliseconds(500)


def charges(
    most: int | None,
    target: Component = PROVIDER,
    *,
    limit: RateLimit | Literal[False] | None = False,
    per_request: float | None = 1,
    takes: timedelta | None = HALF_A_SECOND,
    others: Rate | None = None,
) -> Design:
    growing = Autoscaling("queue_depth", min_replicas=5, max_replicas=most)
    worker = Worker("Charger", replicas=5, concurrency=1, task_duration=takes, autoscaling=growing, idempotent=True)
    queue = Queue("Charges", dead_letter=Queue("Dead charges"), max_receives=5)
    way: Interaction
    if isinstance(target, Database):
        way = Writes(worker, target, idempotent=True, per_request=per_request, rate_limit=limit)
    else:
        way = Calls(worker, target, idempotent=True, timeout=seconds(2), per_request=per_request, rate_limit=limit)
    shop = Service("Shop")
    more = [Calls(shop, target, rate=others, timeout=seconds(2))] if others else []
    return Design("Charges", [Publishes(shop, queue, rate=per_second(4)), Consumes(worker, queue), way, *more])


def through(billing: Service) -> Design:
    """The provider stands behind a service."""
    first = charges(500, billing)
    return Design("Charges", [*first.parts, Calls(billing, PROVIDER, timeout=seconds(1), idempotent=True)])


BELOW = RateLimit(per_second(90), counted="together")

rule = Rule(
    "LT055",
    Severity.ERROR,
    check,
    flagged=[
        lambda: charges(500),
        lambda: charges(500, limit=RateLimit(per_second(300), counted="together")),
        lambda: charges(500, limit=None, per_request=None),
        lambda: charges(40, others=per_second(60)),
        lambda: through(Service("Billing")),
        lambda: charges(500, ExternalSystem("Provider", max_concurrency=50)),
        lambda: charges(500, Database("Ledger", max_connections=200)),
        lambda: charges(None),
    ],
    accepted=[
        lambda: charges(50),
        lambda: charges(500, limit=BELOW),
        lambda: charges(500, per_request=0.1),
        lambda: charges(500, limit=RateLimit(adaptive=True)),
        lambda: charges(500, ExternalSystem("Provider")),
        lambda: charges(40, ExternalSystem("Provider", max_concurrency=50)),
        lambda: charges(500, Database("Ledger", max_connections=600)),
        lambda: charges(500, takes=None),
        lambda: charges(500, Service("Billing", replicas=10, capacity=per_second(200))),
        lambda: charges(10, others=per_second(60)),
    ],
    see=["queue-depth-autoscaling", "worker-rate-limiting", "concurrency-limit", "backpressure-scale-up"],
)
