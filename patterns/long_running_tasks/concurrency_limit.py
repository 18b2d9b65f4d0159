"""So many pieces at once and no more: the size of the pool is the simplest protection of what stands behind it.

## How it works
A worker that has one thing in hand makes one call at a time. With N workers, there are at most N calls under way, however deep
the queue is. Nothing has to be counted or shared. Where workers start by themselves, as functions do, the number has to be set
outside: reserved concurrency of the function, or a highest number of messages under way for the queue.

The rate follows from it: N over the time of one call. If the neighbour gets slower, the rate falls by itself, which is just
what one wants then.

## Numbers
- **N = what the neighbour takes at once, less a fifth.** A database with 100 connections, 20 of them for the API: 60 workers.
- **Rate = N / time.** 20 at 200 ms are 100 a second; at 100 ms they are 200. A quota by the second cannot be kept that way.
- **Replicas x concurrency counts**: 10 replicas with 8 threads each are 80, and 160 while a release runs both versions.

## What goes wrong
- **The neighbour got faster.** Its answers take 50 ms now, and the same pool sends four times as many: over the quota.
- **Scaling without a ceiling.** The scaler adds workers for the backlog, and the limit is gone. A ceiling on replicas is the
  limit here.
- **Two pools, one neighbour.** Each keeps to its number; the sum does not.
- **One slow call holds a place.** Without a timeout, twenty calls that hang are the whole pool.
"""

from archgen import (
    Autoscaling,
    Calls,
    Consumes,
    Design,
    ExternalSystem,
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

dead = Queue("Dead jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
producer = Service("Producer", replicas=2)
jobs = Queue(
    "Jobs",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead,
    max_receives=5,
    retry_delay=seconds(30),
    max_depth=50_000,
    overflow="reject",
    visibility_timeout=seconds(120),
)
worker = Worker(
    "Worker",
    replicas=10,
    concurrency=2,
    autoscaling=Autoscaling(min_replicas=2, max_replicas=10, metric="queue_depth", target=100, reaction_time=minutes(2)),
    task_duration=milliseconds(200),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
    note="20 at once at the most",
)
old = ExternalSystem("Old system", max_concurrency=25, task_duration=milliseconds(200), idempotent=True)

publish = Publishes(producer, jobs, "job", rate=per_second(50), burst_size=10_000)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
call = Calls(
    worker, old, "one at a time each", protocol="http", timeout=seconds(3), retry=False, idempotent=True, tls=True, auth="mtls"
)

pattern = Pattern(
    "Concurrency limit",
    use_when=[
        "the neighbour suffers from many calls at once: a database, an old system, a licence for so many",
        "a coarse limit is enough",
    ],
    avoid_when=["the neighbour counts calls by the second: a token bucket keeps that, a pool does not"],
    structure=Design(
        "Concurrency limit",
        [publish, take, call],
        requirements=Requirements(write_rate=per_second(50), delivery="at_least_once"),
    ),
    requires=[
        Need("a ceiling on workers, times what each has in hand", {worker: ["replicas", "concurrency", "autoscaling"]}),
        Need("what the neighbour takes at once", {old: ["max_concurrency"]}),
        Need("a timeout, so that a place comes free again", {call: ["timeout"]}),
    ],
    walkthrough=[
        Step(publish, "10,000 jobs"),
        Step(take, "20 of them are taken"),
        Step(call, "20 calls at once, and the other 9,980 wait"),
        Step(take, "one for each that ends"),
    ],
    trade_offs=[
        TradeOff("nothing to build and nothing to share", "the rate follows the neighbour's speed, up as well as down"),
        TradeOff("a slow neighbour is called less by itself", "the limit is spread over replicas, threads and pools"),
    ],
    related=["worker-rate-limiting", "token-bucket", "adaptive-rate", "sqs-lambda", "worker-pool", "queue-depth-autoscaling"],
)
