"""A worker confirms a message before it works on it, so that a crash loses the work.

## Why it matters
With its confirmation the broker forgets the message. If the process dies a second later, by a rollout, by memory, by a machine
that is taken away, the work is gone: no queue has it, no dead letter queue gets it, and its status says "processing" for ever.
Ten workers that are replaced twice a day, each with one piece in hand, lose twenty pieces a day.

## What to do
Confirm after the work and after its result is written. Messages come twice now and then, so make the work such that twice does no
more than once, with a key that is claimed before the effect. If that takes longer than the broker waits, confirm early but keep a
lease of your own in the table of jobs, and let a sweep start again what nobody holds. A consumer of a log confirms by noting how
far it is: let it do so after the write (`commit`), or in one transaction with it.

## When it does not apply
- A lost piece does no harm: the worker is `loss_tolerant`.
- At most once is what is promised, of the connection or the queue, as where twice would be worse than never.
- Whether a lost piece does harm is not stated: a warning where its effect reaches the world (a payment, a mail, stock), else that
  is asked.
- A task that sweeps (`reconcile`) finds and repeats what was lost.
- A consumer of a log whose client commits by itself (`auto`): as a rule it does so for what was handed out the last time.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Consumes, Database, Design, Log, Publishes, Queue, Reads, Service, Worker, Writes
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    has_lasting_effect,
    is_swept,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    swept = is_swept(architecture)
    for takes in architecture.connections(Consumes) if not swept else ():
        promised = "at_most_once" in (takes.delivery, getattr(takes.target, "delivery", None))
        if _confirms_early(takes) and not promised:
            workers = (one for one in architecture.members(takes.source) if isinstance(one, Worker))
            yield from (_problem(takes, worker) for worker in workers if not worker.loss_tolerant)


def _confirms_early(takes: Consumes) -> bool:
    """Whether it is stated that a message is gone, or the place in a log noted, before the work."""
    by_queue = isinstance(takes.target, Queue) and takes.acknowledge == "before"
    return by_queue or (isinstance(takes.target, Log) and takes.commit == "before_write")


def _problem(takes: Consumes, worker: Worker) -> Problem:
    broker = takes.target
    attribute, late = ("commit", "after_write") if isinstance(broker, Log) else ("acknowledge", "after")
    unsaid = worker.loss_tolerant is None
    asks = unsaid and not has_lasting_effect(worker)
    takes_it, has, is_one = (agreeing(worker.name, f"it {verb}") for verb in ("takes", "has", "is"))
    them = agreeing(worker.name, "it")
    lost = (
        f"{does(worker.name, 'confirms')} what {takes_it} from {broker.name} before the work, "
        f"so that a crash loses what {has} in hand"
    )
    doubt = ", and it is not said whether that does harm"
    return Problem(
        takes,
        f"{lost}{doubt if asks else ''}",
        [stated(takes, attribute), stated(worker, "loss_tolerant"), stated(worker, "side_effect")],
        f"state whether {does(worker.name, 'is')} loss_tolerant; if not, let {them} confirm after the work"
        if asks
        else f"let {worker.name} confirm after the work and make repeating it harmless, or state that {is_one} loss_tolerant",
        also=[worker, broker],
        severity=Severity.WARNING if unsaid and not asks else None,
        asks=asks,
        edits=[Edit(takes, attribute, late)],
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


def readings(commit: Literal["before_write", "after_write", "auto"], *, loss_tolerant: bool | None = False) -> Design:
    """The same from a log, whose consumers note how far they are."""
    worker, log = Worker("Writer", loss_tolerant=loss_tolerant, idempotent=True), Log("Readings")
    return Design("Readings", [Publishes(Service("Gateway"), log), Consumes(worker, log, commit=commit)])


rule = Rule(
    "LT030",
    Severity.ERROR,
    check,
    flagged=[
        lambda: invoices("before"),
        lambda: invoices("before", loss_tolerant=None, effect="payment"),
        lambda: invoices("before", loss_tolerant=None),
        lambda: readings("before_write"),
        lambda: readings("before_write", loss_tolerant=None),
    ],
    accepted=[
        lambda: invoices("after"),
        lambda: invoices(None),
        lambda: invoices("before", loss_tolerant=True),
        lambda: invoices("before", loss_tolerant=None, effect="payment", once=True),
        lambda: readings("after_write"),
        lambda: readings("auto"),
        lambda: readings("before_write", loss_tolerant=True),
        swept,
    ],
    see=["message-queue", "at-least-once-delivery", "side-effect-without-idempotency"],
)
