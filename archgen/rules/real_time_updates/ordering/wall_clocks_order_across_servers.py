"""Messages are put in order by the time that several servers read from their clocks.

## Why it matters
Two clocks that are kept in step still differ by 1 to 10 ms, more after a pause of the machine, and a clock that is corrected
goes back. Of two messages 3 ms apart the later may carry the earlier time, and is shown first for ever after. Two that carry the
same millisecond have no order at all. One server is better off, though a clock that is set back, or a burst within one tick,
spoils that too: what never repeats is a counter.

## What to do
- Let one place hand out numbers for each key: the store that keeps the messages, or the server that owns the key.
- Where there is no such place, use logical clocks: a counter that each message carries, and that whoever receives it goes
  beyond.
- Keep the time as well, to show it to people. It need not decide anything.

## When it does not apply
- No order is required.
- One server stamps them, or each key has its own server and order counts within the key.
- It is not stated what the servers put on messages, and the requirements do not say that the order goes by time.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Requirements, Retry, Service, Topic, seconds
from archgen.plugin import Architecture, Edit, Estimate, Fact, Problem, Rule, Server, Severity, is_hashed, live_brokers, stated

Stamps = Literal["wall_clock", "sequence", "vector_clock", "none"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    if needs.ordering not in ("per_key", "total"):
        return
    stamping = [server for server in architecture.components(Server) if server.stamps == "wall_clock"]
    by = "stamps"
    if not stamping and needs.ordering_by == "wall_clock":
        stamping, by = list(_publishing(architecture)), "ordering_by"
    several = len(stamping) > 1
    for server in stamping:
        if (several or (server.replicas or 1) > 1 or server.autoscaling) and not _is_alone(server, needs.ordering):
            said = stated(server, "stamps") if by == "stamps" else stated(needs, "ordering_by")
            place = "one place for each key" if needs.ordering == "per_key" else "one place"
            yield _problem(server, [stated(needs, "ordering"), said, stated(server, "replicas")], place)


def _publishing(architecture: Architecture) -> Iterator[Server]:
    """What hands updates to the brokers that bring them to clients, and does not say what it stamps them with."""
    puts = (put for broker in live_brokers(architecture) for put in architecture.into(broker, Publishes))
    sources = dict.fromkeys(one for put in dict.fromkeys(puts) for one in architecture.members(put.source))
    return (one for one in sources if isinstance(one, Server) and one.stamps is None)


def _is_alone(server: Server, order: str | None) -> bool:
    """Whether one of its replicas stamps all that has to be in order."""
    return is_hashed(server) and order == "per_key"


def _problem(server: Server, facts: list[Fact], place: str) -> Problem:
    return Problem(
        server,
        f"messages are put in order by what the clocks of several servers say, {server.name} among them, and clocks differ",
        facts,
        f"number messages in {place}, and put them in order by that",
        edits=[Edit(server, "stamps", "sequence")] if server.stamps else (),
        unsafe=True,
    )


def chat(
    stamps: Stamps | None,
    replicas: int | None = 4,
    *,
    order: Literal["none", "per_key", "total"] | None = "per_key",
    by: Literal["wall_clock", "sequence"] | None = None,
    routing: Literal["any", "consistent_hash"] | None = None,
) -> Design:
    gateway, messages = Service("Gateway"), Topic("Messages", replicas=3)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    service = Service("Chat", replicas=replicas, stamps=stamps, routing=routing)
    parts = [socket, Publishes(service, messages), Consumes(gateway, messages)]
    return Design("Chat", parts, requirements=Requirements(ordering=order, ordering_by=by))


rule = Rule(
    "RT073",
    Severity.WARNING,
    check,
    flagged=[
        lambda: chat("wall_clock"),
        lambda: chat(None, by="wall_clock"),
    ],
    accepted=[
        lambda: chat("sequence"),
        lambda: chat("wall_clock", 1),
        lambda: chat("wall_clock", None),
        lambda: chat("wall_clock", order="none"),
        lambda: chat(None, by="sequence"),
    ],
    see=["vector-clocks", "logical-timestamps", "order-required-of-what-keeps-none", "vector-clocks-where-a-number-would-do"],
)
