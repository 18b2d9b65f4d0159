"""A call that failed is made again after a minute, an hour, a day, and in the end it is kept for somebody to look at.

## How it works
The receiver answers 2xx within five seconds, or the call has failed. A message that failed goes back into the queue, with a
delay that grows: minutes first, hours later. So nobody sleeps in a worker for a day. After the last attempt it goes to the
dead letters, and the owner of the receiver is told by another way, such as a mail or a red line in the dashboard.

Some answers end it at once. 410 means that the address is gone for good, and 400 that the body will never be liked. 429 and 503
may say when to come back.

## Numbers
- **Eight attempts over a day**: after 1, 5 and 25 min, then 2, 8, 8 and 8 h. That survives a night and a release that failed.
- **Far more than the three to five of a job**: nobody waits, a call costs nothing, and receivers are away for hours.
- **Jitter of a fifth.** Eight hours at 2 a second are 57,600 calls. All within a minute they would be 960 a second, and the
  receiver is away again; spread over a fifth of eight hours they are ten.
- **Pause a receiver after ten failures in a row**; try one call each quarter of an hour, and go on when that one passes.

## What goes wrong
- **Three attempts in ten seconds.** Then none: the receiver restarts in thirty.
- **Twice.** The receiver worked, its answer got lost, and it is called again. That is no fault; the event id is for it.
- **Out of order.** "Paid" was retried and comes after "refunded". Send ids, and let receivers fetch the present state.
- **Retries crowd out what is new.** Give them a queue or a share of their own.
- **Nobody tells the receiver's owner.** 30 days later the dead letters expire, and with them what it never heard.
"""

from archgen import (
    CircuitBreaker,
    Consumes,
    Design,
    ExternalSystem,
    Need,
    Notifies,
    Pattern,
    Publishes,
    Queue,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Worker,
    days,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

source = Service("Orders", replicas=3)
undelivered = Queue("Undelivered", durable=True, retention=days(30), alarm="ticket", replayed_by="tool", note="can be sent again")
notices = Queue(
    "Notices",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    dead_letter=undelivered,
    max_receives=8,
    reason="eight attempts, since receivers may be away for a night",
    retry_delay=minutes(1),
    max_depth=200_000,
    overflow="reject",
    visibility_timeout=minutes(1),
    retention=days(3),
)
sender = Worker(
    "Sender",
    replicas=3,
    concurrency=20,
    task="notify",
    task_duration=milliseconds(500),
    max_runtime=seconds(20),
    side_effect="notification",
    idempotent=True,
    pauses_on_failure=True,
)
partner = ExternalSystem("Partner's server", public_endpoint=True, provides="webhook", idempotent=True, longest_outage=hours(12))
repair = Worker("Replay", side_effect="none", idempotent=True, note="started by hand")

publish = Publishes(source, notices, "event 9", rate=per_second(2))
fetch = Consumes(sender, notices, acknowledge="after", delivery="at_least_once", rate=per_second(2))
call = Notifies(
    sender,
    partner,
    "event 9",
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
        retry_on=["timeout", "network", "429", "500", "502", "503"],
        never_on=["400", "410"],
        reason="a partner may be away for a night",
    ),
    circuit_breaker=CircuitBreaker(failure_share=1.0, window=minutes(5), open_for=minutes(15)),
    dead_letter=undelivered,
    event_id=True,
    signed="hmac",
    tls=True,
    auth="signature",
    idempotent=True,
    from_worker=False,
    purpose="webhook",
)
collect = Consumes(repair, undelivered, "once it is back", acknowledge="after", rate=per_second(0.001))
again = Publishes(repair, notices, "again", rate=per_second(0.001))

pattern = Pattern(
    "Webhook retry",
    use_when=["every webhook: receivers are released, restarted and away like everything else"],
    avoid_when=["what it tells is worthless a minute later, such as a position: drop it, the next one comes"],
    structure=Design(
        "Webhook retry",
        [publish, fetch, call, collect, again],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("attempts over a day, with growing pauses and jitter", {call: ["retry", "timeout"]}),
        Need("pauses in the queue, not in the worker", {notices: ["retry_delay", "retention"]}),
        Need("dead letters, and a way back from there", {call: ["dead_letter"], undelivered: ["alarm"], again: []}),
        Need("an id, since it will come twice", {call: ["event_id"]}),
    ],
    walkthrough=[
        Step(publish, "event 9"),
        Step(fetch, "event 9"),
        Step(call, "no answer within 5 s"),
        Step(fetch, "a minute later"),
        Step(call, "503"),
        Step(fetch, "five minutes later"),
        Step(call, "200"),
    ],
    trade_offs=[
        TradeOff("a receiver may be away for a night and misses nothing", "it will hear some things twice, and out of order"),
        TradeOff("senders are free meanwhile", "messages that wait for a day, to be kept and counted"),
    ],
    related=["webhook-callback", "webhook-idempotency", "dead-letter-queue", "exponential-backoff"],
)
