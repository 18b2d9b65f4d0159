"""Calls leave one by one at an even pace, whatever came in, so that the neighbour never sees two at once.

## How it works
What has to be called goes into a short line, and one thing leaves it every 1/R seconds. At 100 a second that is one each 10
ms. A line of limited length is the bucket; what does not fit has to wait in the big queue, where it is safe.

The difference from a token bucket is the quiet moment. There, tokens pile up and may be spent at once; here, nothing is saved.
The first call after an hour of silence is followed by the second 10 ms later, not sooner.

## Numbers
- **One each 10 ms at 100 a second.** A burst of 50 is spread over half a second.
- **Delay = place in the line / R.** The line should hold no more than fits into the lease: 1,000 places are 10 s.
- **A slot by reservation**: keep the time of the next free slot in the store, add 10 ms in one command, sleep until then. It
  costs one command and no line at all.

## What goes wrong
- **Slower than need be.** The neighbour would have borne twenty at once, and each of them waits 200 ms for nothing.
- **Even is not even.** Slots are given out evenly, the network is not: two calls may still arrive together. If that harms, no
  limiter on this side can help.
- **Taken slots that are not used.** A worker that dies after it took its slot leaves 10 ms unused, which is nothing; one that
  takes a hundred in advance is not.
- **Priority behind the line.** What is in the line leaves in its order. Keep it short, or urgent calls wait as well.
"""

from archgen import (
    Calls,
    Consumes,
    Design,
    ExternalSystem,
    KeyValueStore,
    Need,
    Pattern,
    Publishes,
    Queue,
    RateLimit,
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

dead = Queue("Dead commands", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
producer = Service("Warehouse service", replicas=2)
jobs = Queue(
    "Commands",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    dead_letter=dead,
    max_receives=5,
    retry_delay=seconds(30),
    max_depth=20_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
slots = KeyValueStore("Next free slot", engine="Redis", replicas=2, max_key_rate=per_second(20_000))
worker = Worker(
    "Worker",
    replicas=4,
    concurrency=4,
    prefetch=1,
    task_duration=milliseconds(100),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
)
plant = ExternalSystem(
    "Plant controller", capacity=per_second(100), max_concurrency=20, task_duration=milliseconds(50), idempotent=True
)

publish = Publishes(producer, jobs, "command", rate=per_second(30), burst_size=2_000)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
reserve = Writes(worker, slots, "next slot", operation_kind="increment", atomic=True, timeout=milliseconds(50))
call = Calls(
    worker,
    plant,
    "one each 12 ms",
    protocol="tcp",
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    tls=True,
    auth="mtls",
    rate_limit=RateLimit(per_second(80), per="global", counted="together", algorithm="leaky_bucket"),
)

pattern = Pattern(
    "Leaky bucket",
    use_when=["a neighbour that suffers from every burst: a controller, an old system, a line with a fixed width"],
    avoid_when=["bursts do no harm and somebody waits: a token bucket is quicker for the same rate"],
    structure=Design(
        "Leaky bucket",
        [publish, take, reserve, call],
        requirements=Requirements(write_rate=per_second(30), delivery="at_least_once", completion_time=minutes(5)),
    ),
    requires=[
        Need("an even pace below what the neighbour bears", {call: ["rate_limit"], plant: ["capacity"]}),
        Need("slots that are given out in one place, in one command", {reserve: ["atomic"]}),
        Need("a line that is short against the lease", {worker: ["prefetch"], jobs: ["visibility_timeout"]}),
    ],
    walkthrough=[
        Step(publish, "2,000 commands at once"),
        Step(take, "16 in hand"),
        Step(reserve, "slot at 12:00:00.012"),
        Step(call, "sent in that moment"),
        Step(reserve, "the next: 12:00:00.024, and so on for 25 s"),
    ],
    trade_offs=[
        TradeOff("the neighbour sees a perfectly even load", "calls wait though it would have been free"),
        TradeOff("no burst to reckon with, on either side", "capacity that was not used is lost"),
    ],
    related=["worker-rate-limiting", "token-bucket"],
)
