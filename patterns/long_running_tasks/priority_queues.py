"""Work of different urgency waits in different lines, so that a password reset does not stand behind ten thousand reports.

## How it works
What comes in is sorted into a few levels, mostly three. Each level has a line of its own, and workers take from the upper ones
first, or more often. A guard sees to it that the lowest level moves on whatever happens above: workers of its own, or a share
of the shared ones.

Two orders are easily mixed up. Urgency ranks by what the work is: a code to log in is worth nothing after a minute, a bulk
report is as good at noon. Rank by customer puts those first who pay. A design has to say which one it means. If both, urgency
is the level, and payment is a share within it: a free customer's password comes before a paid transcode.

## Numbers
- **Ten workers for three levels**: 4 for the highest alone, 4 shared, 2 for the lowest alone.
- **A level pays off when it is a small part.** If 60 % of all work is urgent, being first in line means nothing. Keep the
  highest below a fifth of the capacity.
- **Three levels are enough.** Nobody can say what makes a four out of seven.
- **Priority moves the queue, not the running job.** If a job takes 5 min and all workers are busy, the reset still waits for
  the next one to end: on average 5 min / workers. Reserved workers are what brings it down to nothing.

## What goes wrong
- **The lowest starves.** With strict order, a full high level stops all others for good, and nobody notices, since what is
  watched is the high one. Watch the age of the oldest in each level.
- **Everything becomes urgent.** Every team finds its work important. Fix the levels by type of work, in one place, and give
  each a budget.
- **Priority without need.** Where all work is of one kind, or nothing ever waits, levels only add parts.
- **The broker ignores it.** SQS and Kafka know no priorities: there it takes a queue for each.
"""

from archgen import (
    Calls,
    Consumes,
    Design,
    Monitoring,
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

api = Service("API", replicas=3, returns_job_id=True, overflow_status=429)
router = Service("Router", replicas=2, overflow_status=429, role="router", task_duration=milliseconds(2), note="by type of work")
failed = Queue("Failed work", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
high = Queue(
    "High",
    engine="SQS",
    managed=True,
    durable=True,
    urgencies=["interactive"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(5),
    max_depth=2_000,
    overflow="reject",
    visibility_timeout=seconds(60),
    note="resets, receipts",
)
normal = Queue(
    "Normal",
    engine="SQS",
    managed=True,
    durable=True,
    urgencies=["waited for"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(30),
    max_depth=10_000,
    overflow="reject",
    visibility_timeout=minutes(5),
    note="exports of one user",
)
low = Queue(
    "Low",
    engine="SQS",
    managed=True,
    durable=True,
    urgencies=["nightly"],
    dead_letter=failed,
    max_receives=4,
    retry_delay=minutes(1),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=minutes(5),
    note="bulk reports",
)
first = Worker(
    "Workers for high",
    replicas=4,
    pool="dedicated",
    task_duration=milliseconds(200),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
    user_facing=True,
)
shared = Worker(
    "Shared workers",
    replicas=4,
    pool="shared",
    scheduling="weighted",
    task_duration=seconds(1),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
    note="6 : 3 : 1",
)
last = Worker(
    "Workers for low",
    replicas=2,
    pool="dedicated",
    task_duration=seconds(4),
    max_runtime=minutes(2),
    side_effect="reversible",
    idempotent=True,
)
monitoring = Monitoring("Monitoring", watches=["queue_age", "queue_depth", "dead_letters", "errors"], alarms="page")

ask = Calls(api, router, "work", protocol="grpc", rate=per_second(8), timeout=seconds(1), retry=False, idempotent=True)
to_high = Publishes(router, high, "reset", rate=per_second(6), priority="high")
to_normal = Publishes(router, normal, "export", rate=per_second(1), priority="normal")
to_low = Publishes(router, low, "bulk report", rate=per_second(0.4), priority="low")
take_first = Consumes(first, high, acknowledge="after", delivery="at_least_once", rate=per_second(5))
share_high = Consumes(shared, high, "6", acknowledge="after", delivery="at_least_once", rate=per_second(1), weight=0.6)
share_normal = Consumes(shared, normal, "3", acknowledge="after", delivery="at_least_once", rate=per_second(1), weight=0.3)
share_low = Consumes(shared, low, "1", acknowledge="after", delivery="at_least_once", rate=per_second(0.1), weight=0.1)
take_last = Consumes(last, low, acknowledge="after", delivery="at_least_once", rate=per_second(0.3))

pattern = Pattern(
    "Priority queues",
    use_when=[
        "urgent and bulk work in one system, where the one must not wait for the other",
        "tiers of customers that were promised different waiting times",
    ],
    avoid_when=[
        "all work is of one kind and one urgency",
        "the queue is nearly always empty: more capacity is simpler than an order",
    ],
    structure=Design(
        "Priority queues",
        [ask, to_high, to_normal, to_low, take_first, share_high, share_normal, share_low, take_last, monitoring],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("one place that sorts", {router: ["role"], to_high: ["priority"], to_normal: ["priority"], to_low: ["priority"]}),
        Need("a line for each level", {high: ["urgencies"], normal: ["urgencies"], low: ["urgencies"]}),
        Need("a guard for the lowest level", {last: ["pool"], shared: ["scheduling"], share_low: ["weight"]}),
        Need("the age of the oldest in each level", {monitoring: ["watches"]}),
    ],
    walkthrough=[
        Step(ask, "5,000 bulk reports at nine"),
        Step(to_low, "into the low queue"),
        Step(take_last, "two workers begin"),
        Step(ask, "a password reset, a second later"),
        Step(to_high, "past all of them"),
        Step(take_first, "done within half a second"),
    ],
    trade_offs=[
        TradeOff("urgent work is done at once, however much bulk work waits", "more queues and pools to run and watch"),
        TradeOff("waiting times that can be promised by level", "bulk work is late when urgent work is much"),
    ],
    related=[
        "separate-queue-per-priority",
        "single-priority-queue",
        "dedicated-priority-pools",
        "weighted-fair-scheduling",
        "priority-router",
        "per-type-queues",
        "scheduled-producer",
    ],
)
