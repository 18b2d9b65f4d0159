"""A message counts as accepted when it is on disk and on a second machine, so that no restart can lose it.

## How it works
Three settings do it, and each is worth little without the others. The queue itself is durable: it is there again after a
restart. Its messages are persistent: they are written to disk, not only to memory. And they are copied: a majority of three
brokers has each of them before it counts, so that a machine which burns takes nothing with it. A *quorum queue* of RabbitMQ, a
topic of Kafka with three replicas of which two must be in sync, and every queue of SQS work like that. A list in Redis does not,
unless it is told to.

The fourth part is the sender. The broker can only promise what it has said, so the sender waits for its word
(`publisher-confirms`) before it tells anybody that the work is accepted.

What this gives is that accepted work is kept. That it is done is another matter, and that it is done once yet another.

## Numbers
- **Three copies, two of which must have it.** One machine may be away without a pause. Two copies are less than they look:
  with one gone, either writing stops, or the last copy is the only one.
- **A write to disk costs 1 to 10 ms, a copy within a region 1 to 2 ms.** A broker that keeps all in memory answers in under a
  millisecond; it is the difference between 50,000 and some 20,000 messages a second on a machine, seldom one that matters to
  jobs.
- **Redis**: without its log a crash loses everything since the last snapshot, minutes of work; with a log written every second
  up to one second; with a log written always, nothing, at a tenth of the speed. A copy follows later in all three cases.
- **Disk**: 100,000 messages of 1 kB are 100 MB, and three times that with copies. Depth is seldom a matter of disk.

## What goes wrong
- **A durable queue of passing messages.** In RabbitMQ the flag on the message is another one than the flag on the queue. The
  queue is back after the restart, and empty.
- **Confirmed is not asked for.** Everything is set up, and the library sends without waiting. What was in its buffer when the
  process ended is gone.
- **Three copies in one rack.** Spread them over zones, or the power cut takes all.
- **The disk is full.** A broker that must write and cannot stops all who send. Watch the disk, and bound the queue.
"""

from archgen import (
    Consumes,
    Design,
    IdempotencyKey,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Replication,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    per_second,
    seconds,
)

gate = Service("Order API", replicas=3, returns_job_id=True, validates=True, note="says accepted after the broker did")
records = RelationalDatabase(
    "Orders", engine="PostgreSQL", replicas=3, replication=Replication("quorum", failover="automatic"), backups=True
)
failed = Queue("Failed orders", engine="RabbitMQ", durable=True, replicas=3, retention=days(30), alarm="page", replayed_by="tool")
orders = Queue(
    "Orders to fulfil",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="push",
    max_depth=100_000,
    overflow="reject",
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=5,
    note="quorum of two out of three",
)
worker = Worker(
    "Fulfilment",
    replicas=6,
    concurrency=20,
    prefetch=20,
    task_duration=seconds(1),
    task_duration_p99=seconds(4),
    side_effect="irreversible",
    idempotent=True,
    idempotency=IdempotencyKey(key="order id and step", made_by="server", claim="atomic", store=records, ttl=days(60)),
    loss_tolerant=False,
)

record = Writes(gate, records, "order", rate=per_second(40), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(
    gate,
    orders,
    "id of the order",
    rate=per_second(40),
    payload=kilobytes(0.2),
    acknowledged=True,
    durability="strict",
    timeout=seconds(1),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(100)),
    idempotent=True,
)
take = Consumes(worker, orders, acknowledge="after", delivery="at_least_once")
look = Reads(worker, records, "what was ordered")
finish = Writes(worker, records, "fulfilled, under its key", idempotent=True)

pattern = Pattern(
    "Durable queue",
    use_when=["somebody was told that the work is accepted, and its loss would be noticed"],
    avoid_when=["a few lost ones do no harm: counts, logs, hints to refresh a cache"],
    structure=Design(
        "Durable queue",
        [record, publish, take, look, finish],
        requirements=Requirements(write_rate=per_second(40), delivery="at_least_once", recovery_point=seconds(0)),
    ),
    requires=[
        Need("messages on disk, and on more than one machine", {orders: ["durable", "replicas"]}),
        Need(
            "a word from the broker, and a sender that waits for it", {orders: ["publisher_confirms"], publish: ["acknowledged"]}
        ),
        Need("dead letters that are kept as well", {failed: ["durable", "replicas"]}),
        Need("acknowledgement after the work", {take: ["acknowledge"]}),
    ],
    walkthrough=[
        Step(record, "order 7"),
        Step(publish, "7: written by two of three brokers, then confirmed"),
        Step(publish, "confirmed after 6 ms", back=True),
        Step(take, "a broker has restarted meanwhile; 7 is there"),
        Step(look, "order 7"),
        Step(finish, "fulfilled; then acknowledged"),
    ],
    trade_offs=[
        TradeOff("accepted work outlives processes, machines and a zone", "some milliseconds for each message that is sent"),
        TradeOff("one broker may be away without a pause", "three brokers with disks to run, or a provider that does"),
    ],
    related=["message-queue", "publisher-confirms", "at-least-once-delivery", "redis-queue", "rabbitmq-routing"],
)
