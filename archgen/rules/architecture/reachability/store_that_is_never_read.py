"""A store is written to, and nothing in the design ever looks at what is in it.

## Why it matters
Every write costs, and only a read gives anything back. A table that nobody reads is kept, backed up, migrated and moved under
the law of data protection for nothing. More often there is a reader who was forgotten, and that is worse: the load that was
estimated for the store is the smaller half of what comes, and nobody has asked which index that reader needs.

## What to do
Draw who reads: the service that shows it, the report, the person who looks things up. Where nobody does, leave the writes out.

## When it does not apply
- It is an archive, or holds what has to be provable later: an `archive` as role or storage class, data of the category `audit`.
- It is a warehouse, where people ask whatever comes to their minds.
- Something else speaks of it: a view is made from it, keys or counts are kept in it, something moves into it, its changes are
  consumed or copied, or a write looks before it writes.
- No store of the design is read: then it tells of writes alone. The finding is a question in any case.
"""

from collections.abc import Iterator

from archgen import (
    Cache,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Downloads,
    Entity,
    ObjectStore,
    Publishes,
    Reads,
    Service,
    Topic,
    Uploads,
    Warehouse,
    Worker,
    Writes,
    seconds,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, Store, agreeing, does, listed, named, spoken_of


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    if not any(architecture.connections(Reads)) and not any(architecture.connections(Downloads)):
        return
    elsewhere = spoken_of(architecture)
    for store in architecture.components():
        written = [one for one in architecture.into(store) if isinstance(one, (Writes, Uploads))]
        if written and _should_be_read(store) and store not in elsewhere and not _is_read(architecture, store):
            writers = list(dict.fromkeys(one.source for one in written))
            it = agreeing(store.name, "it")
            yield Problem(
                store,
                f"{does(store.name, 'is')} written to by {listed([writer.name for writer in writers])}, and nothing reads {it}",
                [*(Fact(named(one), one) for one in written), Fact(f"nothing reads, consumes or copies {store.name}", store)],
                f"draw who reads {store.name}, or leave out what is written for nobody",
                also=writers,
                asks=True,
            )


def _should_be_read(store: Component) -> bool:
    match store:
        case Warehouse() | ObjectStore(role="archive") | ObjectStore(storage_class="archive"):
            return False
        case Store() | Cache():
            kept = [one for one in store.holds or () if isinstance(one, Entity)]
            return not kept or any(one.category != "audit" for one in kept)
    return False


def _is_read(architecture: Architecture, store: Component) -> bool:
    """Whether something comes out of it: by who asks for it, what follows it, or a write that looks first."""
    looked = any(not isinstance(one, (Writes, Uploads)) or _looks(one) for one in architecture.into(store))
    handed_on = any(not isinstance(one, (Reads, Publishes)) for one in architecture.out_of(store))
    return looked or handed_on


def _looks(write: Writes | Uploads) -> bool:
    if not isinstance(write, Writes):
        return False
    return bool(write.operation_kind == "read_then_write" or write.guarded or write.version_check or write.lock)


def jobs(status: Component, *parts: Connection) -> Design:
    """Orders are read, so that the design does tell of reads."""
    api, worker, orders = Service("API"), Worker("Worker"), Database("Orders")
    own = [Reads(worker, orders), Writes(api, orders), Writes(worker, status, "done")]
    return Design("Jobs", [*own, *parts])


def deposit(bucket: ObjectStore) -> Design:
    """The event tells that something arrived, not what it is."""
    topic = Topic("Arrived")
    parts: list[Connection] = [Uploads(Service("Scanner"), bucket), Publishes(bucket, topic), Consumes(Worker("Counter"), topic)]
    return Design("Deposit", [*parts, Reads(Service("Counter desk"), Database("Counts"))])


rule = Rule(
    "AR012",
    Severity.INFO,
    check,
    flagged=[
        lambda: jobs(Database("Job status")),
        lambda: jobs(Cache("Job status", ttl=seconds(60))),
        lambda: deposit(ObjectStore("Scans")),
    ],
    accepted=[
        lambda: jobs((status := Database("Job status")), Reads(Service("Status page"), status)),
        lambda: jobs((status := Database("Job status")), Consumes(Worker("Mailer"), status)),
        lambda: jobs((status := Database("Job status")), Writes(Service("Desk"), status, guarded=True)),
        lambda: jobs(Warehouse("Warehouse")),
        lambda: jobs(Database("Trail", holds=[Entity("Trail", category="audit")])),
        lambda: deposit(ObjectStore("Scans", role="archive")),
        lambda: Design("Intake", [Writes(Service("Collector"), Database("Readings"))]),
    ],
    see=["store-that-is-never-written", "component-connected-with-nothing"],
)
