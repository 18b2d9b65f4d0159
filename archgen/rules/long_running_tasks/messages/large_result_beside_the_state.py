"""A worker puts large results where the state of jobs is kept, or on a queue.

## Why it matters
What answers "is it done?" has to do so in a millisecond, from memory. Reports of 40 MB in the same cache push all else out: a
thousand of them are 40 GB. In a table they make each backup, each copy and each scan longer, for content that is read once.

## What to do
Write the result to an object store, and only its address, size and time of expiry next to the state. Give the caller a link that
ends after some minutes.

## When it does not apply
- Results of a megabyte or less, or of a size that is not stated.
- Object stores, warehouses, search indexes and series over time, which are made for it.
- It is put on a queue that does not take messages of that size, as far as is stated: that is `file-inside-a-message`.
- What is written is not the result of a job: its source takes from no queue.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen import (
    Cache,
    Component,
    Consumes,
    Database,
    Design,
    DocumentDatabase,
    KeyValueStore,
    ObjectStore,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Service,
    Size,
    Worker,
    Writes,
    days,
    kilobytes,
    megabytes,
)
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Interaction,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    readable,
    stated,
    taken_work,
)

A_MEGABYTE, DAY = megabytes(1), days(1)
SMALL_ROWS = (Cache, RelationalDatabase, DocumentDatabase, KeyValueStore)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most: Size = A_MEGABYTE
    """The largest result that may stand beside the state. Tool default: 1 MB."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for worker in dict.fromkeys(taken.worker for taken in taken_work(architecture)):
        for way in architecture.out_of(worker, Interaction):
            if isinstance(way, (Writes, Publishes)) and way.payload is not None and way.payload > options.most:
                kept = next((end for end in architecture.members(way.target) if _is_small(end, way.payload)), None)
                if kept:
                    yield _problem(worker, way, way.payload, kept)


def _is_small(end: Component, size: Size) -> bool:
    """Whether it is made for small things. What a broker does not even take is the business of another rule."""
    if isinstance(end, Broker):
        return isinstance(end, Queue) and end.max_message is not None and size <= end.max_message
    return isinstance(end, SMALL_ROWS) or type(end) is Database


def _problem(worker: Worker, way: Writes | Publishes, size: Size, kept: Component) -> Problem:
    return Problem(
        way,
        f"{does(worker.name, 'puts')} results of {readable(size)} into {kept.name}, which "
        f"{agreeing(kept.name, 'is')} made for small and quick answers",
        [stated(way, "payload")],
        f"write the result to an object store, and only its address into {kept.name}",
        also=[worker, kept],
    )


def reports(store: Component, payload: Size | None, *, queued: bool = True) -> Design:
    api, worker = Service("API"), Worker("Renderer")
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    keep = Writes(worker, store, "result", payload=payload, idempotent=True)
    work = [Publishes(api, queue), Consumes(worker, queue)] if queued else []
    return Design("Reports", [*work, keep, Reads(api, store)])


rule = Rule(
    "LT046",
    Severity.WARNING,
    check,
    flagged=[
        lambda: reports(Cache("Job states", ttl=DAY), megabytes(40)),
        lambda: reports(RelationalDatabase("Job states"), megabytes(40)),
    ],
    accepted=[
        lambda: reports(ObjectStore("Results"), megabytes(40)),
        lambda: reports(RelationalDatabase("Job states"), kilobytes(2)),
        lambda: reports(RelationalDatabase("Job states"), None),
        lambda: reports(RelationalDatabase("Job states"), megabytes(40), queued=False),
    ],
    see=["object-store-result", "status-store", "redis-job-hash"],
    options=Options,
)
