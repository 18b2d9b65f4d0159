"""Updates that must arrive pass a broker that keeps nothing, and nothing else keeps them.

## Why it matters
A broker that only passes on, such as Redis Pub/Sub, gives a message to those who listen at that moment. A server that restarts,
a network that is away for a second, a reader that is too slow for the buffer: what was published meanwhile is gone, for
everyone at that server, and nobody can tell. Several nodes do not change that. "At least once" cannot be had from a hop that
promises at most once, whatever the others do.

## What to do
Write each update down before it is told: to a store or a log from which clients fetch what they missed, with a number to go on
from. The quick broker may then stay, as the bell that says "look". Or use a broker that keeps, such as Kafka, Redis Streams, or
RabbitMQ with durable queues.

## When it does not apply
- At least once is required neither of the design nor of what clients hold open.
- Whoever publishes also writes to a store or a log, or takes what it publishes from one; or the servers that hold the
  connections read one.
- Whether the broker keeps anything is not stated: that is asked.

"Kafka or Redis" is often drawn as one box that is durable and replicated. Kafka and Redis Streams keep messages; Redis Pub/Sub
is the same server and keeps none.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Log,
    Publishes,
    Reads,
    Requirements,
    Service,
    Topic,
    Writes,
    days,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    does,
    kept_elsewhere,
    live_brokers,
    live_servers,
    promised,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    servers = live_servers(architecture)
    for broker, takes in live_brokers(architecture).items():
        server = next((one for one in architecture.members(takes.source) if one in servers), None)
        promise = promised(architecture, servers[server]) if server else None
        if isinstance(broker, Topic) and server and promise and broker.durable is not True:
            told = [server, *(one for put in architecture.into(broker) for one in architecture.members(put.source))]
            if kept_elsewhere(architecture).isdisjoint(told):
                yield _problem(broker, takes, promise)


def _problem(broker: Topic, takes: Consumes, promise: Fact) -> Problem:
    asks = broker.durable is None and broker.delivery != "at_most_once"
    keeps = does(broker.name, "keeps")
    message = f"every update must arrive, and {keeps} none for a server that is away for a moment"
    unsaid = f"every update must arrive, and nothing says whether {keeps} them for a server that is away"
    attribute = "delivery" if broker.delivery == "at_most_once" else "durable"
    return Problem(
        broker,
        unsaid if asks else message,
        [promise, stated(broker, attribute), Fact(f"no store or log has them besides {broker.name}", broker)],
        f"write updates to a store or log before they are told, or let {broker.name} be one that keeps them",
        also=[takes],
        asks=asks,
    )


def chat(
    topic: Topic,
    required: Literal["at_least_once", "at_most_once"] | None = "at_least_once",
    *,
    kept: str = "",
    own: bool = False,
) -> Design:
    source, server, store = Service("Source"), Service("Chat", replicas=3, routing="any"), Database("Messages")
    socket = Calls(
        Client("Phone"),
        server,
        protocol="websocket",
        heartbeat_interval=seconds(20),
        delivery="at_least_once" if own else None,
    )
    parts: list[Connection] = [socket, Publishes(source, topic), Consumes(server, topic)]
    kinds: dict[str, list[Connection]] = {
        "written": [Writes(source, store, idempotent=True)],
        "followed": [Consumes(source, store)],
        "read": [Reads(server, store)],
        "logged": [Publishes(source, Log("History", replicas=3, retention=days(7)))],
    }
    return Design("Chat", [*parts, *kinds.get(kept, [])], requirements=Requirements(delivery=required))


rule = Rule(
    "RT039",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat(Topic("Rooms", engine="Redis", replicas=3, durable=False)),
        lambda: chat(Topic("Rooms", replicas=3, delivery="at_most_once"), None, own=True),
        lambda: chat(Topic("Rooms", engine="Redis", replicas=3)),
    ],
    accepted=[
        lambda: chat(Topic("Updates", engine="Kafka", replicas=3, durable=True)),
        lambda: chat(Topic("Rooms", replicas=3, durable=False), "at_most_once"),
        lambda: chat(Topic("Rooms", replicas=3, durable=False), None),
        lambda: chat(Topic("Rooms", replicas=3, durable=False), kept="written"),
        lambda: chat(Topic("Rooms", replicas=3, durable=False), kept="followed"),
        lambda: chat(Topic("Rooms", replicas=3, durable=False), kept="read"),
        lambda: chat(Topic("Rooms", replicas=3, durable=False), kept="logged"),
    ],
    see=["missed-update-recovery", "redis-stream-buffer", "pub-sub-broadcast", "broker-of-live-updates-on-one-node"],
)
