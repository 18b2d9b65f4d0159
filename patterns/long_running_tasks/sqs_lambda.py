"""A managed queue starts a function for each batch of messages: nothing to run, and nothing that bounds it unless told.

## How it works
The service sends to the queue. The platform polls it, takes up to ten messages, and calls the function with them; if that
returns well, it deletes them, and else they are visible again after their lease. The more waits, the more functions run, up
to a thousand by default. With nothing to do, none run and nothing is paid.

It suits short work that comes in bursts. The same queue can feed containers where a function does not reach: jobs of an hour,
graphics cards, large memory. So the answer to "serverless, but this one takes 30 min" is the queue with other workers, not
another queue.

## Numbers
- **15 minutes is the end** of a function. Plan for 10, and measure the slowest.
- **A lease of six times the function's timeout**, as the vendor says: the platform takes batches in advance and retries when
  it is throttled. A timeout of 60 s takes 6 min.
- **Reserved concurrency is the protection of what is behind**: 20 at 200 ms are 100 a second. Without it a burst of 10,000
  messages is up to 1,000 calls at once.
- **256 kB for a message**, 1 MB since 2025: send keys, not files.
- **A cold start of 0.2 to 3 s**, which a queue hides.

## What goes wrong
- **One of ten fails, and all ten come again.** Report the failed ones alone (`ReportBatchItemFailures`), and be idempotent.
- **The lease ends while it runs**, and a second function does the same. See above: six times.
- **A database with 100 connections and 1,000 functions.** Reserve concurrency, or put a pooler between.
- **Dead letters on the function instead of the queue.** That setting is for other triggers. It belongs to the queue.
- **GPU, state, a connection that lives**: take containers.
"""

from archgen import (
    Consumes,
    Design,
    Downloads,
    Function,
    KeyValueStore,
    Need,
    ObjectStore,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    TradeOff,
    Uploads,
    Writes,
    days,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

api = Service("API", replicas=2, managed=True, returns_job_id=True, overflow_status=429)
dead = Queue("Dead jobs", engine="SQS", managed=True, durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead,
    max_receives=4,
    retry_delay=seconds(30),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=minutes(6),
    max_message=kilobytes(256),
    retention=days(4),
)
function = Function(
    "Thumbnailer",
    provider="AWS Lambda",
    managed=True,
    runtime="function",
    timeout=seconds(60),
    max_runtime=seconds(60),
    reserved_concurrency=20,
    cold_start=seconds(1),
    memory=megabytes(1_024),
    task="resize",
    task_duration=milliseconds(800),
    task_duration_p99=seconds(6),
    side_effect="none",
    idempotent=True,
)
files = ObjectStore("Files", provider="s3", access="private", immutable_objects=True)
status = KeyValueStore("Job status", engine="DynamoDB", managed=True, replicas=3, retention=days(7))

record = Writes(api, status, "queued", rate=per_second(8), operation_kind="insert", idempotent=True, order="store_first")
send = Publishes(api, jobs, "id and key", rate=per_second(8), payload=kilobytes(1))
start = Consumes(
    function,
    jobs,
    "ten at a time",
    acknowledge="after",
    delivery="at_least_once",
    rate=per_second(8),
    batch_size=10,
    per_message_retry=True,
)
load = Downloads(function, files, "the picture", rate=per_second(8), max_payload=megabytes(10), timeout=seconds(10), tls=True)
save = Uploads(function, files, "its preview", rate=per_second(8), method="single_put", max_payload=megabytes(1), tls=True)
finish = Writes(function, status, "done, and its key", rate=per_second(8), idempotent=True)
look = Reads(api, status, "state", rate=per_second(40))

pattern = Pattern(
    "SQS and Lambda",
    use_when=[
        "short jobs on AWS, in bursts, with nobody to run machines",
        "load that is nothing for most of the day",
    ],
    avoid_when=[
        "jobs beyond 15 min, or near it: containers on the same queue",
        "graphics cards, large memory, state that lives between jobs",
        "a steady load all day: machines are cheaper from some 20 to 30 % of use on",
    ],
    structure=Design(
        "SQS and Lambda",
        [record, send, start, load, save, finish, look],
        requirements=Requirements(write_rate=per_second(8), completion_time=minutes(5), delivery="at_least_once"),
    ),
    requires=[
        Need("jobs far below the function's end", {function: ["timeout", "task_duration_p99"]}),
        Need("a lease of several times the longest run", {jobs: ["visibility_timeout"]}),
        Need("a bound on how many run", {function: ["reserved_concurrency"]}),
        Need("dead letters on the queue", {jobs: ["dead_letter", "max_receives"]}),
        Need("failures by message, not by batch", {start: ["per_message_retry", "batch_size"]}),
    ],
    walkthrough=[
        Step(record, "7: queued"),
        Step(send, "7"),
        Step(start, "7 and nine others"),
        Step(load, "the picture of 7"),
        Step(save, "its preview"),
        Step(finish, "7: done"),
        Step(look, "done"),
    ],
    trade_offs=[
        TradeOff("nothing to run, from none to a thousand and back", "15 min, no GPU, and a vendor's ways"),
        TradeOff("paid by the message", "what is behind has to be protected from it"),
    ],
    related=[
        "message-queue",
        "concurrency-limit",
        "storage-event-trigger",
        "kafka-log",
        "queue-depth-autoscaling",
        "worker-pool",
    ],
)
