"""Work has to be done in order, and several workers take it side by side from a queue that hands it out in order.

## Why it matters
A queue that is first in, first out says in which order messages are handed out, not in which they are done. Three workers take
"open the account", "pay in 50" and "close the account"; the first needs ten seconds, and the account is closed before it is open.
With one worker, as in a test, that never happens.

## What to do
- Give each message the key of what it belongs to, such as the account, and let the queue hand out one of a key at a time
  (`partition_key`): a message group, or a partition. Other keys go on meanwhile.
- Or number messages, and let workers write only what is newer than what is there: then it does not matter who is first.
- Or let one worker do one piece at a time, where that is enough.

## When it does not apply
- There is one worker that does one thing at a time.
- Messages have a key, and one of a key is out at a time; or order is put right behind the queue: `reordered`, a sequence that
  tells it, or writes that hold only from a version on.
- Nothing says that order counts. Where the queue is ordered, and no requirement says that it has to be, that is asked.
- How many pieces are worked on at once is not stated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from archgen import Consumes, Database, Design, Publishes, Queue, Requirements, Service, Worker, Writes, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    TakenWork,
    does,
    most_replicas,
    number,
    stated,
)

Ordering = Literal["none", "per_key", "total"] | None
ORDERED = ("per_key", "total")


@dataclass(frozen=True)
class Need:
    """In which order work has to be done, what says so, and whether that is a requirement."""

    ordering: str
    fact: Fact
    required: bool


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        need = _need(architecture, queue, takers)
        at_once = _at_once(takers) if need else None
        if need and at_once is not None and at_once > 1 and not _is_put_right(architecture, takers):
            why = _why(architecture, queue, need, at_once)
            if why:
                yield _problem(architecture, queue, takers, need, why)


def _need(architecture: Architecture, queue: Queue, takers: Sequence[TakenWork]) -> Need | None:
    """What is nearest to the queue counts; what the design requires is of this queue only where that is ordered."""
    near = [one for one in (queue.requirements, *(one.worker.requirements for one in takers)) if one]
    ways: list[Interaction] = [*architecture.into(queue, Publishes), *(one.consumes for one in takers)]
    said: list[Requirements | Interaction] = [*near, *ways]
    for part in said:
        if part.ordering is not None:
            return Need(part.ordering, stated(part, "ordering"), required=True) if part.ordering in ORDERED else None
    whole = architecture.design.requirements
    if queue.ordering not in ORDERED or whole.ordering == "none":
        return None
    if whole.ordering is None:
        return Need(queue.ordering or "", stated(queue, "ordering"), required=False)
    return Need(whole.ordering, stated(whole, "ordering"), required=True)


def _at_once(takers: Sequence[TakenWork]) -> int | None:
    """How many pieces are worked on at once at the most: what is stated is counted, and each taker as one at the least."""
    counts = [(most_replicas(one.worker), one.worker.concurrency, one.worker.autoscaling) for one in takers]
    if len(counts) == 1 and not any(counts[0]):
        return None
    return sum((replicas or (2 if scaling else 1)) * (each or 1) for replicas, each, scaling in counts)


def _is_put_right(architecture: Architecture, takers: Sequence[TakenWork]) -> bool:
    """Whether what comes too late is noticed behind the queue."""
    if architecture.design.requirements.ordering_by in ("sequence", "vector_clock"):
        return True
    if any(one.consumes.reordered for one in takers):
        return True
    writes = [way for one in takers for way in architecture.out_of(one.worker, Writes)]
    return any(one.version_check or one.guarded for one in writes)


def _why(architecture: Architecture, queue: Queue, need: Need, at_once: int) -> str | None:
    if need.ordering == "total":
        return f"{number(at_once)} pieces of it are worked on at once"
    publishes = list(architecture.into(queue, Publishes))
    keyed = queue.partition_key or (publishes and all(one.partition_key for one in publishes))
    if not keyed:
        return f"no key keeps what belongs together apart from the rest, and {number(at_once)} pieces are worked on at once"
    if (queue.consumers_per_key or 1) > 1:
        return f"{number(queue.consumers_per_key or 1)} workers may be at one key at once"
    return None


def _problem(architecture: Architecture, queue: Queue, takers: Sequence[TakenWork], need: Need, why: str) -> Problem:
    workers = list(dict.fromkeys(one.worker for one in takers))
    first = f"work of {queue.name} has to be done in order" if need.required else does(queue.name, "hands work out in order")
    then = "later work can overtake earlier" if need.required else "if its order counts, later work can overtake earlier"
    return Problem(
        queue,
        f"{first}, and {why}: {then}",
        [
            need.fact,
            *(stated(queue, name) for name in ("partition_key", "consumers_per_key")),
            *(stated(one, name) for one in workers for name in ("replicas", "concurrency", "autoscaling")),
        ],
        f"partition {queue.name} by what belongs together and hand out one of a key at a time, or number messages and let "
        "writes that come too late change nothing",
        also=workers,
        asks=not need.required,
    )


def postings(
    ordering: Ordering = "total",
    replicas: int | None = 3,
    *,
    key: str | None = None,
    required: Ordering = "per_key",
    per_key: int | None = None,
    guarded: bool | None = None,
    at_once: int | None = 1,
    by: Literal["sequence"] | None = None,
) -> Design:
    queue = Queue(
        "Postings",
        ordering=ordering,
        partition_key=key,
        consumers_per_key=per_key,
        dead_letter=Queue("Stopped"),
        max_receives=5,
    )
    worker = Worker("Bookkeeper", replicas=replicas, concurrency=at_once, task_duration=seconds(1), idempotent=True)
    book = Writes(worker, Database("Ledger"), idempotent=True, guarded=guarded)
    parts = [Publishes(Service("API"), queue), Consumes(worker, queue), book]
    return Design("Ledger", parts, requirements=Requirements(ordering=required, ordering_by=by))


rule = Rule(
    "LT043",
    Severity.WARNING,
    check,
    flagged=[
        lambda: postings(),
        lambda: postings("per_key", 1, at_once=8),
        lambda: postings("per_key", key="account", per_key=4),
        lambda: postings(required="total", key="account"),
        lambda: postings(required=None),
    ],
    accepted=[
        lambda: postings("per_key", key="account"),
        lambda: postings(replicas=1),
        lambda: postings(guarded=True),
        lambda: postings(by="sequence"),
        lambda: postings(required="none"),
        lambda: postings(None),
        lambda: postings(replicas=None, at_once=None),
    ],
    see=["fifo-ordering", "single-partition-ordering", "order-required-of-what-keeps-none"],
)
