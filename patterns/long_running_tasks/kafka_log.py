"""A log keeps what came, in order and by partition, and each reader notes how far it is; that is a stream, not a line of tasks.

## How it works
Records are appended to partitions by their key. A consumer group shares the partitions among its members; each member reads on
from where the group was, and notes the new place when it has done the work. Nothing is deleted by reading. A second group reads
the same records for another purpose, and a repaired consumer reads last week again.

As a task queue it lacks what tasks want. There is no acknowledgement of one message: behind a slow record, all of its partition
wait. No delay, no priority. Failed records are written to a retry topic by hand, with a pause, and in the end to a topic for
dead ones. Newer share groups narrow that gap; classic groups do not.

## Numbers
- **Workers at most = partitions.** 48 partitions, 48 at work; the 49th is idle. Choose twice what the first year needs, since
  adding some later moves keys.
- **100,000 records a second of 1 kB for a broker** and more; millions for a cluster.
- **The poll interval is the lease**: who does not ask again within 5 min is thrown out, and its partitions go to others. 500
  records taken at once, 1 s each, are 8 min: take 50.
- **Retention by what replay needs**: 7 days of 5,000 records a second of 1 kB are 3 TB, and nine on three brokers.

## What goes wrong
- **Jobs of minutes.** The consumer is thrown out in the middle, another one begins, and is thrown out as well. Hand long work
  to a queue.
- **Noted before the work.** The default notes by the clock; a crash then loses what was read and not done.
- **One bad record stops a partition.** Retry three times, then write it to a topic of its own, and go on.
- **A hot key.** One customer is a third of all, and one worker does a third of the work.
- **A cluster for 10 tasks a second.** Any queue does that.
"""

from archgen import (
    Consumes,
    Design,
    Log,
    Need,
    Pattern,
    Publishes,
    Reads,
    RelationalDatabase,
    Requirements,
    Service,
    Step,
    TradeOff,
    Warehouse,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    minutes,
    per_minute,
    per_second,
    seconds,
)

source = Service("Events API", replicas=6)
dead = Log(
    "Dead records", engine="Kafka", replicas=3, partitions=6, retention=days(30), durable=True, alarm="ticket", replayed_by="tool"
)
log = Log(
    "Events",
    engine="Kafka",
    managed=True,
    replicas=3,
    durable=True,
    publisher_confirms=True,
    partitions=48,
    partition_key="customer_id",
    ordering="per_key",
    retention=days(7),
    replay_needed=True,
    retry_topics=True,
    dead_letter=dead,
    max_poll_interval=minutes(5),
    streaming=True,
    max_publish_rate=per_second(300_000),
)
worker = Worker(
    "Billing consumer",
    replicas=24,
    concurrency=2,
    task_duration=milliseconds(4),
    max_runtime=seconds(10),
    side_effect="reversible",
    idempotent=True,
)
accounts = RelationalDatabase(
    "Accounts", engine="PostgreSQL", replicas=2, max_write_rate=per_second(12_000), note="batches of 50"
)
figures = Worker(
    "Figures",
    replicas=8,
    task_duration=milliseconds(1),
    side_effect="none",
    idempotent=True,
    replay=True,
    replay_safe=True,
)
warehouse = Warehouse("Warehouse")
report = Service("Reports", replicas=2)

append = Publishes(source, log, "by customer", rate=per_second(5_000), partition_key="customer_id", payload=kilobytes(1))
read = Consumes(
    worker,
    log,
    "50 at a time",
    commit="after_write",
    delivery="at_least_once",
    rate=per_second(5_000),
    consumer_group="billing",
    batch_size=50,
)
book = Writes(worker, accounts, "by record number", rate=per_second(5_000), batch_size=50, idempotent=True)
read_too = Consumes(
    figures,
    log,
    "the same records",
    commit="after_write",
    delivery="at_least_once",
    rate=per_second(5_000),
    consumer_group="figures",
    batch_size=500,
)
load = Writes(figures, warehouse, "by the minute", rate=per_second(10), batch_size=500, idempotent=True)
ask = Reads(report, warehouse, "of last week", rate=per_minute(2))
show = Reads(report, accounts, "of a customer", rate=per_second(5))

pattern = Pattern(
    "Kafka as a log",
    use_when=[
        "streams of many thousand records a second, read by several for different ends",
        "old records have to be read again, in order",
    ],
    avoid_when=[
        "tasks with an acknowledgement, a delay or a priority of their own",
        "work of minutes for each record",
        "a small team and a few messages a second",
    ],
    structure=Design(
        "Kafka as a log",
        [append, read, book, read_too, load, ask, show],
        requirements=Requirements(write_rate=per_second(5_000), delivery="at_least_once", ordering="per_key"),
    ),
    requires=[
        Need("partitions for all workers, by a key", {log: ["partitions", "partition_key"], worker: ["replicas"]}),
        Need("a place noted after the work", {read: ["commit"], read_too: ["commit"]}),
        Need("topics for what failed", {log: ["retry_topics", "dead_letter"]}),
        Need("batches that are done before the poll interval ends", {log: ["max_poll_interval"], read: ["batch_size"]}),
        Need("retention as long as replay reaches", {log: ["retention"]}),
        Need("work that may be done twice", {worker: ["idempotent"], book: ["idempotent"]}),
    ],
    walkthrough=[
        Step(append, "record 41, of customer 7"),
        Step(read, "with 49 others of its partition"),
        Step(book, "all 50, each under its number"),
        Step(read, "noted: up to 41", back=True),
        Step(read_too, "the same record, for figures"),
        Step(load, "with the next minute"),
    ],
    trade_offs=[
        TradeOff(
            "throughput, order by key, and readers that know nothing of each other", "no line of tasks: no ack, delay, priority"
        ),
        TradeOff("the past can be read again", "partitions, lag and retention to plan and to watch"),
    ],
    related=["message-queue", "rabbitmq-routing", "sqs-lambda", "single-partition-ordering", "fifo-ordering"],
)
