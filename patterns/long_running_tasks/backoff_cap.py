"""The pause between attempts stops growing at a ceiling, so that nobody waits an hour for what came back after a minute.

## How it works
Doubling is meant for the first steps. Ten attempts from one second end with a pause of more than four minutes, fifteen with one
of more than two hours; by then the pause has nothing to do with what is wrong. With a ceiling the pauses double up to it and
stay there: 1, 2, 4, 8, 16, 32, 60, 60, 60.

The ceiling answers one question: once the other side is back, how long may it be until we notice? It is at most one pause, half
of it on average. And it sets the load while it is away: callers over ceiling, for ever, which has to be something that a system
which is just coming up can bear.

Ceiling and limit belong together. One says how often, the other how long in all. Give both, or say the deadline and let the
number follow.

## Numbers
- **30 to 60 s for jobs**, 1 to 2 s inside a request, 15 min to an hour for calls to other companies' servers, which may be away
  for a night.
- **Ten attempts from 1 s**: without a ceiling 511 s in all, the last pause 256 s. With 60 s: 243 s in all, the last 60 s.
- **Load at the ceiling**: 1,000 callers over 60 s are 17 a second. Over 5 s it would be 200.
- **Four or five attempts never reach it.** Their last pauses are 4 and 8 s; there the ceiling is only a guard against a changed
  base.

## What goes wrong
- **The ceiling is too low.** At 5 s, backoff is in truth a fixed pause from the third attempt on.
- **All arrive at it together.** Under the ceiling too the pause is drawn, from zero or half up to it.
- **It overflows.** `2 ** attempt` in milliseconds passes 32 bits after attempt 22, and the pause is negative, that is none.
- **Hours in a worker.** Ten pauses of a minute hold a place for ten minutes. From about 10 s on the message waits, not the
  worker.
"""

from archgen import (
    Consumes,
    Design,
    ExternalSystem,
    Need,
    Notifies,
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
    milliseconds,
    minutes,
    per_second,
    seconds,
)

shop = Service("Shop", replicas=3, validates=True)
failed = Queue("Undeliverable", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
calls = Queue(
    "Calls to partners",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(10),
    retry_delay=minutes(15),
    dead_letter=failed,
    max_receives=3,
)
sender = Worker(
    "Sender",
    replicas=4,
    concurrency=50,
    task_duration=milliseconds(400),
    task_duration_p99=minutes(4),
    max_runtime=minutes(8),
    side_effect="notification",
    idempotent=True,
    graceful_stop=True,
)
partner = ExternalSystem("Partner", provides="webhook", public_endpoint=True, idempotent=True, longest_outage=minutes(30))
orders = RelationalDatabase("Orders", engine="PostgreSQL", replicas=2)

record = Writes(shop, orders, "order shipped", rate=per_second(10), idempotent=True, order="store_first")
publish = Publishes(shop, calls, "id of the order", rate=per_second(10), idempotent=True)
take = Consumes(sender, calls, acknowledge="after", delivery="at_least_once")
load = Reads(sender, orders, "what to tell")
tell = Notifies(
    sender,
    partner,
    "shipped; 1, 2, ... 60, 60 s",
    protocol="http",
    channel="webhook",
    timeout=seconds(5),
    event_id=True,
    signed="hmac",
    tls=True,
    retry=Retry(
        attempts=10,
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        multiplier=2,
        max_interval=seconds(60),
        deadline=minutes(7),
        retry_on=["timeout", "429", "503", "connection refused"],
        never_on=["400", "404", "410"],
        reason="partners restart for some minutes",
    ),
    dead_letter=failed,
    idempotent=True,
    from_worker=False,
)

pattern = Pattern(
    "Backoff cap",
    use_when=["a series of pauses could pass a minute: many attempts, or a large base"],
    avoid_when=["there are two or three retries from a small base: they end before any ceiling"],
    structure=Design(
        "Backoff cap",
        [record, publish, take, load, tell],
        requirements=Requirements(write_rate=per_second(10), delivery="at_least_once"),
    ),
    requires=[
        Need("a ceiling, a number of attempts and an end to all of them", {tell: ["retry"]}),
        Need("a lease above the sum", {calls: ["visibility_timeout"], sender: ["max_runtime"]}),
        Need("longer pauses outside the worker", {calls: ["retry_delay", "max_receives"]}),
    ],
    walkthrough=[
        Step(record, "order 7, shipped"),
        Step(publish, "7"),
        Step(take, "7"),
        Step(load, "what to tell"),
        Step(tell, "refused; then after 1, 2, 4, 8, 16 and 32 s: refused"),
        Step(tell, "60 s later, and again 60 s later: refused"),
        Step(tell, "60 s later: 200, some 30 s after the partner was back"),
    ],
    trade_offs=[
        TradeOff("a recovery is noticed within one ceiling", "callers / ceiling go on knocking while it is away"),
        TradeOff("the sum can be worked out, and a lease set by it", "one number more to choose"),
    ],
    related=["exponential-backoff", "retry-limit", "retry-jitter"],
)
