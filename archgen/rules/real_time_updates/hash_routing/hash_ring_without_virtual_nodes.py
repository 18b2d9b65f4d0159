"""Each server stands at one place of the ring, so that they get very unequal shares.

## Why it matters
With one point each, chance decides how long the arc before a server is. The fullest of 4 servers gets twice the mean on average,
that of 8 gets 2.7 times as much, that of 20 3.6 times: the sum of 1, 1/2, 1/3 and so on up to their number. All must be sized
for that one. When a server is lost, all it had goes to the next one on the ring, which then has two shares.

## What to do
Give each server 100 to 200 places: shares then differ by about a tenth, and those of a lost server go to all the others. State
that as `virtual_nodes`. A larger server may have more of them.

## When it does not apply
- One server, or a number that is not stated.
- More servers than 20: that many are seldom run without a library that does this by itself. The option
  `most-replicas` is another limit.
- How many places each has is asked, at info, where the number of servers is stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archgen import Calls, Client, Design, LockService, Reads, Retry, Service, seconds
from archgen.plugin import Architecture, Count, Edit, Estimate, Problem, Rule, Severity, number, stated

USUAL = 100


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most_replicas: Count = 20
    """Up to how many replicas it matters. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for server in architecture.components(Service):
        few = 1 < (server.replicas or 1) <= options.most_replicas
        if server.routing == "consistent_hash" and few and server.virtual_nodes in (None, 1):
            yield _problem(server, server.replicas or 1)


def _problem(server: Service, count: int) -> Problem:
    facts = [stated(server, "virtual_nodes"), stated(server, "replicas"), stated(server, "routing")]
    edits = [Edit(server, "virtual_nodes", USUAL)]
    if server.virtual_nodes is None:
        message = f"it is not said how many places on the ring each replica of {server.name} has"
        fix = f"state the virtual_nodes of {server.name}; 100 are usual"
        return Problem(server, message, facts, fix, asks=True, edits=edits, unsafe=True)
    times = number(round(sum(1 / place for place in range(1, count + 1)), 1))
    message = f"with one place on the ring each, the fullest of {count} replicas of {server.name} gets {times} times the mean"
    return Problem(server, message, facts, f"give each replica of {server.name} 100 places or more", edits=edits, unsafe=True)


def editing(places: int | None, replicas: int | None = 4) -> Design:
    docs = Service("Document server", replicas=replicas, routing="consistent_hash", virtual_nodes=places)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    tell = Calls(Service("API"), docs, "change", timeout=seconds(1))
    return Design("Shared documents", [socket, tell, Reads(docs, LockService("Members", nodes=3, lists_members=True))])


rule = Rule(
    "RT050",
    Severity.INFO,
    check,
    flagged=[lambda: editing(1), lambda: editing(1, 20), lambda: editing(None)],
    accepted=[
        lambda: editing(100),
        lambda: editing(2),
        lambda: editing(1, 1),
        lambda: editing(None, None),
        lambda: editing(1, 21),
    ],
    see=["consistent-hash-routing", "modulo-hashing-on-a-tier-that-grows"],
    options=Options,
)
