"""Whether work was done already is looked up first and noted last, so that two at once both find nothing.

## Why it matters
Look, act, note: between the look and the note lies all the work. A second delivery in that time, from a lease that ran out or a
client that was impatient, looks too, finds no key, and charges again. And a crash after the act and before the note leaves no
key, so that the next delivery acts once more, however few workers there are.

## What to do
Claim the key first, by one insert that fails the second time (a unique constraint, or a write that succeeds only if the key is
not there), and act only if it went through; or write key and effect in one transaction. Hand the same key to whoever carries
out what lies outside, so that a crash between the two is harmless too. State it as `claim` atomic or provider.

## When it does not apply
- The key is claimed in one step, or by the other side.
- One worker with one piece at a time, whose lease is longer than the work: nobody else can look meanwhile.
- How it is claimed is not stated. How many there are is not: that is asked.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    Component,
    Consumes,
    Design,
    IdempotencyKey,
    Publishes,
    Queue,
    Service,
    Worker,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Interaction,
    Problem,
    Rule,
    Severity,
    TakenWork,
    Word,
    agreeing,
    fail_together,
    listed,
    stated,
    taken_work,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    lapsing = {one.worker: one for one in taken_work(architecture) if _lapses(one)}
    for worker in architecture.components(Worker):
        if worker.idempotency and worker.idempotency.claim == "check_then_act":
            yield from _problems(worker, [worker], lapsing)
    for way in architecture.connections(Interaction):
        if way.idempotency and way.idempotency.claim == "check_then_act":
            yield from _problems(way, architecture.members(way.destination), lapsing)


def _lapses(taken: TakenWork) -> bool:
    """Whether a message may be handed to a second worker while the first is at it."""
    lease, longest = taken.fixed_lease, taken.slowest
    return bool(lease and longest and longest[0] >= lease)


def _problems(says: Word, takers: Sequence[Component], lapsing: dict[Worker, TakenWork]) -> Iterator[Problem]:
    again = next((lapsing[one] for one in takers if isinstance(one, Worker) and one in lapsing), None)
    together = fail_together(takers)
    if takers and (again or together is not False):
        yield _problem(says, takers, again, asks=not together and again is None)


def _problem(says: Word, takers: Sequence[Component], again: TakenWork | None, *, asks: bool) -> Problem:
    names = listed([one.name for one in takers])
    facts = [stated(one, name) for one in takers if isinstance(one, (Worker, Service)) for name in ("replicas", "concurrency")]
    facts += [stated(again.queue, "visibility_timeout")] if again else []
    sure = f"two of {names} that look for a key at once both find none, and both act"
    looks, acts, notes = (_done_by(takers, verb) for verb in ("looks", "it acts", "notes"))
    unsaid = (
        f"{names} {looks} for a key before {acts} and {notes} it afterwards, and it is not said whether two can do so at once"
    )
    return Problem(
        says,
        unsaid if asks else sure,
        [stated(says, "idempotency"), *facts],
        f"state replicas and concurrency of {names}, or claim the key by one insert that fails the second time"
        if asks
        else "claim the key by one insert that fails the second time, before the act, and hand it to whoever acts outside",
        also=[one for one in takers if one is not says],
        asks=asks,
    )


def _done_by(takers: Sequence[Component], verb: str) -> str:
    """The verb as these do it: one may have a plural name, several are several."""
    return agreeing(takers[0].name if len(takers) == 1 else "takers", verb)


Claim = Literal["atomic", "check_then_act", "provider"]


def charges(claim: Claim | None, *, replicas: int | None = 4, at_once: int | None = 1, lease: timedelta | None = None) -> Design:
    key = IdempotencyKey("order id and step", claim=claim)
    worker = Worker(
        "Charger", idempotency=key, idempotent=True, replicas=replicas, concurrency=at_once, task_duration=seconds(40)
    )
    queue = Queue("Charges", dead_letter=Queue("Dead charges"), max_receives=5, visibility_timeout=lease)
    return Design("Charges", [Publishes(Service("Shop"), queue), Consumes(worker, queue)])


def orders(claim: Claim, replicas: int) -> Design:
    key = IdempotencyKey("order id", made_by="client", claim=claim)
    api = Service("Orders", replicas=replicas, concurrency=1)
    return Design("Orders", [Calls(Service("Shop", replicas=2), api, idempotency=key, timeout=seconds(5))])


rule = Rule(
    "LT033",
    Severity.WARNING,
    check,
    flagged=[
        lambda: charges("check_then_act"),
        lambda: charges("check_then_act", replicas=1, at_once=10),
        lambda: charges("check_then_act", replicas=1, lease=seconds(30)),
        lambda: orders("check_then_act", 3),
        lambda: charges("check_then_act", replicas=None),
    ],
    accepted=[
        lambda: charges("atomic"),
        lambda: charges("provider"),
        lambda: charges("check_then_act", replicas=1, lease=minutes(5)),
        lambda: charges(None),
        lambda: orders("atomic", 3),
    ],
    beside=["LT036"],
    see=["idempotency-key", "idempotent-consumer", "side-effect-without-idempotency"],
)
