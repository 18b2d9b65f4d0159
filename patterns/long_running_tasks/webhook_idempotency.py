"""Each event carries an id that stays the same over all attempts, and the receiver does nothing for one that it has seen.

## How it works
The sender makes the id when the event happens, not when it sends. All attempts carry it, in a header or in the body. The
receiver inserts it into a table of events under a unique key, together with what it has to do, in one transaction, and answers
200. If the insert fails, the event was there before: 200 as well, and nothing else.

A worker of the receiver does the work from that table, at its own pace. So the answer is quick, and a crash in between loses
nothing.

## Numbers
- **Keep ids longer than the sender retries, plus replay**: a day of attempts and 30 days of dead letters make 31.
- **2 events a second are 5.4 million in a month**, of some 100 bytes each: half a gigabyte.
- **Insert and answer in under 50 ms.** The sender gives up after 5 s.
- **Duplicates are rare, and certain**: one in a thousand calls loses its answer; at 2 a second that is one every eight minutes.

## What goes wrong
- **A new id for each attempt.** It then tells attempts apart, not events.
- **Look, work, note.** Two copies that arrive together both find nothing. Insert first.
- **The hash of the body as the id.** Two equal orders in a row become one, and one event with a new time in it becomes two.
- **409 for a copy.** The sender takes it for a failure and tries for a day. Answer 200.
- **Seen, but not done.** The id was noted, then the receiver died. Note and work belong in one transaction, or the note has a
  state.
"""

from archgen import (
    Design,
    ExternalSystem,
    IdempotencyKey,
    Need,
    Notifies,
    Pattern,
    Reads,
    RelationalDatabase,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    WebhookEndpoint,
    Worker,
    Writes,
    days,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

sender = ExternalSystem("Payment provider", provides="payment", idempotent=True, note="tries for a day")
hook = WebhookEndpoint(
    "Endpoint",
    replicas=3,
    signed="hmac",
    idempotent=True,
    event_id=True,
    answers_within=milliseconds(200),
)
events = RelationalDatabase("Events", engine="PostgreSQL", replicas=2, retention=days(31), note="unique by event id")
worker = Worker(
    "Worker",
    replicas=2,
    concurrency=5,
    task_duration=milliseconds(300),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
    idempotency=IdempotencyKey(key="event id", made_by="provider", claim="atomic", store=events, ttl=days(31)),
)
orders = RelationalDatabase("Orders", engine="PostgreSQL", replicas=2)
shop = Service("Shop", replicas=3)

call = Notifies(
    sender,
    hook,
    "event 9: paid",
    channel="webhook",
    protocol="http",
    rate=per_second(2),
    timeout=seconds(5),
    retry=Retry(
        attempts=8,
        backoff="exponential",
        jitter=True,
        initial=minutes(1),
        multiplier=5,
        max_interval=hours(8),
        reason="theirs, over a day",
    ),
    event_id=True,
    signed="hmac",
    tls=True,
    auth="signature",
    idempotent=True,
    idempotency=IdempotencyKey(key="event id", made_by="provider", claim="atomic", store=events, ttl=days(31)),
    purpose="webhook",
)
claim = Writes(
    hook,
    events,
    "9, unless it is there",
    rate=per_second(2),
    operation_kind="insert",
    atomic=True,
    checks_result=True,
    idempotent=True,
    timeout=seconds(1),
)
take = Reads(worker, events, "what is not done yet", rate=per_second(2), poll_interval=seconds(1), poll_jitter=0.2, cursor="id")
apply = Writes(worker, orders, "paid, if it is not yet", rate=per_second(2), guarded=True, idempotent=True)
mark = Writes(worker, events, "9: done", rate=per_second(2), idempotent=True)
show = Reads(shop, orders, "is it paid?", rate=per_second(20))

pattern = Pattern(
    "Webhook with an event id",
    use_when=["whatever receives webhooks that are retried, which is all of them"],
    avoid_when=["the event only says 'look again', and looking twice does no harm"],
    structure=Design(
        "Webhook with an event id",
        [call, claim, take, apply, mark, show],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("an id that is the same for all attempts", {call: ["event_id", "idempotency"]}),
        Need("an insert that fails the second time", {claim: ["atomic", "checks_result"]}),
        Need("ids that are kept longer than anybody retries", {events: ["retention"], worker: ["idempotency"]}),
        Need("an answer before the work", {hook: ["answers_within"], take: []}),
    ],
    walkthrough=[
        Step(call, "event 9"),
        Step(claim, "9: inserted"),
        Step(call, "200, but the answer gets lost", back=True),
        Step(take, "9"),
        Step(apply, "order 7: paid"),
        Step(mark, "9: done"),
        Step(call, "event 9, a minute later"),
        Step(claim, "9: there already"),
        Step(call, "200, and nothing else", back=True),
    ],
    trade_offs=[
        TradeOff("copies do no harm, so the sender may retry as it likes", "a table of ids, kept for weeks"),
        TradeOff("the answer is quick and nothing is lost after it", "the work comes later, by another way"),
    ],
    related=["webhook-callback", "webhook-retry", "webhook-signature", "idempotency-key"],
)
