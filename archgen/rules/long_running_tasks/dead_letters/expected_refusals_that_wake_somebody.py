"""Refusals that are part of the work go to dead letters, and each of those wakes somebody.

## Why it matters
Of 100,000 mails 2,000 do not arrive: the address is wrong, the person has left. Nothing is broken and nobody can mend it. A dead
letter queue that pages for each of them teaches its owners to swipe the alarm away, and on the day on which one of them is a
fault, it is swiped away too.

## What to do
- Settle what is expected in the worker: note the address as one that takes no mail, mark the job as refused, confirm the message.
- Or give such refusals a queue of their own that is looked at once a week, so that the other one only holds faults.
- State which failures are expected (`rejects`) and what becomes of them (`on_expected_failure`).

## When it does not apply
- Expected refusals are dropped, or tried again, and never become dead letters.
- The alarm of the queue is a `ticket` or none: nobody gets up for it.
- What becomes of them is not stated: that is asked.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Consumes, Design, Publishes, Queue, Service, Worker
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, TakenWork, agreeing, does, listed, stated, taken_work


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for taken in taken_work(architecture):
        dead = taken.queue.dead_letter
        ends_there = taken.consumes.on_expected_failure in ("dead_letter", None)
        if dead and dead.alarm == "page" and taken.worker.rejects and ends_there:
            yield _problem(taken, dead)


def _problem(taken: TakenWork, dead: Queue) -> Problem:
    refused, name = listed(taken.worker.rejects or ()), taken.worker.name
    asks = taken.consumes.on_expected_failure is None
    gets = agreeing(dead.name, "may get" if asks else "gets")
    instead = f"settle {refused} in {name}, or give such work a queue that wakes nobody"
    return Problem(
        dead,
        f"{does(dead.name, 'pages')} somebody, and {gets} what {does(name, 'expects')} to fail: {refused}",
        [stated(dead, "alarm"), stated(taken.worker, "rejects"), stated(taken.consumes, "on_expected_failure")],
        f"state on_expected_failure of what {does(name, 'takes')}; if it is dead_letter, {instead}" if asks else instead,
        also=[taken.worker, taken.consumes],
        asks=asks,
    )


Alarm = Literal["page", "ticket", "none"]
Fate = Literal["drop", "dead_letter", "retry"]


def mails(alarm: Alarm | None, fate: Fate | None, *, rejects: list[str] | None = None) -> Design:
    dead = Queue("Dead mails", alarm=alarm, replayed_by="tool")
    queue = Queue("Mails", dead_letter=dead, max_receives=5)
    mailer = Worker("Mailer", rejects=["bounced"] if rejects is None else rejects)
    return Design("Mailing", [Publishes(Service("Campaigns"), queue), Consumes(mailer, queue, on_expected_failure=fate)])


rule = Rule(
    "LT020",
    Severity.INFO,
    check,
    flagged=[
        lambda: mails("page", "dead_letter"),
        lambda: mails("page", "dead_letter", rejects=["bounced", "unsubscribed"]),
        lambda: mails("page", None),
    ],
    accepted=[
        lambda: mails("page", "drop"),
        lambda: mails("page", "retry"),
        lambda: mails("ticket", "dead_letter"),
        lambda: mails("none", None),
        lambda: mails("page", "dead_letter", rejects=[]),
    ],
    see=["dead-letter-queue", "failure-that-nobody-watches"],
)
