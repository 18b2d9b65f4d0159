"""Messages carry vector clocks, although one place sees all that have to be in order.

## Why it matters
A vector clock tells which of two events could have known of the other, where nobody saw both. It has a number for each writer,
so that each message grows with them, and in the end it may say that two events have no order, which somebody then has to decide.
Where all messages of a key pass one server or partition anyway, that place has seen their order: one number says it, in eight
bytes.

The best known user is often named wrongly: the paper on Dynamo described vector clocks, and Riak had them; the service called
DynamoDB orders writes without.

## What to do
Count: the place that all of them pass gives each the next number of its key.

## When it does not apply
- Several servers stamp messages of one key, or clients do while they are away.
- Edits are merged by a CRDT, which needs to know what depends on what.
- How many servers stamp is not stated.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Requirements, Retry, Service, Topic, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Server,
    Severity,
    does,
    is_hashed,
    live_servers,
    stated,
)

Stamps = Literal["wall_clock", "sequence", "vector_clock", "none"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    stamping = [server for server in architecture.components(Server) if server.stamps == "vector_clock"]
    said = "stamps"
    if not stamping and needs.ordering_by == "vector_clock":
        stamping, said = [one for one in live_servers(architecture) if isinstance(one, Server)], "ordering_by"
    if len(stamping) == 1 and not _is_needed(architecture):
        [server] = stamping
        reason = _sees_all(server, needs.ordering)
        if reason:
            by = stated(server, "stamps") if said == "stamps" else stated(needs, "ordering_by")
            yield Problem(
                server,
                f"messages carry vector clocks, although {does(server.name, 'sees')} all that have to be in order",
                [by, reason],
                f"let {server.name} give each message the next number of its key",
                edits=[Edit(server, "stamps", "sequence")] if said == "stamps" else (),
                unsafe=True,
            )


def _is_needed(architecture: Architecture) -> bool:
    merged = any(one.conflict_resolution == "crdt" for one in architecture.components(Service))
    return merged or any(one.writes_offline for one in architecture.components(Client))


def _sees_all(server: Server, order: str | None) -> Fact | None:
    """What says that one replica sees all messages that have to be in order."""
    if is_hashed(server) and order == "per_key":
        return stated(server, "routing")
    return stated(server, "replicas") if server.replicas == 1 and not server.autoscaling else None


def chat(
    stamps: Stamps | None,
    replicas: int | None,
    *,
    by: Literal["sequence", "vector_clock"] | None = None,
    offline: bool | None = None,
    merges: Literal["none", "crdt"] | None = None,
) -> Design:
    gateway = Service("Chat", replicas=replicas, stamps=stamps, conflict_resolution=merges)
    messages = Topic("Messages", replicas=3)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    phone = Client("Phone", writes_offline=offline)
    socket = Calls(phone, gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    needs = Requirements(ordering="per_key", ordering_by=by)
    return Design("Chat", [socket, Publishes(Service("Bots"), messages), Consumes(gateway, messages)], requirements=needs)


rule = Rule(
    "RT088",
    Severity.INFO,
    check,
    flagged=[
        lambda: chat("vector_clock", 1),
        lambda: chat(None, 1, by="vector_clock"),
    ],
    accepted=[
        lambda: chat("sequence", 1),
        lambda: chat("vector_clock", 4),
        lambda: chat("vector_clock", None),
        lambda: chat("vector_clock", 1, offline=True),
        lambda: chat("vector_clock", 1, merges="crdt"),
    ],
    see=["vector-clocks", "logical-timestamps", "wall-clocks-order-across-servers", "order-required-of-what-keeps-none"],
)
