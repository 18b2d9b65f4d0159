"""RabbitMQ sends what is refused, expired or counted out on to an exchange, which files it like any other message.

## How it works
A queue names an exchange for its dead letters, and perhaps a routing key. Four things send a message there: a worker refuses it
with `requeue=false`, its time in the queue is over, it was handed out more often than the `delivery-limit`, or a full queue
pushes it out at the head to take a newer one. What happens then is the exchange's affair. It may file by queue of origin, give
everything to one queue, or to two: one to keep, one to count.

The message keeps its body and gets a header, `x-death`, with queue, reason, time and count. Somebody who looks sees *rejected,
from `mails`, four times* and not only a body.

Since expired messages go there as well, the same part makes a delay: a queue that nobody consumes, whose messages expire after
30 s, and whose dead letters go to the queue where they came from (`delayed-requeue`).

It is set by policy, for all queues of a name, rather than in the code that declares each. Policies can be changed while
everything runs; arguments of a declaration cannot.

## Numbers
- **`delivery-limit` of 3 to 5.** Quorum queues count; since version 4.0 they stop at 20 unless told otherwise, older ones never.
  Classic queues do not count, and a message that is refused with `requeue=true` circles for ever.
- **One more queue for each kind of work**, kept for 14 days: `message-ttl` of 1,209,600,000 ms, as an expiry and not as a
  promise.
- **Some 300 bytes of header** for each turn. With a delay queue the header grows by turns: bound them.

## What goes wrong
- **An exchange without a queue.** Nothing is bound to it, or the key fits none: the message is gone, without an error.
- **It may get lost on the way.** By default a dead letter is sent without waiting for a confirmation. Quorum queues can do it
  *at least once*, with `overflow` set to `reject-publish`; say so where each one counts.
- **A ring.** Dead letters of the dead letter queue expire back into the work. Without a limit it turns for ever.
- **Keys that are kept.** Without a routing key of its own the dead letter keeps its old one, and may be filed with the live work.
"""

from archgen import (
    Consumes,
    Design,
    Need,
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
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

gate = Service("Shop", replicas=3, validates=True)
support = Service("Support desk", replicas=2)
records = RelationalDatabase("What has failed", engine="PostgreSQL", replicas=2)
dead_mails = Queue(
    "dead.mail", engine="RabbitMQ", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool"
)
dead_pdfs = Queue("dead.pdf", engine="RabbitMQ", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
mails = Queue(
    "task.mail",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="push",
    message_ttl=hours(6),
    max_depth=100_000,
    overflow="reject",
    retry_delay=seconds(30),
    dead_letter=dead_mails,
    max_receives=4,
    note="dead letters: exchange dead",
)
pdfs = Queue(
    "task.pdf",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="push",
    consumer_timeout=minutes(30),
    max_depth=10_000,
    overflow="reject",
    retry_delay=minutes(1),
    dead_letter=dead_pdfs,
    max_receives=4,
    note="dead letters: exchange dead",
)
mailer = Worker(
    "Mailer",
    replicas=3,
    concurrency=10,
    prefetch=10,
    task_duration=milliseconds(500),
    task_duration_p99=seconds(3),
    side_effect="email",
    idempotent=True,
)
printer = Worker(
    "Printer",
    replicas=12,
    concurrency=1,
    prefetch=1,
    task_duration=minutes(1),
    task_duration_p99=minutes(4),
    max_runtime=minutes(8),
    side_effect="none",
    idempotent=True,
)
undertaker = Worker("Undertaker", replicas=2, task_duration=milliseconds(50), side_effect="none", idempotent=True)

send_mail = Publishes(gate, mails, "key task.mail", rate=per_second(20), idempotent=True)
send_pdf = Publishes(gate, pdfs, "key task.pdf", rate=per_second(0.1), idempotent=True)
take_mail = Consumes(mailer, mails, acknowledge="after", delivery="at_least_once")
take_pdf = Consumes(printer, pdfs, acknowledge="after", delivery="at_least_once")
dead_mail = Consumes(undertaker, dead_mails, "rejected, expired", acknowledge="after", rate=per_second(0.01))
dead_pdf = Consumes(undertaker, dead_pdfs, "rejected, counted out", acknowledge="after", rate=per_second(0.01))
end = Writes(undertaker, records, "what, why, and how often", idempotent=True)
look = Reads(support, records, "what failed today?")

pattern = Pattern(
    "Dead letter exchange",
    use_when=["work runs over RabbitMQ, and what fails should be filed by the broker"],
    avoid_when=["the broker has a redrive setting of its own, such as SQS: use that"],
    structure=Design(
        "Dead letter exchange",
        [send_mail, send_pdf, take_mail, take_pdf, dead_mail, dead_pdf, end, look],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need(
            "a limit of hand-outs and a queue bound to the exchange, for each kind of work",
            {mails: ["dead_letter", "max_receives"]},
        ),
        Need("durable queues for dead letters", {dead_mails: ["durable", "retention"], dead_pdfs: ["durable", "retention"]}),
        Need("somebody who takes the reason from the header into the record", {dead_mail: [], dead_pdf: [], end: []}),
        Need("refusing the new rather than dropping the old when full", {mails: ["overflow"], pdfs: ["overflow"]}),
    ],
    walkthrough=[
        Step(send_pdf, "7, key task.pdf"),
        Step(take_pdf, "the file cannot be read: refused, not to be queued again"),
        Step(dead_pdf, "by exchange dead, key dead.pdf, to this queue"),
        Step(end, "rejected, from task.pdf, once: so says x-death"),
        Step(look, "7, and why"),
    ],
    trade_offs=[
        TradeOff("no code in workers for what has failed", "policies to declare for every queue, and to test"),
        TradeOff("reason, time and count come with the message", "by default it may be lost between the two queues"),
    ],
    related=["dead-letter-queue", "message-ttl", "delayed-requeue", "rabbitmq-routing"],
)
