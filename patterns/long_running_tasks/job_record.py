"""A job is written down before it is queued, so that whoever holds its id always finds it.

## How it works
The API does four things in this order: check what is asked, insert a row in state *pending*, send the message, answer with the
id. A client that asks a millisecond later finds the row. Input that is no good is refused before anything is queued, and the row
says later who asked for what, and when.

Between row and message the process may die. What is left is a row that nobody will ever work on. Two ways close the gap, and one
of them has to be there. With an *outbox* the message is a second row in the same transaction, and a relay sends it from there,
as often as it takes until the broker has confirmed. With a *sweep* somebody looks every minute for rows that have been pending
for more than a minute, and queues them again. An outbox makes it right, a sweep makes it right a minute later; the outbox
brings a part to run, the sweep a query. Either can send a message twice, so the worker looks at the row first: what is complete
is not done again.

The other order has no repair. A message that was sent before its row reaches a worker that does not find the job, and a client
that is told *unknown*.

## Numbers
- **2 to 5 ms for an insert, 5 to 20 ms for the broker's word**: the whole of it stays near 50 ms.
- **A relay that looks every 100 ms adds 50 ms on average** before the work can begin, which nobody sees where the work takes a
  minute.
- **Sweep every minute, for what is older than one minute.** Younger rows are only on their way; older ones keep people waiting.
- **What can be lost without either**: at 20 submits a second of 50 ms each one job is under way at any time, so each crash
  of a replica loses about one. It is rare, which is why it is found so late.

## What goes wrong
- **The id is given out first.** The answer goes off, the insert fails. Answer last.
- **Message in the transaction, by the broker's API.** The commit fails, and the message is out. Two systems do not commit
  together; the outbox is there for that.
- **The whole input in the message.** Then there are two truths. The message has the id, the row has the rest.
- **Rows for ever.** At 20 a second it is 52 million in a month. Cut the table by time, and drop what is past its use.
"""

from archgen import (
    Calls,
    Client,
    Column,
    Consumes,
    Design,
    IdempotencyKey,
    Need,
    Outbox,
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
    Table,
    TradeOff,
    Transaction,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
relay = Worker("Relay", replicas=2, leader_election=True, side_effect="none", idempotent=True, note="sends what is in the outbox")
api = Service(
    "API",
    replicas=3,
    returns_job_id=True,
    validates=True,
    outbox=Outbox(relay, polls=milliseconds(100), reconciled=True),
)
job = Table(
    "Job",
    category="job",
    primary_key=["job_id"],
    columns=[
        Column("state", kind_of_value="status"),
        Column("attempts", kind_of_value="count"),
        Column("result_url", type="text"),
        Column("changed_at", kind_of_value="time"),
    ],
    retention=days(30),
)
outbox = Table("Outbox", primary_key=["message_id"], retention=days(1), append_only=True)
records = RelationalDatabase(
    "Job records", engine="PostgreSQL", replicas=2, holds=[job, outbox], transactional=True, partitioned_by_time=True
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
    "Worker",
    replicas=20,
    concurrency=30,
    task_duration=seconds(20),
    task_duration_p99=seconds(50),
    max_runtime=seconds(90),
    side_effect="none",
    idempotent=True,
    note="does nothing for a job that is complete",
)
sweep = Scheduler("Sweep", replicas=2, leader_election=True, interval=minutes(1), note="pending for more than a minute")

submit = Calls(
    client,
    api,
    "POST /jobs",
    protocol="http",
    mode="sync",
    rate=per_second(20),
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
    api,
    "GET /jobs/7f3",
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
record = Writes(
    api,
    records,
    "job and its message, in one",
    rate=per_second(20),
    operation_kind="insert",
    rows=2,
    transaction=Transaction(),
    idempotent=True,
    order="store_first",
    latency=milliseconds(5),
    data=[job, outbox],
)
due = Reads(relay, records, "what is to be sent", poll_interval=milliseconds(100), data=[outbox])
publish = Publishes(
    relay, jobs, "id of the job", rate=per_second(20), payload=kilobytes(0.2), delivery="at_least_once", idempotent=True
)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, records, "state", rate=per_second(40), idempotent=True, data=[job])
look = Reads(api, records, "state of one job", rate=per_second(100), purpose="status", data=[job])
stale = Reads(sweep, records, "pending for too long", poll_interval=minutes(1), purpose="reconcile", data=[job])
again = Publishes(sweep, jobs, "id, once more", rate=per_second(0.01), payload=kilobytes(0.2), idempotent=True)

pattern = Pattern(
    "Job record before the message",
    use_when=["a job is accepted and somebody may ask for it: every submit"],
    avoid_when=["nobody will ever ask, and a lost one does no harm: counts, logs, hints"],
    structure=Design(
        "Job record before the message",
        [submit, ask, record, due, publish, take, finish, look, stale, again],
        requirements=Requirements(write_rate=per_second(20), result_in_response=False, delivery="at_least_once"),
    ),
    requires=[
        Need("the record before the message", {record: ["order", "operation_kind"]}),
        Need("an outbox, or something that finds what was never sent", {api: ["outbox"], record: ["transaction"], stale: []}),
        Need("checks before the record", {api: ["validates"]}),
        Need("a worker that does nothing the second time", {worker: ["idempotent"], take: ["delivery"]}),
    ],
    walkthrough=[
        Step(submit, "POST /jobs, under an id"),
        Step(record, "pending, and the message that is to go out"),
        Step(submit, "202: it can be asked for from here on", back=True),
        Step(ask, "GET /jobs/7f3, a moment later"),
        Step(look, "pending"),
        Step(ask, "200: pending", back=True),
        Step(due, "one message"),
        Step(publish, "confirmed by the broker; then struck off"),
        Step(take),
        Step(finish, "complete"),
        Step(stale, "once a minute: 7f4, pending since 12:03"),
        Step(again, "7f4, once more"),
    ],
    trade_offs=[
        TradeOff("every id that was given out can be asked for", "two writes, and something that mends the gap between them"),
        TradeOff("bad input is refused before it takes a worker's time", "the check is part of what a person waits for"),
        TradeOff("who wanted what, and when, is on record", "a table that grows with every job and has to be emptied"),
    ],
    related=["submit-and-poll", "job-state-machine", "status-store", "publisher-confirms", "message-queue"],
)
