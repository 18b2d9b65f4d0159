"""Before a client reaches its server it asks one place which that is, and when clients move they all ask at once.

## Why it matters
While nothing changes, a lookup is asked once for each new connection, which is little. When one of ten servers is lost, a tenth
of all clients come back in the same seconds, and each asks first. A lookup made for the quiet hours then keeps everybody out who
would have a place. Where it runs once, nobody new comes in while it restarts.

## What to do
- Let clients keep the ring, and ask again only when a server tells them that they are wrong: state `ring_cache`.
- Or let any server answer, from its own copy of the ring, and send clients on (`redirects`).
- Or run several of them, for as many as move at once.

## When it does not apply
- Clients keep the ring.
- What moves at once is no more than it serves: the clients of one server, spread over 10 s, against `capacity` times `replicas`;
  the option `comes-back-within` is another time.
- It runs once, and more is required than one machine keeps: that is `single-point-of-failure`.
- It runs more than once and its capacity is not stated.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archgen import Calls, Client, Design, LockService, Rate, Reads, Requirements, Retry, Service, per_second, seconds
from archgen.plugin import (
    ONE_MACHINE,
    Architecture,
    Duration,
    Estimate,
    Problem,
    Quantity,
    Rule,
    Severity,
    agreeing,
    derived,
    is_hashed,
    live_servers,
    number,
    readable,
    relied_on,
    remembered,
    stated,
)

SOON = seconds(10)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    comes_back_within: Duration = SOON
    """In which time the clients of a lost server ask where to go. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for client, server in _clients(architecture).items():
        lookups = [one.target for one in architecture.out_of(client, Calls) if isinstance(one.target, Service)]
        for lookup in dict.fromkeys(lookups):
            if lookup.role == "lookup" and not client.ring_cache:
                held = estimate.of(server, "connections_per_replica")
                yield from _asked_too_much(architecture, held, lookup, server, options)


@remembered
def _clients(architecture: Architecture) -> Mapping[Client, Service]:
    """The clients that hold a connection to what is routed to by hash."""
    found: dict[Client, Service] = {}
    for server, first in live_servers(architecture).items():
        if isinstance(server, Service) and is_hashed(server):
            for client in architecture.members(first.source):
                if isinstance(client, Client):
                    found.setdefault(client, server)
    return found


def _asked_too_much(
    architecture: Architecture, held: Quantity | None, lookup: Service, server: Service, options: Options
) -> Iterator[Problem]:
    fix = f"let clients keep the ring, or let any replica of {server.name} send them on"
    facts = [stated(server, "routing"), stated(lookup, "replicas")]
    asked = held.value / options.comes_back_within.total_seconds() if held else 0
    served = (lookup.capacity or 0) * (lookup.replicas or 1)
    if held and lookup.capacity and asked > served:
        message = (
            f"when one replica of {server.name} is lost, its {number(held.value)} clients ask {lookup.name} within "
            f"{readable(options.comes_back_within)}, {number(asked)} a second, "
            f"and {agreeing(lookup.name, 'it serves')} {number(served)}"
        )
        facts += [derived(server, held), stated(lookup, "capacity")]
        yield Problem(lookup, message, facts, f"{fix}, or run more replicas of {lookup.name}", also=[server])
    elif lookup.replicas == 1 and not _is_told(architecture, lookup):
        runs, away = agreeing(lookup.name, "runs"), agreeing(lookup.name, "it is")
        message = f"every client asks {lookup.name} first, which {runs} once: while {away} away nobody finds {server.name}"
        yield Problem(lookup, message, facts, f"{fix}, or run several replicas of {lookup.name}", also=[server])


def _is_told(architecture: Architecture, lookup: Service) -> bool:
    """Whether more is required of it than one machine keeps, so that another rule says that it runs once."""
    relied = relied_on(architecture).get(lookup)
    return bool(relied and relied.need.share > ONE_MACHINE and lookup.availability is None)


def editing(replicas: int | None, each: Rate | None = None, *, ring: bool | None = None, clients: int | None = None) -> Design:
    browser, lookup = Client("Browser", ring_cache=ring), Service("Directory", role="lookup", replicas=replicas, capacity=each)
    docs = Service("Document server", replicas=10, routing="consistent_hash", virtual_nodes=100)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(browser, docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    find = Calls(browser, lookup, "which server?", protocol="http", timeout=seconds(1))
    tell = Calls(Service("API"), docs, "change", timeout=seconds(1))
    members = Reads(docs, LockService("Members", nodes=3, lists_members=True))
    return Design("Shared documents", [find, socket, tell, members], requirements=Requirements(concurrent_clients=clients))


rule = Rule(
    "RT054",
    Severity.INFO,
    check,
    flagged=[
        lambda: editing(1),
        lambda: editing(3, per_second(100), clients=100_000),
    ],
    accepted=[
        lambda: editing(1, ring=True),
        lambda: editing(3),
        lambda: editing(3, per_second(1_000), clients=100_000),
        lambda: editing(None),
        lambda: editing(3, per_second(100), clients=10_000),
    ],
    see=["connect-redirect", "consistent-hash-routing", "hash-routed-servers-behind-a-balancer-that-ignores-the-hash"],
    options=Options,
)
