"""A queue is a list of Redis, and is said to try messages again and to put aside what fails, which no list does.

## Why it matters
A list gives away its first entry and has forgotten it. It counts no attempts, hides nothing while somebody works on it, and has
no second place for what failed five times. Who reads the design believes that all of this is there; what runs is a job that
vanished with its worker, or one that was put back at once and fails 200 times a second.

Some say that queues in Redis try again, others that they do not. Both are right: libraries such as BullMQ do, and the lists below
them do not.

## What to do
- Take a library that does it in Redis, and state it as `library`: it keeps jobs in hand, counts attempts, delays them and keeps
  those that failed.
- Or a broker that has dead letters of its own.
- Or write it, and draw it: who puts a message back, and who publishes to the dead letter queue.

## When it does not apply
- A library is stated, or the engine is the name of one.
- The design shows who does it: something publishes to the dead letter queue, or one that takes from the queue puts back on it.
- The queue promises nothing of the kind.
- It is a stream: that keeps what was not confirmed, and counts deliveries. Putting aside after so many, and the pause before
  another attempt, are not part of it.
- Whether there is a library is not stated: that is asked.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Worker, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Product,
    Rule,
    Severity,
    does,
    listed,
    stated,
)

OF_STREAMS = {
    "dead_letter": "puts nothing aside",
    "max_receives": "has no limit of attempts",
    "retry_delay": "makes no pause before another attempt",
}
SORTS = ("list", "lists", "stream", "streams")
OF_LISTS = {**OF_STREAMS, "visibility_timeout": "forgets what it has handed out"}


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue in architecture.components(Queue):
        product = Product(queue)
        if product.is_redis and not product.has_library:
            lacks = OF_STREAMS if product.is_stream else OF_LISTS
            promised = [name for name in lacks if getattr(queue, name) not in (None, False, "unlimited")]
            if promised and not _is_coded(architecture, queue):
                yield _problem(queue, product, promised, [lacks[name] for name in promised])


def _is_coded(architecture: Architecture, queue: Queue) -> bool:
    """Whether the design shows who puts messages aside, or back."""
    if queue.dead_letter and any(architecture.into(queue.dead_letter, Publishes)):
        return True
    takers = {end for way in architecture.out_of(queue, Consumes) for end in architecture.members(way.source)}
    givers = (end for way in architecture.into(queue, Publishes) for end in architecture.members(way.source))
    return any(end in takers for end in givers)


def _problem(queue: Queue, product: Product, promised: Sequence[str], lacks: Sequence[str]) -> Problem:
    sort = "a stream" if product.is_stream else "a list"
    asks = product.has_library is None
    engine = " ".join(word for word in (queue.engine or "").split() if word.lower() not in SORTS)
    bare = f"{does(queue.name, 'is')} {sort} of {engine} and no more, which"
    doubt = f"{queue.name} may be {sort} of {engine} and no more, which"
    return Problem(
        queue,
        f"{doubt if asks else bare} {listed(lacks)}",
        [stated(queue, name) for name in ("engine", "library", *promised)],
        f"state the library that does so for {queue.name}, or that there is none"
        if asks
        else f"use a library for jobs on top of {engine}, or a broker that does so, or show who puts messages aside",
        asks=asks,
    )


def jobs(
    engine: str | None,
    library: str | Literal[False] | None = None,
    *,
    dead: bool = True,
    delay: timedelta | None = None,
    coded: bool = False,
) -> Design:
    failed = Queue("Dead jobs") if dead else None
    queue = Queue("Jobs", engine=engine, library=library, dead_letter=failed, max_receives=5 if dead else None, retry_delay=delay)
    api, worker = Service("API"), Worker("Worker", loss_tolerant=not dead or None)
    aside = [Publishes(worker, failed, "after five attempts")] if coded and failed else []
    parts = [Calls(Client("App"), api, timeout=seconds(5)), Publishes(api, queue, rate_limit=None), Consumes(worker, queue)]
    return Design("Jobs", [*parts, *aside])


rule = Rule(
    "LT085",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs("Redis", False),
        lambda: jobs("Redis list", dead=False, delay=seconds(10)),
        lambda: jobs("Valkey"),
        lambda: jobs("Redis Streams", False),
    ],
    accepted=[
        lambda: jobs("Redis", "bullmq"),
        lambda: jobs("Sidekiq on Redis"),
        lambda: jobs("RabbitMQ"),
        lambda: jobs("Redis", False, dead=False),
        lambda: jobs("Redis", False, coded=True),
    ],
    see=["redis-queue", "dead-letter-queue", "queue-without-dead-letter"],
)
