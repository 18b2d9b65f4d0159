"""A component stands in the design, and nothing leads to it or from it.

## Why it matters
It takes no part in anything: no load reaches it, no path goes through it, no rule finds anything about it, so that a reader takes
it for sound. As a rule a connection was forgotten, or went with a part that was removed.

## What to do
Connect it, or take it out. What is there on purpose and has no connection, such as a tool that people run by hand, says so in
its `note`.

## When it does not apply
- Another part speaks of it: it is a dead letter queue, keeps keys or counts, or is what something moves to.
- Monitoring watches without being connected, and an external system is there whether it is called or not.
- A connection leads to the group that it stands in.
- It has a `note`.
- No two components of the design are connected yet.
"""

from collections.abc import Iterator

from archgen import (
    Calls,
    Client,
    Component,
    Database,
    Design,
    ExternalSystem,
    Group,
    Monitoring,
    Queue,
    Reads,
    Scheduler,
    SearchIndex,
    Service,
    Worker,
    WorkQueue,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, agreeing, does, spoken_of


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    if not any(architecture.connections()):
        return
    elsewhere = spoken_of(architecture)
    for component in architecture.components():
        excused = isinstance(component, (Monitoring, ExternalSystem)) or component.note or component in elsewhere
        if not excused and not any(architecture.into(component)) and not any(architecture.out_of(component)):
            name = component.name
            it = agreeing(name, "it")
            yield Problem(
                component,
                f"{does(name, 'is')} connected with nothing",
                [Fact(f"no connection leads to {name} or from {it}, and no other part speaks of {it}", component)],
                f"connect {name}, say in a note what {agreeing(name, 'it is')} there for, or take {it} out",
                asks=True,
            )


def shop(*others: Component) -> Design:
    service = Service("Shop")
    return Design("Shop", [Calls(Client("App"), service), Reads(service, Database("Orders")), *others])


def queued() -> Design:
    failed = Queue("Failed jobs")
    return Design("Jobs", [failed, WorkQueue(Service("API"), Queue("Jobs", dead_letter=failed), Worker("Worker"))])


def grouped() -> Design:
    tier = Group("Web")
    return Design("Site", [Service("One", group=tier), Service("Two", group=tier), Calls(Client("App"), tier)])


rule = Rule(
    "AR014",
    Severity.INFO,
    check,
    flagged=[
        lambda: shop(SearchIndex("Search")),
        lambda: shop(Service("Reports"), Scheduler("Nightly")),
        lambda: shop(Queue("Jobs")),
    ],
    accepted=[
        shop,
        queued,
        grouped,
        lambda: shop(Monitoring("Monitoring"), ExternalSystem("Status page")),
        lambda: shop(Service("Repair tool", note="run by hand")),
        lambda: Design("Plan", [Service("One"), Service("Two")]),
    ],
    see=["broker-that-nobody-takes-from", "store-that-is-never-read"],
)
