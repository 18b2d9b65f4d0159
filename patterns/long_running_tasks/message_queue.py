"""A durable queue takes work in as fast as it comes, and workers do it as fast as they can.

## How it works
The service writes down what is to be done, publishes a message with its id, and answers within milliseconds. A free worker
takes the message, which the broker then hides from the others rather than deleting it. When the work is done the worker records
the outcome and acknowledges; only then is the message gone. A worker that dies never acknowledges, the lease runs out, and
another one gets the message. Workers are interchangeable: more of them drain the queue faster, up to what stands behind them.

## Numbers
- **Capacity = replicas x pieces at once / time for one.** Four workers with ten at once and 2 s each do 20 a second. Plan for
  60 to 70 % of it at the peak; above that, waiting time grows faster than load.
- **Delay = depth / rate of draining.** 6,000 messages at 20 a second are five minutes. Alert on the age of the oldest message;
  depth says little without the rate.
- **A lease above the slowest piece**, the 99.9th percentile rather than the mean, or one that the worker extends while it
  works. Otherwise slow work is done twice, at the worst moment.

## What goes wrong
- **Acknowledged before the work.** A crash then loses it silently. That is fine for metrics and for nothing that anyone waits
  for.
- **Done twice.** The broker delivers at least once. Make the effect safe to repeat: an id under which it is recorded, checked
  in the same transaction as the effect.
- **Written, but not published.** The service crashes between the store and the queue. Write the message to a table in the same
  transaction and publish from there, or let a sweep find records that are too long in waiting.
- **One queue for quick and slow work.** Ten long exports block a thousand short e-mails. Give them queues and workers of their
  own.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    IdempotencyKey,
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
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
api = Service("API", replicas=3, returns_job_id=True, validates=True)
status = Database("Job status", engine="PostgreSQL", replicas=2)
failed = Queue("Failed jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=seconds(30),
    retry_delay=seconds(20),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Worker",
    replicas=4,
    concurrency=10,
    task_duration=seconds(2),
    task_duration_p99=seconds(8),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
    graceful_stop=True,
)

submit = Calls(
    client,
    api,
    "job",
    protocol="http",
    mode="sync",
    rate=per_second(12),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(200)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client made", made_by="client", claim="atomic", store=status, ttl=days(30)),
    purpose="submit",
    response_status=202,
)
ask = Calls(
    client,
    api,
    "how far is it?",
    protocol="poll",
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(5),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    purpose="status",
)
record = Writes(api, status, "queued", rate=per_second(12), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the job", rate=per_second(12), idempotent=True)
look = Reads(api, status, "state of one job", purpose="status")
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, status, "done or failed", idempotent=True)

pattern = Pattern(
    "Message queue with workers",
    use_when=[
        "the work takes longer than a user will wait for an answer",
        "work comes in bursts, and may be done a little later",
        "work must survive the crash of whoever does it",
    ],
    avoid_when=[
        "the caller needs the result in the same answer and it takes milliseconds",
        "more comes in than can be done for good: a queue only postpones the failure",
    ],
    structure=Design(
        "Message queue with workers",
        [submit, ask, record, publish, look, take, finish],
        requirements=Requirements(write_rate=per_second(12), delivery="at_least_once"),
    ),
    requires=[
        Need("a queue that outlives its broker, and says when a message is safe", {jobs: ["durable", "publisher_confirms"]}),
        Need("acknowledgement after the work", {take: ["acknowledge"]}),
        Need("a lease longer than the work", {jobs: ["visibility_timeout"], worker: ["task_duration_p99", "max_runtime"]}),
        Need("a place for what fails again and again", {jobs: ["dead_letter", "max_receives"]}),
        Need("work that may be done twice", {worker: ["idempotent"], finish: ["idempotent"]}),
        Need("an id and a place to ask for the outcome", {api: ["returns_job_id"], record: [], look: []}),
    ],
    walkthrough=[
        Step(submit, "a job, under an id that the client chose"),
        Step(record, "queued"),
        Step(publish, "id of the job"),
        Step(submit, "202, with the id", back=True),
        Step(take, "hidden from the others meanwhile"),
        Step(finish, "done; then the message is acknowledged"),
        Step(ask, "how far is it?"),
        Step(look, "done"),
        Step(ask, "done", back=True),
    ],
    trade_offs=[
        TradeOff("requests are answered in milliseconds, whatever the work", "the result comes later, by another way"),
        TradeOff("bursts and crashes are absorbed", "work may be done twice and out of order"),
        TradeOff("intake and work scale apart", "a queue, workers and a status store to run and watch"),
    ],
    related=[
        "dead-letter-queue",
        "async-offload",
        "worker-pool",
        "at-least-once-delivery",
        "visibility-timeout",
        "durable-queue",
        "push-or-pull-delivery",
        "fifo-ordering",
        "scheduled-producer",
        "job-record",
        "queue-load-leveling",
        "per-type-queues",
        "redis-queue",
        "rabbitmq-routing",
        "sqs-lambda",
        "kafka-log",
        "backpressure",
        "publisher-confirms",
        "storage-event-trigger",
    ],
)
