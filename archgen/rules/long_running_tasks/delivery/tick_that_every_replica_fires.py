"""Several replicas of a scheduler run, and each of them starts the job when its time comes.

## Why it matters
Two replicas are there so that one may fail. Their clocks both say midnight at once, and both put the job on the queue: every
night the invoices go out twice. With a job each minute that is 2,880 starts a day instead of 1,440, which nobody notices until
one of them has an effect.

## What to do
- Let the replicas agree on one that acts, by a lease in a database or lock service (`leader_election`): the other takes over when
  it ends.
- And give each start a key made of the schedule and its due time, claimed by one insert before it fires: the second insert fails.
  That also holds in the moment in which two believe that they are the leader.

## When it does not apply
- One runs, or a provider does that (`managed`), or another only stands ready while the first one holds a lease.
- A start that two want happens once (`deduplicates`), by a key (`idempotency`) or a lock that is taken before.
- Twice does no more than once: the connection, the queue or all who take the work say so. Reading twice harms nobody.
- Whether they elect one is not stated: that is asked.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import (
    Acquires,
    Component,
    Consumes,
    Design,
    IdempotencyKey,
    LockService,
    Publishes,
    Queue,
    Reads,
    Scheduler,
    Worker,
    minutes,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Interaction,
    Problem,
    Rule,
    Severity,
    TakenWork,
    is_repeatable,
    number,
    readable,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for scheduler in architecture.components(Scheduler):
        count = _count(scheduler)
        if count > 1 and not (scheduler.leader_election or scheduler.deduplicates or scheduler.managed):
            ways = [way for way in architecture.out_of(scheduler, Interaction) if not isinstance(way, Reads)]
            harmful = [way for way in ways if not _is_harmless(architecture, way)]
            if harmful and not any(isinstance(way, Acquires) or way.idempotency for way in ways):
                yield _problem(scheduler, count, harmful)


def _count(scheduler: Scheduler) -> int:
    """How many run at the least."""
    growing = scheduler.autoscaling.min_replicas if scheduler.autoscaling else None
    return max(scheduler.replicas or 1, growing or 1)


def _is_harmless(architecture: Architecture, way: Interaction) -> bool:
    """Whether a second start does no more than one."""
    return is_repeatable(way) or all(_counts_once(architecture, end) for end in architecture.members(way.target))


def _counts_once(architecture: Architecture, end: Component) -> bool:
    if isinstance(end, Queue):
        takers = TakenWork.by_queue(architecture).get(end, ())
        return bool(end.deduplicates) or (bool(takers) and all(is_repeatable(one.worker) for one in takers))
    return isinstance(end, Worker) and is_repeatable(end)


def _problem(scheduler: Scheduler, count: int, harmful: list[Interaction]) -> Problem:
    first, asks = harmful[0], scheduler.leader_election is None
    each = f"{number(count)} replicas of {scheduler.name} each start"
    every = f" every {readable(scheduler.interval)}" if scheduler.interval is not None else ""
    what = f"what goes to {first.target.name}{every}"
    return Problem(
        scheduler,
        f"{each} {what}, unless they agree on one, which is not said"
        if asks
        else f"{each} {what}, and nothing picks one of them",
        [
            stated(scheduler, "autoscaling" if (scheduler.replicas or 1) < count else "replicas"),
            stated(scheduler, "leader_election"),
            stated(scheduler, "deduplicates"),
            stated(first, "idempotency"),
        ],
        f"state whether replicas of {scheduler.name} elect one that acts (leader_election)"
        if asks
        else f"let replicas of {scheduler.name} elect one that acts, or claim a key of schedule and due time for each start",
        also=harmful,
        asks=asks,
    )


def nightly(
    scheduler: Scheduler,
    *,
    key: IdempotencyKey | None = None,
    idempotent: bool | None = None,
    once: bool | None = None,
    lock: bool = False,
) -> Design:
    queue = Queue("Due", dead_letter=Queue("Dead"), max_receives=5, deduplicates=once)
    fire = Publishes(scheduler, queue, idempotency=key)
    locks = [Acquires(scheduler, LockService("Leases", engine="etcd", nodes=3))] if lock else []
    return Design("Invoices", [fire, Consumes(Worker("Invoicer", idempotent=idempotent), queue), *locks])


def cron(
    replicas: int | None = 2, elects: bool | None = False, interval: timedelta | None = None, *, managed: bool | None = None
) -> Scheduler:
    return Scheduler("Cron", replicas=replicas, leader_election=elects, interval=interval, managed=managed)


rule = Rule(
    "LT095",
    Severity.INFO,
    check,
    flagged=[
        lambda: nightly(cron()),
        lambda: nightly(cron(3, interval=minutes(1))),
        lambda: nightly(cron(elects=None)),
    ],
    accepted=[
        lambda: nightly(cron(elects=True)),
        lambda: nightly(cron(1)),
        lambda: nightly(cron(), key=IdempotencyKey("schedule and due time", claim="atomic")),
        lambda: nightly(cron(), idempotent=True),
        lambda: nightly(cron(), once=True),
        lambda: nightly(cron(), lock=True),
        lambda: nightly(cron(managed=True)),
    ],
    see=["scheduled-producer", "idempotency-key", "event-that-is-taken-for-a-new-one"],
)
