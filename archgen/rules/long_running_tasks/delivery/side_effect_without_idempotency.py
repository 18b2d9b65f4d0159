"""A worker acts on the world, gets some messages twice, and acts twice.

## Why it matters
A worker that confirms a message after its work can crash, or lose the network, between the two. The broker has heard nothing
and hands the message out again. That is what "at least once" means, and for effects outside itself no broker does better:
exactly once is something the consumer makes, not something a queue delivers. For a worker that only computes, twice is as good
as once. For one that charges a card, sends mail or takes the last item from stock, a customer pays twice.

## What to do
Give each effect a key that stays the same when the message comes again, claim the key in one transaction with the effect or
before it, and pass it on to whoever carries the effect out; payment providers take such a key. Looking first, acting, and
noting afterwards is not enough: two deliveries can both look before either notes. A key made by the server for each job does
not help against a client that submits twice, so take it from what must happen only once, such as the order and the step. Then
state that the worker is `idempotent`.

## When it does not apply
- The worker is idempotent, or its work has no effect outside: its `side_effect` is `none`.
- Messages come at most once, confirmed before the work: some are lost then, none is doubled.
- The effect can be taken back (`reversible`), or a second one only annoys (`notification`): a warning.
- What is promised of delivery is not stated, only that a message is confirmed after the work: a warning, as some brokers hand
  out nothing twice.
- Whether the worker is idempotent is not stated: that is asked, at info.
- Nothing at all is said of delivery: it is asked where the effect stays done, since most brokers hand out some messages twice.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Consumes, Design, Log, Publishes, Queue, Service, Worker
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    has_effect,
    has_lasting_effect,
    is_repeatable,
    leaves_repeats_open,
    stated,
    surely_comes_again,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    seen = set()
    for consumes in architecture.connections(Consumes):
        for worker in architecture.members(consumes.source):
            if isinstance(worker, Worker) and worker not in seen and _acts_twice(worker, consumes):
                seen.add(worker)
                yield _problem(worker, consumes)


def _acts_twice(worker: Worker, consumes: Consumes) -> bool:
    again = surely_comes_again(consumes) and has_effect(worker)
    unsaid = leaves_repeats_open(consumes) and has_lasting_effect(worker)
    return (again or unsaid) and not is_repeatable(worker) and not is_repeatable(consumes)


def _problem(worker: Worker, consumes: Consumes) -> Problem:
    promise = _promise(consumes)
    name, source = worker.name, consumes.target.name
    acts, is_one = agreeing(name, "acts"), agreeing(name, "it is")
    confirms = "commit" if consumes.commit else "acknowledge"
    facts = [stated(worker, "side_effect"), stated(worker, "idempotent"), promise or stated(consumes, confirms)]
    if worker.idempotent is None:
        message = f"{name} may get a message twice and {agreeing(name, 'does')} not say whether acting twice does harm"
        fix = f"state of {name} whether {is_one} idempotent, that is, whether the same message twice does no more than once"
        return Problem(worker, message, facts, fix, also=[consumes], asks=True)
    if leaves_repeats_open(consumes):
        message = (
            f"{does(name, 'does')} harm when {agreeing(name, 'it acts')} twice, and it is not said whether "
            f"{does(source, 'hands')} out some twice"
        )
        fix = (
            f"state the delivery of what {does(name, 'takes')}, or claim a key with the effect and state that {is_one} idempotent"
        )
        return Problem(worker, message, facts, fix, also=[consumes], asks=True)
    again = f"{does(name, 'gets')} a message again when its confirmation is lost, and then {acts} a second time"
    after = f"{does(name, 'confirms')} a message after {agreeing(name, 'its')} work"
    likely = f"{after}: where it is handed out again, {name} {acts} a second time"
    message = again if promise else likely
    fix = f"claim an idempotency key together with the effect, pass it on, and state that {does(name, 'is')} idempotent"
    fix = fix if promise else f"{fix}, or state the delivery of what {agreeing(name, 'it takes')} from {source}"
    milder = Severity.WARNING if not has_lasting_effect(worker) or not promise else None
    return Problem(worker, message, facts, fix, also=[consumes], severity=milder)


def _promise(consumes: Consumes) -> Fact | None:
    """What is stated of delivery: of the connection, else of what it takes from."""
    says = next((one for one in (consumes, consumes.target) if getattr(one, "delivery", None)), None)
    return stated(says, "delivery") if says else None


Effect = Literal["none", "reversible", "irreversible", "payment", "email", "notification", "inventory"]


def orders(
    side_effect: Effect | None,
    *,
    idempotent: bool | None = False,
    acknowledge: Literal["before", "after"] | None = "after",
    delivery: Literal["at_most_once", "at_least_once"] | None = None,
) -> Design:
    queue = Queue("Orders", dead_letter=Queue("Failed orders"), max_receives=5)
    worker = Worker("Clerk", side_effect=side_effect, idempotent=idempotent)
    consumes = Consumes(worker, queue, acknowledge=acknowledge, delivery=delivery)
    return Design("Orders", [Publishes(Service("Shop"), queue), consumes])


def logged(commit: Literal["before_write", "after_write"]) -> Design:
    """The same from a log. What is noted too early is another finding, which harms nobody who can bear a loss."""
    worker, log = Worker("Clerk", side_effect="payment", idempotent=False, loss_tolerant=True), Log("Orders")
    return Design("Orders", [Publishes(Service("Shop"), log), Consumes(worker, log, commit=commit)])


rule = Rule(
    "LT032",
    Severity.ERROR,
    check,
    flagged=[
        lambda: orders("payment", delivery="at_least_once"),
        lambda: orders("email", acknowledge=None, delivery="at_least_once"),
        lambda: orders("payment"),
        lambda: orders("reversible", delivery="at_least_once"),
        lambda: orders("inventory", idempotent=None),
        lambda: orders("payment", acknowledge=None),
        lambda: orders("payment", idempotent=None, acknowledge=None),
        lambda: logged("after_write"),
    ],
    accepted=[
        lambda: orders("payment", idempotent=True),
        lambda: orders("payment", acknowledge="before"),
        lambda: orders("payment", delivery="at_most_once"),
        lambda: orders("notification", acknowledge=None),
        lambda: orders("payment", acknowledge=None, delivery="at_most_once"),
        lambda: logged("before_write"),
        lambda: orders("none"),
        lambda: orders(None),
    ],
    see=["message-queue", "queue-without-dead-letter"],
)
