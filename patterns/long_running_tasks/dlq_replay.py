"""When the cause is mended, set-aside messages go back through the main queue, slowly, and the work is done after all.

## How it works
First the cause: a release with the bug mended, a partner that is back. Then a few messages by hand, five or so, to see that they
get through. Then the rest, by a tool that takes from the dead letters and publishes to the main queue, at a rate that leaves room
for the work of today. SQS has such a *redrive* built in, for RabbitMQ there is the shovel, for others it is thirty lines.

They go through the main queue, not past it. There are the attempts, the limits, the records and the workers that know the work; a
script that calls the worker's code directly has none of these.

What comes back is old. The row may have been changed since, the customer gone, the order called off. So the worker looks at the
present state before it acts, and the key of each effect decides whether it was done the first time: some messages died *after*
the charge. And a choice is needed: what has been settled by hand meanwhile, or is too old to be of use, is deleted, with a
reason.

## Numbers
- **A tenth of what the workers can do**: with 40 a second, replay 4 a second; 5,000 are through after 21 min.
- **Try 5, then 100, then all.**
- **Keys kept for longer than dead letters**: 30 days against 14. If they are forgotten after a day, a replay of last week charges
  anew.
- **Attempts begin at zero** for a message that is published anew. A mark, `replayed: 1`, keeps it from going round.

## What goes wrong
- **Replayed before it is mended.** All come back within five minutes, and the evidence has a second count and a new date.
- **All at once.** 50,000 old ones in front of what people wait for now.
- **It comes back by itself.** A job that replays every hour makes a ring out of poison. A person starts it.
- **A newer form.** Messages of form 2 meet workers of form 3. Keep reading the older for as long as dead letters live.
- **The owner was told it had failed**, and has ordered again. Look at the state first.
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
    RateLimit,
    Reads,
    RelationalDatabase,
    Requirements,
    Service,
    Step,
    TradeOff,
    Transaction,
    Worker,
    Writes,
    days,
    minutes,
    per_second,
    seconds,
)

gate = Service("Order API", replicas=3, returns_job_id=True, validates=True)
orders = RelationalDatabase("Orders", engine="PostgreSQL", replicas=3, transactional=True)
failed = Queue("Failed shipments", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
shipments = Queue(
    "Shipments",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(1),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=4,
)
once = IdempotencyKey(key="order id and step", made_by="server", scope="step", claim="atomic", store=orders, ttl=days(30))
worker = Worker(
    "Shipper",
    replicas=4,
    concurrency=10,
    task_duration=seconds(1),
    task_duration_p99=seconds(5),
    max_runtime=seconds(30),
    side_effect="irreversible",
    idempotent=True,
    idempotency=once,
)
operator = Client("Operator", platform="desktop", trusted=True)
redrive = Service(
    "Redrive", replicas=1, state="none", rate_limit=RateLimit(per_second(4), per="global"), note="4 a second, when told to"
)

record = Writes(gate, orders, "order", rate=per_second(15), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, shipments, "id of the order", rate=per_second(15), idempotent=True)
take = Consumes(worker, shipments, acknowledge="after", delivery="at_least_once")
check = Reads(worker, orders, "called off? shipped already?")
finish = Writes(
    worker, orders, "shipped, under its key", atomic=True, idempotent=True, idempotency=once, transaction=Transaction()
)
start = Calls(
    operator,
    redrive,
    "first 5, then all",
    protocol="http",
    mode="async",
    timeout=seconds(5),
    retry=False,
    auth="session",
    tls=True,
)
collect = Consumes(redrive, failed, acknowledge="after", delivery="at_least_once", rate=per_second(0.01), peak_rate=per_second(4))
send_back = Publishes(
    redrive,
    shipments,
    "once more, marked",
    rate=per_second(0.01),
    peak_rate=per_second(4),
    burst=minutes(21),
    purpose="replay",
    idempotent=True,
)
look = Reads(gate, orders, "state of an order", purpose="status")

pattern = Pattern(
    "Replay of dead letters",
    use_when=["the cause is mended: a bug, a partner that was away, a missing right"],
    avoid_when=[
        "the message itself is broken: it will fail for ever",
        "the work was settled in another way, or is of no use any more: delete it, and say why",
    ],
    structure=Design(
        "Replay of dead letters",
        [record, publish, take, check, finish, start, collect, send_back, look],
        requirements=Requirements(write_rate=per_second(15), delivery="at_least_once"),
    ),
    requires=[
        Need("a way back into the main queue, started by somebody", {failed: ["replayed_by"], start: ["auth"], send_back: []}),
        Need("a rate that leaves room for the work of today", {redrive: ["rate_limit"], worker: ["replicas", "concurrency"]}),
        Need("effects that are done once, however late it comes", {worker: ["idempotency"], finish: ["idempotency", "atomic"]}),
        Need("a look at the present state before anything is done", {check: []}),
    ],
    walkthrough=[
        Step(start, "the bug is mended: five, please"),
        Step(collect, "five of 5,000"),
        Step(send_back, "marked as replayed"),
        Step(take, "among those of today"),
        Step(check, "7: not shipped, not called off"),
        Step(finish, "shipped"),
        Step(start, "all of them"),
        Step(collect, "4 a second, for 21 min"),
        Step(send_back, "marked as replayed"),
        Step(take, "8"),
        Step(check, "8 was shipped before it died: nothing to do"),
    ],
    trade_offs=[
        TradeOff("no work is lost to a bug or an outage", "old messages meet newer code and newer data"),
        TradeOff("one way for new and old work, with all its limits", "somebody has to decide, and to start it"),
    ],
    related=["dead-letter-queue", "dlq-alert", "idempotent-consumer"],
)
