"""One place says how important a piece of work is, and puts it into the queue that this means.

## How it works
Work comes in through one door with its type. A router, a service of a few lines or the exchange of a broker, looks the type
up in a table and publishes to the queue of that level. Senders do not know the levels; they say what it is. When support
finds that receipts come too late, one line of the table changes.

The table knows types, and where it is wanted customers: "export for one user: normal; for the tier that was promised minutes:
high".

## Numbers
- **A table of ten to thirty lines.** Password reset, payment receipt, code to log in: high. Export or document that a user
  waits for: normal. Bulk report, transcode, clean-up: low.
- **1 to 2 ms and a hop.** In a broker's exchange it costs next to nothing.
- **Unknown types go to normal, and are counted.** High would reward who forgets to register; low would hide it.

## What goes wrong
- **Senders set the level.** Then all set "high". The router decides by type; a wish of the sender is a hint at most.
- **A single router that is down** takes all work with it. It keeps nothing, so run two or more, or use the broker's.
- **Record and message part.** The router publishes, but the job was never written. Record first, in the API.
- **It grows a brain.** Quotas, retries, transformations. It should do one thing.
"""

from archgen import (
    Calls,
    Consumes,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    Requirements,
    Service,
    Step,
    TradeOff,
    Worker,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

api = Service("API", replicas=3, returns_job_id=True, overflow_status=429, note="says what it is")
router = Service(
    "Router",
    replicas=2,
    overflow_status=429,
    role="router",
    connection_state="none",
    task_duration=milliseconds(2),
    note="by type",
)
failed = Queue("Failed work", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
high = Queue(
    "High",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    urgencies=["interactive"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(5),
    max_depth=2_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
low = Queue(
    "Low",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    urgencies=["nightly"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=minutes(1),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=minutes(5),
)
quick = Worker(
    "Mail workers",
    replicas=3,
    pool="dedicated",
    task_duration=milliseconds(200),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
    serves=["password_reset", "receipt"],
)
slow = Worker(
    "Report workers",
    replicas=4,
    pool="dedicated",
    task_duration=seconds(4),
    max_runtime=minutes(2),
    side_effect="reversible",
    idempotent=True,
    serves=["bulk_report"],
)

hand_in = Calls(api, router, "type and id", protocol="grpc", rate=per_second(6), timeout=seconds(1), retry=False, idempotent=True)
to_high = Publishes(router, high, "password_reset", rate=per_second(5.5), priority="high")
to_low = Publishes(router, low, "bulk_report", rate=per_second(0.5), priority="low")
take_high = Consumes(quick, high, acknowledge="after", delivery="at_least_once", rate=per_second(5.5))
take_low = Consumes(slow, low, acknowledge="after", delivery="at_least_once", rate=per_second(0.5))

pattern = Pattern(
    "Priority router",
    use_when=["several types of work enter by one API, and somebody has to say which one goes first"],
    avoid_when=["each sender has one type of work and publishes to its queue already"],
    structure=Design(
        "Priority router",
        [hand_in, to_high, to_low, take_high, take_low],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("one place that knows the order, and keeps nothing", {router: ["role", "connection_state"]}),
        Need("a way from it to each level", {to_high: ["priority"], to_low: ["priority"]}),
        Need("more than one router", {router: ["replicas"]}),
    ],
    walkthrough=[
        Step(hand_in, "password_reset, for user 7"),
        Step(to_high, "the table says: high"),
        Step(take_high, "within a second"),
        Step(hand_in, "bulk_report, of March"),
        Step(to_low, "the table says: low"),
        Step(take_low, "when there is time"),
    ],
    trade_offs=[
        TradeOff("the order is written down in one place", "one hop and one table more"),
        TradeOff("senders need not know of levels", "whoever adds a type has to add a line"),
    ],
    related=["priority-queues", "dedicated-priority-pools", "per-type-queues", "rabbitmq-routing"],
)
