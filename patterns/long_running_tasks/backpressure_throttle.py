"""Each customer may send at a pace of their own, so that one who sends too much slows down alone.

## How it works
A limiter stands before the queue and counts by tenant, in a store that all its replicas share. Below the pace, work passes.
Above it, a request waits for a moment or is answered with 429 and the time at which the next one is welcome. The queue behind
has a bound as well, for the case that all tenants together are too many.

Against a plain refusal at the bound, nobody pays for somebody else's burst. Against more workers, it costs nothing and hides
nothing.

## Numbers
- **The sum of the paces may exceed the drain.** 200 tenants with 5 a second each could send 1,000; 400 are done. It works
  since not all are busy at once, and the bound is there for the day when they are.
- **A burst of some ten seconds' worth**: 50 at once for a tenant with 5 a second. Without it a script that sends ten reports
  and rests for an hour is refused for nothing.
- **A count is one operation of a store in memory, under 1 ms.** 1,000 requests a second are 1,000 increments.

## What goes wrong
- **Every replica counts for itself.** Four replicas allow four times the pace, and a new one raises it. Count together.
- **The counts are away.** Decide beforehand: let everything pass for a minute, with the queue's bound as the last guard, is
  mostly better than to refuse everybody.
- **One pace for all.** The largest customer pays for more. Keep the pace with the tenant, not in the code.
- **Waiting holds a thread.** Let requests wait for tens of milliseconds, not for seconds; then refuse.
"""

from archgen import (
    Cache,
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    RateLimit,
    RateLimiter,
    Reads,
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

client = Client("Client of a tenant", platform="desktop", devices=2_000, note="of 200 tenants")
counts = Cache("Counts by tenant", engine="Redis", replicas=2, ttl=minutes(2), note="by tenant and second")
limiter = RateLimiter(
    "Limiter",
    replicas=2,
    store=counts,
    on_failure="open",
    rate_limit=RateLimit(per_second(5), per="tenant", counted="together", burst=50, algorithm="token_bucket"),
)
api = Service("API", replicas=4, returns_job_id=True, overflow_status=429)
failed = Queue("Failed jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    managed=True,
    replicas=3,
    durable=True,
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(10),
    max_depth=10_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
worker = Worker(
    "Worker",
    replicas=20,
    concurrency=10,
    task_duration=milliseconds(500),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
)
results = Database("Job status")

submit = Calls(
    client,
    limiter,
    "job",
    protocol="http",
    rate=per_second(250),
    peak_rate=per_second(1_000),
    timeout=seconds(2),
    rate_limit=RateLimit(per_second(5), per="tenant", counted="together", burst=50),
    retry=Retry(attempts=4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(60)),
    idempotent=True,
    user_message=True,
    purpose="submit",
    response_status=202,
)
count = Writes(limiter, counts, "one more for this tenant", operation_kind="increment", atomic=True, timeout=milliseconds(20))
forward = Calls(limiter, api, "within the pace", protocol="http", timeout=seconds(1), idempotent=True)
record = Writes(api, results, "queued", rate=per_second(250), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the job", rate=per_second(250), timeout=milliseconds(100))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, results, "done or failed", idempotent=True)
ask = Calls(
    client,
    limiter,
    "how far?",
    protocol="http",
    rate=per_second(500),
    poll_interval=seconds(5),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=minutes(10),
    timeout=seconds(2),
    idempotent=True,
    purpose="status",
)
look = Reads(api, results, "state", rate=per_second(500))

pattern = Pattern(
    "Throttle each tenant",
    use_when=["many customers share one system, and one of them may become noisy"],
    avoid_when=["one customer with one kind of work: there is nobody to be fair to"],
    structure=Design(
        "Throttle each tenant",
        [submit, count, forward, publish, record, take, finish, ask, look],
        requirements=Requirements(
            write_rate=per_second(250), completion_time=seconds(60), multi_tenant=True, delivery="at_least_once"
        ),
    ),
    requires=[
        Need("a pace for each tenant, counted in one place", {limiter: ["rate_limit", "store"], submit: ["rate_limit"]}),
        Need("a bound behind it, for all together", {jobs: ["max_depth", "overflow"]}),
        Need("a decision what passes when counts are away", {limiter: ["on_failure"]}),
    ],
    walkthrough=[
        Step(submit, "the 51st within a second, from tenant 7"),
        Step(count, "no token left for tenant 7"),
        Step(submit, "429, next one in 0.2 s", back=True),
        Step(submit, "tenant 8, as always"),
        Step(count, "a token left"),
        Step(forward),
        Step(record, "queued"),
        Step(publish, "tenant 8 has noticed nothing"),
    ],
    trade_offs=[
        TradeOff("a noisy customer slows down alone", "a count for each tenant on the way of every request"),
        TradeOff("paces can be sold, and raised for one", "limits to choose, to explain and to keep up to date"),
    ],
    related=["backpressure", "backpressure-reject", "backpressure-scale-up", "weighted-fair-scheduling"],
)
