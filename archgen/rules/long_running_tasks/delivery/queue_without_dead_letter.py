"""A queue that work is taken from has no dead letter queue for messages that fail again and again.

## Why it matters
Some messages can never succeed: a field that the worker does not know, a file that is gone, a bug that one input sets off. The
broker hands such a message out again after every failure. It takes the place of work that could be done, fills the log with one
error, and at the head of an ordered queue it stops everything behind it. The other default, dropping a message after so many
tries, loses work without a trace.

## What to do
Give the queue a second one for what has failed, its `dead_letter`, with `max_receives` of 3 to 5. Watch the depth of the second
queue, look at what lands there, mend the cause and send the messages back. A message that failed should wait before it is tried
again: handing it back at once only uses up its tries while the cause lasts.

## When it does not apply
- The queue is itself the dead letter queue of another: its messages wait for people.
- A lost piece of work does no harm and the workers say that they are `loss_tolerant`.
- Messages are delivered at most once (`delivery` is `at_most_once`, or `acknowledge` is `before`): nothing is handed out again.
- Nothing in the design works on what is in the queue: nothing takes from it, or only clients do, which collect their mail.
- Topics: what a subscriber does with its copy is the subscriber's affair.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Topic, Worker
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, does, named, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    failed = {queue.dead_letter for queue in architecture.components(Queue) if queue.dead_letter}
    for queue in architecture.components(Queue):
        risky = [one for one in architecture.out_of(queue, Consumes) if not _may_lose(architecture, one)]
        if risky and not queue.dead_letter and queue not in failed:
            yield _problem(queue, risky)


def _may_lose(architecture: Architecture, consumes: Consumes) -> bool:
    """Whether nothing is handed out twice, or a lost piece does no harm to any who take it."""
    once = consumes.delivery == "at_most_once" or consumes.acknowledge == "before"
    takers = architecture.members(consumes.source)
    return once or all(isinstance(one, Client) or (isinstance(one, Worker) and one.loss_tolerant is True) for one in takers)


def _problem(queue: Queue, risky: Sequence[Consumes]) -> Problem:
    consumers = list(dict.fromkeys(one.source for one in risky))
    workers = [consumer for consumer in consumers if isinstance(consumer, Worker)]
    alternative = f", or state that {does(workers[0].name, 'is')} loss_tolerant if a lost piece does no harm" if workers else ""
    return Problem(
        queue,
        f"{does(queue.name, 'has')} nowhere to put a message that fails again and again: it is retried for ever, "
        "or lost without a trace",
        [
            stated(queue, "dead_letter"),
            *(Fact(named(one), one) for one in risky),
            *(stated(worker, "loss_tolerant") for worker in workers),
        ],
        f"give {queue.name} a second queue as its dead_letter, and max_receives of 3 to 5{alternative}",
        also=consumers,
    )


def jobs(
    queue: Queue, *, loss_tolerant: bool | None = None, delivery: Literal["at_most_once", "at_least_once"] | None = None
) -> Design:
    app, api, worker = Client("App"), Service("API"), Worker("Worker", loss_tolerant=loss_tolerant)
    return Design("Jobs", [Calls(app, api), Publishes(api, queue), Consumes(worker, queue, delivery=delivery)])


def watched() -> Design:
    failed = Queue("Failed jobs")
    design = jobs(Queue("Jobs", dead_letter=failed, max_receives=5))
    return Design("Jobs, the failed ones watched", [*design.parts, Consumes(Worker("Alarm"), failed)])


def broadcast() -> Design:
    news = Topic("News")
    return Design("News", [Publishes(Service("Desk"), news), Consumes(Worker("Mailer"), news)])


rule = Rule(
    "LT017",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(Queue("Jobs")),
        lambda: jobs(Queue("Jobs", dead_letter=False)),
        lambda: jobs(Queue("Jobs"), loss_tolerant=False),
    ],
    accepted=[
        lambda: jobs(Queue("Jobs", dead_letter=Queue("Failed jobs"), max_receives=5)),
        watched,
        lambda: jobs(Queue("Jobs"), loss_tolerant=True),
        lambda: jobs(Queue("Jobs"), delivery="at_most_once"),
        lambda: Design("Hand-over", [Publishes(Service("API"), Queue("Jobs"))]),
        broadcast,
        lambda: Design("Inbox", [Publishes(Service("API"), (inbox := Queue("Inbox"))), Consumes(Client("Phone"), inbox)]),
    ],
    see=["dead-letter-queue", "message-queue", "side-effect-without-idempotency"],
)
