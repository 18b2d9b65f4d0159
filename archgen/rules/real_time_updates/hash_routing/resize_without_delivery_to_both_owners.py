"""Servers come and go with the load, and while clients move from one to the other, updates go to the one they have left.

## Why it matters
When a server joins the ring, senders learn of it at once and clients do not: they are still connected to the former owner until
they are hung up on and come back, which takes seconds to minutes. Whatever is sent to the new owner in that time finds nobody,
and whoever edits at the former one edits what is no longer its own. With a number of servers that follows the load this happens
several times a day.

## What to do
Resize in steps, and state `rebalancing` as `dual_delivery`:
1. Publish the old and the new map together.
2. Move clients slowly, a few hundred a second, so that they do not all load at once.
3. Deliver every update to both owners meanwhile. Clients drop what they get twice, by its number.
4. When all have moved, publish the new map alone.

## When it does not apply
- The number of servers stays.
- Clients catch up when they reconnect: their connection states how (`resume`).
- Where `rebalancing` is not stated, that is asked, at info.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Autoscaling, Calls, Client, Database, Design, LockService, Reads, Resumption, Retry, Service, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    does,
    goes_on,
    is_hashed,
    live_servers,
    resumed,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server, first in live_servers(architecture).items():
        moves = is_hashed(server) and server.autoscaling
        if (
            moves
            and isinstance(server, Service)
            and server.rebalancing != "dual_delivery"
            and not goes_on(resumed(architecture, first)[0])
        ):
            yield _problem(server, first)


def _problem(server: Service, first: Calls) -> Problem:
    facts = [stated(server, name) for name in ("rebalancing", "autoscaling", "routing")] + [stated(first, "resume")]
    edits = [Edit(server, "rebalancing", "dual_delivery")]
    if server.rebalancing is None:
        message = f"replicas of {server.name} come and go, and it is not said what becomes of updates while clients move"
        fix = f"state the rebalancing of {server.name}"
        return Problem(server, message, facts, fix, also=[first], asks=True, edits=edits, unsafe=True)
    message = f"when {does(server.name, 'is')} resized, updates go to replicas that clients have not come to yet"
    fix = "deliver to the old and the new owner until clients have moved, or let clients resume where they were"
    return Problem(server, message, facts, fix, also=[first], edits=edits, unsafe=True)


def editing(
    rebalancing: Literal["none", "dual_delivery"] | None,
    *,
    grows: bool = True,
    resume: Resumption | Literal[False] | None = None,
) -> Design:
    docs = Service(
        "Document server",
        replicas=8,
        autoscaling=Autoscaling("connections", min_replicas=4, max_replicas=40) if grows else False,
        routing="consistent_hash",
        virtual_nodes=100,
        rebalancing=rebalancing,
    )
    socket = Calls(
        Client("Browser"),
        docs,
        protocol="websocket",
        heartbeat_interval=seconds(20),
        reconnect=Retry(backoff="exponential", jitter=True, initial=seconds(1)),
        resume=resume,
        deduplicated=True,
    )
    tell = Calls(Service("API"), docs, "change", timeout=seconds(1))
    members, edits = Reads(docs, LockService("Members", nodes=3, lists_members=True)), Reads(docs, Database("Edit log"))
    return Design("Shared documents", [socket, tell, members, edits])


rule = Rule(
    "RT056",
    Severity.WARNING,
    check,
    flagged=[
        lambda: editing("none"),
        lambda: editing("none", resume=False),
        lambda: editing(None),
    ],
    accepted=[
        lambda: editing("dual_delivery"),
        lambda: editing("none", grows=False),
        lambda: editing("none", resume=Resumption("sequence")),
        lambda: editing(None, grows=False),
    ],
    see=["dual-delivery-rebalance", "consistent-hash-routing", "modulo-hashing-on-a-tier-that-grows"],
)
