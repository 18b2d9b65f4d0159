"""A queue is said to deliver exactly once, and a worker with effects on the world relies on that.

## Why it matters
A broker can keep the same message from being stored twice, and within itself it can tie taking and putting together. What a
worker does outside, a charge or a mail, is not part of that. If the worker dies after the charge and before the confirmation,
the message comes again, as it has to: the broker cannot know. A design that believes otherwise has no key, no check and no test
for the second time, and finds out from its customers.

## What to do
State at least once, which is what there is, and make the second time harmless: claim a key for each effect before it, in one
transaction with what is written or with the other side, and state that the worker is `idempotent`.

## When it does not apply
- The worker is idempotent, or has a key (`idempotency`), or its work has no effect outside.
- Whether it is, is not stated: that is asked.
- At least once is promised: then side effects without such a key are a finding of another rule.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Consumes, Design, IdempotencyKey, Publishes, Queue, Service, Worker
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    does,
    has_effect,
    is_repeatable,
    stated,
    taken_work,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for taken in taken_work(architecture):
        claim, worker = _claim(taken), taken.worker
        if claim and has_effect(worker) and not is_repeatable(worker) and not is_repeatable(taken.consumes):
            yield _problem(taken, claim)


def _claim(taken: TakenWork) -> Fact | None:
    """What says exactly once: the connection, else the queue."""
    says = taken.consumes if taken.consumes.delivery is not None else taken.queue
    return stated(says, "delivery") if says.delivery == "exactly_once" else None


def _problem(taken: TakenWork, claim: Fact) -> Problem:
    queue, worker = taken.queue, taken.worker
    asks = worker.idempotent is None and worker.idempotency is None
    name = worker.name
    is_one, claims, acts = (agreeing(name, f"it {verb}") for verb in ("is", "claims", "acts"))
    dying = "it" if is_one == "it is" else "one"
    message = (
        f"{does(name, 'relies')} on {queue.name} to deliver once, and {agreeing(name, 'acts')} twice where {dying} dies "
        "before it has confirmed"
    )
    unsaid = f"{queue.name} cannot promise {name} once and no more, and it is not said whether twice does harm"
    return Problem(
        taken.consumes,
        unsaid if asks else message,
        [claim, stated(worker, "side_effect"), stated(worker, "idempotent"), stated(worker, "idempotency")],
        f"state of {name} whether {is_one} idempotent"
        if asks
        else f"state at least once as the delivery, and make {name} idempotent by a key that {claims} before {acts}",
        also=[worker, queue],
        asks=asks,
    )


Delivery = Literal["at_most_once", "at_least_once", "exactly_once"]


def charges(delivery: Delivery | None, worker: Worker, *, of_queue: bool = False) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5, delivery=delivery if of_queue else None)
    takes = Consumes(worker, queue, delivery=None if of_queue else delivery)
    return Design("Charges", [Publishes(Service("API"), queue), takes])


rule = Rule(
    "LT031",
    Severity.WARNING,
    check,
    flagged=[
        lambda: charges("exactly_once", Worker("Charger", side_effect="payment", idempotent=False)),
        lambda: charges("exactly_once", Worker("Charger", side_effect="payment", idempotent=False), of_queue=True),
        lambda: charges("exactly_once", Worker("Charger", side_effect="payment")),
    ],
    accepted=[
        lambda: charges("at_least_once", Worker("Charger", side_effect="payment", idempotent=True)),
        lambda: charges("exactly_once", Worker("Counter", side_effect="none", idempotent=False)),
        lambda: charges("exactly_once", Worker("Charger", side_effect="payment", idempotency=IdempotencyKey("order id"))),
        lambda: charges("exactly_once", Worker("Counter")),
    ],
    see=["at-least-once-delivery", "effectively-once-processing", "side-effect-without-idempotency"],
)
