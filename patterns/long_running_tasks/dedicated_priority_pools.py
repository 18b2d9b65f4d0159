"""Each level has workers that do nothing else, so that it moves on whatever happens at the others.

## How it works
Some workers are bound to one queue. The highest level always finds a free one, because nobody else can occupy it; the lowest
always has one, because nobody can take it away. Between them stands a shared pool that helps where most is to be done.

Order alone cannot give that. A worker that is in the middle of a job of five minutes is not free for an urgent one, however
high that stands. Reserved workers are the only way to a promise in seconds.

## Numbers
- **4 for high, 4 shared, 2 for low** of ten: at 200 ms each, the four do 20 urgent ones a second, and an urgent one waits
  for another urgent one only.
- **Reserve for the peak of the level, not its average.** Half of the high pool is idle most of the time; that is the price.
- **The lowest pool must be able to do its average alone**: 0.3 a second at 4 s each are 1.2 workers, so two.

## What goes wrong
- **Idle and late at once.** Dedicated workers sleep while the other level is an hour behind. The shared pool is for that; let
  it take from all levels.
- **The high pool does the wrong work.** It is labelled for high and given "high first, then normal": one long normal job, and
  the reserve is gone.
- **Too small for pools.** Three workers cannot be split by three.
- **They share what is behind them.** The low pool runs the database into the ground, and the high one waits for it. Limit by
  pool there as well.
"""

from archgen import (
    Consumes,
    Design,
    Monitoring,
    Need,
    Pattern,
    Publishes,
    Queue,
    Requirements,
    Service,
    Step,
    TradeOff,
    Worker,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

producer = Service("Producer", replicas=3)
failed = Queue("Failed work", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
high = Queue(
    "High",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    urgencies=["interactive"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(5),
    max_depth=2_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
low = Queue(
    "Low",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    urgencies=["nightly"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=minutes(1),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=minutes(5),
)
first = Worker(
    "High only",
    replicas=4,
    pool="dedicated",
    task_duration=milliseconds(200),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
    user_facing=True,
)
shared = Worker(
    "Both",
    replicas=4,
    pool="shared",
    scheduling="weighted",
    task_duration=seconds(2),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
)
last = Worker(
    "Low only",
    replicas=2,
    pool="dedicated",
    task_duration=seconds(4),
    max_runtime=minutes(2),
    side_effect="reversible",
    idempotent=True,
)
monitoring = Monitoring("Monitoring", watches=["queue_age", "queue_depth", "dead_letters", "errors"], alarms="page")

to_high = Publishes(producer, high, "reset", rate=per_second(8), priority="high")
to_low = Publishes(producer, low, "report", rate=per_second(0.6), priority="low")
take_first = Consumes(first, high, acknowledge="after", delivery="at_least_once", rate=per_second(7.5))
help_high = Consumes(shared, high, acknowledge="after", delivery="at_least_once", rate=per_second(0.5), weight=0.5)
help_low = Consumes(shared, low, acknowledge="after", delivery="at_least_once", rate=per_second(0.3), weight=0.5)
take_last = Consumes(last, low, acknowledge="after", delivery="at_least_once", rate=per_second(0.3))

pattern = Pattern(
    "Workers reserved for each priority",
    use_when=[
        "urgent work must begin within a second, though bulk jobs take minutes",
        "bulk work must go on every day, however much urgent work there is",
    ],
    avoid_when=["a handful of workers: weights do it with less"],
    structure=Design(
        "Workers reserved for each priority",
        [to_high, to_low, take_first, help_high, help_low, take_last, monitoring],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("a pool bound to each level", {first: ["pool", "replicas"], last: ["pool", "replicas"]}),
        Need("a shared pool for what is left over", {shared: ["pool", "scheduling"]}),
        Need("the age of the oldest, by level", {monitoring: ["watches"]}),
    ],
    walkthrough=[
        Step(to_low, "5,000 reports"),
        Step(take_last, "two workers"),
        Step(help_low, "and four more, while nothing else is to be done"),
        Step(to_high, "a reset"),
        Step(take_first, "at once: these four were kept free"),
    ],
    trade_offs=[
        TradeOff("no level can stop another", "capacity that is idle while its level is empty"),
        TradeOff("a waiting time that can be promised", "pool sizes to choose anew when the mix changes"),
    ],
    related=["priority-queues", "priority-router", "separate-queue-per-priority", "weighted-fair-scheduling"],
)
