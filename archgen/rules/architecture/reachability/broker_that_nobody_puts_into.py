"""Something waits for messages from a queue, topic or log that nothing in the design puts any into.

## Why it matters
The consumer stands ready and never gets anything to do. In a running system somebody publishes, of course; then the design hides
who does, and all that follows from it: how many messages there are, whose outage stops the work, and who must be asked before
the form of a message changes.

## What to do
Draw what publishes: a service, an external system, a store that tells of its changes. Where messages are what a queue before it
gave up, name it as the `dead_letter` of that queue.

## When it does not apply
- It is the dead letter queue of something, or a copy that follows another broker.
- Nothing takes from it either.
- This is a question, as the publisher may stand outside the design on purpose.
"""

from collections.abc import Iterator

from archgen import (
    Client,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Log,
    Notifies,
    Publishes,
    Queue,
    Replicates,
    Service,
    Topic,
    Worker,
)
from archgen.plugin import Architecture, Broker, Estimate, Fact, Problem, Rule, Severity, agreeing, listed, named, spoken_of


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    elsewhere = spoken_of(architecture)
    for broker in architecture.components(Broker):
        taken = list(architecture.out_of(broker, Consumes))
        if taken and not any(architecture.into(broker)) and broker not in elsewhere:
            takers = list(dict.fromkeys(one.source for one in taken))
            wait = "wait" if len(takers) > 1 else agreeing(takers[0].name, "waits")
            it, belongs = agreeing(broker.name, "it"), agreeing(broker.name, "it belongs")
            yield Problem(
                broker,
                f"{listed([taker.name for taker in takers])} {wait} for messages from {broker.name}, and nothing puts any in",
                [*(Fact(named(one), one) for one in taken), Fact(f"no connection leads to {broker.name}", broker)],
                f"draw what publishes to {broker.name}, or name {it} as dead_letter of the queue that {belongs} to",
                also=takers,
                asks=True,
            )


def mail(broker: Broker, *parts: Connection) -> Design:
    return Design("Mail", [Consumes(Worker("Mailer"), broker), *parts])


def failed() -> Design:
    dead = Queue("Failed mails")
    jobs = Queue("Mails", dead_letter=dead)
    parts: list[Connection] = [
        Publishes(Service("Shop"), jobs),
        Consumes(Worker("Mailer"), jobs),
        Consumes(Worker("Alarm"), dead),
    ]
    return Design("Mail", parts)


def undelivered() -> Design:
    dead = Queue("Undelivered")
    tell = Notifies(Service("Shop"), ExternalSystem("Partner"), channel="webhook", dead_letter=dead)
    return Design("Webhooks", [tell, Consumes(Worker("Alarm"), dead)])


rule = Rule(
    "AR011",
    Severity.INFO,
    check,
    flagged=[
        lambda: mail(Queue("Mails", dead_letter=Queue("Failed mails"))),
        lambda: mail(Topic("Orders")),
        lambda: mail(Log("Orders")),
    ],
    accepted=[
        lambda: mail((queue := Queue("Mails", dead_letter=Queue("Failed"))), Publishes(Service("Shop"), queue)),
        failed,
        undelivered,
        lambda: mail((copy := Log("Orders")), Replicates(Log("Orders elsewhere"), copy)),
        lambda: Design("Plan", [Queue("Mails"), Client("App")]),
    ],
    see=["broker-that-nobody-takes-from"],
)
