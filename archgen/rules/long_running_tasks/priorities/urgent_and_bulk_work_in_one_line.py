"""What is urgent and what can wait for the night stand in one line, in the order in which they came.

## Why it matters
A person who has forgotten a password waits for a mail. Before it in the queue are 20,000 reports that were ordered at nine, of
which ten workers do five a second: the mail comes at seven past ten. The average wait of the day looks fine, as most of the time
nothing waits; it is the urgent work that pays for each rush, though it makes a hundredth of the load.

## What to do
- Give each urgency a queue of its own, and workers that look into the upper one first, with something left for the lower one.
- Or let one queue tell levels apart, where the broker can (`priorities`), and let each publisher state its `priority`.
- Say by what it ranks: by what the work is, or by who pays. They are two orders; if both, what the work is comes first, as the
  password of a free customer cannot wait for the film of a paying one.
- For what must begin within a second, keep workers free for it. An order does not interrupt a job that runs.
- More workers help only as long as they do the whole rush within the time that the urgent work has.

## When it does not apply
- The queue tells levels apart, or its `scheduling` says how they share; or those who take from it pick by a `filter`.
- All that is in it is of one urgency, or that is not stated.
- The estimate says that even after a rush the last message waits less than 5 s, or than the option `patience` says.
- Publishers state different levels and the queue does not say that it knows any: then that is asked.
- Where no urgency is stated, what a schedule puts there at once is taken for bulk, beside what others put there for a worker that
  people wait for (`user_facing`), if the estimate says how long the last of it waits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from archgen import Consumes, Design, Publishes, Queue, Scheduler, Service, Worker, hours, seconds
from archgen.plugin import (
    Architecture,
    Duration,
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
    listed,
    stated,
)

USUAL = seconds(5)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    patience: Duration = USUAL
    """How long urgent work may wait behind other work. Tool default: 5 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for queue in architecture.components(Queue):
        told_apart = queue.scheduling or (queue.priorities or 1) > 1 or _pick(architecture, queue)
        wait = None if told_apart else estimate.of(queue, "burst_delay")
        if told_apart or (wait and wait.value <= options.patience.total_seconds()):
            continue
        urgencies = list(dict.fromkeys(queue.urgencies or ()))
        sent = {way.priority: way for way in architecture.into(queue, Publishes) if way.priority is not None}
        if len(urgencies) > 1 or len(sent) > 1:
            yield from _levels(queue, urgencies, sent, wait)
        elif wait:
            yield from _scheduled(architecture, queue, wait)


def _levels(queue: Queue, urgencies: Sequence[str], sent: Mapping[str, Publishes], wait: Quantity | None) -> Iterator[Problem]:
    """Work of which it is stated that it differs."""
    if queue.priorities == 1 or len(sent) < 2:
        yield _problem(queue, urgencies if len(urgencies) > 1 else list(sent), list(sent.values()), wait)
    elif Product(queue).has_priorities is not False:
        yield _question(queue, list(sent.values()))


def _scheduled(architecture: Architecture, queue: Queue, wait: Quantity) -> Iterator[Problem]:
    """What a schedule puts there at once, before work that people wait for."""
    ways = [(way, architecture.members(way.source)) for way in architecture.into(queue, Publishes)]
    by_clock = [way for way, ends in ways if way.burst_size and all(isinstance(one, Scheduler) for one in ends)]
    others = [way for way, ends in ways if not any(isinstance(one, Scheduler) for one in ends)]
    takers = TakenWork.by_queue(architecture).get(queue, ())
    awaited = next((taken.worker for taken in takers if taken.worker.user_facing), None)
    if by_clock and others and awaited:
        clock = by_clock[0].source.name
        yield Problem(
            queue,
            f"what {does(clock, 'puts')} into {queue.name} at once stands before what people wait for: {wait} of it",
            [stated(by_clock[0], "burst_size"), stated(awaited, "user_facing"), derived(queue, wait)],
            f"give what {does(clock, 'starts')} a queue of its own, or let {queue.name} tell priorities apart",
            also=[by_clock[0], awaited],
        )


