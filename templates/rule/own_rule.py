"""A database runs on an engine that nobody here is on call for.

## Why it matters
When it stops at night, whoever is woken has never restored it. We are on call for the engines that we have practised with.

## What to do
Move it to one of our engines, or find a team that takes the pager for another one and add it to the list.

## When it does not apply
Databases that are rented as a service: then their vendor is on call.
"""

from collections.abc import Iterator

from archgen import Database, Design
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, stated

OURS = ("PostgreSQL", "Redis")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for store in architecture.components(Database):
        if store.engine in OURS or store.managed:
            continue
        engine = store.engine or "an engine that is not stated"
        yield Problem(
            store,
            f"{store.name} runs on {engine}, and nobody here is known to be on call for it",
            because=[stated(store, "engine"), stated(store, "managed")],
            fix=f"state that its engine is {' or '.join(OURS)}, or that it is managed by its vendor",
            asks=store.engine is None or store.managed is None,
        )


def orders(engine: str | None = None, *, managed: bool | None = None) -> Design:
    return Design("Orders", [Database("Orders", engine=engine, managed=managed)])


rule = Rule(
    "OUR001",
    Severity.WARNING,
    check,
    flagged=[lambda: orders("Oracle", managed=False), lambda: orders("Oracle"), lambda: orders()],
    accepted=[lambda: orders("PostgreSQL"), lambda: orders("Oracle", managed=True)],
)
