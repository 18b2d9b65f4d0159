"""Dead letters are kept, and there is no way to run them again once their cause is mended.

## Why it matters
A dead letter queue keeps work that somebody is still owed. When the bug is mended or the other side is back, 3,000 messages lie
there that would succeed now. Without a way that was made and tried before, somebody writes a script that night, which loses the
order, the attributes or the count of attempts, or sends everything at once to what has just recovered.

## What to do
Have a tool, or a consumer, that moves messages back to the queue they came from: chosen ones first, all of them at a pace that
the workers bear, and each with a note that it came back. State it as `replayed_by`. Work that is done twice must do no harm then.

## When it does not apply
- Something takes from the queue: a worker that sends back, or mends by itself.
- A lost piece of work does no harm: all who take from the first queue are `loss_tolerant`.
- It only keeps what has expired: its queue has a `message_ttl` and says no `max_receives`.
- How they come back is not stated: that is asked where they are said to be needed again (`replay_needed`).
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Worker, minutes
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, TakenWork, agreeing, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    seen = set()
    for queue, takers in TakenWork.by_queue(architecture).items():
        dead = queue.dead_letter
        if not dead or dead in seen or not _keeps_what_matters(queue, takers) or any(architecture.out_of(dead)):
            continue
        seen.add(dead)
        if dead.replayed_by == "none":
            yield _problem(queue, dead)
        elif dead.replayed_by is None and dead.replay_needed:
            yield _question(queue, dead)


def _keeps_what_matters(queue: Queue, takers: Sequence[TakenWork]) -> bool:
    only_expired = queue.message_ttl is not None and queue.max_receives is None
    return not only_expired and not all(one.worker.loss_tolerant for one in takers)


def _problem(queue: Queue, dead: Queue) -> Problem:
    return Problem(
        dead,
        f"what lies in {dead.name} cannot be sent back to {queue.name} when its cause is mended",
        [stated(dead, "replayed_by"), stated(queue, "dead_letter")],
        f"have a tool or a consumer that sends messages back to {queue.name} at a pace {agreeing(queue.name, 'it bears')}, "
        "and state it as replayed_by",
        also=[queue],
    )


def _question(queue: Queue, dead: Queue) -> Problem:
    return Problem(
        dead,
        f"what lies in {dead.name} is needed again, and it is not said how it comes back to {queue.name}",
        [stated(dead, "replayed_by"), stated(dead, "replay_needed")],
        f"state replayed_by of {dead.name}: a tool, a consumer, or none",
        also=[queue],
        asks=True,
    )


def jobs(
    replayed: Literal["tool", "none"] | None,
    *,
    needed: bool | None = None,
    loss_tolerant: bool | None = None,
    receives: int | None = 5,
    ttl: timedelta | None = None,
) -> Design:
    dead = Queue("Dead jobs", replayed_by=replayed, replay_needed=needed, alarm="ticket")
    queue, api = Queue("Jobs", dead_letter=dead, max_receives=receives, message_ttl=ttl), Service("API")
    worker = Worker("Worker", loss_tolerant=loss_tolerant)
    return Design("Jobs", [Calls(Client("App"), api), Publishes(api, queue), Consumes(worker, queue)])


def mended_by_a_worker() -> Design:
    dead = Queue("Dead jobs", replayed_by="none", alarm="ticket")
    queue, repairs = Queue("Jobs", dead_letter=dead, max_receives=5), Worker("Repairs")
    takes = [Consumes(Worker("Worker"), queue), Consumes(repairs, dead)]
    return Design("Jobs", [Publishes(Service("API"), queue), *takes, Publishes(repairs, queue)])


rule = Rule(
    "LT019",
    Severity.INFO,
    check,
    flagged=[lambda: jobs("none"), lambda: jobs(None, needed=True), lambda: jobs("none", ttl=minutes(10))],
    accepted=[
        lambda: jobs("tool"),
        lambda: jobs(None),
        lambda: jobs("none", loss_tolerant=True),
        lambda: jobs("none", receives=None, ttl=minutes(10)),
        mended_by_a_worker,
    ],
    see=["dead-letter-queue", "queue-without-dead-letter", "failure-that-nobody-watches"],
)
