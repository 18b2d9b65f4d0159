"""A worker takes a token before it calls; tokens come at an even pace, and a few may be saved up for a burst.

## How it works
A bucket holds up to B tokens and gets R new ones a second. A call takes one. If the bucket is empty, the worker waits until
one is there. After a quiet moment, B calls may go out at once; over any longer time, no more than R a second.

The bucket need not be filled by a clock: keep the number of tokens and the time when it was last looked at, add R times what
has passed, cut at B, take one. All that in one command at the store, or two workers take the last token together.

## Numbers
- **R below the quota**: 100 of 120 a second.
- **B for a tenth of a second to a second**: 10 to 100, here 20. The neighbour may see B + R in its first second: 120. If its
  quota is counted strictly by the second, B has to fit in.
- **One command of the store for each call**, 0.5 ms. For 10,000 a second take ten tokens at a time.
- **Waiting time is known**: 40 in line before it at 100 a second are 0.4 s. If that exceeds what the lease allows, put the
  message back.

## What goes wrong
- **Read, reckon, write.** Two workers read 1 and both write 0. Let a script in the store do it, or a decrement that refuses
  below nothing.
- **Clocks of workers.** A worker that is 2 s ahead fills the bucket by 200 tokens. Take the store's time.
- **A bucket for each worker.** Twenty buckets of 100 are 2,000.
- **The store is away.** Closed is right for a neighbour that bans; open, with a small local bucket, for one that only slows.
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
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

dead = Queue("Dead mails", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
producer = Service("Campaigns", replicas=2)
jobs = Queue(
    "Mails to send",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    dead_letter=dead,
    max_receives=5,
    retry_delay=minutes(1),
    max_depth=2_000_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
bucket = KeyValueStore("Bucket", engine="Redis", replicas=2, max_key_rate=per_second(20_000), latency=milliseconds(0.5))
worker = Worker(
    "Mail worker",
    replicas=10,
    concurrency=4,
    task_duration=milliseconds(250),
    max_runtime=seconds(30),
    side_effect="email",
    idempotent=True,
    rejects=["bounced", "unsubscribed"],
    pauses_on_failure=True,
)
mail = ExternalSystem(
    "Mail provider", provides="email", capacity=per_second(120), task_duration=milliseconds(150), idempotent=True
)

publish = Publishes(producer, jobs, "address and text", rate=per_second(20), burst_size=1_000_000)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", on_expected_failure="drop")
token = Writes(
    worker, bucket, "a token", operation_kind="decrement", atomic=True, guarded=True, checks_result=True, timeout=milliseconds(50)
)
call = Calls(
    worker,
    mail,
    "mail",
    protocol="http",
    timeout=seconds(5),
    retry=False,
    idempotent=True,
    tls=True,
    auth="api_key",
    rate_limit=RateLimit(per_second(100), per="global", counted="together", burst=20, algorithm="token_bucket"),
)

pattern = Pattern(
    "Token bucket",
    use_when=["a neighbour with a quota by the second that bears small bursts"],
    avoid_when=[
        "it bears no bursts at all: let calls leak out evenly",
        "there is no store that all workers share: fix the number of workers instead",
    ],
    structure=Design(
        "Token bucket",
        [publish, take, token, call],
        requirements=Requirements(write_rate=per_second(20), delivery="at_least_once", completion_time=hours(4)),
    ),
    requires=[
        Need("a rate and a burst below the quota", {call: ["rate_limit"], mail: ["capacity"]}),
        Need("one bucket for all, and a command that cannot be passed by two", {token: ["atomic", "checks_result"]}),
        Need("workers that are as many as the rate needs, no more", {worker: ["replicas", "concurrency"]}),
    ],
    walkthrough=[
        Step(publish, "a million mails"),
        Step(take, "40 in hand"),
        Step(token, "19 left: go"),
        Step(call, "sent"),
        Step(token, "none left: wait for 10 ms"),
        Step(call, "sent, and so on: 100 a second for three hours"),
    ],
    trade_offs=[
        TradeOff("the quota is kept exactly, and a quiet moment is not lost", "a shared store on the way of each call"),
        TradeOff("the time that a million takes is known beforehand", "a burst reaches the neighbour, if a small one"),
    ],
    related=["worker-rate-limiting", "leaky-bucket", "concurrency-limit"],
)
