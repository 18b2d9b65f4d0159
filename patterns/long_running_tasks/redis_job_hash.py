"""What is known of a job lies in a hash under its id, so that a status is one read of half a millisecond.

## How it works
`job:7` has fields: state, progress, message, result, attempt, created, updated. The API writes it before the job is queued, the
worker sets what changes, and the API reads it for whoever asks. An expiry lets it go some days after the job has ended.

Where one field decides, as in "set done, unless it was cancelled", a script looks and sets in one. Otherwise a late worker
writes over an end.

## Numbers
- **0.5 ms for a read**; 10,000 people who poll every 5 s are 2,000 a second, which one instance serves at a few per cent.
- **Some 300 bytes for each**: 100,000 jobs a day, kept for 7 days, are 200 MB.
- **Expiry = longest job + time to fetch**: an hour and a week. Set it anew at each write, so that a long job does not lose its
  record while it runs.
- **Two writes at least for each job, and one each 2 s while it shows progress.**

## What goes wrong
- **Gone with the instance.** Without AOF, a restart forgets all jobs, and every poll gets a 404 for work that goes on. Keep
  states in a database too, if somebody may ask next month.
- **Evicted.** An instance that is shared with a cache throws away what was not read lately. An instance of its own.
- **A legal record.** Who ordered what, and when it was done, belongs into a database. The hash is its quick copy.
- **Results inside.** A report of 5 MB in a field makes each read of the state a read of 5 MB. A link is enough.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    KeyValueStore,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Worker,
    Writes,
    days,
    gigabytes,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=300)
api = Service("API", replicas=3, returns_job_id=True, overflow_status=429)
dead = Queue("Dead jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
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
    visibility_timeout=minutes(2),
)
hashes = KeyValueStore(
    "job:{id}",
    engine="Redis",
    replicas=2,
    retention=days(7),
    commit_durability="interval",
    max_read_rate=per_second(50_000),
    max_write_rate=per_second(20_000),
    latency=milliseconds(0.5),
    note="AOF, noeviction",
)
worker = Worker(
    "Worker",
    replicas=20,
    concurrency=5,
    task_duration=seconds(30),
    max_runtime=seconds(100),
    progress=True,
    heartbeat=True,
    side_effect="reversible",
    idempotent=True,
)

submit = Calls(
    client,
    api,
    "job",
    protocol="http",
    rate=per_second(2),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    idempotent=True,
    purpose="submit",
    response_status=202,
)
create = Writes(
    api, hashes, "HSET: queued", rate=per_second(2), operation_kind="insert", idempotent=True, order="store_first", ttl=days(7)
)
push = Publishes(api, jobs, "7", rate=per_second(2), payload=kilobytes(1))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_second(2))
update = Writes(
    worker, hashes, "HSET, unless it has ended", rate=per_second(40), atomic=True, guarded=True, idempotent=True, ttl=days(7)
)
ask = Calls(
    client,
    api,
    "how is 7?",
    protocol="http",
    rate=per_second(60),
    poll_interval=seconds(5),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=minutes(10),
    timeout=seconds(2),
    idempotent=True,
    purpose="status",
)
look = Reads(api, hashes, "HGETALL", rate=per_second(60))

pattern = Pattern(
    "Job hash in Redis",
    use_when=["many ask for the state of jobs that live for hours or days, and Redis is there"],
    avoid_when=["the state is a record that must be there in a year: a database keeps it"],
    structure=Design(
        "Job hash in Redis",
        [submit, create, push, take, update, ask, look],
        requirements=Requirements(write_rate=per_second(2), freshness=seconds(10), job_progress=True, delivery="at_least_once"),
    ),
    requires=[
        Need(
            "an expiry longer than the longest job and the time to fetch",
            {hashes: ["retention"], create: ["ttl"], update: ["ttl"]},
        ),
        Need("a copy, and what it holds on disk", {hashes: ["replicas", "commit_durability"]}),
        Need("writes that do not revive what has ended", {update: ["atomic", "guarded"]}),
        Need("a store that bears all who poll", {hashes: ["max_read_rate"], look: ["rate"]}),
    ],
    walkthrough=[
        Step(submit, "job 7"),
        Step(create, "7: queued"),
        Step(push, "7"),
        Step(submit, "202, job 7", back=True),
        Step(take, "7"),
        Step(update, "7: processing, 40 %"),
        Step(ask, "how is 7?"),
        Step(look, "processing, 40 %"),
        Step(update, "7: done, and a link"),
    ],
    trade_offs=[
        TradeOff("a status in half a millisecond, for thousands a second", "memory for each job, and a second may be lost"),
        TradeOff("old jobs go by themselves", "what has gone cannot be asked for: keep what matters elsewhere"),
    ],
    related=["job-record", "redis-queue", "redis-delayed-jobs", "progress-tracking", "status-store"],
)
