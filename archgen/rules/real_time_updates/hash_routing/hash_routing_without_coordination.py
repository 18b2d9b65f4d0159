"""Servers and senders go by a hash of who is there, and nothing tells them who is there.

## Why it matters
A hash says which server owns a key only to those who know the same list of servers. When one is lost or added, each sender
learns of it at another moment: for a while two servers both believe that they own a document, edits are split between them, and
updates go to a server that the client has left. Nobody reports an error.

## What to do
Keep the list of servers in one place that agrees with itself, such as etcd, ZooKeeper or Consul: a lock service of three nodes
or five, which servers join and senders watch. Where all come over one balancer that hashes, the balancer's own list is that
place.

## When it does not apply
- There is one server.
- The servers read a lock service or ask a service whose `role` is `lookup`, or speak with one another, as a cluster that
  gossips.
- All who call them are balancers that choose by consistent hash, or a shard router.
- It is a warning where something could be that place and does not say so: what a balancer goes by, or the `role` of a service
  that they are connected with.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Database,
    Design,
    LoadBalancer,
    LockService,
    Reads,
    Retry,
    Service,
    ShardRouter,
    seconds,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, does, is_hashed, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server in architecture.components(Service):
        if is_hashed(server) and (server.replicas or 1) > 1 and not _know_who_is_there(architecture, server):
            yield _problem(server, list(_left_open(architecture, server)))


def _know_who_is_there(architecture: Architecture, server: Service) -> bool:
    if any(_tells(one) or one is server for one in _neighbours(architecture, server)):
        return True
    callers = [one for one in _callers(architecture, server) if not isinstance(one, Client)]
    return bool(callers) and all(isinstance(one, LoadBalancer) and one.algorithm == "consistent_hash" for one in callers)


def _tells(component: Component) -> bool:
    looked_up = isinstance(component, Service) and component.role == "lookup"
    return looked_up or isinstance(component, (LockService, ShardRouter))


def _callers(architecture: Architecture, server: Service) -> Iterator[Component]:
    return (member for call in architecture.into(server, Calls) for member in architecture.members(call.source))


def _neighbours(architecture: Architecture, server: Service) -> Iterator[Component]:
    for one in (*architecture.into(server), *architecture.out_of(server)):
        ends = (one.source, one.target)
        other = [end for end in ends if end is not server and (server.group is None or end is not server.group)]
        for end in other or ends[:1]:
            yield from architecture.members(end)


def _left_open(architecture: Architecture, server: Service) -> Iterator[Fact]:
    """What is not stated, and could say that something tells them."""
    for one in dict.fromkeys(_neighbours(architecture, server)):
        if isinstance(one, LoadBalancer) and one.algorithm is None:
            yield stated(one, "algorithm")
        if isinstance(one, Service) and one.role is None:
            yield stated(one, "role")


def _problem(server: Service, left_open: Sequence[Fact]) -> Problem:
    return Problem(
        server,
        f"nothing tells the {server.replicas} replicas of {server.name}, and those who send to them, which of them are there",
        [
            stated(server, "routing"),
            stated(server, "replicas"),
            *left_open,
            Fact(f"{does(server.name, 'is')} connected with no lock service, lookup or shard router", server),
        ],
        f"keep the members of {server.name} in a lock service, such as etcd with three nodes, that servers and senders read",
        severity=Severity.WARNING if left_open else None,
    )


def editing(*more: Connection, replicas: int = 8, first: LoadBalancer | None = None) -> Design:
    docs = Service("Document server", replicas=replicas, routing="consistent_hash", virtual_nodes=100)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    target = first or docs
    socket = Calls(Client("Browser"), target, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    tell = Calls(Service("API", role="api"), first or docs, "change", timeout=seconds(1))
    return Design("Shared documents", [socket, tell, *([Calls(first, docs)] if first else []), *more])


def docs_of(design: Design) -> Service:
    return next(part.target for part in design.parts if isinstance(part, Calls) and isinstance(part.target, Service))


def told_by(other: LockService | Service | Database) -> Design:
    design = editing()
    return Design(design.name, [*design.parts, Reads(docs_of(design), other)])


def balanced(algorithm: Literal["consistent_hash", "least_connections"] | None) -> Design:
    return editing(first=LoadBalancer("Edge", layer=7, websocket_upgrade=True, algorithm=algorithm))


rule = Rule(
    "RT051",
    Severity.ERROR,
    check,
    flagged=[
        lambda: editing(),
        lambda: told_by(Database("Documents")),
        lambda: balanced(None),
    ],
    accepted=[
        lambda: told_by(LockService("Members", engine="etcd", nodes=3, lists_members=True)),
        lambda: told_by(Service("Directory", role="lookup", replicas=2)),
        lambda: editing(replicas=1),
        lambda: balanced("consistent_hash"),
    ],
    see=["coordination-service", "consistent-hash-routing", "coordination-without-a-majority"],
)
