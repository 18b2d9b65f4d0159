"""Free workers take from the levels or tenants by shares, so that each moves on and none waits for all others.

## How it works
Instead of "high as long as there is any", a free worker draws: six times of ten from high, three times from normal, once from
low. A level that is empty gives its turn away. So the shares count only while all have work; otherwise who has work gets the
workers.

With tenants instead of levels it is the answer to the noisy neighbour: a tenant with 50,000 jobs and one with three take
turns, and the three are done after six turns.

## Numbers
- **6 : 3 : 1 on ten workers** gives low one worker's time at the worst: at 1 s each, 3,600 an hour.
- **Time counts, not pieces.** If a low job takes ten times as long, a tenth of the draws is half of the time. Weigh by seconds
  spent where lengths differ much.
- **Wait of a high one**: a free worker draws it six times of ten; with six workers that end a job each second, it has begun
  after 0.3 s on average.

## What goes wrong
- **A queue for each of 10,000 tenants.** No worker can look into all of them. Keep a ring of tenants that have work, and take
  one job for each in turn.
- **Urgent is not urgent any more.** Shares let a low one go first now and then. If that hurts, reserve workers.
- **Random draws in a small pool.** With two workers, luck gives ten low ones in a row now and then. Count turns instead.
- **Weights that nobody can explain.** Write down what each level was promised; derive them from that.
"""

from archgen import (
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
    per_second,
    seconds,
)

producer = Service("Producer", replicas=3)
failed = Queue("Failed work", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")


def level(name: str, urgency: str, lease: int) -> Queue:
    """A level: a queue with dead letters, a bound and a lease."""
    return Queue(
        name,
        engine="RabbitMQ",
        replicas=3,
        durable=True,
        urgencies=[urgency],
        dead_letter=failed,
        max_receives=4,
        retry_delay=seconds(10),
        max_depth=20_000,
        overflow="reject",
        visibility_timeout=seconds(lease),
    )


high, normal, low = level("High", "interactive", 60), level("Normal", "waited for", 60), level("Low", "nightly", 60)
worker = Worker(
    "Worker",
    replicas=10,
    prefetch=1,
    scheduling="weighted",
    task_duration=seconds(1),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
    note="6 : 3 : 1",
)
monitoring = Monitoring("Monitoring", watches=["queue_age", "queue_depth", "dead_letters", "errors"], alarms="page")

to_high = Publishes(producer, high, "reset", rate=per_second(3), priority="high")
to_normal = Publishes(producer, normal, "export", rate=per_second(2), priority="normal")
to_low = Publishes(producer, low, "report", rate=per_second(0.8), priority="low")
six = Consumes(worker, high, "6 of 10", acknowledge="after", delivery="at_least_once", rate=per_second(3), weight=0.6)
three = Consumes(worker, normal, "3 of 10", acknowledge="after", delivery="at_least_once", rate=per_second(2), weight=0.3)
one = Consumes(worker, low, "1 of 10", acknowledge="after", delivery="at_least_once", rate=per_second(0.8), weight=0.1)

pattern = Pattern(
    "Weighted fair scheduling",
    use_when=[
        "strict order would let the lowest level starve",
        "many tenants share the workers, and one of them sends far more than the others",
    ],
    avoid_when=["two levels and plenty of capacity: nothing waits, so there is nothing to share"],
    structure=Design(
        "Weighted fair scheduling",
        [to_high, to_normal, to_low, six, three, one, monitoring],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("workers that draw by shares", {worker: ["scheduling"], six: ["weight"], three: ["weight"], one: ["weight"]}),
        Need("one message at a time, or shares mean nothing", {worker: ["prefetch"]}),
        Need("the age of the oldest, by level", {monitoring: ["watches"]}),
    ],
    walkthrough=[
        Step(to_high, "as many as can be done, for an hour"),
        Step(six, "six of ten turns"),
        Step(to_low, "a report"),
        Step(one, "one of ten turns: done within seconds, not after the hour"),
    ],
    trade_offs=[
        TradeOff("every level and every tenant moves on", "the urgent one waits for a turn now and then"),
        TradeOff("no worker is idle while anything waits", "a scheduler in the workers, and weights to agree on"),
    ],
    related=["priority-queues", "separate-queue-per-priority", "dedicated-priority-pools", "backpressure-throttle"],
)
