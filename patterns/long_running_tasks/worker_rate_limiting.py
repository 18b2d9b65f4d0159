"""Workers call a fragile neighbour no faster than it bears, however much waits in the queue.

## How it works
Between workers and whoever they call stands a limiter. Before each call a worker asks for leave; if there is none, it waits a
moment, or puts the message back with a delay and takes other work. The queue may hold ten thousand jobs; the neighbour sees a
hundred calls a second, all day.

A pool of fixed size already is a limit, since twenty workers cannot call more than twenty at a time. Functions that are
started one for each message have none, and need this most. How to limit is a question of what the neighbour says: so many at
once, so many a second, or nothing at all.

## Numbers
- **Stay below what is allowed**: 100 a second of 120, since others call too, and a count is never exact.
- **10,000 jobs at 100 a second take 100 s**, and no worker more changes that. If it is too long, ask for more quota; do not
  add workers.
- **Workers that suffice = rate x time of a call.** 100 a second at 200 ms each are 20 in hand. More only wait for leave.
- **Leave is asked for in under 1 ms** from a store in memory.

## What goes wrong
- **Counted by each worker.** Twenty workers of 100 a second each are 2,000. Count in one place, or give each a twentieth and
  live with what idle ones leave unused.
- **Waiting while holding.** A worker that sleeps for its turn holds a message whose lease runs. Bound the wait, then put the
  message back without counting it as a failure.
- **Retries pass by the limit.** The library inside tries three times, and the limiter sees one call.
- **429 from the neighbour is counted as an error.** Five of them and the job is dead, though nothing was wrong with it.
"""

from archgen import (
    Cache,
    Calls,
    CircuitBreaker,
    Consumes,
    Design,
    ExternalSystem,
    Need,
    Pattern,
    Publishes,
    Queue,
    RateLimit,
    RateLimiter,
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

jobs_dead = Queue("Dead jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
producer = Service("Billing", replicas=3)
jobs = Queue(
    "Jobs",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    dead_letter=jobs_dead,
    max_receives=5,
    retry_delay=seconds(30),
    max_depth=50_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
counts = Cache("Counts", engine="Redis", replicas=2, ttl=minutes(1))
limiter = RateLimiter(
    "Limiter",
    replicas=2,
    store=counts,
    on_failure="closed",
    rate_limit=RateLimit(per_second(100), per="global", counted="together", burst=10, algorithm="token_bucket"),
)
worker = Worker(
    "Worker",
    replicas=20,
    concurrency=2,
    task_duration=milliseconds(300),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
    pauses_on_failure=True,
)
partner = ExternalSystem(
    "Partner API", capacity=per_second(120), task_duration=milliseconds(200), idempotent=True, longest_outage=hours(1)
)

publish = Publishes(producer, jobs, "job", rate=per_second(40), burst_size=10_000)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
leave = Calls(worker, limiter, "leave, please", protocol="grpc", timeout=milliseconds(500), retry=False)
count = Writes(limiter, counts, "one less", operation_kind="decrement", atomic=True, timeout=milliseconds(50))
call = Calls(
    worker,
    partner,
    "the call",
    protocol="http",
    timeout=seconds(3),
    retry=False,
    idempotent=True,
    tls=True,
    auth="api_key",
    rate_limit=RateLimit(per_second(100), per="global", counted="together", algorithm="token_bucket"),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=seconds(60)),
)

pattern = Pattern(
    "Rate-limited workers",
    use_when=["workers call something with a quota: a payment provider, a mail service, an old system"],
    avoid_when=["workers only touch what is sized for them: a limit is then one more thing that can be wrong"],
    structure=Design(
        "Rate-limited workers",
        [publish, take, leave, count, call],
        requirements=Requirements(write_rate=per_second(40), delivery="at_least_once", completion_time=minutes(10)),
    ),
    requires=[
        Need("a limit below what the neighbour bears", {call: ["rate_limit"], partner: ["capacity"]}),
        Need("one count for all workers", {limiter: ["rate_limit", "store", "on_failure"], count: ["atomic"]}),
        Need("a bound for what waits meanwhile", {jobs: ["max_depth"]}),
        Need("workers that stop when the neighbour is away", {worker: ["pauses_on_failure"], call: ["circuit_breaker"]}),
    ],
    walkthrough=[
        Step(publish, "10,000 jobs at once"),
        Step(take, "20 workers, two each"),
        Step(leave, "leave, please"),
        Step(count, "99 left in this second"),
        Step(call, "100 a second, never more"),
    ],
    trade_offs=[
        TradeOff("a burst on our side is none on theirs", "it takes as long as the limit says, however many workers there are"),
        TradeOff("no ban, no cascade, no bill for excess", "a shared count on the way of every call"),
    ],
    related=["concurrency-limit", "token-bucket", "leaky-bucket", "adaptive-rate", "queue-load-leveling"],
)
