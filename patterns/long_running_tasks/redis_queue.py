"""Redis makes a quick queue that is mostly there already, if a task is moved to those in work and not simply popped.

## How it works
Tasks lie in a list. A worker moves one to a list of those in work, with BLMOVE, does it, and removes it from there. What a dead
worker left behind is found there and put back. Streams with consumer groups do the same with acknowledgements of their own.

The usual answer is a library: Bull or BullMQ for Node, Sidekiq or Celery elsewhere. They add what lists do not have: attempts
with pauses, jobs for later, priorities, dead jobs, a page to look at. Some say "a Redis queue has retries", others "it has
none"; the former speak of the library, the latter of the list.

## Numbers
- **Under a millisecond for each operation**, some 10,000 to 50,000 jobs a second for one instance.
- **All of it fits into memory, or it does not fit.** A million jobs of 2 kB are 2 GB, and 3 with what surrounds them. The
  bound follows: 500,000 for 1.5 GB.
- **What a crash costs**: without AOF, all since the last snapshot, minutes; with AOF written each second, up to a second; with
  each write, nothing, at a tenth of the speed.
- **A copy follows later.** A failover loses what had not been copied: milliseconds of jobs that were confirmed.

## What goes wrong
- **BRPOP.** It hands the task out and forgets it, in one step. The worker dies, and nobody knows that there was one.
- **Eviction.** The instance is shared with a cache and set to evict. Jobs vanish when memory is short. An instance of its own,
  with noeviction.
- **Dead jobs pile up.** Libraries keep done and failed jobs unless told otherwise; a month later memory is full.
- **KEYS or a large script** stops everybody for its time: there is one thread.
"""

from archgen import (
    Consumes,
    Database,
    Design,
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
    kilobytes,
    milliseconds,
    per_second,
    seconds,
)

api = Service("API", replicas=3, returns_job_id=True, overflow_status=429)
dead = Queue(
    "Dead jobs",
    engine="Redis",
    library="bullmq",
    durable=True,
    persistence="aof_every_second",
    retention=days(14),
    alarm="ticket",
    replayed_by="tool",
)
jobs = Queue(
    "Jobs",
    engine="Redis",
    library="bullmq",
    replicas=2,
    durable=True,
    persistence="aof_every_second",
    reliable_pop=True,
    memory=gigabytes(2),
    dead_letter=dead,
    max_receives=4,
    retry_delay=seconds(5),
    max_depth=500_000,
    overflow="reject",
    visibility_timeout=seconds(30),
    mode="pull",
    note="noeviction",
)
worker = Worker(
    "Worker",
    replicas=4,
    concurrency=10,
    prefetch=1,
    task_duration=milliseconds(300),
    max_runtime=seconds(25),
    heartbeat=True,
    side_effect="reversible",
    idempotent=True,
)
status = Database("Job status", replicas=2)
monitoring = Monitoring("Monitoring", watches=["queue_depth", "queue_age", "dead_letters", "saturation", "errors"], alarms="page")

record = Writes(api, status, "queued", rate=per_second(80), operation_kind="insert", idempotent=True, order="store_first")
push = Publishes(api, jobs, "LPUSH: id of the job", rate=per_second(80), payload=kilobytes(2), timeout=milliseconds(100))
move = Consumes(worker, jobs, "BLMOVE, and LREM when done", acknowledge="after", delivery="at_least_once", rate=per_second(80))
finish = Writes(worker, status, "done or failed", rate=per_second(80), idempotent=True)
look = Reads(api, status, "state", rate=per_second(100))

pattern = Pattern(
    "Redis-backed queue",
    use_when=[
        "small to middling load, and Redis is there already",
        "jobs that can be made anew from a record if the last second is lost",
    ],
    avoid_when=[
        "no accepted job may be lost, whatever happens",
        "a backlog that may grow beyond memory",
        "many kinds of consumers that route and replay",
    ],
    structure=Design(
        "Redis-backed queue",
        [record, move, finish, push, look, monitoring],
        requirements=Requirements(write_rate=per_second(80), delivery="at_least_once"),
    ),
    requires=[
        Need("a library, or a list of those in work", {jobs: ["library", "reliable_pop"]}),
        Need("what it holds on disk, and a copy", {jobs: ["persistence", "replicas"]}),
        Need("a bound that fits into memory", {jobs: ["max_depth", "memory"], push: ["payload"]}),
        Need("a record from which lost jobs can be found", {record: ["order"]}),
    ],
    walkthrough=[
        Step(record, "7: queued"),
        Step(push, "7"),
        Step(move, "7, to those in work"),
        Step(finish, "7: done"),
        Step(move, "7 removed", back=True),
    ],
    trade_offs=[
        TradeOff("under a millisecond, and nothing new to run", "as large as memory, and a second may be lost"),
        TradeOff("a library brings retries, delays and priorities", "what it does is in the library, not in the store"),
    ],
    related=[
        "redis-delayed-jobs",
        "redis-job-hash",
        "single-priority-queue",
        "message-queue",
        "durable-queue",
        "rabbitmq-routing",
    ],
)
