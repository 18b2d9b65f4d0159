"""The first message in the dead letter queue tells somebody, since each of them is work that was promised and not done.

## How it works
A dead letter queue is silent. It takes what comes, nothing slows down, no request fails, and the graphs of the API stay green. So
it needs a watch of its own, and a short one: more than none, for five minutes.

Who is told depends on what lies there. A charge or an order calls somebody at any hour. A thumbnail makes a ticket for the
morning. The alert names the queue, how many, the most frequent reason and the oldest; and it links to the page that says how
they are sent back. Two more signs belong to it: how fast it grows, which tells a bug from an outage, and how old the oldest is,
which tells that nobody has looked.

It works only while nothing ordinary lands there. Bounced mails and declined cards are outcomes, and go into a record
(`error-classification`). If ten a day are usual, nobody sees the eleventh.

## Numbers
- **More than 0 for 5 min**: ticket, or call. **More than 1 % of the work within 10 min**: call, whatever the work is, as
  something is broken.
- **Oldest above 24 h**: call the owner's lead. It is a graveyard by then.
- **Retention of 14 days**, so alerts at half of it: what is forgotten for 14 days is deleted, without a sound.
- **One alert for a burst.** 5,000 dead letters in ten minutes are one event.

## What goes wrong
- **No owner.** The alert goes to a channel with 200 people.
- **It pages for nothing**, three nights, and is turned off in the fourth. Sort the outcomes out.
- **Depth alone.** Somebody empties it each morning without a look, and the graph is fine.
- **The watch of what is missing.** A worker that takes nothing makes no dead letters. Watch the age in the main queue as well.
"""

from archgen import (
    Consumes,
    Design,
    ExternalSystem,
    IdempotencyKey,
    Monitoring,
    Need,
    Notifies,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
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

gate = Service("Order API", replicas=3, returns_job_id=True, validates=True)
records = RelationalDatabase("Orders", engine="PostgreSQL", replicas=3)
failed = Queue("Failed charges", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="page", replayed_by="tool")
charges = Queue(
    "Charges",
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
    "Cashier",
    replicas=4,
    concurrency=10,
    task_duration=seconds(1),
    task_duration_p99=seconds(5),
    max_runtime=seconds(30),
    side_effect="payment",
    idempotent=True,
    idempotency=IdempotencyKey(key="order id and step", made_by="server", claim="atomic", store=records, ttl=days(30)),
    rejects=["card declined"],
)
watch = Monitoring("Watch", watches=["dead_letters", "queue_age"], alarms="page", owner="Payments")
duty = ExternalSystem("On-call service", provides="push", note="rings whoever is on duty")

record = Writes(gate, records, "order", rate=per_second(5), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, charges, "id of the order", rate=per_second(5), idempotent=True)
take = Consumes(worker, charges, acknowledge="after", delivery="at_least_once", on_expected_failure="drop")
finish = Writes(worker, records, "paid, or declined", idempotent=True)
look = Reads(gate, records, "state of an order", purpose="status")
count = Reads(watch, failed, "how many, since when?", poll_interval=minutes(1))
age = Reads(watch, charges, "age of the oldest", poll_interval=minutes(1))
ring = Notifies(watch, duty, "1 dead charge, and what to do", channel="push", idempotent=True, event_id=True)

pattern = Pattern(
    "Alert on dead letters",
    use_when=["somebody was promised the work: every dead letter is a broken promise"],
    avoid_when=["refusals that are part of the business, such as bounced mails: record them, and call no one"],
    structure=Design(
        "Alert on dead letters",
        [record, publish, take, finish, look, count, age, ring],
        requirements=Requirements(write_rate=per_second(5), delivery="at_least_once"),
    ),
    requires=[
        Need("a watch over the dead letters, and an alarm", {watch: ["watches", "alarms"], failed: ["alarm"], count: []}),
        Need("an owner who is reached", {watch: ["owner"], ring: ["channel"]}),
        Need("expected outcomes that do not land among the dead letters", {worker: ["rejects"], take: ["on_expected_failure"]}),
        Need("time to look before they are deleted", {failed: ["retention"]}),
    ],
    walkthrough=[
        Step(record, "order 7"),
        Step(publish, "7"),
        Step(take, "five times; then set aside"),
        Step(count, "one, for five minutes"),
        Step(ring, "1 dead charge: unknown currency; how to send it back"),
    ],
    trade_offs=[
        TradeOff("a failure is known before the customer writes", "a night's sleep, if anything ordinary lands there"),
        TradeOff("the queue does not become a graveyard", "it has to have an owner"),
    ],
    related=["dead-letter-queue", "dlq-replay", "error-classification"],
)
