"""Messages may come twice and their effect happens once: delivery at least once, and a consumer that notices.

## How it works
Exactly once cannot be had from the network. The worker's last word may get lost, and the broker must then either hand out the
message again or not, without knowing which is right. What can be had is that the second run changes nothing. It takes three
things: a key that is the same for both deliveries, a record of keys that cannot take the same one twice, and one moment in which
effect and record become true together.

Where the effect is a write to the same database, that moment is a transaction: insert the key, change the balance, commit. The
second run fails on the key, finds the stored outcome, and acknowledges. Nothing more is needed, and nothing is more certain.

Where the effect is elsewhere, a charge or a mail, there is no common transaction. Then claim the key first, call with the key,
and note the outcome. If the worker dies in between, the next one finds a claim without an outcome, and does not know whether the
call went out. It calls again *with the same key*, and the other side recognises it. So the guarantee of the whole is as good as
that of whoever is called.

Brokers that say *exactly once* mean something smaller. Kafka's transactions tie reading, writing and the place in the log
together, within Kafka. SQS FIFO drops copies that are sent within five minutes. Neither knows of the mail that went out.

## Numbers
- **One insert for each step**, some 1 to 3 ms, and a row of about 100 bytes: a million steps a day are 3 GB a month.
- **Keep keys longer than anything can come back**: attempts of an hour, dead letters of 14 days, so 30 days.
- **What is left**: calls to systems that do not know the key. If a worker dies between call and note once in a million calls,
  one mail in a million goes out twice. That will do for mails; for payments the key is a condition.

## What goes wrong
- **Look, act, note.** Two deliveries both look before either notes. The claim has to be an insert that fails.
- **One key for several steps.** Charged and not mailed: the key is there, and the mail is never sent. A key for each step.
- **A claim that stays.** The worker died, its claim has no outcome, and everybody who comes later sees it and goes away. Give it
  a time after which it may be taken over.
- **A new key with each attempt.** It holds a time or a random number, and every attempt is the first.
"""

from archgen import (
    Calls,
    CircuitBreaker,
    Column,
    Consumes,
    Design,
    ExternalSystem,
    IdempotencyKey,
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
    Table,
    TradeOff,
    Transaction,
    Worker,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

gate = Service("Order API", replicas=3, returns_job_id=True, validates=True)
key = Table(
    "Step",
    primary_key=["order_id", "step"],
    unique_keys=["order_id and step"],
    columns=[Column("outcome", type="json"), Column("claimed_until", kind_of_value="time")],
    retention=days(30),
)
orders = RelationalDatabase("Orders", engine="PostgreSQL", replicas=3, transactional=True, holds=[key])
failed = Queue("Failed charges", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="page", replayed_by="tool")
charges = Queue(
    "Charges",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    delivery="at_least_once",
    visibility_timeout=minutes(1),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=5,
)
once = IdempotencyKey(key="order id and step", made_by="server", scope="step", claim="atomic", store=orders, ttl=days(30))
worker = Worker(
    "Cashier",
    replicas=4,
    concurrency=10,
    task_duration=seconds(1),
    task_duration_p99=seconds(5),
    max_runtime=seconds(30),
    side_effect="payment",
    idempotent=True,
    idempotency=once,
    pauses_on_failure=True,
)
provider = ExternalSystem("Payment provider", provides="payment", idempotent=True, task_duration=milliseconds(600))

record = Writes(gate, orders, "order", rate=per_second(5), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, charges, "order 7, step charge", rate=per_second(5), acknowledged=True, idempotent=True)
take = Consumes(worker, charges, "once or more", acknowledge="after", delivery="at_least_once")
claim = Writes(
    worker, orders, "key, if nobody has it", operation_kind="insert", atomic=True, idempotent=True, idempotency=once, data=[key]
)
charge = Calls(
    worker,
    provider,
    "charge, under the same key",
    protocol="http",
    mode="sync",
    timeout=seconds(5),
    retry=Retry(
        attempts=2,
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        retry_on=["timeout", "503"],
        never_on=["card declined"],
    ),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=minutes(1)),
    idempotent=True,
    idempotency=once,
    auth="api_key",
    tls=True,
)
settle = Writes(
    worker, orders, "paid, and the outcome under the key", transaction=Transaction(), idempotent=True, guarded=True, data=[key]
)
look = Reads(gate, orders, "state of an order", purpose="status")

pattern = Pattern(
    "Effectively-once processing",
    use_when=["an effect that must not happen twice: a charge, a mail, goods taken from stock"],
    avoid_when=[
        "the work is idempotent by nature: it sets a value or overwrites a file",
        "a lost or doubled one does no harm: the keys would be for nothing",
    ],
    structure=Design(
        "Effectively-once processing",
        [record, publish, take, claim, charge, settle, look],
        requirements=Requirements(write_rate=per_second(5), delivery="at_least_once"),
    ),
    requires=[
        Need("delivery at least once", {take: ["acknowledge", "delivery"], charges: ["durable"]}),
        Need("a key for each step, which nobody can claim twice", {claim: ["idempotency", "atomic"], key: ["unique_keys"]}),
        Need("the same key for whoever is called", {charge: ["idempotency"], provider: ["idempotent"]}),
        Need("keys that outlive replays", {key: ["retention"], failed: ["retention"]}),
    ],
    walkthrough=[
        Step(record, "order 7"),
        Step(publish, "7, charge"),
        Step(take, "first delivery"),
        Step(claim, "7/charge: inserted"),
        Step(charge, "40 euros, key 7/charge"),
        Step(charge, "paid", back=True),
        Step(settle, "paid, outcome under 7/charge; the word to the queue is lost"),
        Step(take, "second delivery, a minute later"),
        Step(claim, "7/charge is there, with an outcome: nothing to do; acknowledged"),
    ],
    trade_offs=[
        TradeOff("an effect happens once, however often its message comes", "a key, a claim and an outcome for each step"),
        TradeOff("any broker will do", "as certain as the least careful system that is called"),
    ],
    related=["at-least-once-delivery", "at-most-once-delivery", "idempotency-key", "idempotent-consumer"],
)
