"""A server holds much for its clients, and nothing that outlives it has any of that.

## Why it matters
A server that owns a document is the only one that knows its last edits. When it fails, and it does at each careless restart, the
next owner starts with nothing: what twelve people typed in the last hour is gone, and their screens disagree about it.

It is said that state in memory is fine behind a balancer that keeps a client with one server. That holds for what can be made
anew from elsewhere, and for nothing else.

## What to do
Append each change to a log or a database before it is shown to others, and write a snapshot now and then, so that the next owner
reads the snapshot and the changes after it. Appending in batches of 50 ms costs little.

## When it does not apply
- What is kept for connections is light, or that is not stated.
- The server writes to a store or a broker that keeps things, reads from one, or calls a service from which one can be reached,
  or a system that others run.
- Its own `state` is durable: it has a disk that outlives it.
- A queue or log that does not say whether it keeps things counts as one that does. A topic does not, unless it is `durable` or
  has a `retention`; nor does a cache, unless it `serves_as` a store or its `persistence` says so.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Database,
    Design,
    ExternalSystem,
    LockService,
    Log,
    Publishes,
    Reads,
    Retry,
    Service,
    Topic,
    Writes,
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
    Store,
    agreeing,
    does,
    live_servers,
    remembered,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    for server, first in live_servers(architecture).items():
        if isinstance(server, Service) and server.state != "durable":
            by = server if server.connection_state else needs
            if by.connection_state == "heavy" and server not in _backed(architecture):
                nothing = Fact(f"{does(server.name, 'reaches')} no store, log or service that keeps anything", server)
                yield _problem(server, first, [stated(by, "connection_state"), stated(server, "state"), nothing])


def _problem(server: Service, first: Calls, facts: Sequence[Fact]) -> Problem:
    kept = f"what {does(server.name, 'keeps')} for {agreeing(server.name, 'its')} clients"
    it = agreeing(server.name, "it")
    return Problem(
        server,
        f"{kept} is lost with {it}, as nothing else has it",
        facts,
        "append each change to a log or database, and let the next owner read it from there",
        also=[first],
    )


@remembered
def _backed(architecture: Architecture) -> Collection[Component]:
    """Whatever reads from or hands to what keeps things, itself or over what it calls: from there back to all who ask."""
    waiting = [one for one in architecture.components() if _keeps(one)]
    found = set(waiting)
    asking: dict[Component, list[Connection]] = {}
    for connection in architecture.connections():
        for target in architecture.members(connection.target):
            asking.setdefault(target, []).append(connection)
    passed: set[Connection] = set()
    while waiting:
        for connection in asking.pop(waiting.pop(), ()):
            if connection not in passed and not isinstance(connection.source, Client):
                passed.add(connection)
                for one in architecture.members(connection.source):
                    if one not in found:
                        found.add(one)
                        waiting.append(one)
    return found


def _keeps(component: Component) -> bool:
    match component:
        case Topic():
            return component.durable is not False and (component.durable is True or component.retention is not None)
        case Broker():
            return component.durable is not False
        case Cache():
            return component.serves_as == "store" or component.persistence not in (None, "none")
    return isinstance(component, (Store, ExternalSystem))


def editing(*kept: Connection, state: Literal["none", "light", "heavy"] | None = "heavy", docs: Service | None = None) -> Design:
    server = docs or documents(state)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), server, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    tell = Calls(Service("API"), server, "change", timeout=seconds(1))
    members = Reads(server, LockService("Members", nodes=3, lists_members=True))
    return Design("Shared documents", [socket, tell, members, *kept])


def documents(state: Literal["none", "light", "heavy"] | None = "heavy") -> Service:
    return Service("Document server", replicas=8, routing="consistent_hash", virtual_nodes=100, connection_state=state)


def kept_in(store: Log | Topic | Cache | Database) -> Design:
    docs = documents()
    keep = Publishes(docs, store, "edit") if isinstance(store, Broker) else Writes(docs, store, "edit")
    return editing(keep, docs=docs)


def kept_by_another() -> Design:
    docs, edits = documents(), Service("Edits", replicas=2)
    return editing(Calls(docs, edits, timeout=seconds(1)), Writes(edits, Database("Edit log")), docs=docs)


rule = Rule(
    "RT057",
    Severity.WARNING,
    check,
    flagged=[
        lambda: editing(),
        lambda: kept_in(Cache("Edits", ttl=seconds(60))),
    ],
    accepted=[
        lambda: kept_in(Log("Edit log", durable=True)),
        lambda: kept_in(Database("Edit log")),
        lambda: kept_in(Cache("Edits", serves_as="store", persistence="aof")),
        kept_by_another,
        lambda: editing(state="light"),
        lambda: editing(state=None),
    ],
    see=["missed-update-recovery", "consistent-hash-routing", "heavy-connection-state-on-any-server"],
)
