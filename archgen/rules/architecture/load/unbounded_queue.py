"""More arrives in the busiest time than is taken out, and nothing says at what depth that ends.

## Why it matters
A queue evens out a peak as long as it can hold it. Without a limit it holds whatever comes until its memory or disk is full, and
what happens then was decided by nobody: some brokers stop all who publish, some drop the newest, some fall over with everything
they hold. Long before that its messages are too old to be worth the work. A peak of 40 a second before workers that do 25 leaves
54,000 behind after an hour, which take another hour to work off if 15 a second are free then.

## What to do
- Decide how old a message may be and still be worth the work, and bound the queue by that: `message_ttl` or `retention`, or a
  `max_depth` of that time times what the workers do.
- Decide what becomes of the next one: refuse it (and answer 429), drop the least important, spill it to a disk. State it as
  `overflow`.
- Scale the workers with the depth, as far as what they call can bear it.

## When it does not apply
- It says a `max_depth`, `retention`, `message_ttl` or `overflow`; or all who publish to it are limited.
- The workers keep up with the peak, or grow with the depth of the queue.
- They do not even keep up with the average: that is a finding of its own.
- The peak is not stated. Where it is and what the workers can do is not, that is asked.
- A log keeps what was read, too, so that it grows whoever keeps up: it is asked for how long it keeps its messages, unless it
  has a `max_length`, is `compacted`, or is the truth about what happened (`event_log`).
- Topics keep nothing.
- A queue that is kept in memory, and a log from which clients are sent what they missed: findings of their own say the same.
"""

from collections.abc import Iterator, Sequence

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Consumes,
    Design,
    Log,
    Publishes,
    Queue,
    Rate,
    RateLimit,
    Requirements,
    Resumption,
    Service,
    Worker,
    hours,
    per_second,
    seconds,
)
from archgen.plugin import (
    BOUNDS,
    Architecture,
    Broker,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Product,
    Quantity,
    Rule,
    Server,
    Severity,
    TakenWork,
    agreeing,
    derived,
    does,
    is_bounded,
    listed,
    number,
    replayed,
    stated,
    takers,
)

AN_HOUR, A_DAY = 3_600, 86_400
FOLLOWED = ("queue_depth", "queue_age")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for broker in architecture.components(Broker):
        arriving = estimate.of(broker, "requests")
        if arriving and arriving.value and not _is_bounded(architecture, broker) and not _is_told(architecture, broker):
            drain = estimate.of(broker, "capacity")
            peak = _peak(architecture, broker, arriving)
            if isinstance(broker, Log):
                yield _growth(broker, arriving)
            elif isinstance(broker, Queue) and peak and not drain:
                yield from _question(architecture, broker, peak)
            elif isinstance(broker, Queue) and peak and drain and arriving.value < drain.value < peak[0]:
                yield _problem(architecture, broker, peak, drain)


Peak = tuple[float, Sequence[Fact]]


def _is_bounded(architecture: Architecture, broker: Broker) -> bool:
    """Whether something ends it: the broker, those who publish, or workers whose number follows it."""
    limited = all(isinstance(one, Interaction) and one.rate_limit for one in architecture.into(broker))
    return bool(is_bounded(broker) or limited or any(_follows(one) for one in _servers(architecture, broker)))


def _is_told(architecture: Architecture, broker: Broker) -> bool:
    """Whether another rule says so: of queues in memory, and of logs from which clients are sent what they missed."""
    if isinstance(broker, Log):
        return broker in replayed(architecture) and not Product(broker).forgets_what_is_old
    return Product(broker).is_in_memory and broker in TakenWork.by_queue(architecture)


def _servers(architecture: Architecture, broker: Broker) -> Sequence[Server]:
    return [one for one in takers(architecture, broker) if isinstance(one, Server)]


def _follows(server: Server) -> bool:
    return bool(server.autoscaling and server.autoscaling.metric in FOLLOWED)


def _peak(architecture: Architecture, broker: Broker, arriving: Quantity) -> Peak | None:
    """What comes in the busiest time: what the publishers state, else the average and by what the peak exceeds it."""
    publishers = [one for one in architecture.into(broker) if isinstance(one, Interaction)]
    stated_peaks = [one.peak_rate for one in publishers if one.peak_rate is not None]
    if stated_peaks and len(stated_peaks) == len(publishers):
        return float(sum(stated_peaks)), [stated(one, "peak_rate") for one in publishers]
    needs = architecture.design.requirements
    if needs.peak_factor is None:
        return None
    return arriving.value * needs.peak_factor, [derived(broker, arriving), stated(needs, "peak_factor")]


