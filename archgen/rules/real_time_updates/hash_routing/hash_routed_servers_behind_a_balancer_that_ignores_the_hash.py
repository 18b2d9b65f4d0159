"""Each key belongs to one server, and the balancer in front sends clients to any of them.

## Why it matters
Least connections, round robin and a hash of the address all choose without regard to the key. With 8 servers, 7 of 8 clients
come to one that does not own what they ask for: it loads a second copy, or waits for updates that go to the owner. Balance and
ownership cannot both be had from one hop: either the hash decides, or room does.

## What to do
One of these:
- Let the balancer hash, by what the owner is found by: its `algorithm` is `consistent_hash`. It has to see the key, in the path
  or a header, so that it works at layer 7.
- Let any server tell a client which one it belongs to, for one more round trip: state `redirects`.
- Let clients know the ring and come to their server without a balancer (`ring_cache`).

## When it does not apply
- Servers send clients on to the owner.
- The balancer chooses by consistent hash.
- There is one server.
- Whether servers send clients on, or how many there are, is not stated: then it is a warning, and a question where the
  balancer's algorithm is not stated either.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Design, LoadBalancer, LockService, Reads, Retry, Service, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, agreeing, does, is_hashed, stated

Algorithm = Literal["round_robin", "least_connections", "ip_hash", "consistent_hash"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server in architecture.components(Service):
        if is_hashed(server) and server.replicas != 1 and not server.redirects:
            callers = (one for call in architecture.into(server, Calls) for one in architecture.members(call.source))
            for balancer in dict.fromkeys(callers):
                if isinstance(balancer, LoadBalancer) and balancer.algorithm != "consistent_hash":
                    yield _problem(balancer, server)


def _problem(balancer: LoadBalancer, server: Service) -> Problem:
    facts = [stated(server, "routing"), stated(balancer, "algorithm"), stated(server, "redirects")]
    its = agreeing(server.name, "its")
    fix = f"let {balancer.name} choose by consistent hash, or let {server.name} send clients on and state {its} redirects"
    if balancer.algorithm is None and server.redirects is None:
        sends = does(balancer.name, "sends")
        message = f"each key belongs to one replica of {server.name}, and it is not said how {sends} clients there"
        fix = f"state the algorithm of {balancer.name}, or redirects of {server.name}"
        return Problem(balancer, message, facts, fix, also=[server], asks=True)
    goes = agreeing(balancer.name, "it goes")
    by = f"does not say that {goes} by the hash" if balancer.algorithm is None else "does not look at the hash"
    certain = balancer.algorithm is not None and server.redirects is False and server.replicas is not None
    return Problem(
        balancer,
        f"{does(balancer.name, by)}, so that clients come to replicas of {server.name} that do not own what they ask for",
        facts,
        fix,
        also=[server],
        severity=None if certain else Severity.WARNING,
        edits=[Edit(server, "redirects", True)],
        unsafe=True,
    )


def editing(algorithm: Algorithm | None, redirects: bool | None, replicas: int | None = 8) -> Design:
    edge = LoadBalancer("Edge", layer=7, websocket_upgrade=True, algorithm=algorithm)
    docs = Service("Document server", replicas=replicas, routing="consistent_hash", virtual_nodes=100, redirects=redirects)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), edge, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    tell = Calls(Service("API"), docs, "change", timeout=seconds(1))
    members = Reads(docs, LockService("Members", nodes=3, lists_members=True))
    return Design("Shared documents", [socket, Calls(edge, docs), tell, members])


def known_to_clients() -> Design:
    docs = Service("Document server", replicas=8, routing="consistent_hash", virtual_nodes=100, redirects=False)
    members = LockService("Members", nodes=3, lists_members=True)
    return Design("Shared documents", [Calls(Client("Browser", ring_cache=True), docs, protocol="http"), Reads(docs, members)])


rule = Rule(
    "RT053",
    Severity.ERROR,
    check,
    flagged=[
        lambda: editing("least_connections", False),
        lambda: editing("least_connections", None),
        lambda: editing("ip_hash", False),
        lambda: editing(None, None),
    ],
    accepted=[
        lambda: editing("least_connections", True),
        lambda: editing("consistent_hash", False),
        lambda: editing("least_connections", False, 1),
        known_to_clients,
    ],
    see=[
        "connect-redirect",
        "consistent-hash-routing",
        "l7-load-balancer",
        "lookup-that-all-ask-when-they-move",
        "long-lived-connections-without-least-connections",
    ],
)
