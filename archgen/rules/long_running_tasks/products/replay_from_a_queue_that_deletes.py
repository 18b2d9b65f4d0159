"""Old messages have to be read again, and the queue deletes each one when its work is done.

## Why it matters
A report is found to have been wrong for a week, the bug is mended, and the week has to be calculated anew. A queue has nothing to
do that with: SQS, RabbitMQ and jobs in Redis forget a message when it is confirmed, and their retention counts for what nobody
took. What is left is to make the messages up from whatever databases still hold, where last week's state has been written over.

## What to do
- Put a log in front, kept for as long as you may have to go back, and let the queue be filled from it where workers need one.
- Or write every message to an object store as well, by day and hour, and have a tool that sends a range of them again.
- Where jobs stand in a table with all that they need, that is the archive: draw the way by which they are put on the queue again
  (`purpose` replay).

## When it does not apply
- It is a log, a stream, or a topic that keeps what was taken.
- It is filled from a log, or whoever takes its messages writes them to a log, a warehouse or an archive.
- Something puts them on it again, with replay as its purpose.
- It holds dead letters: those were never done.
- Which product it is, is not stated: that is asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Component,
    Consumes,
    Database,
    Design,
    Log,
    ObjectStore,
    Publishes,
    Queue,
    Requirements,
    Scheduler,
    Service,
    Topic,
    Uploads,
    Warehouse,
    Worker,
    Writes,
    days,
)
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Product,
    Rule,
    Severity,
    Store,
    agreeing,
    dead_letters,
    does,
    named,
    stated,
)


@dataclass(frozen=True)
class Need:
    """A broker whose messages have to be read again, and what says so."""

    broker: Broker
    fact: Fact


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    around = _Around(architecture)
    for need in _needs(architecture):
        deletes = _deletes(need.broker)
        if deletes is not False and need.broker not in dead_letters(architecture) and not around.archives(need.broker):
            yield _problem(need, deletes, around.beside(need.broker))


def _needs(architecture: Architecture) -> Iterator[Need]:
    """What says so of itself; else the first that work is taken from, where the design says so of all and keeps nothing."""
    brokers, found = list(architecture.components(Broker)), False
    for broker in brokers:
        says = next((one for one in (broker, broker.requirements) if one is not None and one.replay_needed), None)
        if says is not None:
            found = True
            yield Need(broker, stated(says, "replay_needed"))
    needs = architecture.design.requirements
    if needs.replay_needed and not found and not any(_deletes(one) is False for one in brokers):
        taken = (one for one in brokers if any(architecture.out_of(one, Consumes)) and one not in dead_letters(architecture))
        yield from (Need(one, stated(needs, "replay_needed")) for one in [*taken][:1])


def _deletes(broker: Broker) -> bool | None:
    """Whether it forgets what was confirmed; None where its product is not known."""
    if isinstance(broker, Topic) and broker.retention is not None:
        return False
    return Product(broker).forgets_what_is_done


def _is_archive(component: Component) -> bool:
    archive = isinstance(component, ObjectStore) and (component.role == "archive" or component.storage_class == "archive")
    return archive or isinstance(component, (Log, Warehouse))


class _Around:
    """What stands around brokers; each component is looked at once."""

    def __init__(self, architecture: Architecture) -> None:
        self._architecture = architecture
        self._known: dict[tuple[Component, bool], tuple[bool, Component | None]] = {}

    def archives(self, broker: Broker) -> bool:
        """Whether it is filled from a log or archive, or what is taken is kept in one, or somebody puts messages on it again."""
        into = list(self._architecture.into(broker, Interaction))
        givers, takers = self._ends(into, origin=True), self._ends(self._architecture.out_of(broker, Interaction))
        kept = any(self._reaches(one, origin=True)[0] for one in givers) or any(self._reaches(one)[0] for one in takers)
        return kept or any(way.purpose == "replay" for way in into)

    def beside(self, broker: Broker) -> Component | None:
        """The log or store to which those who put messages on it write too."""
        givers = self._ends(self._architecture.into(broker, Interaction), origin=True)
        return next((beside for one in givers if (beside := self._reaches(one)[1])), None)

    def _reaches(self, end: Component, *, origin: bool = False) -> tuple[bool, Component | None]:
        """Whether it is an archive or takes from one, or puts something into one; and the store that is written."""
        if (end, origin) not in self._known:
            ways = self._architecture.into(end, Consumes) if origin else self._architecture.out_of(end, Interaction)
            others = self._ends(ways, origin=origin)
            store = next((one for one in others if isinstance(one, (Store, Log))), None)
            self._known[end, origin] = any(_is_archive(one) for one in (end, *others)), store
        return self._known[end, origin]

    def _ends(self, ways: Iterable[Interaction], *, origin: bool = False) -> list[Component]:
        return [end for way in ways for end in self._architecture.members(way.origin if origin else way.destination)]


def _problem(need: Need, deletes: bool | None, beside: Component | None) -> Problem:
    broker, asks = need.broker, deletes is None
    keeps = f"{does(broker.name, 'keeps')} none that was taken"
    unsaid = f"it is not said whether {does(broker.name, 'keeps')} them"
    again = f"draw how they are put on {broker.name} again from {beside.name} (purpose replay), " if beside else ""
    fix = f"{again}put a log before {broker.name}, or keep every message in an archive as well"
    return Problem(
        broker,
        f"messages of {broker.name} have to be read again, and {unsaid if asks else keeps}",
        [need.fact, stated(broker, "engine"), *([Fact(f"{does(named(beside), 'is')} written beside", beside)] if beside else [])],
        f"state the engine of {broker.name}; if {agreeing(broker.name, 'it deletes')} what is done, {fix}" if asks else fix,
        also=[beside] if beside else [],
        asks=asks,
    )


def clicks(
    broker: Broker, *, needed: bool = False, archive: bool = False, rows: bool = False, again: bool = False, log: bool = False
) -> Design:
    api, worker = Service("API"), Worker("Counter", loss_tolerant=True)
    jobs, sweep = Database("Jobs kept"), Scheduler("Repeater")
    parts = [Publishes(api, broker), Consumes(worker, broker)]
    parts += [Uploads(worker, ObjectStore("Archive", role="archive"))] if archive else []
    parts += [Writes(api, jobs, idempotent=True)] if rows else []
    parts += [Publishes(sweep, broker, "a range of days", purpose="replay")] if again else []
    if log:
        history, filler = Log("History", retention=days(30), replicas=3), Worker("Filler", loss_tolerant=True)
        parts = [Publishes(api, history), Consumes(filler, history), Publishes(filler, broker), Consumes(worker, broker)]
    return Design("Clicks", parts, requirements=Requirements(replay_needed=needed or None))


def queue(engine: str | None = "SQS", *, needed: bool | None = True, kept: timedelta | None = None) -> Queue:
    return Queue("Clicked", engine=engine, replay_needed=needed, retention=kept)


rule = Rule(
    "LT093",
    Severity.WARNING,
    check,
    flagged=[
        lambda: clicks(queue()),
        lambda: clicks(queue("RabbitMQ", kept=days(7))),
        lambda: clicks(queue(needed=None), needed=True),
        lambda: clicks(Topic("Clicked", engine="Redis", replay_needed=True)),
        lambda: clicks(queue(), rows=True),
        lambda: clicks(queue(None)),
    ],
    accepted=[
        lambda: clicks(Log("Clicked", engine="Kafka", replay_needed=True, replicas=3)),
        lambda: clicks(queue(needed=None)),
        lambda: clicks(queue(), archive=True),
        lambda: clicks(queue(), rows=True, again=True),
        lambda: clicks(queue(), log=True),
        lambda: clicks(Topic("Clicked", engine="Google Pub/Sub", replay_needed=True, retention=days(7))),
        lambda: clicks(queue("RabbitMQ Streams")),
    ],
    see=["kafka-log", "message-queue", "log-cluster-for-a-few-tasks"],
)
