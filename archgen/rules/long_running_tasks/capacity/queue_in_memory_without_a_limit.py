"""A queue that is kept in memory has no limit.

## Why it matters
Workers are away for an hour, by a bad rollout or because what they call is down. At 200 messages a second of 5 kB, 3.6 GB pile
up. A broker on disk would only be slow; one in memory is full, refuses writes or is killed, and takes with it everything else
that it held: sessions, caches, the other queues.

## What to do
State how many messages it holds at the most (`max_depth`) and what becomes of the next one (`overflow`): refuse it and let the
API answer 429 or 503, or drop what is least important. Count the limit from the memory that there is, and watch the depth.

## When it does not apply
- A limit is stated: `max_depth`, `overflow`, or how long a message lives (`message_ttl`, `retention`).
- All who put messages on it are limited in their rate, or it is not in memory, by its `engine`.
- How much arrives is not known: then nothing is counted, and it is a question.
"""

from collections.abc import Iterator

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Rate, RateLimit, Service, Worker, days, per_second, seconds
from archgen.plugin import (
    BOUNDS,
    Architecture,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Product,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    derived,
    does,
    is_bounded,
    number,
    stated,
)

AN_HOUR = 3_600


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue in TakenWork.by_queue(architecture):
        if Product(queue).is_in_memory and not is_bounded(queue):
            publishers = list(architecture.into(queue, Interaction))
            if not publishers or not all(one.rate_limit for one in publishers):
                yield _problem(estimate, queue)


def _problem(estimate: Estimate, queue: Queue) -> Problem:
    arriving = estimate.of(queue, "requests")
    name = queue.name
    kept = Fact(f"{name}: {agreeing(name, 'it is')} kept in memory, by {agreeing(name, 'its')} engine", queue, "engine")
    known = arriving is not None and arriving.value > 0
    count = f": {number(arriving.value * AN_HOUR)} pile up in an hour without workers" if arriving and known else ""
    return Problem(
        queue,
        f"{does(name, 'is')} kept in memory, and nothing says where {agreeing(name, 'it ends')}{count}",
        [kept, *([derived(queue, arriving)] if arriving else []), *(stated(queue, name) for name in BOUNDS)],
        f"state max_depth of {queue.name}, and as overflow what becomes of the next message",
        asks=not known,
    )


def jobs(queue: Queue, rate: Rate | None = None, *, limited: bool = False) -> Design:
    api = Service("API")
    publish = Publishes(api, queue, rate=rate, rate_limit=RateLimit(per_second(200)) if limited else None)
    return Design("Jobs", [Calls(Client("App"), api, timeout=seconds(5)), publish, Consumes(Worker("Worker"), queue)])


def queue(engine: str | None = "Redis", *, depth: int | None = None) -> Queue:
    return Queue("Jobs", engine=engine, max_depth=depth, dead_letter=Queue("Dead jobs"), max_receives=5)


rule = Rule(
    "LT048",
    Severity.WARNING,
    check,
    flagged=[lambda: jobs(queue(), per_second(200)), lambda: jobs(queue())],
    accepted=[
        lambda: jobs(queue(depth=10_000), per_second(200)),
        lambda: jobs(queue("RabbitMQ"), per_second(200)),
        lambda: jobs(queue(), per_second(200), limited=True),
        lambda: jobs(Queue("Jobs", engine="Redis", retention=days(1), dead_letter=Queue("Dead jobs"), max_receives=5)),
        lambda: jobs(queue(None), per_second(200)),
    ],
    see=["backpressure", "backpressure-reject", "redis-queue", "unbounded-queue"],
)
