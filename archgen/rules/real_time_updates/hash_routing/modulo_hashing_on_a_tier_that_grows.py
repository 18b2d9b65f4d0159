"""Keys are given to servers by a hash modulo their number, and that number changes.

## Why it matters
From 10 servers to 11, a hash modulo the number gives 10 of 11 keys another server: nearly every client is hung up on and
connects anew, all in the same minute, and whatever was kept for it is loaded again. On a ring the new server takes about one key
of eleven, and the others stay. Twice as many servers are less bad for a hash modulo their number, as half of the keys stay then;
one more is the worst.

## What to do
Place servers and keys on a ring, with many places for each server: state `routing` as `consistent_hash`. Rendezvous and jump
hashing do the same. A fixed number of slots, each given to a server, is as good, and is what a consistent hash comes to.

## When it does not apply
The number of servers stays: it neither follows the load nor differs from the number that is planned.
"""

from collections.abc import Iterator
from math import lcm
from typing import Literal

from archgen import Autoscaling, Calls, Client, Design, LockService, Reads, Retry, Service, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, number, percent, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server in architecture.components(Service):
        reason = _reason_to_change(server)
        if server.routing == "modulo" and reason:
            yield Problem(
                server,
                f"when the number of replicas of {server.name} changes{_moved(server)}",
                [stated(server, "routing"), *(stated(server, name) for name in reason)],
                f"route to {server.name} by consistent hash",
                edits=[Edit(server, "routing", "consistent_hash")],
                unsafe=True,
            )


def _reason_to_change(server: Service) -> tuple[str, ...]:
    """The attributes that say that the number of replicas does not stay."""
    if server.autoscaling:
        return ("autoscaling",)
    grows = server.planned_replicas is not None and server.replicas is not None and server.planned_replicas != server.replicas
    return ("replicas", "planned_replicas") if grows else ()


def _moved(server: Service) -> str:
    """How many keys get another replica: of as many as the least common multiple, as many stay as there are of the fewer."""
    before, after = server.replicas, server.planned_replicas
    if server.autoscaling or before is None or after is None:
        return " by one, nearly every key gets another replica"
    share = round(1 - min(before, after) / lcm(before, after), 2)
    return f" from {number(before)} to {number(after)}, {percent(share)} of all keys get another replica"


def editing(
    routing: Literal["modulo", "consistent_hash"],
    replicas: int | None = 10,
    planned: int | None = None,
    growing: Autoscaling | Literal[False] | None = None,
) -> Design:
    docs = Service(
        "Document server",
        replicas=replicas,
        planned_replicas=planned,
        autoscaling=growing,
        routing=routing,
        virtual_nodes=100,
        rebalancing="dual_delivery",
        max_connection_age=seconds(3600),
    )
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(
        Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again, deduplicated=True
    )
    tell = Calls(Service("API"), docs, "change", timeout=seconds(1))
    return Design("Shared documents", [socket, tell, Reads(docs, LockService("Members", nodes=3, lists_members=True))])


GROWING = Autoscaling("connections", min_replicas=4, max_replicas=40)

rule = Rule(
    "RT049",
    Severity.WARNING,
    check,
    flagged=[
        lambda: editing("modulo", growing=GROWING),
        lambda: editing("modulo", 10, 11),
    ],
    accepted=[
        lambda: editing("consistent_hash", growing=GROWING),
        lambda: editing("modulo"),
        lambda: editing("modulo", 10, 10, growing=False),
        lambda: editing("modulo", None, 11),
    ],
    see=[
        "modulo-hash-routing",
        "consistent-hash-routing",
        "hash-ring-without-virtual-nodes",
        "resize-without-delivery-to-both-owners",
    ],
)
