"""Workers are added by what waits in the queue and removed when it is empty, within limits that what stands behind them sets.

## How it works
Something reads a number from the queue every half minute and compares it with what the pool can do. Above the target it adds
workers, below it removes some, slowly, and never those that are at work.

Which number decides how good it is. *Depth* is easy to have and hard to read: 1,000 mails are a minute, 10 videos an hour. *Depth
for each worker* is better, with a target of what one gets through in the time that may be waited. The *age of the oldest message*
says what people feel, and is right for jobs of any length, but it is late: it rises when the wait is there already. Scale up by
depth per worker, and alarm on age.

Adding workers helps when workers are what is short. If the database or a partner is, more workers make more failures, more
retries and a longer queue, which calls for more workers. So `max_replicas` comes from what stands behind, not from the budget.
And where more arrives for good than the largest pool can do, no scaling helps; that is a matter of capacity, or of saying no.

## Numbers
- **Target = time that may be waited / length of a job x jobs at once.** One minute, 6 s and 2 at once: 20 waiting for each
  worker.
- **Reaction = measure + decide + start**: 30 s + 30 s + 60 to 120 s for a machine and its image. What comes in meanwhile has to
  wait: 20 a second over 3 min are 3,600 jobs.
- **Up quickly, down slowly**: double at most each minute; take away a tenth after ten quiet minutes. A pool that is removed at
  each gap is started anew at the next.
- **Ceiling = what is behind / what one uses.** A partner that takes 100 calls a second, 2.5 for each worker: 40, whatever the
  queue says.
- **Not below two**, or zero where a minute of delay for the first job is all right.

## What goes wrong
- **By processor.** Workers are busy at 100 % with one message and with a million.
- **It removes those that work.** Jobs come back half done. Ask them to finish first, and give them the time.
- **Hidden depth.** With a large prefetch the messages lie in workers, and the queue looks empty.
- **Dead letters keep it up.** Messages that fail and return count as waiting. Look at what was done, not at what was tried.
"""

from archgen import (
    Autoscaling,
    Calls,
    CircuitBreaker,
    Consumes,
    Design,
    ExternalSystem,
    Monitoring,
    Need,
    Pattern,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    RelationalDatabase,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Worker,
    Writes,
    days,
    minutes,
    per_second,
    seconds,
)

gate = Service("API", replicas=3, returns_job_id=True, validates=True)
failed = Queue("Failed jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(1),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=4,
    max_depth=50_000,
    overflow="reject",
)
worker = Worker(
    "Invoice worker",
    replicas=10,
    concurrency=2,
    task_duration=seconds(6),
    task_duration_p99=seconds(15),
    max_runtime=seconds(40),
    side_effect="irreversible",
    idempotent=True,
    graceful_stop=True,
    pauses_on_failure=True,
    autoscaling=Autoscaling("queue_depth", min_replicas=4, max_replicas=40, target=20, reaction_time=minutes(3)),
)
partner = ExternalSystem("Tax service", capacity=per_second(100), max_concurrency=200, idempotent=True)
records = RelationalDatabase("Invoices", engine="PostgreSQL", replicas=2, max_connections=300, peak_connections=130)
watch = Monitoring("Watch", watches=["queue_age", "queue_depth", "dead_letters"], alarms="ticket")

record = Writes(gate, records, "pending", rate=per_second(2), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(
    gate, jobs, "id of an invoice", rate=per_second(2), peak_rate=per_second(10), burst=minutes(30), idempotent=True
)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
check = Calls(
    worker,
    partner,
    "tax of each line",
    protocol="http",
    mode="sync",
    timeout=seconds(5),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(10)),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=minutes(1)),
    rate_limit=RateLimit(per_second(90), per="global", counted="together", algorithm="token_bucket"),
    idempotent=True,
)
finish = Writes(worker, records, "issued, under its number", idempotent=True)
look = Reads(gate, records, "state of one invoice", purpose="status")
measure = Reads(watch, jobs, "depth, and age of the oldest", poll_interval=seconds(30))

pattern = Pattern(
    "Autoscaling by what waits",
    use_when=["work comes in waves, and a wave may wait for some minutes"],
    avoid_when=[
        "what stands behind the workers is the limit: more of them make it worse",
        "more arrives for good than the largest pool can do",
        "jobs must begin within seconds: a pool that starts when they come is too late",
    ],
    structure=Design(
        "Autoscaling by what waits",
        [record, check, take, publish, measure, look, finish],
        requirements=Requirements(write_rate=per_second(2), peak_factor=5, completion_time=minutes(30), delivery="at_least_once"),
    ),
    requires=[
        Need("a signal that says how much waits, and a target", {worker: ["autoscaling"], measure: ["poll_interval"]}),
        Need("a ceiling that what stands behind bears", {partner: ["capacity", "max_concurrency"], records: ["max_connections"]}),
        Need("a limit that all replicas share, however many there are", {check: ["rate_limit"]}),
        Need("workers that finish before they are taken away", {worker: ["graceful_stop"]}),
        Need("a bound for what scaling does not catch", {jobs: ["max_depth", "overflow"]}),
    ],
    walkthrough=[
        Step(publish, "the first of the month: 10 a second instead of 2"),
        Step(measure, "600 waiting for 10 workers: 60 for each, target 20"),
        Step(take, "20 workers two minutes later, then 40"),
        Step(check, "never more than 90 a second, by however many"),
        Step(finish, "issued"),
        Step(measure, "none waiting for ten minutes: a tenth is taken away"),
    ],
    trade_offs=[
        TradeOff("a wave is worked off without anybody doing anything", "minutes late, which the queue has to bear"),
        TradeOff("no machines for the busiest hour all day", "a ceiling to work out, or the wave moves on to what is behind"),
    ],
    related=[
        "worker-pool",
        "independent-tier-scaling",
        "gpu-worker-pool",
        "backpressure",
        "concurrency-limit",
        "adaptive-rate",
        "backpressure-scale-up",
        "queue-load-leveling",
        "sqs-lambda",
    ],
)