def _problem(architecture: Architecture, broker: Broker, peak: Peak, drain: Quantity) -> Problem:
    servers = _servers(architecture, broker)
    names = listed([one.name for one in servers])
    left = number((peak[0] - drain.value) * AN_HOUR)
    return Problem(
        broker,
        f"in the busiest time {number(peak[0])} a second arrive at {broker.name} and {names} can do {number(drain.value)}: "
        f"{left} more lie there after every hour, and nothing says where that ends",
        [*peak[1], derived(broker, drain), *(stated(broker, name) for name in BOUNDS)],
        f"state max_depth, retention or message_ttl of {broker.name}, and as overflow what becomes of the next message",
        also=servers,
        severity=Severity.INFO if drain.assumptions else None,
    )


def _growth(log: Log, arriving: Quantity) -> Problem:
    keeps = agreeing(log.name, "it keeps")
    return Problem(
        log,
        f"{does(log.name, 'gets')} {number(arriving.value * A_DAY)} messages a day, and it is not said for how long {keeps} them",
        [derived(log, arriving), stated(log, "retention"), stated(log, "max_length"), stated(log, "compacted")],
        f"state retention or max_length of {log.name}, or that {keeps} all as event_log",
        asks=True,
    )


def _question(architecture: Architecture, broker: Broker, peak: Peak) -> Iterator[Problem]:
    servers = _servers(architecture, broker)
    if servers:
        names = listed([one.name for one in servers])
        yield Problem(
            broker,
            f"in the busiest time {number(peak[0])} a second arrive at {broker.name}, which {agreeing(broker.name, 'has')} no "
            f"limit, and it is not said how many {names} can do",
            [*peak[1], *(stated(one, "task_duration") for one in servers)],
            f"state replicas, concurrency and task_duration of {names}, or the max_depth of {broker.name}",
            also=servers,
            asks=True,
        )


def jobs(
    queue: Queue | Log, worker: Worker, *, factor: float | None = 4, peak: Rate | None = None, limited: bool = False
) -> Design:
    api = Service("API")
    limit = RateLimit(per_second(20)) if limited else None
    publish = Publishes(api, queue, rate=per_second(10), peak_rate=peak, rate_limit=limit)
    parts = [Calls(Client("App"), api, rate=per_second(10)), publish, Consumes(worker, queue)]
    return Design("Jobs", parts, requirements=Requirements(peak_factor=factor))


def workers(count: int | None = 25, *, follows: bool = False) -> Worker:
    growing = Autoscaling(min_replicas=5, max_replicas=100, metric="queue_depth") if follows else None
    return Worker("Worker", replicas=count, concurrency=1, task_duration=seconds(1) if count else None, autoscaling=growing)


def unlimited(engine: str | None = None) -> Queue:
    return Queue("Jobs", engine=engine, dead_letter=Queue("Failed jobs"), max_receives=5)


def feed() -> Design:
    server, events = Service("Feed"), Log("Events", replicas=3)
    again = Resumption("last_event_id")
    listen = Calls(Client("App"), server, protocol="sse", heartbeat_interval=seconds(20), resume=again)
    return Design("Feed", [listen, Publishes(Service("Source"), events, rate=per_second(10)), Consumes(server, events)])


rule = Rule(
    "AR060",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(unlimited(), workers()),
        lambda: jobs(unlimited(), workers(), factor=None, peak=per_second(100)),
        lambda: jobs(unlimited(), workers(None)),
        lambda: jobs(Log("Jobs"), workers()),
    ],
    accepted=[
        lambda: jobs(unlimited(), workers(40)),
        lambda: jobs(unlimited(), workers(), factor=2),
        lambda: jobs(Queue("Jobs", dead_letter=Queue("Failed jobs"), retention=hours(4)), workers()),
        lambda: jobs(Queue("Jobs", dead_letter=Queue("Failed jobs"), max_depth=100_000, overflow="reject"), workers()),
        lambda: jobs(unlimited(), workers(), limited=True),
        lambda: jobs(unlimited(), workers(follows=True)),
        lambda: jobs(unlimited(), workers(), factor=None),
        lambda: jobs(Log("Jobs", event_log=True), workers(None)),
        lambda: jobs(unlimited("Redis"), workers()),
        feed,
    ],
    see=["arrival-over-drain-rate", "queue-without-dead-letter"],
)
