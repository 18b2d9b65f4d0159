"""While what a worker calls is down, everything that arrives fails for good and becomes a dead letter.

## Why it matters
Attempts are made for failures that pass in seconds. When a payment provider is down for ten minutes, each message uses up its
attempts and is set aside; at 50 a second that is 30,000 dead letters, though none of them has a fault of its own. Somebody has to
sort them from those that have, and send them back.

## What to do
- Stop taking work while the other side is down, and try one piece now and then: the queue is made to hold what waits. State it as
  `pauses_on_failure`.
- A `circuit_breaker` tells when that is; what it refuses must stay in the queue, and not count as an attempt.
- Or space the attempts so that they outlast an outage: `retry_delay` times `max_receives` above ten minutes.

## When it does not apply
- The worker pauses, or its calls have a circuit breaker or another answer (`on_failure` is fallback, queue or ignore).
- The attempts outlast the outage, or fewer than a thousand messages arrive in its course.
- What is called is not another's system: what we run ourselves we can mend, or scale.
- How many arrive is not known, or neither is stated, a pause or a breaker. Where only the breaker is said not to be there, the
  pause is asked about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    CircuitBreaker,
    Consumes,
    Design,
    ExternalSystem,
    Publishes,
    Queue,
    Rate,
    Retry,
    Service,
    Worker,
    minutes,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Count,
    Duration,
    Estimate,
    Interaction,
    Problem,
    Quantity,
    Rule,
    Severity,
    TakenWork,
    derived,
    does,
    number,
    readable,
    stated,
    taken_work,
)

OUTAGE = minutes(10)
SOFTENED = ("fallback", "queue", "ignore")


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    outage: Duration = OUTAGE
    """How long an outage is planned for. Tool default: 10 min."""
    tolerable: Count = 1_000
    """How many dead letters one outage may leave. Tool default: 1,000, which a person can still sort in a day."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    failing: dict[Worker, Calls | None] = {}
    for taken in taken_work(architecture):
        arriving = estimate.of(taken.queue, "requests")
        if not arriving or arriving.value * options.outage.total_seconds() <= options.tolerable or not _gives_up(taken, options):
            continue
        if taken.worker not in failing:
            calls = architecture.out_of(taken.worker, Calls)
            failing[taken.worker] = next((call for call in calls if _fails_with_it(architecture, taken, call)), None)
        call = failing[taken.worker]
        if call:
            yield _problem(taken, call, arriving, options)


def _gives_up(taken: TakenWork, options: Options) -> bool:
    """Whether a message uses up its attempts before the outage ends, and is set aside then."""
    tries, delay = taken.queue.max_receives, taken.queue.retry_delay or timedelta()
    if not taken.queue.dead_letter or not isinstance(tries, int) or taken.worker.pauses_on_failure:
        return False
    return taken.is_handed_out_again and delay * (tries - 1) < options.outage


def _fails_with_it(architecture: Architecture, taken: TakenWork, call: Interaction) -> bool:
    outside = any(isinstance(end, ExternalSystem) for end in architecture.members(call.target))
    own = call.retry.deadline if call.retry else None
    patient = call.retry and (call.retry.attempts == "unlimited" or (own is not None and own >= OUTAGE))
    said = taken.worker.pauses_on_failure is False or call.circuit_breaker is False
    return bool(
        said and outside and not call.circuit_breaker and call.on_failure not in SOFTENED and call.mode != "async" and not patient
    )


def _problem(taken: TakenWork, call: Calls, arriving: Quantity, options: Options) -> Problem:
    dead = taken.queue.dead_letter or taken.queue
    count = number(arriving.value * options.outage.total_seconds())
    asks = taken.worker.pauses_on_failure is None
    down = f"while {does(call.target.name, 'is')} down"
    while_down = f"{down} for {readable(options.outage)}"
    doubt = f"unless {does(taken.worker.name, 'stops')} taking work, which is not said"
    return Problem(
        taken.queue,
        f"{while_down}, {count} messages of {taken.queue.name} become dead letters in {dead.name}{f', {doubt}' if asks else ''}",
        [
            derived(taken.queue, arriving),
            stated(taken.queue, "max_receives"),
            stated(taken.worker, "pauses_on_failure"),
            stated(call, "circuit_breaker"),
        ],
        f"let {taken.worker.name} stop taking work {down}, and state it as pauses_on_failure",
        also=[taken.worker, call],
        asks=asks,
    )


def charges(
    rate: Rate | None,
    *,
    pauses: bool | None = False,
    breaker: CircuitBreaker | Literal[False] | None = None,
    delay: timedelta | None = None,
    outside: bool = True,
) -> Design:
    queue = Queue("Charges", dead_letter=Queue("Dead charges"), max_receives=5, retry_delay=delay)
    worker = Worker("Charger", pauses_on_failure=pauses, idempotent=True, replicas=100, concurrency=1, task_duration=seconds(1))
    provider = ExternalSystem("Payment provider") if outside else Service("Payments")
    retry = Retry(3, backoff="exponential", jitter=True, initial=seconds(1))
    call = Calls(worker, provider, retry=retry, circuit_breaker=breaker, timeout=seconds(5), idempotent=True)
    return Design("Charges", [Publishes(Service("Shop"), queue, rate=rate), Consumes(worker, queue), call])


rule = Rule(
    "LT029",
    Severity.INFO,
    check,
    flagged=[
        lambda: charges(per_second(50)),
        lambda: charges(per_second(50), delay=seconds(10)),
        lambda: charges(per_second(50), pauses=None, breaker=False),
    ],
    accepted=[
        lambda: charges(per_second(50), pauses=True),
        lambda: charges(per_second(50), breaker=CircuitBreaker(failure_share=0.5, open_for=seconds(30))),
        lambda: charges(per_second(50), delay=minutes(5)),
        lambda: charges(per_second(1)),
        lambda: charges(None),
        lambda: charges(per_second(50), pauses=None),
        lambda: charges(per_second(50), outside=False),
    ],
    see=["dead-letter-queue", "queue-without-dead-letter"],
    options=Options,
)
