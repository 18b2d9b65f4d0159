"""What is known of a job expires before the job can be over.

## Why it matters
A job that may run for half an hour, three times over, with its state in a cache for five minutes: whoever comes back to ask gets
"no such job", for work that goes on. The client submits again, and a second job begins. A finished report is there, and nobody
can find it any more.

## What to do
Keep the state for as long as all attempts can take, and then for as long as people may come back for the result: days, not
minutes. Or keep jobs in a database, and only copies in the cache.

## When it does not apply
- It is kept for long enough, or without an end; a database keeps it.
- The store is only a cache before another: the service also reads a database of jobs.
- How long a job may take, or how often it is tried, is not stated: what is stated is counted.
"""

from collections.abc import Collection, Iterator
from datetime import timedelta

from archgen import (
    Cache,
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
    Store,
    TakenWork,
    does,
    looks,
    readable,
    stated,
    taken_work,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    states = {cache for cache in architecture.components(Cache) if cache.ttl and _is_asked(architecture, cache)}
    for taken in taken_work(architecture) if states else ():
        longest = _longest(taken)
        for cache in dict.fromkeys(_written(architecture, taken.worker, states)) if longest else ():
            if longest and cache.ttl and cache.ttl < longest[0]:
                states.remove(cache)
                yield _problem(cache, cache.ttl, taken, *longest)


def _written(architecture: Architecture, worker: Worker, states: Collection[Cache]) -> Iterator[Cache]:
    for write in architecture.out_of(worker, Writes):
        for end in architecture.members(write.target):
            if isinstance(end, Cache) and end in states:
                yield end


def _is_asked(architecture: Architecture, cache: Cache) -> bool:
    """Whether the state of jobs is read from it, by one that reads it nowhere else."""
    readers = [end for way in architecture.into(cache, Reads) if looks(way) for end in architecture.members(way.source)]
    readers += [end for way in architecture.out_of(cache, Reads) if looks(way) for end in architecture.members(way.source)]
    return bool(readers) and not any(_reads_a_store(architecture, one) for one in readers)


def _reads_a_store(architecture: Architecture, reader: Component) -> bool:
    ways = (way for kind in (architecture.out_of, architecture.into) for way in kind(reader, Reads) if way.source is reader)
    return any(isinstance(way.target, Store) for way in ways)


def _longest(taken: TakenWork) -> tuple[timedelta, list[Fact]] | None:
    """How long all attempts take together, by what is stated."""
    each = taken.broken_off or taken.slowest
    if each is None:
        return None
    tries = taken.queue.max_receives if isinstance(taken.queue.max_receives, int) else 1
    pauses = (taken.queue.retry_delay or timedelta()) * (tries - 1)
    return each[0] * tries + pauses, [stated(taken.worker, each[1]), stated(taken.queue, "max_receives")]


def _problem(cache: Cache, kept: timedelta, taken: TakenWork, longest: timedelta, facts: list[Fact]) -> Problem:
    return Problem(
        cache,
        f"{does(cache.name, 'forgets')} a job after {readable(kept)}, and {taken.worker.name} may be at it "
        f"for {readable(longest)} in all",
        [stated(cache, "ttl"), *facts],
        f"keep the state of a job in {cache.name} for days, in any case longer than {readable(longest)}, or in a database",
        also=[taken.worker, taken.queue],
    )


def reports(kept: timedelta | None, *, limit: timedelta | None = None, store: bool = False, purpose: bool = True) -> Design:
    api, states, worker = Service("API"), Cache("Job states", ttl=kept), Worker("Renderer", max_runtime=limit)
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=3)
    look = Reads(api, states, "how far is it?", purpose="status" if purpose else None)
    parts = [Publishes(api, queue), Consumes(worker, queue), Writes(worker, states, idempotent=True), look]
    database = Database("Jobs kept")
    kept_too = [Writes(worker, database, idempotent=True), Reads(api, database)] if store else []
    return Design("Reports", [*parts, *kept_too])


rule = Rule(
    "LT013",
    Severity.WARNING,
    check,
    flagged=[lambda: reports(minutes(5), limit=minutes(30)), lambda: reports(hours(1), limit=minutes(30))],
    accepted=[
        lambda: reports(days(7), limit=minutes(30)),
        lambda: reports(None, limit=minutes(30)),
        lambda: reports(minutes(5)),
        lambda: reports(minutes(5), limit=minutes(30), store=True),
        lambda: reports(minutes(5), limit=minutes(30), purpose=False),
    ],
    see=["status-store", "redis-job-hash", "submit-and-poll"],
)
