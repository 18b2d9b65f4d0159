"""One record for each job says how it stands; workers write it, the API reads it, and nobody asks anyone else.

## How it works
Under the id of the job stand its state, how far it is, when that was last written, how often it was tried, why it failed, and
where the result lies. Every worker writes there, in each of its ends. The API answers from there, whether the job waits, runs, or
ended last week.

It can be a row in a database or a hash in Redis. The row is right where the record is also the proof: who wanted what, which
charge belongs to it. Redis is right for the quick part, per cent and messages every second or so. Both together work as well: the
state in the database, progress in Redis, and when Redis loses it, only a bar jumps back.

Two rules keep it true. A worker writes only while the job is its own: the write names the attempt, and a late worker whose job
went to another changes nothing. And an end is final: *complete* does not become *processing* again because a repetition began.

## Numbers
- **Reads = jobs under way / pause between questions.** 400 at 3 s are 133 a second, by key: below 1 ms each from memory.
- **Writes for progress: every second or two**, not for each item. 100 workers that write for each of 50 rows a second make 5,000
  writes a second for a bar that nobody reads at that speed.
- **Keep it longer than anybody asks**: job + all attempts + time to fetch the result. 30 min, four attempts, a week for the
  link: 8 days. A `ttl` of an hour makes jobs unknown whose owner was at lunch.
- **A state without a time is worth half.** *Processing, 40 %, two seconds ago* is alive; *forty minutes ago* is not.

## What goes wrong
- **The copy lags.** The API reads a replica half a second behind and finds nothing. Read young jobs from the primary.
- **The result lies in the record.** Eight megabytes of JSON, read by every poll. Keep a link.
- **Evicted.** Redis is also a cache, is full, and drops records of jobs under way. A store for states has no eviction.
- **State and queue differ.** The row says *queued*, and the message is gone. Sweep for what has not moved for longer than it may.
"""

from archgen import (
    Calls,
    Client,
    Column,
    Consumes,
    Design,
    IdempotencyKey,
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
    Table,
    TradeOff,
    Worker,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=400)
gate = Service("API", replicas=3, returns_job_id=True, validates=True)
failed = Queue("Failed jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(6),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Worker",
    replicas=100,
    concurrency=6,
    task_duration=minutes(2),
    task_duration_p99=minutes(4),
    max_runtime=minutes(5),
    progress=True,
    side_effect="none",
    idempotent=True,
)
job = Table(
    "Job",
    category="job",
    primary_key=["job_id"],
    columns=[
        Column("state", kind_of_value="status"),
        Column("attempt", kind_of_value="count"),
        Column("progress", kind_of_value="other"),
        Column("message", kind_of_value="text"),
        Column("changed_at", kind_of_value="time"),
        Column("result_url", type="text"),
    ],
    retention=days(8),
)
store = KeyValueStore(
    "Job states",
    engine="DynamoDB",
    replicas=3,
    holds=[job],
    conditional_writes=True,
    max_read_rate=per_second(5_000),
    max_write_rate=per_second(2_000),
    retention=days(8),
)

submit = Calls(
    client,
    gate,
    "POST /jobs",
    protocol="http",
    mode="sync",
    rate=per_second(3),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client made", made_by="client", claim="atomic", store=store, ttl=days(8)),
    auth="session",
    tls=True,
    purpose="submit",
    response_status=202,
)
ask = Calls(
    client,
    gate,
    "how far is it?",
    protocol="poll",
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(15),
    keep_alive=seconds(10),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="session",
    tls=True,
    purpose="status",
)
record = Writes(
    gate, store, "pending", rate=per_second(3), operation_kind="insert", atomic=True, idempotent=True, order="store_first"
)
publish = Publishes(gate, jobs, "id of the job", rate=per_second(3), idempotent=True)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
note = Writes(
    worker,
    store,
    "state, per cent, time; if the attempt is ours",
    rate=per_second(200),
    guarded=True,
    checks_result=True,
    idempotent=True,
    purpose="progress",
)
look = Reads(gate, store, "one record, by id", rate=per_second(133), consistency="strong", purpose="status")

pattern = Pattern(
    "Status store",
    use_when=["somebody will ask what became of a job: a person, a program, or you at night"],
    avoid_when=["nobody ever asks: work without an owner, such as counting"],
    structure=Design(
        "Status store",
        [submit, ask, record, publish, take, note, look],
        requirements=Requirements(
            write_rate=per_second(3),
            freshness=seconds(5),
            job_progress=True,
            result_in_response=False,
            delivery="at_least_once",
        ),
    ),
    requires=[
        Need("a record that every worker writes and the API reads", {note: [], look: []}),
        Need("records kept for job, attempts and collecting", {store: ["retention"], job: ["retention"]}),
        Need("writes that a late worker cannot make", {store: ["conditional_writes"], note: ["guarded", "checks_result"]}),
        Need("room for those who ask and for those who tell", {store: ["max_read_rate", "max_write_rate"]}),
    ],
    walkthrough=[
        Step(submit, "a job"),
        Step(record, "7: pending"),
        Step(publish, "7"),
        Step(submit, "202, 7", back=True),
        Step(take, "7, attempt 1"),
        Step(note, "processing, 0 %, attempt 1"),
        Step(note, "40 %, 12:04:31"),
        Step(ask, "how far is 7?"),
        Step(look, "processing, 40 %, two seconds ago"),
        Step(ask, "40 %", back=True),
        Step(note, "complete, and a link"),
    ],
    trade_offs=[
        TradeOff("questions never reach a worker or the queue", "a store that has to agree with the queue"),
        TradeOff("states outlive workers, releases and closed tabs", "records to keep, and to delete in time"),
    ],
    related=[
        "submit-and-poll",
        "job-record",
        "job-state-machine",
        "object-store-result",
        "worker-pool",
        "progress-tracking",
        "redis-job-hash",
        "async-offload",
    ],
)
