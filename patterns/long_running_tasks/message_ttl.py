"""What nobody has begun by a certain time is not worth doing any more, and is taken out of the queue in the open.

## How it works
A message gets a time, from the queue or its own. When that is over and no worker has it, the broker takes it out. The point is
what happens then: by default nothing at all, the message is gone. So the queue names a second one for what expires, and a worker
that takes from there sets the job's state to *expired*, and tells whoever waits.

It is a promise about the caller's patience, and it helps after an outage more than on any good day. A queue that stood for an
hour is full of things that nobody wants any more: codes for a login that was given up, prices of this morning, thumbnails of a
page that was closed. Without a time, workers do an hour of work for nobody before they come to the first that matters.

Work that was promised does not expire. A report that is late is still wanted; a payment doubly so.

## Numbers
- **Time = how long the result is of use, less the time to do it.** A login code that is good for ten minutes and takes a second
  to send: let it wait for two, since whoever has waited that long asks for another.
- **Above the wait in the busiest hour, by three times.** At 6,000 waiting and 40 a second drained the wait is 150 s; a time
  of 60 s would throw away most of the work of every peak.
- **Share that expires**: under 0.1 % on a usual day. Where it grows, work comes in faster than it is done, and the time is
  covering it up.

## What goes wrong
- **Silent loss.** The message went, the row still says *queued*, and the page turns its wheel for ever.
- **It expires at the head only.** RabbitMQ drops expired messages when they come to the front. Behind one with a long time those
  with a short one stay, and are counted as depth.
- **Retention mistaken for it.** SQS deletes after 4 days unless told otherwise, without dead letters. That is a limit of the
  queue, not of the work. Set it well above the longest stop that you could have.
- **Expired at hand-out, begun a minute later.** Workers that hold messages in a buffer should look at the time again before
  they start.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    ExternalSystem,
    IdempotencyKey,
    Need,
    Pattern,
    Publishes,
    Queue,
    RateLimit,
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

client = Client("Client", platform="mobile", network="flaky")
gate = Service("Login API", replicas=3, overflow_status=429, returns_job_id=True, validates=True)
records = RelationalDatabase("Codes", engine="PostgreSQL", replicas=2, retention=days(1))
expired = Queue("Expired codes", engine="RabbitMQ", durable=True, replicas=3, retention=days(7), alarm="none", replayed_by="none")
codes = Queue(
    "Codes to send",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="push",
    message_ttl=minutes(2),
    max_depth=20_000,
    overflow="reject",
    retry_delay=seconds(5),
    dead_letter=expired,
    max_receives=3,
)
sender = Worker(
    "Code sender",
    replicas=4,
    concurrency=25,
    prefetch=25,
    task_duration=seconds(1),
    task_duration_p99=seconds(3),
    user_facing=True,
    side_effect="notification",
    idempotent=True,
)
undertaker = Worker(
    "Expiry",
    replicas=2,
    concurrency=10,
    task_duration=milliseconds(50),
    side_effect="none",
    idempotent=True,
    note="records why it was not sent",
)
provider = ExternalSystem("SMS provider", provides="sms", capacity=per_second(100), idempotent=True)

ask = Calls(
    client,
    gate,
    "send me a code",
    protocol="http",
    mode="sync",
    rate=per_second(20),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="login attempt", made_by="client", claim="atomic", store=records, ttl=days(1)),
    auth="public",
    tls=True,
    purpose="submit",
    response_status=202,
)
inquire = Calls(
    client,
    gate,
    "was it sent?",
    protocol="poll",
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(3),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="public",
    tls=True,
    purpose="status",
)
record = Writes(gate, records, "queued", rate=per_second(20), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, codes, "id, good for 2 min", rate=per_second(20), idempotent=True)
take = Consumes(sender, codes, acknowledge="after", delivery="at_least_once")
send = Calls(
    sender,
    provider,
    "code",
    protocol="http",
    mode="sync",
    timeout=seconds(3),
    retry=False,
    idempotent=True,
    rate_limit=RateLimit(per_second(80), per="global", counted="together", algorithm="token_bucket"),
)
finish = Writes(sender, records, "sent", idempotent=True)
late = Consumes(undertaker, expired, "waited too long, or failed", acknowledge="after", delivery="at_least_once")
mark = Writes(undertaker, records, "expired, or failed", idempotent=True)
look = Reads(gate, records, "was it sent?", purpose="status")

pattern = Pattern(
    "Message time-to-live",
    use_when=["a result that comes late is of no use: login codes, prices, previews of a page that is open"],
    avoid_when=["somebody was promised the work: late is better than never"],
    structure=Design(
        "Message time-to-live",
        [ask, inquire, record, publish, take, send, finish, late, mark, look],
        requirements=Requirements(write_rate=per_second(20), completion_time=minutes(2), delivery="at_least_once"),
    ),
    requires=[
        Need("a time, well above the wait of a busy hour", {codes: ["message_ttl"]}),
        Need("a place for what expires", {codes: ["dead_letter"], expired: ["retention"]}),
        Need("somebody who records it, so that the state is true", {late: [], mark: []}),
    ],
    walkthrough=[
        Step(ask, "a code, please"),
        Step(record, "queued"),
        Step(publish, "good for 2 min"),
        Step(ask, "202", back=True),
        Step(late, "the provider was away: after 2 min it goes here"),
        Step(mark, "expired"),
        Step(inquire, "was it sent?"),
        Step(look, "expired"),
        Step(inquire, "not sent; ask for another", back=True),
    ],
    trade_offs=[
        TradeOff("after an outage, workers begin with what still matters", "work is dropped, and has to be told as dropped"),
        TradeOff("a backlog ends by itself", "a shortage of workers can hide behind it"),
    ],
    related=["dead-letter-queue", "dead-letter-exchange", "job-state-machine", "rabbitmq-routing", "backpressure"],
)
