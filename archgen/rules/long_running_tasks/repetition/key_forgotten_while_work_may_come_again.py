"""Keys of work that was done are forgotten while the same message may still come again.

## Why it matters
A key protects as long as it is remembered. A message comes again until its attempts are used up, and from the dead letters as
long as those are kept: with keys of an hour and dead letters of 14 days, whoever sends last week's messages back runs all of them
again, also those that had been done and only failed to be confirmed.

## What to do
Remember keys for longer than anything can come again: attempts times the longest time between two of them, and the `retention` of
the dead letter queue. 1 million keys of 100 bytes a day are 3 GB a month, which a table holds without effort. Or let the effect
itself keep the key, as a row with a unique order id does for good.

## When it does not apply
- Keys are kept for long enough, or for good, or it is not stated for how long; or the other side keeps them.
- Dead letters are not sent back (`replayed_by` is none), or it is not stated for how long they are kept.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import (
    Cache,
    Component,
    Consumes,
    Database,
    Design,
    IdempotencyKey,
    Publishes,
    Queue,
    Service,
    Worker,
    days,
    hours,
    minutes,
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
    readable,
    stated,
    taken_work,
)

Until = tuple[timedelta, Fact, str]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for taken in taken_work(architecture):
        kept = _kept(taken.worker)
        longest = max(_comes_again(taken), key=lambda one: one[0], default=None)
        if kept and longest and kept[0] < longest[0] and taken.is_handed_out_again:
            yield _problem(taken, kept, longest)


def _kept(worker: Worker) -> tuple[timedelta, Fact] | None:
    """For how long keys are remembered, by what is said of them, else of where they are kept."""
    key = worker.idempotency
    if not key or key.claim == "provider":
        return None
    if key.ttl is not None:
        return key.ttl, stated(worker, "idempotency")
    if isinstance(key.store, Cache) and key.store.ttl:
        return key.store.ttl, stated(key.store, "ttl")
    return None


def _comes_again(taken: TakenWork) -> Iterator[Until]:
    """How long after the first time a message may come again, and why."""
    queue, dead = taken.queue, taken.queue.dead_letter
    pauses = [(getattr(queue, name), name) for name in ("visibility_timeout", "retry_delay")]
    pause = max(((value, name) for value, name in pauses if value is not None), default=None)
    if isinstance(queue.max_receives, int) and pause:
        yield pause[0] * queue.max_receives, stated(queue, pause[1]), f"{does(queue.name, 'hands')} it out again"
    if dead and dead.retention is not None and dead.replayed_by != "none":
        yield dead.retention, stated(dead, "retention"), f"it may come back from {dead.name}"


def _problem(taken: TakenWork, kept: tuple[timedelta, Fact], longest: Until) -> Problem:
    until, fact, how = longest
    queue, worker = taken.queue, taken.worker
    return Problem(
        worker,
        f"{does(worker.name, 'forgets')} after {readable(kept[0])} that {agreeing(worker.name, 'it has')} done something, "
        f"and {how} for {readable(until)}",
        [kept[1], fact, stated(queue, "max_receives")],
        f"let {worker.name} remember {agreeing(worker.name, 'its')} keys for {readable(until)} or longer",
        also=[queue],
    )


def charges(
    kept: timedelta | None,
    dead: Queue,
    *,
    store: Component | None = None,
    lease: timedelta | None = None,
) -> Design:
    key = IdempotencyKey("order id and step", claim="atomic", ttl=kept, store=store)
    queue = Queue("Charges", dead_letter=dead, max_receives=5, visibility_timeout=lease)
    worker = Worker("Charger", idempotency=key, idempotent=True)
    return Design("Charges", [Publishes(Service("Shop"), queue), Consumes(worker, queue)])


def kept_for(time: timedelta | None) -> Queue:
    return Queue("Dead charges", retention=time, replayed_by="tool", alarm="ticket")


rule = Rule(
    "LT034",
    Severity.WARNING,
    check,
    flagged=[
        lambda: charges(hours(1), kept_for(days(14))),
        lambda: charges(hours(1), kept_for(None), lease=minutes(30)),
        lambda: charges(None, kept_for(days(14)), store=Cache("Keys", ttl=days(1))),
    ],
    accepted=[
        lambda: charges(days(30), kept_for(days(14))),
        lambda: charges(hours(1), kept_for(None), lease=minutes(10)),
        lambda: charges(hours(1), Queue("Dead charges", retention=days(14), replayed_by="none")),
        lambda: charges(None, kept_for(days(14)), store=Database("Keys")),
        lambda: charges(None, kept_for(days(14))),
    ],
    see=["idempotency-key", "dlq-replay", "key-looked-up-before-it-is-claimed"],
)
