"""One queue hands out by a field of the message, the highest first, where the broker can do that.

## How it works
Each message carries a number. The broker keeps a list for each number, or a sorted set, and hands out from the top. There is
one queue to declare, one pool to run, one depth to watch. RabbitMQ does it for queues that are declared with a highest
priority; BullMQ does it on Redis.

Within a level, order is that of arrival. What a worker has fetched already is out of the broker's hands, so a prefetch of one
is part of the pattern.

## Numbers
- **Up to five levels, at most ten.** RabbitMQ keeps a structure for each level of each queue; 255 are allowed and nobody needs
  them.
- **A cost for each message**: a sorted set inserts in O(log n). 100,000 that wait are 17 comparisons, which is nothing; ten
  million would not fit into memory.
- **Age as part of the number** ends starvation: raise a message by one level for each ten minutes that it waits, or use a
  score of time minus bonus, such as "an hour ahead".

## What goes wrong
- **Starvation**, in its purest form: the broker itself never hands out a low one while a high one is there.
- **Ignored.** SQS, Kafka and a plain Redis list have no such field. The number is then carried along and does nothing.
- **Prefetch.** Twenty messages that were handed out in advance are worked off in their old order.
- **Expiry behind the priority.** Some brokers drop what has expired only when it comes to the head; low ones that are long
  dead fill the queue.
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
    minutes,
    per_second,
    seconds,
)

producer = Service("Producer", replicas=3)
failed = Queue("Failed work", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs by priority",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    priorities=3,
    scheduling="weighted",
    mode="push",
    urgencies=["interactive", "nightly"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(10),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=minutes(1),
    note="a level up for each 10 min",
)
worker = Worker(
    "Worker",
    replicas=6,
    concurrency=2,
    prefetch=1,
    task_duration=seconds(1),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
)
monitoring = Monitoring("Monitoring", watches=["queue_age", "queue_depth", "dead_letters", "errors"], alarms="page")

hurry = Publishes(producer, jobs, "reset, priority 3", rate=per_second(4), priority="3")
later = Publishes(producer, jobs, "report, priority 1", rate=per_second(3), priority="1")
take = Consumes(worker, jobs, "highest first", acknowledge="after", delivery="at_least_once", rate=per_second(7))

pattern = Pattern(
    "One queue ordered by priority",
    use_when=["a broker that has priorities, a few levels, and work of similar length"],
    avoid_when=[
        "SQS or Kafka: they have none",
        "levels that need leases, pools or alarms of their own",
    ],
    structure=Design(
        "One queue ordered by priority",
        [hurry, later, take, monitoring],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("a broker that knows priorities, and levels", {jobs: ["engine", "priorities"]}),
        Need("messages that carry one", {hurry: ["priority"], later: ["priority"]}),
        Need("a guard for the lowest level, such as age", {jobs: ["scheduling"]}),
        Need("workers that fetch one at a time", {worker: ["prefetch"]}),
    ],
    walkthrough=[
        Step(later, "3,000 reports, priority 1"),
        Step(hurry, "a reset, priority 3"),
        Step(take, "the reset, though it came last"),
        Step(take, "then reports, oldest first"),
    ],
    trade_offs=[
        TradeOff("one queue and one pool, and the broker keeps the order", "only where the broker can, and at its cost"),
        TradeOff("levels are a number in the message", "no lease, no alarm and no pool for a level"),
    ],
    related=["priority-queues", "separate-queue-per-priority", "redis-queue", "rabbitmq-routing"],
)
