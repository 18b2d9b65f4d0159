"""A burst waits in a queue and is worked off at the pace that the workers keep, so that they are sized for the average.

## How it works
Requests become messages within milliseconds, however many come at once. Behind the queue, a pool of fixed size takes one after
the other. While more comes in than is done, the depth grows; when the burst is over, it shrinks. Nobody has to run as many
workers as the busiest minute of the year would need.

What is levelled is time: the work is the same, it is only done later. So the pattern stands on two numbers, and on somebody
who looks at them: what is drained must exceed what arrives on average, and the tail of the burst must be done before it is
promised.

## Numbers
- **Time to drain = depth / (drain - arrival).** 10,000 reports at once, 20 done a second, 5 still coming: 11 minutes, not the
  8 that depth over drain would say.
- **Drain at 1.5 times the average or more.** At 1.1 times, what a bad quarter of an hour left behind takes hours to go.
- **Watch the age of the oldest message.** Ten videos wait longer than a thousand mails; depth alone does not tell.
- **1,000 reports at 9 o'clock, three minutes each, on 20 workers** are done at half past eleven. Say so on the page.

## What goes wrong
- **A shortage that looks like a burst.** If 1,000 a second come all day and 400 are done, no queue is long enough. A depth
  that never returns to nothing is a missing worker, not a full hour.
- **Late is as bad as lost.** A code to log in that comes after 12 minutes is of no use. Give such work a queue of its own, or
  let it expire.
- **The burst is only moved.** The queue protects the workers; if thirty of them share one database, that is where it ends up.
- **Nobody knows when it is full.** A queue without a bound holds the burst of a fault too, until the disk is full.
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
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=10_000)
api = Service("API", replicas=3, returns_job_id=True, overflow_status=429)
failed = Queue("Failed reports", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Reports to make",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(30),
    max_depth=50_000,
    overflow="reject",
    visibility_timeout=minutes(1),
)
worker = Worker(
    "Report worker",
    replicas=10,
    concurrency=4,
    task_duration=seconds(2),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
)
status = Database("Job status")
monitoring = Monitoring("Monitoring", watches=["queue_age", "queue_depth", "dead_letters", "errors"], alarms="page")

submit = Calls(
    client,
    api,
    "a report, please",
    protocol="http",
    rate=per_second(5),
    burst_size=10_000,
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    idempotent=True,
    purpose="submit",
    response_status=202,
)
record = Writes(api, status, "queued", rate=per_second(5), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the job", rate=per_second(5))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, status, "done or failed", idempotent=True)
ask = Calls(
    client,
    api,
    "how far?",
    protocol="http",
    rate=per_second(20),
    poll_interval=seconds(5),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=minutes(20),
    timeout=seconds(2),
    idempotent=True,
    purpose="status",
)
look = Reads(api, status, "state", rate=per_second(20))

pattern = Pattern(
    "Queue-based load leveling",
    use_when=[
        "bursts above what can be done at once, with quieter times between them",
        "work that may be done minutes later without harm",
    ],
    avoid_when=[
        "as much comes in as can be done, or more, all day long: that takes capacity",
        "the last one of a burst may not wait for its minutes",
    ],
    structure=Design(
        "Queue-based load leveling",
        [submit, finish, publish, take, record, ask, look, monitoring],
        requirements=Requirements(write_rate=per_second(5), completion_time=minutes(15), delivery="at_least_once"),
    ),
    requires=[
        Need("a queue between what comes and who does it", {publish: [], take: []}),
        Need("a drain above the average arrival", {worker: ["replicas", "concurrency", "task_duration"], submit: ["rate"]}),
        Need("a bound, for the burst that is a fault", {jobs: ["max_depth", "overflow"]}),
        Need("an alarm by age or depth", {monitoring: ["watches", "alarms"]}),
    ],
    walkthrough=[
        Step(submit, "10,000 within a minute"),
        Step(record, "queued"),
        Step(publish, "into the queue, in 5 ms"),
        Step(submit, "202, and that it takes up to 11 minutes", back=True),
        Step(take, "20 a second, whatever waits"),
        Step(finish, "done"),
    ],
    trade_offs=[
        TradeOff("requests are taken in a burst as fast as ever", "waiting time grows with what is already there"),
        TradeOff("workers for the average, not for the peak", "a shortage that lasts stays hidden until everything is late"),
    ],
    related=["message-queue", "backpressure", "queue-depth-autoscaling", "worker-rate-limiting"],
)
