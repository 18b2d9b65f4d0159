"""A failure that time can heal is tried again, one that it cannot is set aside at once, and one that was expected is an answer.

## How it works
Whoever catches an error asks one question: would the same call, unchanged, work in a minute? *Yes*, for a timeout, a cut
connection, a 503, a 429, a full pool, a lock that was not free. *No*, for a 400, a missing right, a file that cannot be read, a
rule that forbids it. *No* as well for a bug: an exception that nobody foresaw will be there in the next attempt, until somebody
changes the code.

The third sort is no failure at all. A mail address that does not exist, a card that is declined, a customer who said no: that is
the outcome of the work. It goes into the record, the message is acknowledged, and nobody is woken.

What is in neither list is tried again, a few times: it costs little, and the dead letters show it. Move it into a list when it
has been understood.

## Numbers
- **Again**: timeout, connection refused or reset, 429, 502, 503, 504, lock not available, deadlock.
- **Not again**: 400, 401, 403, 404, 409, 422, input that does not parse, out of quota, a rule of the business.
- **500 is undecided.** It may be a hiccup or a bug in theirs. Retry, with a limit.
- **A timeout has perhaps done it.** Retry, with a key.
- **What it saves**: 2 % of 500,000 mails are invalid addresses. Tried five times that is 40,000 calls for nothing, and a
  reputation with the provider that sinks with each.

## What goes wrong
- **`except Exception: retry`.** Every bug becomes four runs and a quarter of an hour before anyone sees it.
- **The class is lost on the way.** A library turns every status into one exception. Keep the status.
- **200 with an error in it.** Some answer `{"ok": false}`. Classify what they mean, not what the header says.
- **A 404 that comes too early.** The file is not there *yet*, as its copy lags. Give what was just made one more try.
- **Bounces as dead letters.** Every campaign fills the queue and pages somebody, who learns to look away.
"""

from archgen import (
    Alternative,
    Calls,
    CircuitBreaker,
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

desk = Service("Campaigns", replicas=2, validates=True)
failed = Queue("Failed mails", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
mails = Queue(
    "Mails",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(1),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=4,
)
records = RelationalDatabase(
    "Deliveries", engine="PostgreSQL", replicas=2, note="one row for each mail, and who is not to get any"
)
sender = Worker(
    "Sender",
    replicas=4,
    concurrency=20,
    task_duration=milliseconds(500),
    task_duration_p99=seconds(5),
    max_runtime=seconds(40),
    side_effect="email",
    idempotent=True,
    idempotency=IdempotencyKey(key="campaign and recipient", made_by="server", claim="atomic", store=records, ttl=days(90)),
    rejects=["bounced", "unsubscribed", "invalid address"],
)
provider = ExternalSystem("Mail provider", provides="email", capacity=per_second(100), idempotent=True)

plan = Writes(desk, records, "who gets it", operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(desk, mails, "id of a mail", rate=per_second(50), idempotent=True)
take = Consumes(sender, mails, acknowledge="after", delivery="at_least_once", on_expected_failure="drop", per_message_retry=True)
load = Reads(sender, records, "text; not to be mailed?")
send = Calls(
    sender,
    provider,
    "mail, under its key",
    protocol="http",
    mode="sync",
    timeout=seconds(5),
    retry=Retry(
        attempts=3,
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        max_interval=seconds(10),
        retry_on=["timeout", "429", "502", "503", "connection reset"],
        never_on=["400", "401", "403", "invalid address", "unsubscribed"],
    ),
    rate_limit=RateLimit(per_second(80), per="global", counted="together", algorithm="token_bucket"),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=minutes(1)),
    idempotent=True,
)
note = Writes(sender, records, "sent, bounced, or failed and why", idempotent=True)
set_aside = Publishes(sender, failed, "cannot succeed", rate=per_second(0.01), idempotent=True)
look = Reads(desk, records, "how many were sent")

pattern = Pattern(
    "Error classification",
    use_when=["anything is retried: before how often comes the question what"],
    avoid_when=["nothing is retried, and every failure goes to the caller"],
    structure=Design(
        "Error classification",
        [plan, publish, take, load, send, note, set_aside, look],
        requirements=Requirements(write_rate=per_second(50), delivery="at_least_once"),
    ),
    requires=[
        Need("a list of what is tried again, and one of what is not", {send: ["retry"]}),
        Need("a direct way aside for what cannot succeed", {set_aside: []}),
        Need("outcomes that are recorded and wake nobody", {sender: ["rejects"], take: ["on_expected_failure"], note: []}),
        Need("a key, since a timeout may have done it", {sender: ["idempotency"], send: ["idempotent"]}),
    ],
    walkthrough=[
        Step(plan, "500,000 rows"),
        Step(publish, "their ids, 50 a second"),
        Step(take, "7"),
        Step(load, "text of 7; may be mailed"),
        Step(
            send,
            "to 7",
            otherwise=[
                Alternative("503 or a timeout", [Step(send, "again, after 1 and 2 s, under the same key")]),
                Alternative("the address does not exist", [Step(note, "bounced: that is the outcome")], ends=True),
                Alternative(
                    "400: the template is broken",
                    [Step(note, "failed, and why"), Step(set_aside, "7, at once")],
                    failure=True,
                    ends=True,
                ),
            ],
        ),
        Step(note, "sent"),
    ],
    trade_offs=[
        TradeOff(
            "no attempts for what is hopeless, and bad input is known at once", "lists to keep for each system that is called"
        ),
        TradeOff("dead letters hold only what somebody should look at", "an error put into the wrong list is retried, or lost"),
    ],
    related=["exponential-backoff", "retry-limit", "dead-letter-queue", "dlq-alert"],
)
