"""What a key is made of decides which repetitions it catches: clicks, deliveries, or the same wish by another way.

## How it works
Ask first what is repeated, and by whom; then take the key that stays the same in just that case.

- **A UUID made by the client for each wish** catches the client's own retries. It is made when the form is shown, not when the
  button is pressed, or the second click has another one.
- **The job's id with the step** catches second deliveries and replays, since all of them carry the same id. It does not catch a
  second submit: that made a second job.
- **A natural key**, such as order and step, or schedule and date, catches everything, from wherever it comes, because there is
  only one such thing in the world. If there is one, take it.
- **A hash of who, what and with which parameters** is for clients that cannot send a key. It takes two equal wishes for one. So
  it needs a window, within which that is right, or something that sets wishes apart.

Keys are chained. The client's UUID guards the submit, job and step guard the delivery, and the step's key goes to whoever is
called.

## Numbers
- **Window of a hash: 1 to 10 min.** Two equal transfers within a minute are a double click; within a day they may be two.
- **122 random bits in a UUID**: a billion of them a second, for 86 years, before two are equal by an even chance.
- **Length of 36 to 64 characters**; refuse above 255.
- **From what stays**: a time, a retry count or a host name in the key makes each attempt the first.

## What goes wrong
- **The server makes it on arrival.** Then it is new for every POST.
- **The hash holds too little**: without the amount, 40 and 50 euros are one. **Or too much**: with a time stamp or a trace id,
  nothing is ever equal.
- **The form of numbers.** `40`, `40.0` and `40.00` give three hashes. Bring it to one form first.
- **The key of the message instead of the work.** Message ids of the broker change when somebody publishes anew.
- **Reused.** A client counts 1, 2, 3 and starts anew after a restart.
"""

from archgen import (
    Calls,
    CircuitBreaker,
    Client,
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
    Scheduler,
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

client = Client("App", platform="mobile", network="flaky", store="indexed_db", note="makes a UUID when the form opens")
scheduler = Scheduler("Scheduler", replicas=2, leader_election=True, standby=True, interval=days(1), deduplicates=True)
orders = RelationalDatabase("Orders", engine="PostgreSQL", replicas=3, transactional=True)
by_client = IdempotencyKey(
    key="UUID of the wish", made_by="client", scope="user", claim="atomic", store=orders, ttl=days(30), per_attempt=False
)
by_date = IdempotencyKey(
    key="subscription and month",
    made_by="server",
    scope="subscription",
    claim="atomic",
    store=orders,
    ttl=days(90),
    per_attempt=False,
)
by_step = IdempotencyKey(
    key="order id and step", made_by="server", scope="step", claim="atomic", store=orders, ttl=days(30), per_attempt=False
)
onward = IdempotencyKey(
    key="order id and step", made_by="server", scope="step", claim="provider", ttl=days(30), per_attempt=False
)
gate = Service("Order API", replicas=3, returns_job_id=True, validates=True)
failed = Queue("Failed steps", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="page", replayed_by="tool")
steps = Queue(
    "Steps",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(1),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=5,
)
worker = Worker(
    "Worker",
    replicas=4,
    concurrency=10,
    task_duration=seconds(1),
    task_duration_p99=seconds(5),
    max_runtime=seconds(30),
    side_effect="payment",
    idempotent=True,
    idempotency=by_step,
)
bank = ExternalSystem("Bank", provides="payment", idempotent=True)

submit = Calls(
    client,
    gate,
    "order, key: UUID",
    protocol="http",
    mode="sync",
    rate=per_second(10),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=by_client,
    auth="token",
    tls=True,
    purpose="submit",
    response_status=202,
)
ask = Calls(
    client,
    gate,
    "is it paid?",
    protocol="poll",
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(5),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="token",
    tls=True,
    purpose="status",
)
record = Writes(
    gate,
    orders,
    "order, if the UUID is new",
    operation_kind="insert",
    atomic=True,
    idempotent=True,
    idempotency=by_client,
    order="store_first",
)
publish = Publishes(gate, steps, "order id", rate=per_second(10), idempotent=True)
renew = Writes(
    scheduler,
    orders,
    "order, if that month has none",
    operation_kind="insert",
    atomic=True,
    idempotent=True,
    idempotency=by_date,
    order="store_first",
)
fire = Publishes(scheduler, steps, "order id, of this month", rate=per_second(1), idempotent=True)
take = Consumes(worker, steps, acknowledge="after", delivery="at_least_once")
claim = Writes(
    worker, orders, "order id and step, if new", operation_kind="insert", atomic=True, idempotent=True, idempotency=by_step
)
charge = Calls(
    worker,
    bank,
    "charge, same key",
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
look = Reads(gate, orders, "state of an order", purpose="status")

pattern = Pattern(
    "Choice of the idempotency key",
    use_when=["a key is needed, and it has to be said what it is made of"],
    avoid_when=[
        "a hash, where two equal wishes may both be meant",
        "the server's job id alone, where clients may submit twice",
    ],
    structure=Design(
        "Choice of the idempotency key",
        [submit, ask, record, publish, renew, fire, take, claim, charge, look],
        requirements=Requirements(write_rate=per_second(10), result_in_response=False, delivery="at_least_once"),
    ),
    requires=[
        Need("a key of the client's for its own repetitions", {submit: ["idempotency"], record: ["atomic"]}),
        Need("a natural key where there is one, such as a month", {renew: ["idempotency", "atomic"]}),
        Need("a key of work and step for second deliveries", {claim: ["idempotency"], worker: ["idempotency"]}),
        Need("the same key for whoever is called", {charge: ["idempotency"], bank: ["idempotent"]}),
    ],
    walkthrough=[
        Step(submit, "an order, UUID 9f2"),
        Step(record, "order 7 under 9f2"),
        Step(publish, "7"),
        Step(submit, "again, 9f2: the answer was lost"),
        Step(record, "9f2 is there: order 7"),
        Step(submit, "202, order 7, as the first time", back=True),
        Step(take, "7, first delivery"),
        Step(claim, "7/charge: inserted"),
        Step(charge, "under 7/charge"),
        Step(take, "7, second delivery"),
        Step(claim, "7/charge is there: nothing to do"),
        Step(renew, "subscription 3, May: inserted once, whoever fires"),
        Step(fire, "its order"),
    ],
    trade_offs=[
        TradeOff(
            "each source of repetition has the key that catches it", "several keys along one way, each with a time to be kept"
        ),
        TradeOff("a natural key catches all of them", "not everything has one"),
    ],
    related=["idempotency-key", "submit-and-poll", "scheduled-producer"],
)
