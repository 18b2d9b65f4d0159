"""Each client has one server that is found by a hash, and all servers get every update besides.

## Why it matters
Routing by hash lets a sender give an update to the one server that needs it. A topic of which each server gets every message
does the opposite: of 8 servers 7 throw each message away. Whoever does both pays for both, the ring that all must know and the
broker that must copy, and a client may be shown the same thing twice.

## What to do
Keep one way for each kind of update: send it to the owner, or publish it and let servers subscribe to what their clients follow.

## When it does not apply
- Servers subscribe by topic, or that is not stated.
- What comes over the topic is not what is sent to the owner: both ways state the `data` that they carry, and have none in
  common.
- There is one server.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Event, LockService, Publishes, Reads, Retry, Service, Topic, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Interaction,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    is_hashed,
    live_servers,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server in live_servers(architecture):
        if is_hashed(server) and (server.replicas or 2) > 1:
            for takes in architecture.into(server, Consumes):
                topic = takes.target
                direct = [call for call in architecture.into(server, Calls) if isinstance(call.source, Service)]
                whole = isinstance(topic, Topic) and topic.subscriptions == "all"
                if isinstance(topic, Topic) and whole and not _differ(architecture, direct, takes):
                    yield _problem(server, topic, twice=bool(direct))


def _problem(server: Service, topic: Topic, *, twice: bool) -> Problem:
    both = f"each update goes to the owner among the replicas of {server.name}, and over {topic.name} to all of them"
    brings = does(topic.name, "brings")
    one = f"each key has its owner among the replicas of {server.name}, and {brings} every update to all of them"
    return Problem(
        topic,
        both if twice else one,
        [stated(server, "routing"), stated(topic, "subscriptions"), stated(server, "replicas")],
        f"send updates to the owner alone, or let {server.name} subscribe by topic to what "
        f"{agreeing(server.name, 'its')} clients follow",
        also=[server],
        edits=[Edit(topic, "subscriptions", "by_topic")],
        unsafe=True,
    )


def _differ(architecture: Architecture, direct: Sequence[Calls], takes: Consumes) -> bool:
    """Whether it is stated that what is sent to the owner is something else."""
    other = _carried(direct)
    shared = _carried([takes, *architecture.into(takes.target, Publishes)])
    return bool(shared) and bool(other) and other.isdisjoint(shared)


def _carried(ways: Sequence[Interaction]) -> set[object]:
    return {one for way in ways for one in way.data or ()}


def editing(
    subscriptions: Literal["all", "by_topic"] | None, *, replicas: int = 8, edits: Event | None = None, flags: Event | None = None
) -> Design:
    docs = Service("Document server", replicas=replicas, routing="consistent_hash", virtual_nodes=100, unsubscribes=True)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    api, topic = Service("API"), Topic("Changes", replicas=3, subscriptions=subscriptions)
    tell = Calls(api, docs, "change", timeout=seconds(1), data=[edits] if edits else None)
    parts = [socket, tell, Publishes(api, topic, data=[flags] if flags else None), Consumes(docs, topic)]
    return Design("Shared documents", [*parts, Reads(docs, LockService("Members", nodes=3, lists_members=True))])


def over_the_topic() -> Design:
    """Nothing is sent to the owner: the hash is for what clients share, and updates take the other way."""
    design = editing("all")
    return Design(design.name, [part for part in design.parts if not (isinstance(part, Calls) and part.label == "change")])


def to_the_owner() -> Design:
    docs = Service("Document server", replicas=8, routing="consistent_hash", virtual_nodes=100)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    tell = Calls(Service("API"), docs, "change", timeout=seconds(1))
    return Design("Shared documents", [socket, tell, Reads(docs, LockService("Members", nodes=3, lists_members=True))])


rule = Rule(
    "RT089",
    Severity.INFO,
    check,
    flagged=[lambda: editing("all"), lambda: editing("all", edits=Event("Edit")), over_the_topic],
    accepted=[
        to_the_owner,
        lambda: editing("by_topic"),
        lambda: editing(None),
        lambda: editing("all", edits=Event("Edit"), flags=Event("Flag changed")),
        lambda: editing("all", replicas=1),
    ],
    see=["topic-subscription", "consistent-hash-routing", "pub-sub-broadcast", "every-server-gets-every-update"],
)
