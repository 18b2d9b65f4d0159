"""Work is given levels of priority on a broker that knows none.

## Why it matters
SQS, Kafka, Pub/Sub and a plain list of Redis carry a field for the level along as they carry any other, and hand out as before.
Nothing fails and nothing warns. It shows on the day with 50,000 reports in the queue, when the login code marked as urgent comes
out behind them, two hours late.

## What to do
Make a queue for each level, and let workers look into the upper one first, or give each level workers of its own. That works on
every broker. Where levels have to be in one queue, take a broker that keeps them: RabbitMQ, ActiveMQ, or BullMQ on Redis.

## When it does not apply
- The broker has priorities, or nothing is known of it.
- A library on top of Redis adds them. Where none is stated of Redis, that is asked.
- Each level has a queue of its own, so that all that is put into one is alike.
"""

from collections.abc import Iterator, Sequence

from archgen import Consumes, Design, Log, Publishes, Queue, Service, Worker, days
from archgen.plugin import Architecture, Estimate, Fact, Problem, Product, Rule, Severity, named, number, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    queues: list[Queue | Log] = [*architecture.components(Queue), *architecture.components(Log)]
    for queue in queues:
        product = Product(queue)
        asks = product.is_redis and product.has_library is None
        if product.has_priorities is False or asks:
            levels = _levels(architecture, queue)
            if levels:
                yield _question(queue, levels) if asks else _problem(queue, levels)


def _levels(architecture: Architecture, queue: Queue | Log) -> Sequence[Fact]:
    """What says that it should tell levels apart: the queue, or those who put different ones into it."""
    if isinstance(queue, Queue) and queue.priorities is not None:
        return [stated(queue, "priorities")] if queue.priorities > 1 else []
    ways = {way.priority: way for way in architecture.into(queue, Publishes) if way.priority is not None}
    return [stated(way, "priority") for way in ways.values()] if len(ways) > 1 else []


def _told(queue: Queue | Log, levels: Sequence[Fact]) -> str:
    count = queue.priorities if isinstance(queue, Queue) else None
    return f"the {number(count or len(levels))} levels of {queue.name}"


def _problem(queue: Queue | Log, levels: Sequence[Fact]) -> Problem:
    says = (
        stated(queue, "engine") if queue.engine else Fact(f"{named(queue)}: a log, which is read in the order of arrival", queue)
    )
    return Problem(
        queue,
        f"{queue.engine or 'a log'} has no priorities: {_told(queue, levels)} are carried along, and change nothing",
        [says, *levels],
        f"make a queue of each level of {queue.name}, or choose an engine that has priorities",
    )


def _question(queue: Queue | Log, levels: Sequence[Fact]) -> Problem:
    return Problem(
        queue,
        f"{queue.engine} alone has no priorities, and it is not said what keeps {_told(queue, levels)}",
        [stated(queue, "engine"), *([stated(queue, "library")] if isinstance(queue, Queue) else []), *levels],
        f"state the library of {queue.name} that keeps them, or make a queue of each level",
        asks=True,
    )


def jobs(engine: str | None, priorities: int | None = 3, *published: str, library: str | None = None) -> Design:
    queue = Queue(
        "Jobs",
        engine=engine,
        library=library,
        priorities=priorities,
        scheduling="weighted" if priorities and priorities > 1 else None,
        urgencies=["interactive", "nightly"] if priorities and priorities > 1 else None,
        dead_letter=Queue("Dead jobs"),
        max_receives=5,
    )
    sent = [Publishes(Service(f"API {level}"), queue, priority=level) for level in published] or [
        Publishes(Service("API"), queue)
    ]
    return Design("Jobs", [*sent, Consumes(Worker("Worker"), queue)])


def logged() -> Design:
    log = Log("Jobs", retention=days(1))
    sent = [Publishes(Service(f"API {level}"), log, priority=level) for level in ("high", "low")]
    return Design("Jobs", [*sent, Consumes(Worker("Worker", idempotent=True), log)])


def apart() -> Design:
    api, dead, worker = Service("API"), Queue("Dead jobs"), Worker("Worker", scheduling="weighted")
    levels = [
        Queue(f"Jobs {level}", engine="SQS", urgencies=[urgency], dead_letter=dead, max_receives=5)
        for level, urgency in (("high", "interactive"), ("low", "nightly"))
    ]
    sent = [Publishes(api, one, priority=level) for one, level in zip(levels, ("high", "low"), strict=True)]
    return Design("Jobs", [*sent, *(Consumes(worker, one, weight=0.5) for one in levels)])


rule = Rule(
    "LT062",
    Severity.ERROR,
    check,
    flagged=[
        lambda: jobs("SQS"),
        lambda: jobs("Apache Kafka"),
        lambda: jobs("Redis Streams"),
        lambda: jobs("SQS", None, "high", "low"),
        logged,
        lambda: jobs("Redis"),
    ],
    accepted=[
        lambda: jobs("RabbitMQ"),
        lambda: jobs("Redis", library="bullmq"),
        lambda: jobs(None),
        lambda: jobs("SQS", 1),
        lambda: jobs("SQS", None),
        lambda: jobs("SQS", None, "high"),
        apart,
    ],
    see=["separate-queue-per-priority", "single-priority-queue", "priority-queues", "urgent-and-bulk-work-in-one-line"],
)
