"""Several services write to one database, so that none of them can change it alone.

## Why it matters
A table that two services write is an interface that nobody has agreed on. A column that one of them renames breaks the other at
run time. A rule that one of them holds to (a total that is the sum of its lines, a state that may not come before another) is
broken by the other, who does not know of it. Their load, their locks and their slow queries meet in one place, and both have to
be deployed for a change that concerns one.

## What to do
- Let one service own the data and let the others ask it, or tell it by an event what happened.
- Or split what each of them writes: a schema, and a login, for each. State what each write carries as its `data`.
- Where the services always change together and one team owns them, they are one service that is deployed in parts: state their
  common `owner`.

## When it does not apply
- The writers and the store have one `owner`, or run in one process.
- Each writes its own `data`, and says so.
- Others only read. Replicas, workers and schedules of one service count as that service.
- Data moves from one to the other: a migration names the store.
- Object stores, caches, search indexes, logs of events and warehouses are there to be filled by many.
- Where owners are not stated it is a question; where they differ, a warning.
"""

from collections.abc import Iterator, Mapping, Sequence

from archgen import (
    Calls,
    ColumnDatabase,
    Data,
    Database,
    Design,
    Entity,
    Migration,
    MigrationStep,
    ObjectStore,
    Reads,
    Service,
    TimeSeriesDatabase,
    Worker,
    Writes,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, agreeing, listed, named, referred, stated

FILLED_BY_MANY = (ColumnDatabase, TimeSeriesDatabase)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    migrated = {part for one in architecture.design.behaviours if isinstance(one, Migration) for part in referred(one)}
    for store in architecture.components(Database):
        writers = _writers(architecture, store)
        if len(writers) > 1 and store not in migrated and not isinstance(store, FILLED_BY_MANY) and not _apart(writers):
            owners = {writer.owner for writer in writers}
            if None in owners or len(owners) > 1:
                yield _problem(store, writers, differ=None not in owners)


def _writers(architecture: Architecture, store: Database) -> Mapping[Service, Sequence[Writes]]:
    """The services that write, one of each process, with what they write."""
    found: dict[Service, list[Writes]] = {}
    processes: dict[str, Service] = {}
    for write in architecture.into(store, Writes):
        for writer in architecture.members(write.source):
            if isinstance(writer, Service):
                first = processes.setdefault(writer.process, writer) if writer.process else writer
                found.setdefault(first, []).append(write)
    return found


def _apart(writers: Mapping[Service, Sequence[Writes]]) -> bool:
    """Whether each says what it writes, and no two write the same."""
    taken: set[Data] = set()
    for writes in writers.values():
        if not all(write.data for write in writes):
            return False
        own = {data for write in writes for data in write.data or ()}
        if own & taken:
            return False
        taken |= own
    return True


def _problem(store: Database, writers: Mapping[Service, Sequence[Writes]], *, differ: bool) -> Problem:
    names = listed([writer.name for writer in writers])
    it = agreeing(store.name, "it")
    facts = [*(Fact(named(write), write) for writes in writers.values() for write in writes)]
    facts += [stated(writer, "owner") for writer in writers]
    if differ:
        message = f"{names} belong to different owners and write to {store.name}: none of them can change {it} alone"
        fix = f"let one of them own {store.name} and be asked by the others, or state as data what each of them writes alone"
        return Problem(store, message, facts, fix, also=list(writers))
    message = f"{names} write to {store.name}, and it is not said whose {agreeing(store.name, 'it is')}"
    fix = f"state the owner of {names}, or as data what each of them writes alone"
    return Problem(store, message, facts, fix, also=list(writers), asks=True)


def shop(*writers: Service | Worker, store: Database | None = None, data: bool = False) -> Design:
    orders = store or Database("Orders")
    kinds = [Entity(f"Part {index}") for index in range(len(writers))]
    return Design("Shop", [Writes(one, orders, data=[kind] if data else None) for one, kind in zip(writers, kinds, strict=True)])


def moving(*writers: Service) -> Design:
    old, new = Database("Orders"), Database("New orders")
    writes = [Writes(writer, store) for writer in writers for store in (old, new)]
    return Design("Shop", writes, behaviours=[Migration("Move", [MigrationStep("dual_write")], source=old, target=new)])


def owned(*owners: str | None) -> list[Service]:
    return [Service(f"Service {index}", owner=owner) for index, owner in enumerate(owners, 1)]


def asking() -> Design:
    shop, reports, store = Service("Shop", owner="Sales"), Service("Reports", owner="Finance"), Database("Orders")
    return Design("Shop", [Writes(shop, store), Reads(reports, store), Calls(reports, shop)])


def scans() -> Design:
    one, two = owned("Sales", "Finance")
    bucket = ObjectStore("Scans")
    return Design("Scans", [Writes(one, bucket), Writes(two, bucket)])


rule = Rule(
    "AR040",
    Severity.WARNING,
    check,
    flagged=[
        lambda: shop(*owned("Sales", "Finance")),
        lambda: shop(*owned(None, None)),
        lambda: shop(*owned("Sales", "Sales", "Finance")),
    ],
    accepted=[
        lambda: shop(*owned("Sales", "Sales")),
        lambda: shop(*owned("Sales", "Finance"), data=True),
        lambda: moving(*owned("Sales", "Finance")),
        lambda: shop(Service("Shop"), Worker("Order worker")),
        lambda: shop(Service("Web", process="shop"), Service("Mobile", process="shop")),
        lambda: shop(*owned("Sales", "Finance"), store=TimeSeriesDatabase("Metrics")),
        asking,
        scans,
    ],
    see=["store-that-is-never-read", "circle-of-waiting-calls"],
)
