"""A queue that is kept in memory may hold more messages than there is memory for.

## Why it matters
A limit of 10 million messages of 2 kB is 20 GB. On a node of 4 GB it never acts: the memory ends first, at 1.4 million, and then
Redis either refuses every write or throws away what it likes, sessions and locks of others included. It happens when workers were
away for an hour, which is when the queue was needed.

## What to do
- Count the limit from the memory: usable bytes over bytes of a message, and state it as `max_depth` with an `overflow`.
- Make messages small: an id and a key instead of the whole job. From 2 kB to 200 bytes is ten times the room.
- Or keep the backlog on disk, in a broker that is made for it.

Of the memory count 70 %: a copy to disk or to a replica needs room for what changes meanwhile, and each message has some tens of
bytes around it; libraries add a record for each job.

## When it does not apply
- What may wait fits, or the broker is not one in memory, by its `engine` and `library`.
- No limit is stated, and what waits after a rush follows from the rates: then that counts, as a warning; but not where it goes to
  disk once memory is full (`overflow` is spill).
- Messages differ in size, and only many large ones would not fit: a warning.
- Memory or the size of messages is not stated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log10

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Design,
    Publishes,
    Queue,
    Rate,
    Service,
    Size,
    Worker,
    gigabytes,
    hours,
    kilobytes,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Product,
    Rule,
    Severity,
    Share,
    agreeing,
    derived,
    does,
    number,
    percent,
    readable,
    stated,
)

USABLE, FOUR_GB = 0.7, gigabytes(4)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    usable: Share = USABLE
    """Which share of the memory messages may take. Tool default: 0.7."""


@dataclass(frozen=True)
class Held:
    """How many messages may wait at once, and whether that is stated or follows from rates."""

    count: float
    fact: Fact
    sure: bool


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for queue in architecture.components(Queue):
        if queue.memory is not None and Product(queue).is_in_memory:
            held, sizes = _held(estimate, queue), _sizes(architecture, queue)
            room = float(queue.memory) * float(options.usable)
            if held and sizes and held.count * max(size for size, _ in sizes) > room:
                yield _problem(architecture, queue, held, sizes, options)


def _held(estimate: Estimate, queue: Queue) -> Held | None:
    """By its limit, else by what waits after a rush and goes nowhere else."""
    if queue.max_depth is not None:
        return Held(queue.max_depth, stated(queue, "max_depth"), sure=True)
    depth = None if queue.overflow == "spill" else estimate.of(queue, "burst_depth")
    return Held(depth.value, derived(queue, depth), sure=False) if depth else None


def _sizes(architecture: Architecture, queue: Queue) -> Sequence[tuple[Size, Fact]]:
    """The sizes that are stated of what is put on it; else of its messages in general."""
    ways = architecture.into(queue, Interaction)
    said = [(way.payload, stated(way, "payload")) for way in ways if way.payload is not None]
    needs = (queue.requirements, architecture.design.requirements)
    usual = [(one.message_size, stated(one, "message_size")) for one in needs if one and one.message_size is not None]
    return said or usual[:1]


def _problem(
    architecture: Architecture, queue: Queue, held: Held, sizes: Sequence[tuple[Size, Fact]], options: Options
) -> Problem:
    size, of_size = max(sizes, key=lambda one: one[0])
    smallest = min(one[0] for one in sizes)
    room = float(queue.memory or 0) * float(options.usable)
    unsaid = any(way.payload is None for way in architecture.into(queue, Interaction)) and of_size.attribute == "payload"
    sure = held.sure and not unsaid and held.count * smallest > room
    most = _rounded(room / size)
    total = readable(Size(round(held.count * size)))
    each = f"{number(held.count)} messages of {'up to ' if smallest < size or unsaid else ''}{readable(size)}"
    return Problem(
        queue,
        f"{each} are {total}, and {does(queue.name, 'has')} a memory of {readable(queue.memory)}: "
        f"{agreeing(queue.name, 'it is')} full at {number(most)}",
        [held.fact, of_size, stated(queue, "memory")],
        f"let {queue.name} hold {number(most)} at the most, which is {percent(float(options.usable))} of "
        f"{agreeing(queue.name, 'its')} memory, make messages smaller, or keep the backlog on disk",
        severity=None if sure else Severity.WARNING,
        edits=[Edit(queue, "max_depth", most)] if sure and most else [],
        unsafe=True,
    )


def _rounded(count: float) -> int:
    """Down to two digits, so that it reads as the limit that it is."""
    step = 10 ** max(int(log10(count)) - 1, 0) if count >= 1 else 1
    return int(count // step * step)


def jobs(queue: Queue, size: Size | None, *more: Size | None, rate: Rate | None = None, lasts: timedelta | None = None) -> Design:
    app, worker = Client("App"), Worker("Worker", replicas=10, concurrency=1, task_duration=seconds(0.1))
    parts: list[Connection] = [Consumes(worker, queue)]
    for number_of, payload in enumerate((size, *more), 1):
        api = Service(f"API {number_of}" if more else "API")
        parts += [Calls(app, api, timeout=seconds(5)), Publishes(api, queue, payload=payload, peak_rate=rate, burst=lasts)]
    return Design("Jobs", parts)


def queue(depth: int | None, memory: Size | None = FOUR_GB, engine: str = "Redis", *, spills: bool = False) -> Queue:
    return Queue(
        "Jobs",
        engine=engine,
        library="bullmq" if engine == "Redis" else None,
        memory=memory,
        max_depth=depth,
        overflow="spill" if spills else "reject",
        dead_letter=Queue("Dead jobs"),
        max_receives=5,
    )


rule = Rule(
    "LT086",
    Severity.ERROR,
    check,
    flagged=[
        lambda: jobs(queue(10_000_000), kilobytes(2)),
        lambda: jobs(queue(10_000_000), kilobytes(0.2), kilobytes(2)),
        lambda: jobs(queue(None), kilobytes(2), rate=per_second(1_000), lasts=hours(1)),
    ],
    accepted=[
        lambda: jobs(queue(100_000), kilobytes(2)),
        lambda: jobs(queue(10_000_000), kilobytes(0.2)),
        lambda: jobs(queue(10_000_000, engine="RabbitMQ"), kilobytes(2)),
        lambda: jobs(queue(None, spills=True), kilobytes(2), rate=per_second(1_000), lasts=hours(1)),
        lambda: jobs(queue(10_000_000, None), kilobytes(2)),
        lambda: jobs(queue(10_000_000), None),
        lambda: jobs(queue(None), kilobytes(2), rate=per_second(150), lasts=hours(1)),
    ],
    see=["redis-queue", "backpressure-reject", "queue-in-memory-without-a-limit"],
    options=Options,
)
