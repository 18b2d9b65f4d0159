"""Each level of priority is a queue of its own, and workers look into the upper one first; that works on any broker.

## How it works
The sender picks the queue. A worker that is free asks the highest queue; only if that is empty does it ask the next. Nothing
in the broker has to know of levels, so it works with SQS, with Redis lists, with topics. Each level has its own depth, its own
alarm, its own lease and its own dead letters, which is worth as much as the order.

## Numbers
- **Two or three queues.** With ten levels, a free worker asks ten times before it finds something; with long polls of 20 s in
  a row it would sleep through the urgent ones. Ask the upper ones without waiting, and wait on the lowest for a second.
- **A worker that waits 1 s on the low queue** notices an urgent message up to a second late. If that is too much, subscribe to
  all of them at once and choose from what is there.
- **Strict order is fine while the upper levels leave time**: at 70 % of the workers' time for high, 30 % are left for the rest.

## What goes wrong
- **Starvation.** If the upper level alone can fill the workers, the lowest is never looked at. Take every tenth message from
  below, or keep a worker for it.
- **Prefetch defeats the order.** A worker that holds twenty low messages in advance works them off before it looks up.
- **One lease for all.** A level whose jobs take 5 min needs another lease than one whose jobs take a second.
- **Published to the wrong queue.** If every service picks for itself, the rule is in ten places. Let one place sort.
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
urgent = Queue(
    "Urgent",
    engine="SQS",
    managed=True,
    durable=True,
    urgencies=["interactive"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(5),
    max_depth=2_000,
    overflow="reject",
    visibility_timeout=seconds(60),
    mode="pull",
)
bulk = Queue(
    "Bulk",
    engine="SQS",
    managed=True,
    durable=True,
    urgencies=["nightly"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=minutes(1),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=minutes(2),
    mode="pull",
)
worker = Worker(
    "Worker",
    replicas=6,
    concurrency=2,
    prefetch=1,
    scheduling="weighted",
    task_duration=seconds(1),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
    note="every tenth from below",
)
monitoring = Monitoring("Monitoring", watches=["queue_age", "queue_depth", "dead_letters", "errors"], alarms="page")

hurry = Publishes(producer, urgent, "reset", rate=per_second(4), priority="urgent")
later = Publishes(producer, bulk, "report", rate=per_second(1), priority="bulk")
first = Consumes(worker, urgent, "first", acknowledge="after", delivery="at_least_once", rate=per_second(4), weight=0.9)
then = Consumes(worker, bulk, "then", acknowledge="after", delivery="at_least_once", rate=per_second(1), weight=0.1)

pattern = Pattern(
    "One queue for each priority",
    use_when=[
        "the broker knows no priorities, as SQS and Kafka do not",
        "levels need leases, alarms and dead letters of their own",
    ],
    avoid_when=["dozens of levels: a field that is sorted by does that better"],
    structure=Design(
        "One queue for each priority",
        [hurry, later, first, then, monitoring],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("a queue for each level, and a sender who names it", {hurry: ["priority"], later: ["priority"]}),
        Need("workers that look from the top, without hoarding", {worker: ["scheduling", "prefetch"]}),
        Need("something left for the lowest", {then: ["weight"]}),
    ],
    walkthrough=[
        Step(later, "3,000 reports"),
        Step(then, "workers take them, one at a time"),
        Step(hurry, "a reset"),
        Step(first, "the next free worker takes it, within a second"),
        Step(then, "and then goes on with reports"),
    ],
    trade_offs=[
        TradeOff("works on any broker, and each level can be seen apart", "a queue, an alarm and a lease for each level"),
        TradeOff("the order is in the workers, where it can be changed", "every worker has to keep to it"),
    ],
    related=["priority-queues", "dedicated-priority-pools", "weighted-fair-scheduling", "single-priority-queue"],
)
