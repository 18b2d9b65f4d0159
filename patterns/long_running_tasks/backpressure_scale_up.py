"""When work piles up, more workers come, up to what stands behind them, and a limit holds the door until they are there.

## How it works
A scaler reads the age of the oldest message, or the depth for each worker, and starts more workers when it stays above a
target for a minute or two. They are ready after another minute. Until then somebody has to wait, so a bound or a pace for each
tenant stays in place. When the queue is short again for ten minutes, they go, one at a time.

It is an answer to a burst that pays for itself. It is none where the workers wait for something that cannot grow: then every
worker more makes each call slower, and the backlog drains no faster.

## Numbers
- **Workers needed = arrival x time for one, over how many one does at once.** 1,000 a second at 0.5 s and 10 at once: 50 keep
  pace, and 60 catch up.
- **Reaction = measuring + starting**: 60 s of average, 60 s for a container, minutes for a machine. At 600 a second too many,
  two minutes are 72,000 messages: the bound has to hold them, or refuse.
- **A ceiling from behind**: a database that takes 500 writes a second feeds 25 workers that write 20 each. More are heat.
- **Grow fast, shrink slowly**: double when late, halve after ten quiet minutes.

## What goes wrong
- **Processor as the signal.** Workers that wait for a partner show 10 % while the queue grows. Go by age or depth.
- **No ceiling.** A poison message or a partner that is away raises the depth, and 500 workers call the partner that is down.
- **Flapping.** Starting and ending within minutes costs more than leaving them; every end is a job that is redone.
- **Everything by itself, nobody looks.** Growth every day at the same hour is a plan, and growth without an end a fault.
"""

from archgen import (
    Autoscaling,
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
    engine="SQS",
    managed=True,
    replicas=3,
    durable=True,
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(10),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
worker = Worker(
    "Worker",
    replicas=20,
    autoscaling=Autoscaling(min_replicas=10, max_replicas=60, metric="queue_depth", target=200, reaction_time=minutes(2)),
    concurrency=10,
    task_duration=milliseconds(500),
    max_runtime=seconds(30),
    graceful_stop=True,
    side_effect="reversible",
    idempotent=True,
)
results = Database("Job status", max_write_rate=per_second(3_000), note="bears 60 workers")
monitoring = Monitoring("Monitoring", watches=["queue_depth", "queue_age", "dead_letters", "errors"], alarms="page")

submit = Calls(
    client,
    api,
    "job",
    protocol="http",
    rate=per_second(250),
    peak_rate=per_second(1_000),
    burst=minutes(10),
    timeout=seconds(2),
    retry=Retry(attempts=4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(60)),
    idempotent=True,
    user_message=True,
    purpose="submit",
    response_status=202,
)
record = Writes(api, results, "queued", rate=per_second(250), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the job", rate=per_second(250), timeout=milliseconds(100))
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
    "Scale out under pressure",
    use_when=["load comes and goes, and what the workers call bears more of them"],
    avoid_when=[
        "something behind the workers has a hard limit: pace the workers instead",
        "there is too little capacity every day: that is a number to raise, not a signal to follow",
    ],
    structure=Design(
        "Scale out under pressure",
        [submit, record, publish, take, finish, ask, look, monitoring],
        requirements=Requirements(write_rate=per_second(250), completion_time=minutes(5), delivery="at_least_once"),
    ),
    requires=[
        Need("workers that follow what waits, with a ceiling", {worker: ["autoscaling"]}),
        Need("something behind the workers that bears the ceiling", {results: ["max_write_rate"]}),
        Need("a bound for the minutes until they are there", {jobs: ["max_depth", "overflow"], api: ["overflow_status"]}),
        Need("workers that end what they have in hand before they go", {worker: ["graceful_stop"]}),
    ],
    walkthrough=[
        Step(submit, "1,000 a second from now on"),
        Step(record, "queued"),
        Step(publish, "600 a second more than are done"),
        Step(take, "two minutes later: 60 workers instead of 20"),
        Step(finish, "72,000 that waited are done within six minutes more"),
    ],
    trade_offs=[
        TradeOff("a burst is served instead of refused", "minutes until it helps, and a bill for every burst"),
        TradeOff("nobody has to be there at night", "a wrong signal or no ceiling makes a fault larger"),
    ],
    related=["backpressure", "backpressure-throttle", "queue-load-leveling", "queue-depth-autoscaling", "adaptive-rate"],
)
