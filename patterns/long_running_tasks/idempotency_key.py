"""A request carries a key, the server takes each key once, and whoever sends the same again gets the first answer.

## How it works
Before the effect the key is *claimed*: an insert into a table in which it is unique. Who gets it in does the work and stores the
answer beside it. Who does not, finds one of two things. The answer is there: send it, and do nothing. Or it is not there yet:
somebody is at it, so say 409 and *try again in a second*.

The order is everything. Look first, act, note afterwards is what most people write, and it fails twice: two requests look before
either notes, and a crash between act and note forgets the act. A claim cannot be passed by two. What it does need is an end: a
claim without an answer that is older than the work can last belongs to a process that has died, and may be taken over.

Taken over means done again, in part. So each call to somebody else carries a key as well, made from ours, and they recognise it.
If they cannot, ask them first what they have.

A key stands for one content. A hash of the request is kept with it; another content under the same key is a mistake of the
sender, and gets 422.

## Numbers
- **1 to 3 ms for the claim**, some 500 bytes for key, hash and answer.
- **Keep for as long as anything can repeat**: a day for clients that retry (Stripe keeps 24 h), 30 days where dead letters of 14
  days are replayed.
- **A claim may be taken over after the longest run**: 30 s where the request ends after 10.
- **Store answers to what was done and to what was refused for good**; not 500, 503 or 429, which the next attempt should get
  past.

## What goes wrong
- **The key is made by the server.** It differs for each request, and protects nothing.
- **It is checked in a cache.** The cache loses it, and the customer pays twice. Keys belong where the effect is recorded.
- **Too wide.** One key for charge and mail: after the charge everything counts as done.
- **Another user's key.** Keys are unique within an account, or one customer gets the answer of another.
"""

from archgen import (
    Calls,
    CircuitBreaker,
    Client,
    Column,
    Design,
    ExternalSystem,
    IdempotencyKey,
    Need,
    Pattern,
    Reads,
    RelationalDatabase,
    Requirements,
    Retry,
    Service,
    Step,
    Table,
    TradeOff,
    Transaction,
    Writes,
    days,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Shop", platform="web")
entry = Table(
    "Key",
    primary_key=["account_id", "key"],
    unique_keys=["account_id and key"],
    columns=[
        Column("request_hash", type="text"),
        Column("answer", type="json"),
        Column("claimed_at", kind_of_value="time"),
    ],
    item_size=kilobytes(0.5),
    retention=days(30),
)
payments = RelationalDatabase("Payments", engine="PostgreSQL", replicas=3, transactional=True, holds=[entry])
once = IdempotencyKey(
    key="UUID for each payment",
    made_by="client",
    scope="account",
    claim="atomic",
    store=payments,
    ttl=days(30),
    per_attempt=False,
)
onward = IdempotencyKey(
    key="payment id and step", made_by="server", scope="step", claim="provider", ttl=days(30), per_attempt=False
)
gate = Service(
    "Payment API", replicas=3, concurrency=50, task_duration=milliseconds(800), task_duration_p99=seconds(3), validates=True
)
provider = ExternalSystem("Bank", provides="payment", idempotent=True, task_duration=milliseconds(600))

pay = Calls(
    client,
    gate,
    "POST /payments, Idempotency-Key: 9f2",
    protocol="http",
    mode="sync",
    rate=per_second(10),
    timeout=seconds(12),
    retry=Retry(
        attempts=3,
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        retry_on=["timeout", "409", "503"],
        never_on=["402", "422"],
    ),
    idempotent=True,
    idempotency=once,
    auth="session",
    tls=True,
    response_status=201,
)
claim = Writes(
    gate,
    payments,
    "9f2, if nobody has it",
    rate=per_second(10),
    operation_kind="insert",
    atomic=True,
    idempotent=True,
    idempotency=once,
    data=[entry],
)
charge = Calls(
    gate,
    provider,
    "charge, under a key made from ours",
    protocol="http",
    mode="sync",
    timeout=seconds(8),
    retry=False,
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=minutes(1)),
    idempotent=True,
    idempotency=onward,
    auth="mtls",
    tls=True,
)
store = Writes(
    gate, payments, "payment and answer, in one", transaction=Transaction(), idempotent=True, guarded=True, data=[entry]
)
find = Reads(gate, payments, "the answer of 9f2", data=[entry], consistency="strong")

pattern = Pattern(
    "Idempotency key",
    use_when=["a request has an effect that must not happen twice, and may be sent twice: payments, orders, mails"],
    avoid_when=["it only reads, or sets a value to what it says: twice is the same as once anyway"],
    structure=Design(
        "Idempotency key",
        [pay, claim, charge, store, find],
        requirements=Requirements(write_rate=per_second(10), result_in_response=True, latency_p99=seconds(5)),
    ),
    requires=[
        Need("a key that all attempts share", {pay: ["idempotency"]}),
        Need(
            "a claim that cannot be passed by two, before the effect",
            {claim: ["atomic", "operation_kind"], entry: ["unique_keys"]},
        ),
        Need("effect and answer recorded as one", {store: ["transaction"]}),
        Need("a key for whoever is called", {charge: ["idempotency"], provider: ["idempotent"]}),
        Need("keys kept for as long as anything may repeat", {entry: ["retention"]}),
    ],
    walkthrough=[
        Step(pay, "40 euros, key 9f2"),
        Step(claim, "9f2: inserted"),
        Step(charge, "40 euros, key 9f2/charge"),
        Step(charge, "done", back=True),
        Step(store, "payment and answer"),
        Step(pay, "201, which never arrives", back=True),
        Step(pay, "again, key 9f2"),
        Step(claim, "9f2 is there"),
        Step(find, "the answer of the first time"),
        Step(pay, "201, the same payment", back=True),
    ],
    trade_offs=[
        TradeOff("senders may repeat until they know", "a claim, a stored answer and a retention for every request"),
        TradeOff("a double click costs nothing", "a process that died with a claim holds it up for half a minute"),
    ],
    related=[
        "idempotent-consumer",
        "effectively-once-processing",
        "idempotency-key-generation",
        "webhook-idempotency",
        "scheduled-producer",
    ],
)
