"""A job goes through a few named states, by ways that are written down, and leaves each of them even if its worker dies.

## How it works
*Pending*: recorded, not yet in the queue. *Queued*: the message is out. *Processing*: a worker has it. Then *complete*, or
*failed*, from where it goes back to *queued* while attempts are left, and to *dead* when they are used up or another one would be
useless. *Cancelled* is what the owner wants and *expired* what came too late. Complete, dead, cancelled and expired end a job;
*failed* does not, and a client that shows it as the end shows something that may yet be mended.

Each change is one write with a condition: set *processing* where it is *queued* and the attempt is the one I hold. A worker that
comes too late finds another state and changes nothing. So the machine is kept by the store, not by the hope that all code
behaves.

Only time leads out of some states. A worker dies in *processing*, a message is lost in *queued*, the API dies in *pending*. Each
needs a limit, and somebody who looks: a sweep that finds what has not moved, and sends it back or gives it up.

## Numbers
- **Limits that follow from the parts**: pending 1 min, queued the longest wait of a busy hour times three, processing
  `max_runtime` and a lease.
- **Sweep every minute**, through an index on state and time of change. It finds nothing, mostly; alert when it finds more than
  a few.
- **3 to 5 attempts** on the way from failed to queued, written where the way is.
- **Five writes for a job** that goes well: 20 jobs a second are 100 writes.

## What goes wrong
- **Two states for everything.** *Processing* and *done*. Then *waiting for 20 minutes* and *crashed 20 minutes ago* look alike.
- **A flag for each thing.** `is_done`, `has_error`, `is_running`: eight combinations, half of which mean nothing.
- **Back from the end.** A repetition sets a complete job to *processing*, and the user's download is gone for two minutes.
- **Cancelled, and it runs on.** The state changes, the worker does not look. Let it ask between two pieces, and charge nothing
  after.
- **The change is not in the same transaction as what it tells of.** Complete, and the invoice is not there.
"""

from archgen import (
    Calls,
    Client,
    Column,
    Consumes,
    Design,
    IdempotencyKey,
    Index,
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
    State,
    StateMachine,
    Step,
    Table,
    TradeOff,
    Transition,
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
gate = Service("API", replicas=3, returns_job_id=True, validates=True)
failed = Queue("Dead jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(6),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Worker",
    replicas=20,
    concurrency=4,
    task_duration=minutes(2),
    task_duration_p99=minutes(4),
    max_runtime=minutes(5),
    progress=True,
    side_effect="none",
    idempotent=True,
    publishes_failure=True,
)
job = Table(
    "Job",
    category="job",
    primary_key=["job_id"],
    columns=[
        Column("state", kind_of_value="status"),
        Column("attempt", kind_of_value="count"),
        Column("changed_at", kind_of_value="time"),
        Column("reason", kind_of_value="text"),
    ],
    indexes=[Index(["state", "changed_at"])],
    retention=days(60),
)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2, holds=[job], transactional=True)
sweep = Scheduler("Sweep", replicas=2, leader_election=True, interval=minutes(1), note="what has not moved for too long")

submit = Calls(
    client,
    gate,
    "POST /jobs, or DELETE",
    protocol="http",
    mode="sync",
    rate=per_second(0.3),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client made", made_by="client", claim="atomic", store=records, ttl=days(60)),
    auth="session",
    tls=True,
    purpose="submit",
    response_status=202,
)
ask = Calls(
    client,
    gate,
    "GET /jobs/7",
    protocol="poll",
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(15),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="session",
    tls=True,
    purpose="status",
)
record = Writes(
    gate, records, "pending, queued or cancelled", operation_kind="insert", guarded=True, idempotent=True, order="store_first"
)
publish = Publishes(gate, jobs, "id of the job", rate=per_second(0.3), idempotent=True)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
move = Writes(worker, records, "from the state that it had, or not at all", guarded=True, checks_result=True, idempotent=True)
look = Reads(gate, records, "state", purpose="status")
stale = Reads(sweep, records, "not moved for too long", poll_interval=minutes(1), purpose="reconcile")
again = Publishes(sweep, jobs, "id, once more", rate=per_second(0.01), idempotent=True)
bury = Consumes(sweep, failed, "attempts used up", acknowledge="after", rate=per_second(0.001))
end = Writes(sweep, records, "dead or expired", guarded=True, idempotent=True)

states = StateMachine(
    "A job",
    of=job,
    states=[
        State("pending", timeout=minutes(1)),
        State("queued", timeout=hours(2), visible=True),
        State("processing", timeout=minutes(11), visible=True),
        State("failed", failure=True, timeout=minutes(2)),
        State("complete", terminal=True, visible=True),
        State("dead", terminal=True, failure=True, visible=True),
        State("cancelled", terminal=True, visible=True),
        State("expired", terminal=True, failure=True, visible=True),
    ],
    transitions=[
        Transition("pending", "queued", "the broker has confirmed", by="service", along=publish),
        Transition("queued", "processing", "picked up", by="worker", along=take),
        Transition("processing", "complete", "success", by="worker", along=move),
        Transition("processing", "failed", "error", by="worker", along=move),
        Transition("failed", "queued", "attempts are left", by="worker", along=move, attempts=3),
        Transition("failed", "dead", "attempts used up, or useless", by="timer", along=bury),
        Transition("processing", "queued", "no sign of life", by="timer", along=again, attempts=3),
        Transition("pending", "cancelled", "called off", by="client", along=record),
        Transition("queued", "cancelled", "called off", by="client", along=record),
        Transition("queued", "expired", "waited too long", by="timer", along=end),
    ],
    swept_by=sweep,
)

pattern = Pattern(
    "Job state machine",
    use_when=["a job has a record: whatever can be asked for has a state"],
    avoid_when=["nobody will look: work that is sent and forgotten"],
    structure=Design(
        "Job state machine",
        [move, ask, record, publish, take, submit, look, stale, again, bury, end],
        requirements=Requirements(write_rate=per_second(0.3), result_in_response=False, delivery="at_least_once"),
        behaviours=[states],
    ),
    requires=[
        Need("a column for the state, and one for when it changed", {job: ["columns", "indexes"]}),
        Need("changes that hold only from the state they start in", {record: ["guarded"], move: ["guarded", "checks_result"]}),
        Need("a bound to attempts, and an end for what used them up", {jobs: ["max_receives", "dead_letter"], bury: []}),
        Need("somebody who finds what has not moved", {sweep: ["interval"], stale: ["poll_interval"], end: []}),
    ],
    walkthrough=[
        Step(submit, "a job"),
        Step(record, "7: pending"),
        Step(publish, "7; confirmed: queued"),
        Step(submit, "202", back=True),
        Step(take, "attempt 1"),
        Step(move, "queued -> processing"),
        Step(move, "processing -> failed: 503"),
        Step(take, "a minute later, attempt 2"),
        Step(move, "queued -> processing"),
        Step(stale, "no sign of life for 11 min"),
        Step(again, "7 once more: queued"),
        Step(take, "attempt 3"),
        Step(move, "processing -> complete"),
    ],
    trade_offs=[
        TradeOff("what a client is told is true", "a conditional write for each change"),
        TradeOff("no job stays for ever in a state that its worker died in", "limits for each state, and a sweep"),
    ],
    related=[
        "job-record",
        "status-store",
        "retry-limit",
        "dead-letter-queue",
        "message-ttl",
        "progress-tracking",
        "job-dag",
        "stuck-task-timeout",
    ],
)
