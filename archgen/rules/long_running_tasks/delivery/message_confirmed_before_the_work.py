"""A worker confirms a message before it works on it, so that a crash loses the work.

## Why it matters
With its confirmation the broker forgets the message. If the process dies a second later, by a rollout, by memory, by a machine
that is taken away, the work is gone: no queue has it, no dead letter queue gets it, and its status says "processing" for ever.
Ten workers that are replaced twice a day, each with one piece in hand, lose twenty pieces a day.

## What to do
Confirm after the work and after its result is written. Messages come twice now and then, so make the work such that twice does no
more than once, with a key that is claimed before the effect. If that takes longer than the broker waits, confirm early but keep a
lease of your own in the table of jobs, and let a sweep start again what nobody holds.

## When it does not apply
- A lost piece does no harm: the worker is `loss_tolerant`.
- At most once is what is promised, of the connection or the queue, as where twice would be worse than never.
- Whether a lost piece does harm is not stated: a warning where its effect reaches the world (a payment, a mail, stock), else that
  is asked.
- A task that sweeps (`reconcile`) finds and repeats what was lost.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Consumes, Database, Design, Publishes, Queue, Reads, Service, Worker, Writes
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    TakenWork,
    has_lasting_effect,
    is_swept,
    stated,
    taken_work,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    swept = is_swept(architecture)
    for taken in taken_work(architecture):
        promised = "at_most_once" in (taken.consumes.delivery, taken.queue.delivery)
        if taken.consumes.acknowledge == "before" and not promised and not swept and not taken.worker.loss_tolerant:
            yield _problem(taken)


def _problem(taken: TakenWork) -> Problem:
    queue, worker = taken.queue, taken.worker
    unsaid = worker.loss_tolerant is None
    asks = unsaid and not has_lasting_effect(worker)
    lost = f"{worker.name} confirms what it takes from {queue.name} before the work, so that a crash loses what it has in hand"
    doubt = ", and it is not said whether that does harm"
    return Problem(
        taken.consumes,
        f"{lost}{doubt if asks else ''}",
        [stated(taken.consumes, "acknowledge"), stated(worker, "loss_tolerant"), stated(worker, "side_effect")],
        f"state whether {worker.name} is loss_tolerant; if not, let it confirm after the work"
        if asks
        else f"let {worker.name} confirm after the work and make repeating it harmless, or state that it is loss_tolerant",
        also=[worker, queue],
        severity=Severity.WARNING if unsaid and not asks else None,
        asks=asks,
        edits=[Edit(taken.consumes, "acknowledge", "after")],
        unsafe=True,
    )


Effect = Literal["none", "payment"]


def invoices(
    acknowledge: Literal["before", "after"] | None,
    *,
    loss_tolerant: bool | None = False,
    effect: Effect | None = None,
    once: bool = False,
) -> Design:
    worker = Worker("Invoices", loss_tolerant=loss_tolerant, side_effect=effect, idempotent=True)
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    takes = Consumes(worker, queue, acknowledge=acknowledge, delivery="at_most_once" if once else None)
    return Design("Invoices", [Publishes(Service("API"), queue), takes])


def swept() -> Design:
    """What was lost is found again, by its state."""
    states, sweep = Database("Job states"), Worker("Sweep", task="reconcile")
    return Design("Invoices", [*invoices("before", loss_tolerant=None).parts, Writes(sweep, states), Reads(sweep, states)])


rule = Rule(
    "LT030",
    Severity.ERROR,
    check,
    flagged=[
        lambda: invoices("before"),
        lambda: invoices("before", loss_tolerant=None, effect="payment"),
        lambda: invoices("before", loss_tolerant=None),
    ],
    accepted=[
        lambda: invoices("after"),
        lambda: invoices(None),
        lambda: invoices("before", loss_tolerant=True),
        lambda: invoices("before", loss_tolerant=None, effect="payment", once=True),
        swept,
    ],
    see=["message-queue", "at-least-once-delivery", "side-effect-without-idempotency"],
)
