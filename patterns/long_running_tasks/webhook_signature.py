"""Each call is signed over its time and its body, so that the receiver knows who sent it, and that it is not a copy.

## How it works
Sender and receiver share a secret, one for each receiver. The sender takes the time, a dot and the raw body, makes an HMAC with
SHA-256 of it, and sends time and result in a header. The receiver does the same with the bytes as they came, compares in
constant time, and refuses what is older than five minutes. Only then does it read what is in it.

An address of a webhook is no secret. It stands in logs, in dashboards and with former colleagues. Without a signature, anybody
who knows it can report that an order was paid.

## Numbers
- **5 minutes of tolerance** for clocks and queues. Retried calls are signed anew for each attempt.
- **32 random bytes of secret**, one for each receiver: one that leaks harms one.
- **Two secrets valid at once during a change**, for a day: the header carries both signatures.
- **Under 0.1 ms for 10 kB.** Cost is no argument.

## What goes wrong
- **Checked over the parsed body.** The framework read the JSON and wrote it again, with other spaces: every signature is
  wrong. Take the raw bytes.
- **Compared with ==.** It ends at the first wrong byte, and the time tells which. Compare in constant time.
- **The time is not signed.** An old call can be sent again for ever. Sign it, and keep the event id as well.
- **A public key instead** is right where many receive and none may be able to sign: Ed25519, and no shared secret at all.
- **A secret in the address** ends up in access logs.
"""

from archgen import (
    Consumes,
    Design,
    Encryption,
    KeyValueStore,
    Need,
    Notifies,
    Pattern,
    Publishes,
    Queue,
    Reads,
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
    per_hour,
    per_second,
    seconds,
)

undelivered = Queue("Undelivered notices", durable=True, retention=days(30), alarm="ticket", replayed_by="tool")
notices = Queue(
    "Notices",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=undelivered,
    max_receives=8,
    reason="eight attempts, since receivers may be away for a night",
    retry_delay=minutes(1),
    max_depth=200_000,
    overflow="reject",
    visibility_timeout=minutes(1),
)
worker = Worker(
    "Settling",
    replicas=3,
    concurrency=5,
    task_duration=seconds(1),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
    note="any job that ends",
)
work_dead = Queue("Dead payments", durable=True, retention=days(14), alarm="page", replayed_by="tool")
work = Queue(
    "Payments to settle",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=work_dead,
    max_receives=4,
    retry_delay=seconds(30),
    max_depth=50_000,
    overflow="reject",
    visibility_timeout=minutes(1),
)
source = Service("Checkout", replicas=3)
sender = Worker(
    "Sender",
    replicas=2,
    concurrency=20,
    task="notify",
    task_duration=milliseconds(500),
    max_runtime=seconds(20),
    side_effect="notification",
    idempotent=True,
)
secrets = KeyValueStore("Secrets", replicas=3, encryption=Encryption(), note="one for each receiver")
settings = Service("Settings", replicas=2)
hook = WebhookEndpoint(
    "Shop's endpoint",
    replicas=2,
    signed="hmac",
    idempotent=True,
    event_id=True,
    answers_within=milliseconds(500),
    note="checks before it reads",
)

publish = Publishes(source, work, "payment", rate=per_second(5))
take = Consumes(worker, work, acknowledge="after", delivery="at_least_once", rate=per_second(5))
order = Publishes(worker, notices, "event 9: paid", rate=per_second(5))
fetch = Consumes(sender, notices, acknowledge="after", delivery="at_least_once", rate=per_second(5))
secret = Reads(sender, secrets, "secret of this shop", rate=per_second(5), timeout=milliseconds(100))
renew = Writes(settings, secrets, "a new one, both valid for a day", rate=per_hour(1), idempotent=True)
call = Notifies(
    sender,
    hook,
    "event 9, time, HMAC",
    channel="webhook",
    protocol="http",
    rate=per_second(5),
    timeout=seconds(5),
    retry=Retry(
        attempts=8,
        backoff="exponential",
        jitter=True,
        initial=minutes(1),
        multiplier=5,
        max_interval=hours(8),
        reason="a shop may be away for a day",
    ),
    dead_letter=undelivered,
    event_id=True,
    signed="hmac",
    tls=True,
    auth="signature",
    idempotent=True,
    from_worker=False,
    purpose="webhook",
)

pattern = Pattern(
    "Signed webhook",
    use_when=["every webhook that crosses a network which is not one's own"],
    avoid_when=["both ends know one another by certificate already, as within a mesh with mutual TLS"],
    structure=Design(
        "Signed webhook",
        [publish, take, order, fetch, secret, renew, call],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("a signature on each call, and an end that checks it", {call: ["signed"], hook: ["signed"]}),
        Need("a secret for each receiver, that can be changed", {secret: [], renew: [], secrets: ["encryption"]}),
        Need("an event id, against copies within the five minutes", {call: ["event_id"], hook: ["event_id", "idempotent"]}),
        Need("encryption on the way", {call: ["tls"]}),
    ],
    walkthrough=[
        Step(publish, "a payment"),
        Step(take),
        Step(order, "event 9: paid"),
        Step(fetch, "event 9"),
        Step(secret, "of shop 12"),
        Step(call, "t=1700000000, v1=9f3c..., body"),
        Step(call, "the same HMAC, two seconds old: 200", back=True),
    ],
    trade_offs=[
        TradeOff("a forged or changed call is refused before it is read", "a secret for each receiver, to keep and to change"),
        TradeOff("nothing but a header and a hash", "receivers get the raw body wrong in the beginning"),
    ],
    related=["webhook-callback", "webhook-idempotency"],
)
