"""A server keeps much for each connection, and a client that comes back may land on another server.

## Why it matters
A loaded document with its history, a running match, an order book: what is costly to build is built anew on whichever server a
client comes to. Phones reconnect many times a day. With 20 servers, 19 of 20 reconnects land where the state is not, and a
document with 20 editors may be loaded 20 times, in copies that have to be kept in step.

## What to do
- Send clients to a server by the hash of what they share, such as the document, and state it: the `routing` is
  `consistent_hash`. Then everybody who edits it meets on one server, and comes back to that one.
- Or make the state light: keep it in a store that all servers read, and let a broker hand out changes.

## When it does not apply
- What is kept for a connection is light, or that is not stated.
- There is one server.
- It transforms edits: that is `operational-transforms-on-any-server`, which is worse.
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
    LoadBalancer,
    LockService,
    Publishes,
    Reads,
    Requirements,
    Retry,
    Service,
    Topic,
    Writes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    does,
    is_scattered,
    live_servers,
    stated,
    transforms_anywhere,
)

State = Literal["none", "light", "heavy"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    for server, first in live_servers(architecture).items():
        if isinstance(server, Service) and is_scattered(server) and not transforms_anywhere(architecture, server):
            by = server if server.connection_state else needs
            if by.connection_state == "heavy":
                yield _problem(server, first, stated(by, "connection_state"))


def _problem(server: Service, first: Calls, heavy: Fact) -> Problem:
    count = "replicas" if server.replicas else "autoscaling"
    facts = [heavy, stated(server, "routing"), stated(server, count), stated(first, "protocol")]
    if server.routing is None:
        keeps = does(server.name, "keeps")
        message = f"{keeps} much for each connection, and it is not said whether a client comes back to the same replica"
        return Problem(server, message, facts, f"state the routing of {server.name}", also=[first], asks=True)
    message = f"a client that reconnects comes to any replica of {server.name}, where what is kept for it has to be built anew"
    fix = f"route clients to {server.name} by a consistent hash of what they share, or keep that in a store and little in memory"
    return Problem(server, message, facts, fix, also=[first])


def editing(
    state: State | None,
    routing: Literal["any", "consistent_hash"] | None,
    replicas: int | None = 20,
    needs: Requirements | None = None,
) -> Design:
    edits = Topic("Edits", replicas=3)
    docs = Service("Document server", replicas=replicas, routing=routing, connection_state=state, virtual_nodes=100)
    edge = LoadBalancer("Edge", layer=4, algorithm="least_connections")
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), edge, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    keep = Writes(docs, Database("Edit log"), "each edit")
    parts = [socket, Calls(edge, docs), Publishes(docs, edits), Consumes(docs, edits), keep]
    return Design("Shared documents", parts, requirements=needs or Requirements())


def owned() -> Design:
    docs = Service("Document server", replicas=20, routing="consistent_hash", connection_state="heavy", virtual_nodes=100)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    keep = Writes(docs, Database("Edit log"), "each edit")
    return Design("Shared documents", [socket, keep, Reads(docs, LockService("Members", engine="etcd", nodes=3))])


rule = Rule(
    "RT047",
    Severity.WARNING,
    check,
    flagged=[
        lambda: editing("heavy", "any"),
        lambda: editing(None, "any", needs=Requirements(connection_state="heavy")),
        lambda: editing("heavy", None),
    ],
    accepted=[
        owned,
        lambda: editing("light", "any"),
        lambda: editing("heavy", "any", 1),
        lambda: editing("heavy", "any", None),
        lambda: editing("light", "any", needs=Requirements(connection_state="heavy")),
        lambda: editing(None, None),
    ],
    see=["connection-registry", "consistent-hash-routing", "pub-sub-broadcast", "hash-routing-without-state"],
)
