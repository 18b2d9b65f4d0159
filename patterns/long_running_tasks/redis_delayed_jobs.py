"""Jobs for later lie in a sorted set by the time when they are due, and a mover brings what is ripe to the queue.

## How it works
The score is a time in milliseconds, the member an id. To delay a job is one ZADD; to call it off, one ZREM. A mover looks each
second, or sleeps until the first score, takes what is due with ZRANGEBYSCORE up to now, and pushes it into the queue. Taking
and pushing happen in one script, or a crash between them loses the job, and two movers bring it twice.

Pauses between attempts are the same thing: the failed job is put in with now plus its pause. So is a reminder in three days.

## Numbers
- **O(log n) for each**: a million delayed jobs are 20 comparisons, and some 150 MB with ids of 40 bytes.
- **Late by up to the interval of the mover**: 1 s is enough for reminders and retries.
- **100 at a time.** At midnight 50,000 are due; a script that moves them all stops Redis for a second. 100 each 10 ms are
  10,000 a second.
- **Spread what people schedule**: half of all reminders are for nine o'clock. Add up to a minute at random where that is fine.

## What goes wrong
- **Read, then remove.** Two movers read the same ten. Only who removed it, as ZREM says, may push it; or let a script do both.
- **The clock of the mover.** Ten seconds ahead, and all is early. Take the time of Redis.
- **No mover.** It is the only one, it died, and nothing is due any more. Run two, and watch the age of the first score.
- **A delay in months in memory.** Keep what is due next month in a database, and bring a day's worth each night.
"""

from archgen import (
    Consumes,
    Design,
    KeyValueStore,
    Monitoring,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    TradeOff,
    Worker,
    Writes,
    days,
    gigabytes,
    milliseconds,
    per_second,
    seconds,
)

service = Service("Reminders", replicas=2)
delayed = KeyValueStore(
    "Delayed",
    engine="Redis",
    replicas=2,
    commit_durability="interval",
    max_write_rate=per_second(20_000),
    note="sorted set by due time",
)
mover = Worker(
    "Mover",
    replicas=2,
    task_duration=milliseconds(5),
    capacity=per_second(200),
    side_effect="none",
    idempotent=True,
    note="one script: take and push",
)
dead = Queue("Dead reminders", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
due = Queue(
    "Due",
    engine="Redis",
    library="bullmq",
    replicas=2,
    durable=True,
    persistence="aof_every_second",
    reliable_pop=True,
    memory=gigabytes(1),
    dead_letter=dead,
    max_receives=4,
    retry_delay=seconds(5),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=seconds(30),
)
worker = Worker(
    "Worker",
    replicas=3,
    concurrency=10,
    task_duration=milliseconds(300),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
)
monitoring = Monitoring("Monitoring", watches=["queue_age", "dead_letters", "saturation", "errors"], alarms="page")

add = Writes(service, delayed, "ZADD: due at nine", rate=per_second(20), operation_kind="upsert", idempotent=True)
look = Reads(
    mover,
    delayed,
    "due by now, 100 at most",
    rate=per_second(2),
    poll_interval=seconds(1),
    poll_jitter=0.2,
    cursor="timestamp",
    cursor_tiebreak=True,
)
remove = Writes(
    mover,
    delayed,
    "ZREM, in the same script",
    rate=per_second(20),
    operation_kind="delete",
    atomic=True,
    checks_result=True,
    idempotent=True,
)
push = Publishes(mover, due, "LPUSH, in the same script", rate=per_second(20))
take = Consumes(worker, due, acknowledge="after", delivery="at_least_once", rate=per_second(20))
again = Writes(worker, delayed, "failed: in 4 s again", rate=per_second(0.2), operation_kind="upsert", idempotent=True)

pattern = Pattern(
    "Delayed jobs in a sorted set",
    use_when=["jobs for later, or pauses between attempts, on Redis"],
    avoid_when=[
        "the broker can delay by itself, as SQS does up to 15 min",
        "delays of months: a database and a daily look do that",
    ],
    structure=Design(
        "Delayed jobs in a sorted set",
        [add, look, remove, push, take, again, monitoring],
        requirements=Requirements(write_rate=per_second(20), staleness=seconds(5), delivery="at_least_once"),
    ),
    requires=[
        Need("a mover, and another for when it dies", {mover: ["replicas"], look: ["poll_interval"]}),
        Need("taking and pushing in one", {remove: ["atomic", "checks_result"], push: []}),
        Need(
            "memory for what waits, on disk as well", {delayed: ["commit_durability", "replicas"], due: ["memory", "max_depth"]}
        ),
        Need("an eye on the age of the first", {monitoring: ["watches"]}),
    ],
    walkthrough=[
        Step(add, "reminder 7, due at nine"),
        Step(look, "at nine: 7"),
        Step(remove, "removed by this mover"),
        Step(push, "7"),
        Step(take, "7: the call fails"),
        Step(again, "7, due in 4 s"),
        Step(look, "4 s later: 7"),
    ],
    trade_offs=[
        TradeOff("a timer costs one command, and so does calling it off", "a mover to run, and late by up to its interval"),
        TradeOff("delays and retries are one thing", "everything that waits lies in memory"),
    ],
    related=["redis-queue", "redis-job-hash", "exponential-backoff", "delayed-requeue"],
)
