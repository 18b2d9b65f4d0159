"""A queue has a bound, and at the bound whoever sends is told, so that too much work becomes an answer and not a crash.

## How it works
Depth is limited. While there is room, work is taken in as usual. At the bound the broker refuses, and the service passes that
on: to a browser as 429 with Retry-After, to a batch job as "slower", to an operator as a number. The sender is the one who
can decide what to do, since it still has the work.

It is often mixed up with load leveling, which is the queue before its bound: that one takes a burst without a word. Pressure
begins where the word is given. It can be given in three ways: refuse, slow the sender down, or add workers so that the bound
moves; the three are patterns of their own and are often combined.

## Numbers
- **Bound = what may wait x what is done a second.** 400 a second, and nobody gains from an answer after 25 s: 10,000. A bound
  taken from the size of the memory only says when it breaks.
- **1,000 a second in, 400 out**: the queue grows by 36,000 a minute. At 2 kB each, 1 GB is full after a quarter of an hour;
  at the bound of 10,000 it is refusing after 17 s.
- **Retry-After of at least the time to drain**: 25 s here, with jitter on the client, or all come back in one second.

## What goes wrong
- **The bound is set and nobody hears of it.** The broker refuses, the service answers 500, and clients try at once. Map the
  refusal to 429 or 503.
- **Messages are dropped instead.** Dropping the oldest suits positions on a map, never jobs that were accepted.
- **The wait moves one step up.** A service that blocks until there is room holds its threads, and the bound is then the number
  of threads. Refuse after tens of milliseconds.
- **One bound for everybody.** One customer fills the queue, and all are refused. Count by tenant first.
"""

from archgen import (
    Calls,
    Client,
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

client = Client("Client", platform="web", devices=100_000)
api = Service("API", replicas=4, returns_job_id=True, overflow_status=429)
failed = Queue("Failed jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(10),
    max_depth=10_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
worker = Worker(
    "Worker",
    replicas=20,
    concurrency=10,
    task_duration=milliseconds(500),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
    note="400 a second",
)
results = Database("Job status")
monitoring = Monitoring("Monitoring", watches=["queue_depth", "queue_age", "drops", "dead_letters", "errors"], alarms="page")

submit = Calls(
    client,
    api,
    "job",
    protocol="http",
    rate=per_second(250),
    peak_rate=per_second(1_000),
    burst=seconds(30),
    timeout=seconds(2),
    retry=Retry(
        attempts=4,
        backoff="exponential",
        jitter=True,
        initial=seconds(2),
        max_interval=seconds(60),
        retry_on=["429", "503", "timeout"],
        never_on=["400", "403"],
    ),
    idempotent=True,
    user_message=True,
    purpose="submit",
    response_status=202,
)
record = Writes(api, results, "queued", rate=per_second(250), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the job", rate=per_second(250), timeout=milliseconds(100), on_failure="fail")
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, results, "done or failed", idempotent=True)
ask = Calls(
    client,
    api,
    "how far?",
    protocol="http",
    rate=per_second(500),
    poll_interval=seconds(5),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=minutes(10),
    timeout=seconds(2),
    idempotent=True,
    purpose="status",
)
look = Reads(api, results, "state", rate=per_second(500))

pattern = Pattern(
    "Backpressure with a bounded queue",
    use_when=[
        "arrival can exceed what is done for longer than the queue has room",
        "the broker keeps its messages in memory",
        "work loses its worth while it waits",
    ],
    avoid_when=["nothing may be refused: then size for the peak, spill to disk, or drop by worth"],
    structure=Design(
        "Backpressure with a bounded queue",
        [submit, record, publish, take, finish, ask, look, monitoring],
        requirements=Requirements(write_rate=per_second(250), completion_time=seconds(60), delivery="at_least_once"),
    ),
    requires=[
        Need("a bound, and a refusal at the bound", {jobs: ["max_depth", "overflow"]}),
        Need("an answer that tells the caller of it", {api: ["overflow_status"], publish: ["timeout"]}),
        Need("callers that wait longer each time", {submit: ["retry"]}),
    ],
    walkthrough=[
        Step(submit, "a job, the 10,001st"),
        Step(publish, "refused: the queue is at its bound"),
        Step(submit, "429, Retry-After: 25", back=True),
        Step(take, "meanwhile 400 a second are done"),
        Step(finish, "done"),
        Step(submit, "again, after 25 s and a random bit"),
        Step(record, "queued"),
        Step(publish, "there is room"),
    ],
    trade_offs=[
        TradeOff("the system stays up, and what it has accepted is done in time", "some requests are refused or slowed down"),
        TradeOff("callers hear the truth while they can still do something", "every caller needs a way to wait and come back"),
    ],
    related=[
        "queue-load-leveling",
        "backpressure-reject",
        "backpressure-throttle",
        "backpressure-scale-up",
        "message-queue",
        "message-ttl",
        "queue-depth-autoscaling",
    ],
)
