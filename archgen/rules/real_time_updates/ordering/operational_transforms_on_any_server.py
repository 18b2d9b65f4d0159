"""Edits are merged by operational transforms, and editors of one document may sit on different servers.

## Why it matters
An operational transform moves an edit by those that came before it, so that there has to be one "before": one place that puts
the edits of a document one after another. Two servers that each take edits of it give two orders, and the documents on them
drift apart letter by letter, without any error.

## What to do
- Send all editors of a document to one server: `routing` by consistent hash, its `hash_key` the document.
- Or let the store decide: append an edit only if nobody else has since the version that it rests on, and transform and try again
  otherwise. State that as the `version_check` of the write.
- Or use a CRDT, which needs no such place.

## When it does not apply
- There is one server.
- Clients come to it by a hash.
- It writes with a version check, so that the store puts edits in order, or takes a lock before it does.
- Where the `routing` is not stated, that is asked, at info.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    LockService,
    Publishes,
    Reads,
    Retry,
    Service,
    Topic,
    VersionCheck,
    Writes,
    seconds,
)
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, does, stated, transforms_anywhere


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server in architecture.components(Service):
        if transforms_anywhere(architecture, server):
            yield _problem(server)


def _problem(server: Service) -> Problem:
    count = "replicas" if server.replicas else "autoscaling"
    facts = [stated(server, "conflict_resolution"), stated(server, "routing"), stated(server, count)]
    if server.routing is None:
        transforms = does(server.name, "transforms")
        message = f"{transforms} edits, and it is not said whether all editors of a document come to one replica"
        return Problem(server, message, facts, f"state the routing of {server.name}", asks=True)
    return Problem(
        server,
        f"editors of one document may sit on different replicas of {server.name}, each of which orders edits by itself",
        facts,
        f"route clients to {server.name} by a consistent hash of the document, or write edits with a version check",
    )


def editing(
    resolution: Literal["ot", "crdt"],
    routing: Literal["any", "consistent_hash"] | None,
    replicas: int | None = 6,
    check_of: VersionCheck | None = None,
) -> Design:
    docs = Service("Document server", replicas=replicas, routing=routing, conflict_resolution=resolution, virtual_nodes=100)
    edits, changes = Database("Edits"), Topic("Changes", replicas=3)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    keep = Writes(docs, edits, "edit", version_check=check_of)
    return Design("Shared documents", [socket, keep, Reads(docs, edits), Publishes(docs, changes), Consumes(docs, changes)])


def owned() -> Design:
    docs = Service(
        "Document server",
        replicas=6,
        routing="consistent_hash",
        hash_key="document id",
        virtual_nodes=100,
        conflict_resolution="ot",
    )
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    members = Reads(docs, LockService("Members", engine="etcd", nodes=3, lists_members=True))
    return Design("Shared documents", [socket, members, Writes(docs, Database("Edits"), "edit")])


rule = Rule(
    "RT087",
    Severity.WARNING,
    check,
    flagged=[lambda: editing("ot", "any"), lambda: editing("ot", None)],
    accepted=[
        owned,
        lambda: editing("crdt", "any"),
        lambda: editing("ot", "any", 1),
        lambda: editing("ot", "any", check_of=VersionCheck("column", on_conflict="retry")),
        lambda: editing("ot", "any", None),
    ],
    see=["crdt", "operational-transform", "consistent-hash-routing", "edits-of-one-thing-without-conflict-resolution"],
)
