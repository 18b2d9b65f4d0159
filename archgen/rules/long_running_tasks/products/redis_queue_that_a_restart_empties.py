"""A queue in Redis holds work that must not be lost, and no file from which a restart could read it again.

## Why it matters
Redis keeps a queue in memory. What it writes to disk unless told otherwise is a snapshot: after a minute at the most where
10,000 keys were changed, after five where 100 were, else after an hour. At 50 jobs a second, a crash takes up to 15,000
with it, and without snapshots all that waited. Each was accepted, and its caller knows an id that nobody has heard of. Copies
are no help by themselves: a first node that restarts empty has its copies empty themselves after it.

## What to do
Have it write an append-only file, each second (`persistence` aof_every_second) or with each change (aof_always, at about a
tenth of the speed), and keep a copy that takes over. Or use a broker on disk. Or write each job into a database first, and
let a sweep publish anew what is not done.

## When it does not apply
- It writes such a file, or is said to be `durable`.
- A lost piece of work does no harm: all who take it are `loss_tolerant`.
- A task that sweeps (`reconcile`) finds what was lost, or what is published is tied to a row (`outbox` of the service).
- Whoever publishes writes each job into a store first, no payment hangs on it, or it is not stated that losing one harms: a
  warning.
- What it writes is not stated: that is asked where it is said that losing harms, or work reaches the world.
- Queues that are not in Redis: LT042.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Outbox,
    Publishes,
    Queue,
    Rate,
    Service,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Product,
    Quantity,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    derived,
    does,
    forgets,
    has_lasting_effect,
    is_swept,
    is_written_before,
    number,
    stated,
)

# Until when Redis has made a snapshot, at so many changes a second, unless it is told otherwise.
SNAPSHOTS = ((10_000 / 60, 60), (100 / 300, 300), (0, 3_600))


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    if is_swept(architecture):
        return
    for queue, takers in TakenWork.by_queue(architecture).items():
        if (
            _is_in_redis(queue)
            and not all(one.worker.loss_tolerant for one in takers)
            and not is_written_before(architecture, queue)
        ):
            if forgets(queue) or (queue.persistence is None and queue.durable is False):
                yield _problem(architecture, estimate, queue, takers)
            elif queue.persistence is None and queue.durable is None and any(_does_harm(one.worker) for one in takers):
                yield _question(queue, takers)


def _is_in_redis(queue: Queue) -> bool:
    product = Product(queue)
    return product.is_redis or (product.is_in_memory and bool(product.has_library))


def _does_harm(worker: Worker) -> bool:
    return worker.loss_tolerant is False or (worker.loss_tolerant is None and has_lasting_effect(worker))


def _is_written_down(architecture: Architecture, queue: Queue) -> bool:
    """Whether some of those who publish write the job into a store before."""
    sources = (end for way in architecture.into(queue, Publishes) for end in architecture.members(way.source))
    return any(way.order in ("store_first", "together") for end in sources for way in architecture.out_of(end, Writes))


def _problem(architecture: Architecture, estimate: Estimate, queue: Queue, takers: Sequence[TakenWork]) -> Problem:
    paid = any(one.worker.side_effect == "payment" and one.worker.loss_tolerant is False for one in takers)
    arriving = estimate.of(queue, "requests")
    said = [name for name in ("persistence", "durable") if getattr(queue, name) is not None]
    return Problem(
        queue,
        f"a restart of {queue.name} loses {_lost(queue, arriving)}",
        [
            stated(queue, "engine"),
            *(stated(queue, name) for name in said),
            *(stated(one.worker, name) for one in takers for name in ("loss_tolerant", "side_effect")),
            *([derived(queue, arriving)] if arriving else []),
        ],
        f"let {queue.name} write an append-only file, each second or with each change, or use a broker on disk",
        also=[one.worker for one in takers],
        severity=Severity.ERROR if paid and not _is_written_down(architecture, queue) else Severity.WARNING,
        edits=[Edit(queue, "persistence", "aof_every_second")] if queue.durable is not False else [],
        unsafe=True,
    )


def _lost(queue: Queue, arriving: Quantity | None) -> str:
    if queue.persistence != "rdb":
        return f"all jobs that wait in {agreeing(queue.name, 'it')}"
    its = agreeing(queue.name, "its")
    if not arriving or not arriving.value:
        return f"all jobs since {its} last snapshot, minutes of them"
    until = next(until for least, until in SNAPSHOTS if arriving.value >= least)
    many = number(float(f"{max(arriving.value * until, 1):.2g}"))
    return f"up to {many} job{'' if many == '1' else 's'}: all that came since {its} last snapshot"


def _question(queue: Queue, takers: Sequence[TakenWork]) -> Problem:
    return Problem(
        queue,
        f"{does(queue.name, 'is')} in memory, and it is not said from what a restart reads again the jobs that wait in "
        f"{agreeing(queue.name, 'it')}",
        [
            *(stated(queue, name) for name in ("engine", "persistence", "durable")),
            *(stated(one.worker, name) for one in takers for name in ("loss_tolerant", "side_effect")),
        ],
        f"state persistence of {queue.name}: aof_every_second is usual for queues, a snapshot loses minutes",
        also=[one.worker for one in takers],
        asks=True,
    )


Kept = Literal["none", "rdb", "aof", "aof_every_second"]


def invoices(
    kept: Kept | None,
    *,
    engine: str = "Redis",
    pays: bool = True,
    tolerant: bool | None = False,
    durable: bool | None = None,
    rate: Rate | None = None,
    outbox: bool = False,
    first: bool = False,
) -> Design:
    dead = Queue("Dead invoices", durable=True, alarm="page")
    queue = Queue(
        "Invoices",
        engine=engine,
        library="bullmq" if engine == "Redis" else None,
        persistence=kept,
        durable=durable,
        dead_letter=dead,
        max_receives=5,
        max_depth=100_000,
        overflow="reject",
    )
    api = Service("API", outbox=Outbox() if outbox else None)
    charger = Worker("Charger", idempotent=True, loss_tolerant=tolerant, side_effect="payment" if pays else None)
    record = [Writes(api, Database("Records"), order="store_first", idempotent=True)] if first else []
    calls = Calls(Client("App"), api, rate=rate, timeout=seconds(5), idempotent=True)
    return Design(
        "Invoices", [calls, *record, Publishes(api, queue, idempotent=True), Consumes(charger, queue, acknowledge="after")]
    )


rule = Rule(
    "LT083",
    Severity.ERROR,
    check,
    flagged=[
        lambda: invoices("none"),
        lambda: invoices("rdb", pays=False, rate=per_second(50)),
        lambda: invoices("rdb", first=True),
        lambda: invoices(None, durable=False, tolerant=None),
        lambda: invoices(None),
    ],
    accepted=[
        lambda: invoices("aof_every_second"),
        lambda: invoices("none", tolerant=True),
        lambda: invoices(None, durable=True),
        lambda: invoices("none", pays=False, outbox=True),
        lambda: invoices(None, pays=False, tolerant=None),
        lambda: invoices(None, engine="RabbitMQ"),
    ],
    see=["redis-queue", "durable-queue", "accepted-work-that-a-restart-loses"],
)
