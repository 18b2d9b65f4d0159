"""Clients are spread by one key, and what they share belongs to another.

## Why it matters
Hashed by user, the twelve people who edit one document sit on up to twelve servers. Each of these loads the document, none sees
all edits, and the reason for routing by hash at all is gone. Pictures of rings often hash a user id, as that is what a
connection has; it is right only where what is kept belongs to one user.

## What to do
Hash by the thing that is shared: the document, the room, the match. A client that looks at two of them holds two connections, or
one server passes on what another owns.

## When it does not apply
- The key of the hash or that of the shared state is not stated.
- Both are the same, however they are written.
"""

from collections.abc import Iterator

from archgen import Calls, Client, Design, LockService, Reads, Retry, Service, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, does, is_hashed, slug, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server in architecture.components(Service):
        key, shared = server.hash_key, server.shared_state_key
        if is_hashed(server) and key and shared and slug(key) != slug(shared):
            yield Problem(
                server,
                f"{does(server.name, 'goes')} by a hash of {key}, "
                f"so that those with the same {shared} come to different replicas",
                [stated(server, "hash_key"), stated(server, "shared_state_key"), stated(server, "routing")],
                f"hash by {shared}",
                edits=[Edit(server, "hash_key", shared)],
                unsafe=True,
            )


def editing(hashed: str | None, shared: str | None) -> Design:
    docs = Service(
        "Document server",
        replicas=8,
        routing="consistent_hash",
        virtual_nodes=100,
        hash_key=hashed,
        shared_state_key=shared,
    )
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    tell = Calls(Service("API"), docs, "change", timeout=seconds(1))
    return Design("Shared documents", [socket, tell, Reads(docs, LockService("Members", nodes=3, lists_members=True))])


rule = Rule(
    "RT055",
    Severity.WARNING,
    check,
    flagged=[lambda: editing("user id", "document id"), lambda: editing("user", "room")],
    accepted=[
        lambda: editing("document id", "document id"),
        lambda: editing("document_id", "Document id"),
        lambda: editing("user id", None),
        lambda: editing(None, "document id"),
    ],
    see=["consistent-hash-routing", "heavy-connection-state-on-any-server"],
)
