"""Senders name the kind of work, and the exchange puts it into the queue of those who do it.

## How it works
A sender publishes to an exchange with a key such as `task.pdf`. Bindings say which keys go to which queue: by equality
(direct), by pattern (topic: `task.*`, `task.#`), to all (fanout), or by what stands in the headers. A new consumer of all tasks,
such as an audit, is one binding more, and no sender knows of it.

What makes RabbitMQ a task queue rather than a pipe comes with it: acknowledgement of each message, confirms for senders, a
prefetch for each consumer, exchanges for dead letters, expiry, priorities. Delays are made of expiry: a message waits in a
queue without consumers, expires, and is dead-lettered into the real one.

## Numbers
- **Some 10,000 to 50,000 messages a second** for a queue that is written to three brokers; a log does ten times that.
- **Prefetch 1 for work of seconds, 20 to 50 for work of milliseconds.** Without one, a worker is handed all there is.
- **30 min is the longest a consumer may hold a message**, unless `consumer_timeout` is raised. Longer work is cut into pieces
  or acknowledged early with a record of its own.
- **Three brokers, quorum queues**: one may die, and nothing that was confirmed is lost.

## What goes wrong
- **A key that no binding knows** is dropped without a word. Publish with the mandatory flag, or name an alternate exchange.
- **Durable queue, transient message.** Both have to be said; a restart forgets the message otherwise.
- **Queues of millions.** It is made for queues that are nearly empty. Bound them, and refuse.
- **Delays of many lengths in one waiting queue.** Only the head expires, so an hour in front holds up a minute behind it. One
  waiting queue for each length.
"""

from archgen import (
    Consumes,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    Requirements,
    Service,
    Step,
    Topic,
    TradeOff,
    Worker,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

producer = Service("Producer", replicas=3)
exchange = Topic(
    "Exchange",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    subscriptions="by_topic",
    note="topic: task.*",
)
dead = Queue("Dead tasks", engine="RabbitMQ", replicas=3, durable=True, retention=days(14), alarm="ticket", replayed_by="tool")


def line(name: str, lease: int, depth: int) -> Queue:
    """A quorum queue of one kind of task."""
    return Queue(
        name,
        engine="RabbitMQ",
        replicas=3,
        durable=True,
        publisher_confirms=True,
        mode="push",
        dead_letter=dead,
        max_receives=4,
        retry_delay=seconds(30),
        max_depth=depth,
        overflow="reject",
        visibility_timeout=seconds(lease),
        consumer_timeout=minutes(30),
    )


pdf, mail = line("task.pdf", 120, 5_000), line("task.email", 30, 50_000)
printer = Worker(
    "PDF workers",
    replicas=6,
    prefetch=1,
    task_duration=seconds(10),
    max_runtime=seconds(90),
    side_effect="none",
    idempotent=True,
    serves=["pdf"],
)
mailer = Worker(
    "Mail workers",
    replicas=3,
    concurrency=10,
    prefetch=20,
    task_duration=milliseconds(200),
    max_runtime=seconds(20),
    side_effect="notification",
    idempotent=True,
    serves=["email"],
)

publish = Publishes(producer, exchange, "a key and an id", rate=per_second(50), acknowledged=True, timeout=seconds(1))
to_pdf = Publishes(exchange, pdf, "task.pdf", rate=per_second(0.4))
to_mail = Publishes(exchange, mail, "task.email", rate=per_second(49.6))
take_pdf = Consumes(printer, pdf, acknowledge="after", delivery="at_least_once", rate=per_second(0.4))
take_mail = Consumes(mailer, mail, acknowledge="after", delivery="at_least_once", rate=per_second(49.6))

pattern = Pattern(
    "RabbitMQ exchange routing",
    use_when=[
        "many kinds of work, and rules about which goes where that change now and then",
        "acknowledgement, priorities, expiry and dead letters for each message, on machines of one's own",
    ],
    avoid_when=[
        "old messages have to be read again: it keeps none",
        "millions of messages a second: a log does that",
    ],
    structure=Design(
        "RabbitMQ exchange routing",
        [publish, to_pdf, to_mail, take_pdf, take_mail],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need(
            "queues that are on disk and on several brokers",
            {pdf: ["durable", "replicas"], mail: ["durable", "replicas"], exchange: ["durable"]},
        ),
        Need("confirms for whoever publishes", {publish: ["acknowledged"], pdf: ["publisher_confirms"]}),
        Need("a prefetch that fits the length of the work", {printer: ["prefetch"], mailer: ["prefetch"]}),
        Need("work that ends before the broker takes it back", {printer: ["max_runtime"], pdf: ["consumer_timeout"]}),
        Need("dead letters behind each queue", {pdf: ["dead_letter"], mail: ["dead_letter"]}),
    ],
    walkthrough=[
        Step(publish, "task.pdf, job 7"),
        Step(to_pdf, "by its binding"),
        Step(publish, "confirmed: written on two of three", back=True),
        Step(take_pdf, "one at a time"),
        Step(publish, "task.email, job 8"),
        Step(to_mail, "by another binding"),
        Step(take_mail, "twenty in advance"),
    ],
    trade_offs=[
        TradeOff("senders know kinds of work and nothing of queues", "bindings to keep, and keys that no one is bound to"),
        TradeOff("all that tasks need is built in", "three brokers to run, and less throughput than a log"),
    ],
    related=[
        "per-type-queues",
        "priority-router",
        "single-priority-queue",
        "message-queue",
        "redis-queue",
        "kafka-log",
        "durable-queue",
        "dead-letter-exchange",
        "delayed-requeue",
        "consumer-prefetch",
        "publisher-confirms",
        "push-or-pull-delivery",
    ],
)
