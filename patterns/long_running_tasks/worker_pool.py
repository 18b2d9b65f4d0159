"""Equal workers share one queue: each takes a message, does it, writes down what came of it, and takes the next.

## How it works
There is no list of workers and nobody who assigns. Each asks the queue, and the queue gives every message to one of them. One
worker more takes its share from the next second on; one fewer, and its message comes back when the lease ends. That is only
possible because they are equal: none holds anything that another lacks, and what a job needs is in the message, the record and
the stores.

The loop is always the same. Take one. Look at the record: has it been done already, was it called off? Set *processing*.
Work, and say now and then how far it is. Put the result where results go. Set *complete*. Acknowledge. On failure set *failed*
and the reason, and give it back with a pause, or away for good if another attempt is useless.

How many at once in one process depends on what the work waits for. Work that computes gets as many as there are processors. Work
that waits for others gets tens or hundreds, and is then bounded by what it waits for.

## Numbers
- **Capacity = replicas x at once / duration.** 12 workers with 4 at once and 8 s each do 6 a second.
- **Plan for 60 to 70 % at the peak.** At 95 % of twelve, one that is lost takes more than what is left, and the queue grows
  until it is back.
- **At least two, in two zones**, even where one could do it all. One is a ceiling and a stop.
- **Stop: longest job plus some seconds.** Kubernetes kills after 30 s unless told otherwise; jobs of two minutes need
  `terminationGracePeriodSeconds: 150`, or a lease short enough that it does not matter.

## What goes wrong
- **The pool overruns what is behind it.** 48 jobs at once are 48 connections and 48 calls; twelve times that after an
  autoscaler had its way. The size of the pool is the limit that the database sees.
- **State in the worker.** A file in `/tmp`, a cache of what the last job left: job 8 finds what job 7 forgot, on one machine of
  twelve.
- **One poisonous job kills all.** It takes the memory of its worker, comes back, and kills the next. The limit of deliveries
  ends that after four; a limit of memory for each job does so sooner.
- **Failed is not told.** Only the happy end writes the record. Write in all three: done, failed and ended by time.
"""

from archgen import (
    Consumes,
    Design,
    Downloads,
    Need,
    ObjectStore,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Service,
    Step,
    TradeOff,
    Uploads,
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
    mode="pull",
    visibility_timeout=minutes(1),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Worker",
    replicas=12,
    concurrency=4,
    task_duration=seconds(8),
    task_duration_p99=seconds(25),
    max_runtime=seconds(50),
    state="none",
    process="worker",
    side_effect="none",
    idempotent=True,
    graceful_stop=True,
    note="all equal",
)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2, max_connections=200, peak_connections=80)
results = ObjectStore("Results", engine="S3", access="private", replicas=3)

record = Writes(gate, records, "pending", rate=per_second(4), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, jobs, "id of the job", rate=per_second(4), idempotent=True)
take = Consumes(worker, jobs, "one each", acknowledge="after", delivery="at_least_once", batch_size=1)
check = Reads(worker, records, "input; done already?")
note = Writes(worker, records, "processing, complete or failed", idempotent=True)
keep = Uploads(worker, results, "result", idempotent=True)
look = Reads(gate, records, "state of one job", purpose="status")
hand_out = Downloads(gate, results, "result", rate=per_second(4))

pattern = Pattern(
    "Worker pool",
    use_when=["jobs do not depend on one another, and there are more than one worker can do"],
    avoid_when=["jobs must run in one order, all of them: equal workers overtake each other"],
    structure=Design(
        "Worker pool",
        [record, publish, take, check, note, keep, look, hand_out],
        requirements=Requirements(write_rate=per_second(4), delivery="at_least_once", completion_time=minutes(1)),
    ),
    requires=[
        Need("several workers that are equal", {worker: ["replicas", "state"], take: []}),
        Need("capacity above what arrives", {worker: ["concurrency", "task_duration"], publish: ["rate"]}),
        Need("a record that every worker writes, of good and bad ends", {note: []}),
        Need(
            "acknowledgement after the record, and a stop that lets jobs end", {take: ["acknowledge"], worker: ["graceful_stop"]}
        ),
        Need("room behind the workers for all that they do at once", {records: ["max_connections"]}),
    ],
    walkthrough=[
        Step(record, "7, 8 and 9: pending"),
        Step(publish, "7, 8 and 9"),
        Step(take, "7 to one worker, 8 and 9 to two others"),
        Step(check, "not done yet"),
        Step(note, "processing"),
        Step(keep, "result of 8, which is done first"),
        Step(note, "8: complete; then acknowledged"),
    ],
    trade_offs=[
        TradeOff("one worker more is that much more throughput", "up to what stands behind them, and not beyond"),
        TradeOff("the loss of one delays its job, and no other", "order is gone: who is done first is chance"),
        TradeOff("nobody assigns, so nobody can fail at it", "nobody knows where a job is, but for its record"),
    ],
    related=[
        "message-queue",
        "independent-tier-scaling",
        "queue-depth-autoscaling",
        "gpu-worker-pool",
        "status-store",
        "push-or-pull-delivery",
        "fifo-ordering",
        "concurrency-limit",
        "async-offload",
        "consumer-prefetch",
        "per-type-queues",
        "sqs-lambda",
    ],
)
