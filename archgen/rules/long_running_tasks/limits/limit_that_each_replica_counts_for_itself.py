"""Each replica keeps to the limit by a count of its own, so that all of them together go far beyond it.

## Why it matters
A provider takes 100 calls a second. The limit of 100 is counted in the memory of a worker, and twenty of them run: they call up
to 2,000 times a second. In the first test, with one worker, the limit held. It grows with each replica that is added, and so just
when the queue is deep.

## What to do
- Keep one count for all, in a store that they share: a token bucket in Redis costs under a millisecond a call. State that it is
  counted together.
- Or divide: the limit of each is what may be called in all, over the most replicas that there may be. What idle ones leave unused
  is lost then.

## When it does not apply
- All together let no more through than is taken.
- All that the workers can do at full pace is no more than is taken, whatever the limit.
- There is one count, or one replica. Where it is not stated who counts, that is asked.
- What is called does not state how much it takes; the limit is one for each user, tenant or key.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Component,
    Consumes,
    Design,
    ExternalSystem,
    Publishes,
    Queue,
    RateLimit,
    RateLimiter,
    Service,
    Worker,
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
    Problem,
    Quantity,
    Rule,
    Server,
    Severity,
    WayLimit,
    agreeing,
    derived,
    number,
    stated,
    way_limits,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    seen = set()
    for way in architecture.connections(Interaction):
        limits = way_limits(architecture, way)
        if not limits or any(isinstance(one, Client) for one in architecture.members(way.source)):
            continue
        targets = [one for one in architecture.members(way.target) if not isinstance(one, RateLimiter)]
        for limit in limits:
            for target in targets if limit.is_multiplied is not False else ():
                takes = _takes(estimate, target)
                if takes and (limit.at, target) not in seen and _is_beyond(estimate, way, limit, takes):
                    seen.add((limit.at, target))
                    yield _problem(way, target, limit, takes)


def _takes(estimate: Estimate, target: Component) -> Quantity | None:
    known = [estimate.of(target, measure) for measure in ("capacity", "peak_capacity")]
    return max((one for one in known if one), key=lambda one: one.value, default=None)


def _is_beyond(estimate: Estimate, way: Interaction, limit: WayLimit, takes: Quantity) -> bool:
    """Whether all of them let more through than is taken, one of them does not, and there can be as much to let through."""
    each = limit.limit.rate
    if each is None or limit.counters is None or not each <= takes.value < each * limit.counters:
        return False
    if limit.is_multiplied is None:
        return True
    then = estimate.of(way, "full_rate")
    usual = estimate.busiest(way, "rate")
    return (then or usual) is None or any(one.value > takes.value for one in (then, usual) if one)


def _problem(way: Interaction, target: Component, limit: WayLimit, takes: Quantity) -> Problem:
    each, counters = limit.limit.rate or 0, limit.counters or 1
    source = way.source.name if isinstance(limit.at, Interaction) else limit.at.name
    asks = limit.is_multiplied is None
    if asks:
        message = (
            f"it is not said whether {number(counters)} of {source} share one limit of {number(each)} a second on calls to "
            f"{target.name}, or whether each counts for itself, {number(each * counters)} in all"
        )
    else:
        message = (
            f"each of {number(counters)} of {source} counts {number(each)} a second for itself: together they let "
            f"{number(each * counters)} through to {target.name}, which {agreeing(target.name, 'takes')} {number(takes.value)}"
        )
    share = number(takes.value / counters)
    return Problem(
        limit.at,
        message,
        [stated(limit.at, "rate_limit"), *_counts(way, limit), derived(target, takes)],
        f"state that the limit is counted together, or locally and {share} a second for each"
        if asks
        else f"count together, in a store that all of {source} share, or let each have {share} a second",
        also=[way, target],
        asks=asks,
        edits=() if asks else [Edit(limit.at, "rate_limit", replace(limit.limit, counted="together"))],
        unsafe=True,
    )


def _counts(way: Interaction, limit: WayLimit) -> Iterator[Fact]:
    for source in (limit.at,) if isinstance(limit.at, RateLimiter) else (way.source,):
        if isinstance(source, Server):
            yield stated(source, "autoscaling" if source.autoscaling else "replicas")


def charges(
    replicas: int | None,
    counted: Literal["locally", "together"] | None = "locally",
    each: float = 100,
    *,
    most: int | None = None,
    takes: float | None = 100,
    at_once: int = 10,
) -> Design:
    growing = Autoscaling("queue_depth", min_replicas=replicas, max_replicas=most) if most else None
    worker = Worker(
        "Charger", replicas=replicas, concurrency=at_once, task_duration=milliseconds(500), autoscaling=growing, idempotent=True
    )
    provider = ExternalSystem("Provider", capacity=None if takes is None else per_second(takes))
    limit = RateLimit(per_second(each), counted=counted)
    queue = Queue("Charges", dead_letter=Queue("Dead charges"), max_receives=5)
    call = Calls(worker, provider, idempotent=True, timeout=seconds(2), per_request=1, rate_limit=limit)
    return Design("Charges", [Publishes(Service("Shop"), queue, rate=per_second(4)), Consumes(worker, queue), call])


def through(limiters: int, counted: Literal["locally", "together"]) -> Design:
    """Workers that call through limiters."""
    limiter = RateLimiter("Limiter", replicas=limiters, rate_limit=RateLimit(per_second(100), counted=counted))
    forward = Calls(limiter, ExternalSystem("Provider", capacity=per_second(100)), idempotent=True, timeout=seconds(2))
    return Design("Charges", [Calls(Service("Shop"), limiter, timeout=seconds(3)), forward])


rule = Rule(
    "LT057",
    Severity.WARNING,
    check,
    flagged=[
        lambda: charges(20),
        lambda: charges(5, most=40),
        lambda: through(4, "locally"),
        lambda: charges(20, None),
    ],
    accepted=[
        lambda: charges(20, "together"),
        lambda: charges(20, each=5),
        lambda: charges(1),
        lambda: charges(20, at_once=1),
        lambda: charges(20, takes=None),
        lambda: charges(None),
        lambda: through(4, "together"),
    ],
    see=["worker-rate-limiting", "token-bucket", "workers-that-scale-beyond-what-they-call"],
)
