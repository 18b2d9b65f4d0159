"""What takes requests in and what does the work are deployed apart, each sized by a signal of its own.

## How it works
The API and the workers may come from one repository and one image, but they run as two deployments. The API grows with
requests, and its signal is latency or processor. The workers grow with what waits, and their signal is the age of the oldest
message. One needs many small replicas that start within seconds; the other few large ones, or cheap ones that may be taken away
at any time, since a job that is interrupted comes back.

They share two contracts and nothing else: the form of the message and the form of the record. Either side may be released
without the other, so both must bear what the older and the newer other side writes. A field is first read, then written, and only
later required.

It begins with a process. A thread pool for jobs inside the web server is the same as no separation: one job that takes all the
memory takes the API with it.

## Numbers
- **The sizes differ by orders.** 50 requests a second of 20 ms keep one processor busy. If one in ten brings 30 s of encoding,
  it is 150 processors of work. Sized together, everything would be sized for the encoder.
- **Start of a replica**: API 5 to 10 s; workers with models or fonts to load a minute, which a queue forgives.
- **Cost**: machines that may be taken away cost 60 to 90 % less. Workers with a short lease can run on them, an API hardly.
- **Small systems need none of it**: below some ten jobs an hour, two processes on one machine are enough.

## What goes wrong
- **Apart, and yet together.** Both use one connection pool or one database of small size, and the workers' batch takes the
  connections that the API needs. Give each its own limit.
- **Released in one step.** The API sends a field that old workers do not know, for the three minutes of the roll-out, and those
  messages become dead letters.
- **Workers on the API's signal.** Processor of the pool is at 100 % whenever there is work, by design. It says nothing of how
  many are missing.
- **Memory of one job.** A replica of 512 MB and an export of 2 GB: what killed the API once now kills a worker four times.
"""

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Consumes,
    Design,
    IdempotencyKey,
    LoadBalancer,
    Need,
    Pattern,
    Publishes,
    Queue,
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
    gigabytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer("Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), health_checks=True)
gate = Service(
    "API",
    replicas=4,
    process="api",
    runtime="container",
    capacity=per_second(40),
    memory=megabytes(512),
    returns_job_id=True,
    validates=True,
    autoscaling=Autoscaling("requests", min_replicas=2, max_replicas=12, target=25, reaction_time=seconds(30)),
)
failed = Queue("Failed jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(2),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Encoder",
    replicas=30,
    concurrency=8,
    process="encoder",
    runtime="vm",
    memory=gigabytes(16),
    cpu_heavy=True,
    task_duration=seconds(30),
    task_duration_p99=seconds(70),
    max_runtime=seconds(100),
    side_effect="none",
    idempotent=True,
    graceful_stop=True,
    autoscaling=Autoscaling("queue_age", min_replicas=15, max_replicas=40, target=60, reaction_time=minutes(3)),
)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2, max_connections=500, peak_connections=360)

submit = Calls(
    client,
    balancer,
    "POST /jobs",
    protocol="http",
    mode="sync",
    rate=per_second(5),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client made", made_by="client", claim="atomic", store=records, ttl=days(30)),
    auth="session",
    tls=True,
    purpose="submit",
    response_status=202,
)
ask = Calls(
    client,
    balancer,
    "how far is it?",
    protocol="poll",
    rate=per_second(45),
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(10),
    keep_alive=seconds(10),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="session",
    tls=True,
    purpose="status",
)
forward = Calls(balancer, gate, protocol="http", mode="sync", timeout=seconds(2), idempotent=True, response_status=202)
record = Writes(gate, records, "pending", rate=per_second(5), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, jobs, "id of the job", rate=per_second(5), idempotent=True)
look = Reads(gate, records, "state of one job", rate=per_second(45), purpose="status")
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, records, "complete or failed", idempotent=True)

pattern = Pattern(
    "Independent tiers",
    use_when=["a job costs far more than the request that asks for it"],
    avoid_when=["there are few jobs and they are small: two processes on one machine will do"],
    structure=Design(
        "Independent tiers",
        [submit, ask, forward, record, publish, look, take, finish],
        requirements=Requirements(write_rate=per_second(5), delivery="at_least_once", result_in_response=False),
    ),
    requires=[
        Need("processes of their own", {gate: ["process"], worker: ["process"]}),
        Need("a signal of its own for each", {gate: ["autoscaling"], worker: ["autoscaling"]}),
        Need("machines that suit each", {gate: ["memory", "runtime"], worker: ["memory", "runtime"]}),
        Need("room in what both use", {records: ["max_connections"]}),
    ],
    walkthrough=[
        Step(submit, "a job"),
        Step(forward),
        Step(record, "pending"),
        Step(publish, "its id"),
        Step(forward, "202", back=True),
        Step(submit, "202, while every encoder is busy", back=True),
        Step(take, "when one is free; meanwhile more of them start"),
        Step(finish, "complete"),
    ],
    trade_offs=[
        TradeOff("heavy jobs cannot starve what takes requests in", "two deployments to run and watch"),
        TradeOff("each tier on the machines that suit it, and no larger than it must be", "messages between versions of either"),
    ],
    related=["worker-pool", "queue-depth-autoscaling", "async-offload"],
)
