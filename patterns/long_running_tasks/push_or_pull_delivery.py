"""Workers fetch the next message when they have a hand free, or the broker sends them messages up to a limit that they set.

## How it works
With *pull* a worker asks for one message, or ten, and waits up to twenty seconds for an answer if there is none. Who is busy
does not ask; so load goes where there is room, without anybody planning it. SQS and Kafka work like that.

With *push* the worker opens a channel once, says how many messages it will hold unacknowledged, and the broker sends whenever
there are fewer. Nothing is asked in vain, and a message is there within a millisecond. RabbitMQ works like that. The limit
(`consumer-prefetch`) is what turns push into something as fair as pull: with one, they are the same but for the question.

Both end alike, with an acknowledgement after the work. What differs is where a message waits. Under pull it waits in the queue,
where everybody can have it; under push with a large limit it waits in a worker that is busy.

## Numbers
- **Long jobs, seconds and more: pull, or push with a limit of one.** A round trip of 1 ms before a job of 180 s is nothing.
- **Short ones, milliseconds: push with 20 to 100**, or pull ten at once. One at a time, a round trip of 1 ms before a job of
  1 ms halves the throughput.
- **Long polls of 20 s**: a fleet of 50 idle workers asks 2.5 times a second in all. With short polls, once a second each, it
  is 50, and SQS sends a bill for every empty answer.
- **Latency when idle**: under a millisecond with push, a round trip with a long poll, half the pause with short polls.

## What goes wrong
- **Push without a limit.** The first worker that connects gets all 10,000, and nine others stand idle. Its memory goes as well.
- **Ten at once for long jobs.** Pulled messages hide from others for the length of the lease. The tenth starts after nine jobs
  of three minutes, when its lease has long ended and somebody else has it too.
- **Asking in a tight loop.** An empty queue, and thousands of calls a minute. Use the long poll.
- **Connections that nobody sees die.** A pushed worker that hangs without closing keeps what it holds, until the heartbeat or
  the broker's own timeout ends it.
"""

from archgen import (
    Consumes,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
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

gate = Service("API", replicas=3, returns_job_id=True, validates=True)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2)
failed_reports = Queue(
    "Failed reports", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool"
)
reports = Queue(
    "Reports",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="pull",
    visibility_timeout=minutes(10),
    retry_delay=minutes(1),
    dead_letter=failed_reports,
    max_receives=4,
)
failed_hints = Queue(
    "Failed previews", engine="RabbitMQ", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool"
)
previews = Queue(
    "Previews",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="push",
    retry_delay=seconds(10),
    dead_letter=failed_hints,
    max_receives=4,
)
long_worker = Worker(
    "Report worker",
    replicas=30,
    concurrency=1,
    task_duration=minutes(3),
    task_duration_p99=minutes(7),
    max_runtime=minutes(9),
    progress=True,
    side_effect="none",
    idempotent=True,
    note="fetches one when it is free",
)
short_worker = Worker(
    "Preview worker",
    replicas=4,
    concurrency=5,
    prefetch=20,
    task_duration=milliseconds(40),
    task_duration_p99=milliseconds(150),
    side_effect="none",
    idempotent=True,
    note="is sent up to 20",
)

record = Writes(gate, records, "pending", rate=per_second(200), operation_kind="insert", idempotent=True, order="store_first")
long_one = Publishes(gate, reports, "id of a report", rate=per_second(0.1), idempotent=True)
short_one = Publishes(gate, previews, "id of a preview", rate=per_second(200), idempotent=True)
pull = Consumes(long_worker, reports, "pulls one", acknowledge="after", delivery="at_least_once", batch_size=1)
push = Consumes(short_worker, previews, "is sent 20", acknowledge="after", delivery="at_least_once")
end_long = Writes(long_worker, records, "how far, and the end", idempotent=True)
end_short = Writes(short_worker, records, "state", idempotent=True)
look = Reads(gate, records, "state of one job", purpose="status")

pattern = Pattern(
    "Push or pull",
    use_when=[
        "pull: jobs are long or of very different length",
        "push with a small limit: jobs are short and many, and should begin at once",
    ],
    avoid_when=[
        "push with a large limit for jobs of minutes",
        "pull without a long poll where the queue is mostly empty",
    ],
    structure=Design(
        "Push or pull",
        [long_one, record, short_one, pull, push, end_long, end_short, look],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("long jobs that are fetched, one at a time", {reports: ["mode"], pull: ["batch_size"]}),
        Need("a limit for what is sent unasked", {previews: ["mode"], short_worker: ["prefetch"]}),
        Need("acknowledgement after the work, either way", {pull: ["acknowledge"], push: ["acknowledge"]}),
        Need("a lease longer than the longest job", {reports: ["visibility_timeout"], long_worker: ["task_duration_p99"]}),
    ],
    walkthrough=[
        Step(record, "report 7, pending"),
        Step(long_one, "7"),
        Step(pull, "a free worker asks, and waits up to 20 s for an answer"),
        Step(end_long, "complete, three minutes later; then it asks again"),
        Step(record, "previews 8 to 40, pending"),
        Step(short_one, "8 to 40"),
        Step(push, "20 to one worker, 13 to the next, without a question"),
        Step(end_short, "complete, 40 ms each"),
    ],
    trade_offs=[
        TradeOff("pull: who is free asks, so load spreads itself", "a question before each job, and idle ones on an empty queue"),
        TradeOff("push: messages are there at once", "a limit that is too high hoards work with one worker"),
    ],
    related=["consumer-prefetch", "message-queue", "worker-pool", "rabbitmq-routing"],
)
