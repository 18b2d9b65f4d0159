"""Messages go into a queue, topic or log, and nothing in the design takes them out.

## Why it matters
A queue without a consumer grows until its limit or retention throws messages away, oldest first, and until then every graph
shows that all is well: publishing works. At 10 messages a second 864,000 lie there after a day. A topic without a subscriber
forgets each message at once; whoever publishes to it is not told.

## What to do
Draw the consumer that is missing. If there is none, leave out the broker and what publishes to it: a message for a reader who
may come one day is better written when that reader comes, out of the store that holds the truth.

## When it does not apply
- It is the dead letter queue of something: what lies there waits for people.
- Its messages go on by themselves: they expire (`message_ttl`) into the queue that is its `dead_letter`, as those do that wait
  there to be tried again.
- It is a log that is kept as the truth, or for old messages to be read again: `event_log`, `compacted` or `replay_needed`.
- Nothing is published to it either: then it is another finding.
- The consumer belongs to others and is not part of this design. Draw it as an external system or a system of its own: that it
  exists is what a reader wants to know.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Log,
    Publishes,
    Queue,
    Reads,
    Service,
    Topic,
    per_second,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    derived,
    does,
    listed,
    named,
    number,
    spoken_of,
)

A_DAY = 86_400


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    elsewhere = spoken_of(architecture)
    for broker in architecture.components(Broker):
        incoming = list(architecture.into(broker))
        fed = [one for one in incoming if not isinstance(one, (Reads, Calls))]
        taken = len(fed) < len(incoming) or any(architecture.out_of(broker))
        if fed and not taken and broker not in elsewhere and not (_kept(broker) or _goes_on(broker)):
            yield _problem(estimate, broker, fed)


def _kept(broker: Broker) -> bool:
    return bool(broker.replay_needed or (isinstance(broker, Log) and (broker.event_log or broker.compacted)))


def _goes_on(broker: Broker) -> bool:
    return isinstance(broker, Queue) and bool(broker.message_ttl and broker.dead_letter)


def _problem(estimate: Estimate, broker: Broker, fed: Sequence[Connection]) -> Problem:
    arriving = estimate.of(broker, "requests")
    much = f": {number(arriving.value * A_DAY)} messages a day" if arriving and arriving.value else ""
    sources = list(dict.fromkeys(one.source for one in fed))
    it = agreeing(broker.name, "it")
    nothing = f"nothing subscribes to {it}" if isinstance(broker, Topic) else f"nothing takes anything out of {it}"
    return Problem(
        broker,
        f"{does(broker.name, 'gets')} messages from {listed([source.name for source in sources])}, and {nothing}{much}",
        [
            *(Fact(named(one), one) for one in fed),
            *([derived(broker, arriving)] if arriving else []),
            Fact(f"no connection leads from {broker.name} to anything, and nothing reads or calls {it}", broker),
        ],
        f"draw what consumes {broker.name}, or leave {it} out with what publishes to {it}",
        also=sources,
    )


def orders(broker: Broker, *parts: Connection) -> Design:
    shop = Service("Shop")
    return Design("Orders", [Calls(Client("App"), shop), Publishes(shop, broker, rate=per_second(10)), *parts])


def watched() -> Design:
    """Failed orders are put aside by the shop itself, and are the dead letters of the queue besides."""
    failed = Queue("Failed orders")
    queue = Queue("Orders", dead_letter=failed)
    return orders(queue, Consumes(Service("Clerk"), queue), Publishes(Service("Till"), failed))


def asked(queue: Queue) -> Design:
    return orders(queue, Reads(Service("Clerk"), queue, "the next order"))


def waiting(ttl: timedelta | None) -> Design:
    """What failed waits in a queue of its own, and goes back from there when it expires."""
    jobs, clerk = Queue("Orders", dead_letter=Queue("Failed orders")), Service("Clerk")
    later = Queue("Later", message_ttl=ttl, dead_letter=jobs)
    return orders(jobs, Consumes(clerk, jobs), Publishes(clerk, later))


rule = Rule(
    "AR010",
    Severity.WARNING,
    check,
    flagged=[
        lambda: orders(Queue("Orders")),
        lambda: orders(Topic("Orders")),
        lambda: orders(Log("Orders", event_log=False)),
        lambda: waiting(None),
    ],
    accepted=[
        lambda: orders((queue := Queue("Orders", dead_letter=Queue("Failed"))), Consumes(Service("Clerk"), queue)),
        lambda: orders((topic := Topic("Orders")), Consumes(ExternalSystem("Partner"), topic)),
        watched,
        lambda: asked(Queue("Orders")),
        lambda: waiting(seconds(30)),
        lambda: orders(Log("Orders", event_log=True)),
        lambda: Design("Nothing yet", [Queue("Orders")]),
    ],
    see=["broker-that-nobody-puts-into", "component-connected-with-nothing", "message-queue"],
)
