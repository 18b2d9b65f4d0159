"""Workers go by what comes back: slower when answers are late or fail, faster again when all is well.

## How it works
Nobody knows what the neighbour bears, or it changes by the hour. So the rate is found out. While answers are quick and good,
it grows by a little each second. When one fails with 429 or 503, or the slowest hundredth takes twice its usual time, it is
cut to half at once. That is how TCP shares a line, and it has the same two qualities: it finds the limit, and several callers
that do so end up with like shares.

A circuit breaker is the coarse form of it, with two rates, all and nothing. The two go together: halving for what is slow, and
a full stop for what is down.

## Numbers
- **Grow by 5 a second each second, cut by half.** From 100 it takes 10 s to be back after a cut.
- **A floor and a ceiling**: 5 a second, so that it notices when all is well again; 200, so that a quiet night does not teach
  it 2,000.
- **Latency is the early sign.** Queues inside the neighbour show as delay minutes before errors do. Take the 90th percentile
  over 10 s.
- **One measure for all workers**, or each knows a twentieth of the truth.

## What goes wrong
- **It swings.** Cut, everything is quick, up, cut again. Smaller steps up, a longer window, one cut for each window.
- **Errors that say nothing of load.** A 400 or an unknown address must not slow anybody down.
- **It learns from its own fault.** A slow worker measures slow answers. Measure from the first byte sent to the answer.
- **A documented quota.** If the neighbour says 100 a second, take a token bucket, and keep the loop for what nobody knows.
"""

from archgen import (
    Calls,
    CircuitBreaker,
    Consumes,
    Design,
    ExternalSystem,
    KeyValueStore,
    Need,
    Pattern,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Requirements,
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

dead = Queue("Dead jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
producer = Service("Crawler", replicas=2)
jobs = Queue(
    "Pages to fetch",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    dead_letter=dead,
    max_receives=4,
    retry_delay=minutes(1),
    max_depth=500_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
measured = KeyValueStore("Measured", engine="Redis", replicas=2, note="rate, delay, failures")
worker = Worker(
    "Worker",
    replicas=20,
    concurrency=4,
    task_duration=milliseconds(400),
    max_runtime=seconds(30),
    side_effect="none",
    idempotent=True,
    pauses_on_failure=True,
)
site = ExternalSystem("Partner's site", task_duration=milliseconds(300), idempotent=True, note="bears nobody knows what")

publish = Publishes(producer, jobs, "address", rate=per_second(60))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
look = Reads(worker, measured, "rate now?", timeout=milliseconds(50))
call = Calls(
    worker,
    site,
    "page",
    protocol="http",
    timeout=seconds(5),
    retry=False,
    idempotent=True,
    tls=True,
    auth="public",
    rate_limit=RateLimit(per_second(200), per="global", counted="together", adaptive=True, window=seconds(10)),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=seconds(60)),
)
note_it = Writes(worker, measured, "how long, and whether it failed", operation_kind="append", timeout=milliseconds(50))

pattern = Pattern(
    "Adaptive rate",
    use_when=["what the neighbour bears is unknown, or changes with the hour and with what others ask of it"],
    avoid_when=["there is a fixed quota that is written down: keep to it"],
    structure=Design(
        "Adaptive rate",
        [publish, take, look, call, note_it],
        requirements=Requirements(write_rate=per_second(60), delivery="at_least_once"),
    ),
    requires=[
        Need("a rate that follows what comes back, with a ceiling", {call: ["rate_limit"]}),
        Need("delays and failures, noted in one place for all", {note_it: [], look: []}),
        Need("a full stop for what is down", {call: ["circuit_breaker"], worker: ["pauses_on_failure"]}),
    ],
    walkthrough=[
        Step(take, "an address"),
        Step(look, "120 a second at present"),
        Step(call, "answered in 300 ms"),
        Step(note_it, "well: 125 from the next second on"),
        Step(call, "answered in 900 ms"),
        Step(note_it, "late: 62"),
    ],
    trade_offs=[
        TradeOff("uses what is there, and gives way when it is not", "a control loop that can swing, and has to be tuned"),
        TradeOff("no quota to ask for and to keep up to date", "the neighbour is brought to its limit again and again"),
    ],
    related=["worker-rate-limiting", "concurrency-limit", "backpressure-scale-up", "queue-depth-autoscaling"],
)
