"""There are levels of priority, and all work is of one urgency.

## Why it matters
A level moves one job ahead of another. Where all are alike, another that is just as important pays for the one that moves ahead.
What stays is the effort: queues, pools, alarms and leases for each level, workers of one level that have nothing to do while the
other is late, and a field that every publisher has to fill in.

## What to do
Use one queue. If it is too slow, it needs more workers or shorter jobs, not an order. Add a level on the day on which there is
work that somebody waits for beside work that nobody does.

## When it does not apply
- Work of different urgency is stated (`urgencies`), or publishers give it different levels.
- Each level is for other customers, as paid and free ones: state that as the urgencies.
- A queue tells levels apart, and it is not said what goes into which: then that is asked.
"""

from collections.abc import Iterator, Sequence

from archgen import Consumes, Design, Publishes, Queue, Service, Worker
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    listed,
    number,
    stated,
)

Sent = tuple[Publishes, Queue]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue in architecture.components(Queue):
        if queue.priorities is not None and queue.priorities > 1:
            yield from _within(architecture, queue)
    yield from _among(architecture)


def _within(architecture: Architecture, queue: Queue) -> Iterator[Problem]:
    """A queue with several levels, of which one is used."""
    sent = list(architecture.into(queue, Publishes))
    levels, urgencies = {way.priority for way in sent}, set(queue.urgencies or ())
    if len(urgencies) > 1 or (len(levels) > 1 and not urgencies):
        return
    said = urgencies or {level for level in levels if level is not None}
    if said:
        used = [stated(queue, "urgencies")] if urgencies else [stated(way, "priority") for way in sent]
        yield _problem(queue, f"{number(queue.priorities or 0)} levels", said.pop(), [stated(queue, "priorities"), *used])
    elif sent:
        yield _question(queue, sent)


def _among(architecture: Architecture) -> Iterator[Problem]:
    """Queues for different levels that one source puts work into, all of the same urgency."""
    queues: dict[object, dict[Queue, Publishes]] = {}
    for way in architecture.connections(Publishes):
        if way.priority is not None and isinstance(way.target, Queue):
            queues.setdefault(way.source, {})[way.target] = way
    told = set[Queue]()
    for ways in queues.values():
        first, *others = ways
        urgencies = {tuple(one.urgencies or ()) for one in ways}
        alike = len(urgencies) == 1 and len(next(iter(urgencies))) == 1
        if others and alike and len({way.priority for way in ways.values()}) > 1 and first not in told:
            told.update(ways)
            facts = [fact for one, way in ways.items() for fact in (stated(way, "priority"), stated(one, "urgencies"))]
            names = listed([one.name for one in ways])
            yield _problem(first, names, next(iter(urgencies))[0], facts, others)


def _problem(queue: Queue, levels: str, urgency: str, facts: Sequence[Fact], others: Sequence[Queue] = ()) -> Problem:
    what = f"{levels} are queues of different priority" if others else f"{does(queue.name, 'has')} {levels} of priority"
    it = "them" if others else agreeing(queue.name, "it")
    return Problem(
        queue,
        f"{what}, and all work in {it} is {urgency}",
        facts,
        "use one queue without levels, or state the urgencies that differ",
        also=others,
    )


def _question(queue: Queue, sent: Sequence[Publishes]) -> Problem:
    it = agreeing(queue.name, "it")
    return Problem(
        queue,
        f"{does(queue.name, 'has')} {number(queue.priorities or 0)} levels of priority, and it is not said what goes into which",
        [stated(queue, "priorities"), stated(queue, "urgencies"), *(stated(way, "priority") for way in sent)],
        f"state the urgencies of {queue.name}, or the priority of what is put into {it}",
        asks=True,
    )


def jobs(priorities: int | None, urgencies: Sequence[str] | None, *published: str | None) -> Design:
    queue = Queue(
        "Jobs",
        engine="RabbitMQ",
        priorities=priorities,
        scheduling="weighted" if priorities and priorities > 1 else None,
        urgencies=urgencies,
        dead_letter=Queue("Dead jobs"),
        max_receives=5,
    )
    sent = [Publishes(Service(f"API {place}"), queue, priority=level) for place, level in enumerate(published, 1)]
    return Design("Jobs", [*sent, Consumes(Worker("Worker"), queue)])


def apart(*urgencies: str | None) -> Design:
    api, dead = Service("API"), Queue("Dead jobs")
    high, low = (
        Queue(name, urgencies=[urgency] if urgency else None, dead_letter=dead, max_receives=5)
        for name, urgency in zip(("High", "Low"), urgencies, strict=True)
    )
    worker = Worker("Worker", scheduling="weighted")
    sent = [Publishes(api, high, priority="high"), Publishes(api, low, priority="low")]
    return Design("Jobs", [*sent, Consumes(worker, high, weight=0.7), Consumes(worker, low, weight=0.3)])


rule = Rule(
    "LT063",
    Severity.INFO,
    check,
    flagged=[
        lambda: jobs(3, ["nightly"], None),
        lambda: jobs(3, None, "high", "high"),
        lambda: apart("nightly", "nightly"),
        lambda: jobs(3, None, None),
    ],
    accepted=[
        lambda: jobs(3, ["interactive", "nightly"], None),
        lambda: jobs(3, None, "high", "low"),
        lambda: jobs(1, ["nightly"], None),
        lambda: jobs(None, ["nightly"], None),
        lambda: apart("paid", "free"),
        lambda: apart(None, None),
    ],
    see=["priority-queues", "per-type-queues", "urgent-and-bulk-work-in-one-line"],
)