def _pick(architecture: Architecture, queue: Queue) -> bool:
    """Whether all who take from it say which messages."""
    takes = list(architecture.out_of(queue, Consumes))
    return bool(takes) and all(one.filter for one in takes)


def _problem(queue: Queue, levels: Sequence[str], sent: Sequence[Publishes], wait: Quantity | None) -> Problem:
    kinds = listed(levels)
    late = f", where the last of a rush waits {wait}" if wait else ""
    return Problem(
        queue,
        f"{kinds} stand in one line in {queue.name}{late}",
        [
            *([stated(queue, "urgencies")] if queue.urgencies else [stated(one, "priority") for one in sent]),
            stated(queue, "priorities"),
            *([derived(queue, wait)] if wait else []),
        ],
        f"give each of them a queue of its own, or let {queue.name} tell priorities apart",
    )


def _question(queue: Queue, sent: Sequence[Publishes]) -> Problem:
    tells = f"{agreeing(queue.name, 'does')} not say that {agreeing(queue.name, 'it tells')}"
    return Problem(
        queue,
        f"work of different priority is put into {queue.name}, which {tells} it apart",
        [*(stated(one, "priority") for one in sent), stated(queue, "priorities")],
        f"state the priorities of {queue.name}, or give each level a queue of its own",
        asks=True,
    )


BOTH = ("password reset", "bulk report")


def jobs(
    urgencies: Sequence[str] | None,
    priorities: int | None = None,
    *published: str,
    at_once: int | None = None,
    replicas: int = 10,
    scheduling: Literal["fair"] | None = None,
) -> Design:
    queue = Queue(
        "Jobs", urgencies=urgencies, priorities=priorities, scheduling=scheduling, dead_letter=Queue("Dead jobs"), max_receives=5
    )
    worker = Worker("Worker", replicas=replicas, concurrency=1, task_duration=seconds(2), max_runtime=seconds(20))
    sent = [Publishes(Service(f"API {level}"), queue, priority=level) for level in published]
    rush = [Publishes(Service("API"), queue, burst_size=at_once)]
    return Design("Jobs", [*(sent or rush), Consumes(worker, queue)])


def picked() -> Design:
    queue = Queue("Jobs", urgencies=BOTH, dead_letter=Queue("Dead jobs"), max_receives=5)
    mails, reports = Worker("Mailer"), Worker("Reporter")
    takes = [Consumes(mails, queue, filter="password reset"), Consumes(reports, queue, filter="bulk report")]
    return Design("Jobs", [Publishes(Service("API"), queue), *takes])


def nightly(at_once: int, *, facing: bool | None = True, apart: bool = False) -> Design:
    dead = Queue("Dead jobs")
    jobs, later = Queue("Jobs", dead_letter=dead, max_receives=5), Queue("Reports", dead_letter=dead, max_receives=5)
    worker, second = (
        Worker(name, replicas=10, concurrency=1, task_duration=seconds(2), max_runtime=seconds(20), user_facing=waits)
        for name, waits in (("Worker", facing), ("Report worker", False))
    )
    clock = Scheduler("Nightly", interval=hours(24), replicas=1)
    bulk = Publishes(clock, later if apart else jobs, "reports", burst_size=at_once, idempotent=True)
    more = [Consumes(second, later)] if apart else []
    return Design("Jobs", [Publishes(Service("API"), jobs), bulk, Consumes(worker, jobs), *more])


rule = Rule(
    "LT060",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(BOTH),
        lambda: jobs(BOTH, at_once=20_000),
        lambda: jobs(None, 1, "high", "low"),
        lambda: jobs(None, None, "high", "low"),
        lambda: nightly(20_000),
    ],
    accepted=[
        lambda: jobs(BOTH, at_once=20, replicas=10),
        lambda: jobs(BOTH, scheduling="fair"),
        lambda: jobs(["nightly"]),
        lambda: jobs(None, None, "high"),
        lambda: jobs(None),
        picked,
        lambda: nightly(20),
        lambda: nightly(20_000, facing=None),
        lambda: nightly(20_000, apart=True),
    ],
    see=["priority-queues", "separate-queue-per-priority", "dedicated-priority-pools", "short-and-long-jobs-in-one-pool"],
    options=Options,
)
