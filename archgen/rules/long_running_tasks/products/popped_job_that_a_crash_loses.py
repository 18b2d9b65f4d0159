"""A worker pops jobs from a list of Redis, and a job that was popped is nowhere but in the worker.

## Why it matters
BRPOP gives a job away and forgets it, in one step. Redis does not know that somebody works on it, so it cannot hand it out
again: what is said of queues, that an unconfirmed message comes back, holds for brokers and not for a list. A rollout that
replaces ten workers, each with one job in hand, loses ten jobs; one that is killed for its memory loses the job that was too
large, and nobody ever learns which it was.

## What to do
- Move the job instead of popping it: BLMOVE to a list of those in work, and remove it from there when it is done. Something
  puts back what lies there for too long. State it as `reliable_pop`.
- Or use a stream with a consumer group, which keeps what was not confirmed.
- Or a library that does it, and state it. Look which way it fetches: some pop by default, and are safe only with a setting.

## When it does not apply
- A library is stated and not that it pops; or it is a stream, or no Redis at all. What says that it keeps no job in hand
  (`reliable_pop`) is found whatever it is.
- A lost piece of work does no harm: all who take from it are `loss_tolerant`. Where that is not stated, it is a warning.
- At most once is what is promised, of the connection or the queue.
- A task that sweeps (`reconcile`) finds what was lost by its record.
- How jobs are taken is not stated: that is asked where the design counts on messages that come again, or says that losing one
  harms; unless LT085 asks already whether there is a library.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import Consumes, Design, Publishes, Queue, Reads, RelationalDatabase, Service, Worker
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Product,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    does,
    has_lasting_effect,
    is_swept,
    listed,
    stated,
)

PROMISES = ("dead_letter", "max_receives", "retry_delay", "visibility_timeout")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    if is_swept(architecture):
        return
    for queue, takers in TakenWork.by_queue(architecture).items():
        if _may_be_lost(queue, takers):
            continue
        if queue.reliable_pop is False:
            yield _problem(queue, takers)
        elif queue.reliable_pop is None and _is_bare(queue) and _counts_on_it(queue, takers):
            yield _question(queue, takers)


def _is_bare(queue: Queue) -> bool:
    """Whether it is a list without a library, or may be one: that is asked by another rule where it promises what no list has."""
    product, promises = Product(queue), any(getattr(queue, name) is not None for name in PROMISES)
    if not product.is_redis or product.is_stream:
        return False
    return product.has_library is False or (product.has_library is None and not promises)


def _may_be_lost(queue: Queue, takers: Sequence[TakenWork]) -> bool:
    once = queue.delivery == "at_most_once" or all(one.consumes.delivery == "at_most_once" for one in takers)
    return once or all(one.worker.loss_tolerant for one in takers)


def _counts_on_it(queue: Queue, takers: Sequence[TakenWork]) -> bool:
    """Whether the design says that a message comes again, or that losing one does harm."""
    harm = any(one.worker.loss_tolerant is False or has_lasting_effect(one.worker) for one in takers)
    return harm or queue.delivery == "at_least_once" or any(one.is_surely_handed_out_again for one in takers)


def _problem(queue: Queue, takers: Sequence[TakenWork]) -> Problem:
    names = listed(list(dict.fromkeys(one.worker.name for one in takers)))
    said = any(one.worker.loss_tolerant is False for one in takers)
    return Problem(
        queue,
        f"a crash of {names} loses the job in hand: {does(queue.name, 'has')} forgotten it since it was popped",
        [*(stated(queue, name) for name in ("engine", "reliable_pop")), *(stated(one.worker, "loss_tolerant") for one in takers)],
        f"move jobs of {queue.name} to a list of those in work until they are done, or use a stream or a library that does so",
        also=[one.worker for one in takers],
        severity=None if said else Severity.WARNING,
        edits=[Edit(queue, "reliable_pop", True)],
        unsafe=True,
    )


def _question(queue: Queue, takers: Sequence[TakenWork]) -> Problem:
    has, them = agreeing(queue.name, "has"), agreeing(queue.name, "it")
    return Problem(
        queue,
        f"it is not said whether {queue.name} still {has} a job that was taken from {them} when the worker dies: a list has not",
        [
            *(stated(queue, name) for name in ("engine", "library", "reliable_pop", "delivery")),
            *(stated(one.consumes, "acknowledge") for one in takers),
            *(stated(one.worker, "loss_tolerant") for one in takers),
        ],
        f"state reliable_pop of {queue.name}, or the library that {agreeing(queue.name, 'it is')} used by",
        also=[one.worker for one in takers],
        asks=True,
    )


Delivery = Literal["at_most_once", "at_least_once"]


def invoices(
    pops_safely: bool | None,
    *,
    engine: str = "Redis",
    library: str | Literal[False] | None = None,
    tolerant: bool | None = False,
    delivery: Delivery | None = None,
    dead: bool = True,
    sweep: bool = False,
) -> Design:
    queue = Queue(
        "Invoices",
        engine=engine,
        library=library,
        reliable_pop=pops_safely,
        dead_letter=Queue("Dead invoices") if dead else None,
        max_receives=5 if dead else None,
        persistence="aof_every_second",
        max_depth=10_000,
    )
    worker = Worker("Clerk", loss_tolerant=tolerant, idempotent=True)
    swept = [Reads(Worker("Sweep", task="reconcile"), RelationalDatabase("Invoice records"))] if sweep else []
    return Design("Invoices", [Publishes(Service("API"), queue), Consumes(worker, queue, delivery=delivery), *swept])


rule = Rule(
    "LT084",
    Severity.ERROR,
    check,
    flagged=[
        lambda: invoices(False),
        lambda: invoices(False, library="sidekiq"),
        lambda: invoices(False, engine="RabbitMQ"),
        lambda: invoices(False, tolerant=None),
        lambda: invoices(None, dead=False, tolerant=None, delivery="at_least_once"),
    ],
    accepted=[
        lambda: invoices(True),
        lambda: invoices(None, library="bullmq"),
        lambda: invoices(None, engine="Redis Streams"),
        lambda: invoices(None, engine="RabbitMQ"),
        lambda: invoices(False, tolerant=True),
        lambda: invoices(False, tolerant=None, delivery="at_most_once"),
        lambda: invoices(False, tolerant=None, sweep=True),
        lambda: invoices(None, tolerant=None),
    ],
    see=["redis-queue", "at-least-once-delivery", "redis-list-that-has-to-retry-by-itself", "message-confirmed-before-the-work"],
    beside=["LT017"],
)
