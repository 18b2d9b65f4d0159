"""What tells servers who is there has too few nodes to lose one, or an even number of them.

## Why it matters
A group of nodes that must agree goes on as long as more than half of them do. One node: gone when it restarts. Two: a majority
is both, so that it fails twice as often as one. Three may lose one, and five two. Four may lose one as three can, and have one
more node to fail. While nobody can agree, no server joins or leaves, and clients of a lost server have no new one.

## What to do
Run three nodes in three zones, or five where one may be down for maintenance while another fails.

## When it does not apply
- It is not where servers learn of one another: nobody reads it who is routed to by hash, and its `lists_members` is not stated.
  Of what holds locks alone nothing is said.
- A provider runs it (`managed`) and its number is not stated. Otherwise that is asked, at info.
- Four or six nodes are a thought, at info: they work, and cost more than they give.
"""

from collections.abc import Collection, Iterator

from archgen import Calls, Client, Component, Design, LockService, Reads, Retry, Service, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    is_hashed,
    number,
    remembered,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for members in architecture.components(LockService):
        if members.lists_members or (members.lists_members is None and members in _asked_by_the_hashed(architecture)):
            if members.nodes is None and not members.managed:
                fix = f"state the nodes of {members.name}; three can lose one"
                has = agreeing(members.name, "it has")
                message = f"{does(members.name, 'tells')} servers who is there, and it is not said how many nodes {has}"
                yield Problem(members, message, [stated(members, "nodes")], fix, asks=True)
            elif members.nodes is not None and (members.nodes < 3 or members.nodes % 2 == 0):
                yield _problem(members, members.nodes)


@remembered
def _asked_by_the_hashed(architecture: Architecture) -> Collection[Component]:
    """Whatever is connected with a service that is routed to by hash."""
    found: set[Component] = set()
    for one in architecture.connections():
        ends = (*architecture.members(one.source), *architecture.members(one.target))
        if any(is_hashed(end) for end in ends):
            found.update(ends)
    return found


def _problem(members: LockService, count: int) -> Problem:
    lost = (count - 1) // 2
    if lost:
        fewer = number(count - 1)
        may = agreeing(members.name, "it may")
        nodes = f"{number(count)} nodes, of which {may} lose {number(lost)}: no more than with {fewer}"
        fix = f"run {fewer} or {number(count + 1)} nodes of {members.name}"
        return Problem(members, does(members.name, f"has {nodes}"), [stated(members, "nodes")], fix, severity=Severity.INFO)
    nodes = "one node: when it" if count == 1 else "two nodes, both of which must agree: when one"
    return Problem(
        members,
        f"{does(members.name, 'has')} {nodes} is away no server can join or leave",
        [stated(members, "nodes")],
        f"run three nodes of {members.name}, in three zones",
        edits=[Edit(members, "nodes", 3)],
        unsafe=True,
    )


def editing(members: LockService, *, hashed: bool = True) -> Design:
    docs = Service("Document server", replicas=8, routing="consistent_hash" if hashed else "any", virtual_nodes=100)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    tell = Calls(Service("API"), docs, "change", timeout=seconds(1))
    return Design("Shared documents", [socket, tell, Reads(docs, members)] if hashed else [Reads(docs, members)])


rule = Rule(
    "RT052",
    Severity.WARNING,
    check,
    flagged=[
        lambda: editing(LockService("Members", engine="etcd", nodes=1)),
        lambda: editing(LockService("Members", nodes=2, lists_members=True)),
        lambda: editing(LockService("Members", nodes=4)),
        lambda: editing(LockService("Members")),
    ],
    accepted=[
        lambda: editing(LockService("Members", engine="etcd", nodes=3)),
        lambda: editing(LockService("Members", nodes=5, lists_members=True)),
        lambda: editing(LockService("Locks", nodes=1), hashed=False),
        lambda: editing(LockService("Locks", nodes=1, lists_members=False)),
        lambda: editing(LockService("Members", managed=True)),
    ],
    see=["coordination-service", "consistent-hash-routing", "hash-routing-without-coordination"],
)
