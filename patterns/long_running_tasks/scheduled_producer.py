"""A scheduler puts work that is due into the same machinery as requests do, once for each date, whoever fires.

## How it works
At a set time the scheduler does what the API does on a request: it writes a record, sends a message, and is done. It never does
the work itself. Attempts, leases, dead letters, limits and dashboards are there already and serve both.

The id is where it differs. A request has one from its client; a tick makes its own out of what it is and when it is due, such as
`invoices/2026-05`. Two schedulers that fire the same tick then make the same record, and the second insert fails. That is worth
more than an election, and it stays right when the election does not: two leaders for a second are harmless.

For a tick that means many jobs, the scheduler sends one message, and a worker cuts it up: customers 1 to 1,000, 1,001 to 2,000.
The scheduler stays a clock.

## Numbers
- **Spread what has time.** 50,000 reports that are due by 6 o'clock, started at 4, are 7 a second. All at 4:00:00 they are a
  wall in front of everything else. Derive the minute from the customer's id, and each has always the same one.
- **A lane of its own**, or a tenth of the workers: ticks come in thousands, and people wait behind them.
- **Remember what ran**: after an outage from 2 to 5 o'clock, three hourly ticks are due. Say for each kind of work whether it
  is made up for one by one, once, or not at all.
- **Accurate to seconds is enough.** Where it must be milliseconds a queue is the wrong tool.

## What goes wrong
- **Fires twice.** Two replicas of the scheduler, or one that starts anew within the minute. The key of the tick decides.
- **Fires never.** One replica, and its machine was away at that minute. Look for what was due since the last tick, not for
  what is due now; and alert when nothing came for twice the interval.
- **Overtakes itself.** The run of every ten minutes takes eleven. Skip a tick whose forerunner still runs, and count how often.
- **Clock changes.** In the night in March there is no 2:30, in October there are two. Schedule in UTC, or keep away from 2 to 3.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    IdempotencyKey,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Retry,
    Scheduler,
    Service,
    Step,
    TradeOff,
    Worker,
    Writes,
    days,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
api = Service("API", replicas=3, returns_job_id=True, validates=True)
scheduler = Scheduler(
    "Scheduler", replicas=2, leader_election=True, standby=True, interval=minutes(1), deduplicates=True, note="one of two acts"
)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2, retention=days(90), note="one row for each tick")
failed = Queue("Failed jobs", engine="RabbitMQ", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
missed = Queue(
    "Failed ticks", engine="RabbitMQ", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool"
)
asked = Queue(
    "Asked for",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=4,
    urgencies=["interactive"],
)
due = Queue(
    "Due by the clock",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    retry_delay=minutes(1),
    dead_letter=missed,
    max_receives=4,
    urgencies=["nightly"],
    requirements=Requirements(completion_time=hours(12)),
    max_depth=60_000,
    overflow="reject",
)
worker = Worker(
    "Report worker",
    replicas=12,
    concurrency=10,
    prefetch=1,
    task_duration=seconds(10),
    task_duration_p99=seconds(25),
    max_runtime=minutes(1),
    scheduling="weighted",
    side_effect="none",
    idempotent=True,
)

submit = Calls(
    client,
    api,
    "report, now",
    protocol="http",
    mode="sync",
    rate=per_second(1),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client made", made_by="client", claim="atomic", store=records, ttl=days(90)),
    auth="session",
    tls=True,
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
    max_poll_duration=minutes(10),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="session",
    tls=True,
    purpose="status",
)
record = Writes(api, records, "queued", rate=per_second(1), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, asked, "id of the job", rate=per_second(1))
claim = Writes(
    scheduler,
    records,
    "tick, if it is not there",
    operation_kind="insert",
    idempotent=True,
    idempotency=IdempotencyKey(key="schedule and due time", made_by="server", claim="atomic", store=records, ttl=days(90)),
    order="store_first",
    atomic=True,
)
fire = Publishes(
    scheduler, due, "id of the tick's job", rate=per_second(0.1), peak_rate=per_second(7), burst=hours(2), idempotent=True
)
first = Consumes(worker, asked, acknowledge="after", delivery="at_least_once", weight=9)
second = Consumes(worker, due, acknowledge="after", delivery="at_least_once", weight=1)
finish = Writes(worker, records, "state", idempotent=True)
look = Reads(api, records, "state of one job", purpose="status")

pattern = Pattern(
    "Scheduled producer",
    use_when=["work is due at set times: reports, invoices, mailings, tidying up"],
    avoid_when=[
        "the work follows from something that happens: let that event send the message",
        "it must begin within milliseconds of its time",
    ],
    structure=Design(
        "Scheduled producer",
        [submit, ask, record, publish, claim, fire, first, second, finish, look],
        requirements=Requirements(write_rate=per_second(1), delivery="at_least_once", result_in_response=False),
    ),
    requires=[
        Need("one scheduler that acts, and another that takes over", {scheduler: ["leader_election", "standby", "replicas"]}),
        Need("a key for each tick, claimed before it fires", {claim: ["idempotency"], scheduler: ["deduplicates"]}),
        Need(
            "a lane that does not hold up those who wait",
            {due: ["urgencies", "max_depth"], worker: ["scheduling"], second: ["weight"]},
        ),
    ],
    walkthrough=[
        Step(claim, "invoices/2026-05: inserted"),
        Step(fire, "its id"),
        Step(submit, "meanwhile, somebody wants a report now"),
        Step(record, "queued"),
        Step(publish, "its id"),
        Step(submit, "202", back=True),
        Step(first, "nine times out of ten"),
        Step(finish, "complete"),
        Step(second, "one time out of ten, or whenever nothing else waits"),
        Step(finish, "complete"),
        Step(claim, "the standby fires the same tick: the insert fails, nothing is sent"),
    ],
    trade_offs=[
        TradeOff("one way to run, watch and repeat all work", "a batch can stand in front of those who wait"),
        TradeOff("a tick fires once, however many schedulers run", "a row for each tick, and a rule for those that were missed"),
    ],
    related=["message-queue", "idempotency-key", "priority-queues", "separate-queue-per-priority", "idempotency-key-generation"],
)
