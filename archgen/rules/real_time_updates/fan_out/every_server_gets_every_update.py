"""Every server takes every update, and throws most of them away.

## Why it matters
With 40 servers and 50,000 updates a second each server reads 50,000 messages a second to find the few that one of its clients
follows. More servers do not help: each of them reads as many again. Soon most of what a connection server does is to discard.

Figures of broadcasting tend to show this, as it is easy to draw; it fits what everybody sees, and not rooms.

## What to do
Subscribe by topic: a server follows a room while one of its clients is in it, and leaves it with the last. Each message then
goes to as many servers as hold a member.

## When it does not apply
- Everybody follows the same, so that each server needs each update: `max_fanout` is as many as there are clients.
- Fewer than 10 servers, or up to 1,000 updates a second: reading and discarding costs little then. The
  options `fewest-servers` and `updates` are other limits.
- What is taken is filtered by the broker (`filter`), or stated to go to fewer servers (`fan_out`).
- Where `subscriptions` is not stated, that is asked, at info.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Rate, Requirements, Retry, Service, Topic, per_second, seconds
from archgen.plugin import (
    Architecture,
    Count,
    Edit,
    Estimate,
    Problem,
    Quantity,
    Rule,
    Severity,
    derived,
    live_brokers,
    number,
    stated,
)

MANY = per_second(1_000)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    fewest_servers: Count = 10
    """From how many servers on it matters. Tool default."""
    updates: Rate = MANY
    """From how many updates a second on it matters. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    everybody = architecture.design.requirements.concurrent_clients
    heard = architecture.design.requirements.max_fanout
    if everybody is not None and heard is not None and heard >= everybody:
        return
    for topic, takes in live_brokers(architecture).items():
        rate = estimate.of(topic, "requests")
        server = takes.source
        if isinstance(topic, Topic) and topic.subscriptions != "by_topic" and isinstance(server, Service) and rate:
            whole = takes.filter is None and takes.fan_out is None
            if whole and (server.replicas or 0) >= options.fewest_servers and rate.value > options.updates:
                yield _problem(topic, takes, server, rate)


def _problem(topic: Topic, takes: Consumes, server: Service, rate: Quantity) -> Problem:
    facts = [stated(topic, "subscriptions"), derived(topic, rate), stated(server, "replicas")]
    edits = [Edit(topic, "subscriptions", "by_topic")]
    if topic.subscriptions is None:
        message = (
            f"{number(rate.value)} updates a second pass {topic.name}, and it is not said whether each server takes them all"
        )
        fix = f"state the subscriptions of {topic.name}"
        return Problem(topic, message, facts, fix, also=[server], asks=True)
    return Problem(
        topic,
        f"each of {server.replicas} replicas of {server.name} takes all {number(rate.value)} updates a second of {topic.name}",
        facts,
        f"let each replica of {server.name} subscribe to what its clients follow",
        also=[server],
        edits=edits,
        unsafe=True,
    )


def rooms(
    subscriptions: Literal["all", "by_topic"] | None,
    rate: Rate = per_second(5_000),  # noqa: B008
    *,
    replicas: int | None = 12,
    everybody: bool = False,
) -> Design:
    messages = Topic("Messages", replicas=3, subscriptions=subscriptions)
    gateway = Service("Gateway", replicas=replicas, unsubscribes=True)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    needs = Requirements(concurrent_clients=1_000, max_fanout=1_000 if everybody else 20)
    return Design(
        "Rooms", [socket, Publishes(Service("Chat"), messages, rate=rate), Consumes(gateway, messages)], requirements=needs
    )


rule = Rule(
    "RT060",
    Severity.WARNING,
    check,
    flagged=[lambda: rooms("all"), lambda: rooms(None)],
    accepted=[
        lambda: rooms("by_topic"),
        lambda: rooms("all", everybody=True),
        lambda: rooms("all", per_second(900)),
        lambda: rooms("all", replicas=9),
        lambda: rooms("all", replicas=None),
    ],
    see=["topic-subscription", "pub-sub-broadcast", "broker-that-must-hand-out-more-than-it-can"],
    options=Options,
)
