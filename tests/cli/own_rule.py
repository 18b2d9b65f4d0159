"""A rule that a configuration brings, as its author writes it."""

RULE = '''\
"""A database that anybody can reach is read by anybody.

## Why it matters
What it holds is known to whoever asks.

## What to do
Put a service between the two.

## When it does not apply
Where everything in it is public.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen import Calls, Client, Database, Design, Reads, Service
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, Whole


@dataclass(frozen=True)
class Options:
    readers: Whole = 1
    """How many clients have to read it before that is a problem."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for store in architecture.components(Database):
        readers = [reads.source for reads in architecture.connections(Reads) if reads.target is store]
        clients = [reader for reader in readers if isinstance(reader, Client)]
        if len(clients) >= options.readers:
            because = [Fact(f"{client.name} reads {store.name}") for client in clients]
            yield Problem(store, f"{store.name} is read by clients themselves", because, "put a service between them")


def shop(*, behind: bool) -> Design:
    app, store = Client("App"), Database("Store")
    api = Service("API")
    return Design("Shop", [Calls(app, api), Reads(api, store)] if behind else [Reads(app, store)])


rule = Rule(
    "OUR001",
    Severity.WARNING,
    check,
    flagged=[lambda: shop(behind=False)],
    accepted=[lambda: shop(behind=True)],
    see=["AR001"],
    formerly=["OUR900", "open-database"],
    options=Options,
)
'''
DESIGN = """\
archgen: 1
design: Shop
components:
  app: {kind: client}
  store: {kind: database}
connections:
  - {kind: reads, from: app, to: store}
"""
