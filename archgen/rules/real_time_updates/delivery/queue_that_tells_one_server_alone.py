"""The servers that hold clients' connections share a queue, so that each update comes to one of them and the others never hear of
it.

## Why it matters
A queue is made for work: each message goes to one of those who take from it. An update is no work. It has to reach the server
that holds the client, and with four servers that share a queue it comes to the wrong one three times out of four, which has no
use for it and confirms it. Nothing is left to show that somebody was not told. A log that all replicas read as one consumer
group does the same.

## What to do
Publish updates to a topic, of which each server gets a copy, or give each server a queue or a consumer group of its own. Or
keep the queue for a dispatcher that looks up which server holds the client, and calls that one.

## When it does not apply
- One replica, or a number that is not stated.
- Updates come another way as well: by a topic, a poll, a dispatcher, or as clients are sent to a server by a hash.
- Each replica gets a copy: the `fan_out` of what it consumes says how many do.
- What the queue brings is work that the servers do on the side, which they then tell by another way: show that way.
- Something that could be another way is not stated, or not of how many replicas get a copy: a warning.
"""

from collections.abc import Iterator, Sequence

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Log,
    Publishes,
    Queue,
    Reads,
    Service,
    Topic,
    days,
    seconds,
)
from archgen.plugin import (
    PUSH,
    Architecture,
    Broker,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    endpoints,
    first_calls,
    is_reached,
    left_open,
    named,
    shared_takes,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    calls = [first for first in first_calls(architecture, *PUSH) if first.payload_kind != "token_stream"]
    for server, first in endpoints(architecture, calls).items():
        if isinstance(server, Service) and (server.replicas or 1) > 1 and not is_reached(architecture, server):
            takes = next(shared_takes(architecture, server), None)
            if takes:
                unsaid = list(left_open(architecture, first, server))
                unsaid += [stated(takes, "fan_out")] if takes.fan_out is None else []
                yield _problem(server, first, takes, unsaid)


def _problem(server: Service, first: Calls, takes: Consumes, unsaid: Sequence[Fact]) -> Problem:
    what = takes.target.name
    how = stated(takes, "consumer_group") if takes.consumer_group else Fact(f"{named(takes)}: one gets each message", takes)
    return Problem(
        server,
        f"an update in {what} comes to one of {server.replicas} replicas of {server.name}, and the client may be with another",
        [stated(server, "replicas"), how, stated(first, "protocol"), *unsaid],
        f"publish updates to a topic, of which each replica of {server.name} gets a copy"
        + (", or state what brings them there" if unsaid else ""),
        also=[takes, first],
        severity=Severity.WARNING if unsaid else None,
    )


def chat(broker: Broker, replicas: int | None = 4, *, copies: float | None = None, group: str | None = None) -> Design:
    server = Service("Chat", replicas=replicas, routing="any")
    socket = Calls(Client("Phone"), server, protocol="websocket", heartbeat_interval=seconds(20), payload_kind="text")
    takes = Consumes(server, broker, fan_out=copies, consumer_group=group, acknowledge="before")
    return Design("Chat", [socket, Publishes(Service("Source"), broker), takes])


def looking(replicas: int) -> Design:
    design = chat(Queue("Work"), replicas, copies=1)
    server = next(part.target for part in design.parts if isinstance(part, Calls))
    look = Reads(server, Database("Messages"), poll_interval=seconds(1))
    return Design("Chat", [*design.parts, look])


rule = Rule(
    "RT042",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat(Queue("Updates"), copies=1),
        lambda: chat(Log("Updates", replicas=3, retention=days(1)), group="chat", copies=1),
        lambda: chat(Queue("Updates")),
    ],
    accepted=[
        lambda: chat(Topic("Updates", replicas=3)),
        lambda: chat(Queue("Updates"), 1, copies=1),
        lambda: chat(Queue("Updates"), None, copies=1),
        lambda: chat(Queue("Updates"), copies=4),
        lambda: chat(Log("Updates", replicas=3, retention=days(1))),
        lambda: looking(3),
    ],
    see=["pub-sub-broadcast", "per-user-queue", "message-queue", "connection-servers-without-delivery-between-them"],
)
