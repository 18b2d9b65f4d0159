"""A store is read, and nothing in the design ever puts anything into it.

## Why it matters
What is read was written by somebody. Where the design does not say by whom, it hides half of the store's load, the owner of the
data, and the way a change takes to whoever reads it: a cache before such a store cannot be taken to be right, as nobody knows
when it is wrong.

## What to do
Draw what writes: a service, a nightly import, a person behind a desk, an external system. Where the data never changes, say so
with a note, and waive this.

## When it does not apply
- It is a copy: something replicates to it, or its `role` is `replica`.
- It is worked out from another store: a view that says what it is `of`.
- Something else speaks of it: a migration moves into it, keys are kept in it.
- Nothing of the design is written: then it tells of reads alone. The finding is a question in any case.
"""

from collections.abc import Iterator

from archgen import (
    Acquires,
    Component,
    Connection,
    Consumes,
    Counter,
    Database,
    Design,
    Downloads,
    MaterializedView,
    ObjectStore,
    Reads,
    Replicates,
    SearchIndex,
    Service,
    Topic,
    Uploads,
    Writes,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, Store, agreeing, does, listed, named, spoken_of


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    if not any(architecture.connections(Writes)) and not any(architecture.connections(Uploads)):
        return
    elsewhere = spoken_of(architecture)
    for store in architecture.components(Store):
        incoming = list(architecture.into(store))
        read = [one for one in incoming if isinstance(one, (Reads, Downloads))]
        filled = any(not isinstance(one, (Reads, Downloads, Acquires)) for one in incoming) or _filled_otherwise(store)
        if read and not filled and store not in elsewhere:
            readers = list(dict.fromkeys(one.source for one in read))
            it = agreeing(store.name, "it")
            yield Problem(
                store,
                f"{does(store.name, 'is')} read by {listed([reader.name for reader in readers])}, and nothing writes to {it}",
                [*(Fact(named(one), one) for one in read), Fact(f"nothing writes or replicates to {store.name}", store)],
                f"draw what fills {store.name}",
                also=readers,
                asks=True,
            )


def _filled_otherwise(store: Component) -> bool:
    copy = isinstance(store, Database) and store.role == "replica"
    return copy or (isinstance(store, MaterializedView) and store.of is not None)


def shop(prices: Store, *parts: Connection) -> Design:
    """Orders are written, so that the design does tell of writes."""
    service = Service("Shop")
    return Design("Shop", [Writes(service, Database("Orders")), Reads(service, prices), *parts])


def media() -> Design:
    desk, scans = Service("Desk"), ObjectStore("Scans")
    return Design("Files", [Uploads(desk, scans), Reads(desk, scans), Downloads(Service("Site"), ObjectStore("Media"))])


def primary() -> Database:
    return Database("Primary")


rule = Rule(
    "AR013",
    Severity.INFO,
    check,
    flagged=[
        lambda: shop(Database("Prices")),
        lambda: shop(SearchIndex("Catalogue")),
        lambda: Design(
            "Files", [Uploads(Service("Desk"), ObjectStore("Scans")), Downloads(Service("Site"), ObjectStore("Media"))]
        ),
    ],
    accepted=[
        lambda: shop((prices := Database("Prices")), Writes(Service("Back office"), prices)),
        lambda: shop((prices := Database("Prices")), Replicates(primary(), prices)),
        lambda: shop((prices := SearchIndex("Catalogue")), Consumes(prices, Topic("Products"))),
        lambda: shop(MaterializedView("Bestsellers", of=primary())),
        lambda: shop(Database("Prices", role="replica")),
        lambda: Design("Reports", [Reads(Service("Reports"), Database("Prices"))]),
        lambda: shop((stock := Counter("Stock")), Writes(Service("Back office"), stock, operation_kind="increment")),
    ],
    see=["store-that-is-never-read"],
)
