"""One update has a million receivers, and is handed to each of them by itself.

## Why it matters
A post of somebody with ten million followers, written into a queue or feed for each, is ten million writes. At 50,000 a second
that takes 200 s, and everybody else's messages wait behind it. The opposite costs next to nothing: one copy in a cache, read by
a few hundred servers, each of which tells those of its clients that follow.

## What to do
- Keep the update once, in a cache or CDN, and let servers fetch it when they are told that it is there.
- Spread the telling in steps: from the source to a server in each region, from there to connection servers, from there to
  clients.
- For feeds, hand out posts of most authors when they are written, and fetch those of the few with many followers when a feed is
  read: `fan_out` is `hybrid`, with a `fan_out_limit`.

The first two are for clients that hold connections, the third for those who come and look. Any of them is enough.

## When it does not apply
- Nobody has so many: `max_fanout` is below a million, or what the option `fewest-receivers` says, or it is not stated.
- Connection servers take from a queue that is not one for each user (`per_user`); where that is not stated it is a warning.
- Connection servers share a topic, so that an update is copied once for each server. Then it is looked at how long each replica
  needs for its own clients, at 100,000 messages a second or what the option `sends-per-second` says: longer than the
  `latency_budget` is a warning.
- Servers that hold connections read a cache, or clients come over a CDN.
- What hands updates to the broker gathers them, as an aggregator or batcher does, or takes them from a broker itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Aggregator,
    Batcher,
    Cache,
    Calls,
    Cdn,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Topic,
    Writes,
    milliseconds,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Count,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    does,
    live_servers,
    number,
    readable,
    stated,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    fewest_receivers: Count = 1_000_000
    """From how many receivers of one update on it matters. Tool default."""
    sends_per_second: Count = 100_000
    """How many messages a second one connection server sends to its clients. Tool default."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    needs = architecture.design.requirements
    if (needs.max_fanout or 0) < options.fewest_receivers:
        return
    for service in architecture.components(Service):
        if service.fan_out == "write":
            yield _written_for_each(needs, service)
    for server, first in live_servers(architecture).items():
        cached = any(_stores_once(one) for one in architecture.out_of(server)) or isinstance(first.target, Cdn)
        if isinstance(server, Service) and not cached:
            yield from _handed_on(architecture, needs, server, first, options)


def _stores_once(connection: Connection) -> bool:
    return isinstance(connection, Reads) and isinstance(connection.target, Cache)


def _written_for_each(needs: Requirements, service: Service) -> Problem:
    return Problem(
        service,
        f"one post is written into up to {number(needs.max_fanout or 0)} feeds",
        [stated(service, "fan_out"), stated(needs, "max_fanout")],
        "hand out most posts when they are written, and fetch those of the few with many followers when a feed is read: "
        f"state the fan_out of {service.name} as hybrid, with a fan_out_limit",
        edits=[Edit(service, "fan_out", "hybrid")],
        unsafe=True,
    )


def _handed_on(
    architecture: Architecture, needs: Requirements, server: Service, first: Calls, options: Options
) -> Iterator[Problem]:
    fan_out = needs.max_fanout or 0
    for takes in architecture.into(server, Consumes):
        facts = [stated(needs, "max_fanout"), Fact(f"{does(server.name, 'reads')} no cache that holds an update once", server)]
        fix = f"keep the update once, in a cache that {does(server.name, 'reads')}, or spread it in steps, by region"
        if isinstance(takes.target, Queue) and takes.target.per_user is not False:
            if not _is_repeated(architecture, takes.target):
                yield _queued(takes.target, fan_out, facts, fix, server)
        elif isinstance(takes.target, Topic) and server.replicas and needs.latency_budget is not None:
            time = timedelta(seconds=fan_out / server.replicas / options.sends_per_second)
            if time > needs.latency_budget and not _is_repeated(architecture, takes.target):
                yield _slow(needs, server, first, time, options)


def _queued(queue: Queue, fan_out: int, facts: Sequence[Fact], fix: str, server: Service) -> Problem:
    """For each receiver a message, where each has a queue; where that is not stated, perhaps."""
    becomes = "becomes" if queue.per_user else "may become"
    message = f"one update {becomes} up to {number(fan_out)} messages in {queue.name}"
    severity = None if queue.per_user else Severity.WARNING
    return Problem(queue, message, [*facts, stated(queue, "per_user")], fix, also=[server], severity=severity)


def _is_repeated(architecture: Architecture, broker: Queue | Topic) -> bool:
    """Whether whoever hands to the broker gathers, or takes from another one: then updates are spread in steps."""
    sources = {one for put in architecture.into(broker, Publishes) for one in architecture.members(put.source)}
    gathered = any(isinstance(one, (Aggregator, Batcher)) for one in sources)
    return gathered or any(True for source in sources for _ in architecture.into(source, Consumes))


def _slow(needs: Requirements, server: Service, first: Calls, time: timedelta, options: Options) -> Problem:
    each = number((needs.max_fanout or 0) / (server.replicas or 1))
    facts = [stated(needs, "max_fanout"), stated(server, "replicas"), stated(needs, "latency_budget")]
    facts.append(Fact(f"one replica sends {number(options.sends_per_second)} messages a second, as is assumed"))
    return Problem(
        server,
        f"each replica of {server.name} tells up to {each} clients of one update, which takes {readable(_rounded(time))}",
        facts,
        f"run more replicas of {server.name}, in several regions, or allow more time for updates that so many get",
        also=[first],
        severity=Severity.WARNING,
    )


def _rounded(time: timedelta) -> timedelta:
    return milliseconds(round(time.total_seconds() * 1000))


def posts(
    fan_out: int | None, *between: Connection, gateway: Service | None = None, broker: Queue | Topic | None = None
) -> Design:
    gateway, broker = gateway or Service("Gateway"), broker or feed_queue(each=True)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    needs = Requirements(max_fanout=fan_out, latency_budget=seconds(1))
    return Design("Posts", [socket, Publishes(Service("Posts"), broker), Consumes(gateway, broker), *between], requirements=needs)


def feed_queue(*, each: bool | None) -> Queue:
    return Queue("Feeds", per_user=each, dead_letter=Queue("Lost"))


def feeds(service: Service) -> Design:
    write = Writes(service, feed := Database("Feeds"), "into each follower's feed")
    parts: list[Connection] = [Calls(Client("Phone"), service, protocol="http"), write, Reads(service, feed)]
    return Design("Feeds", parts, requirements=Requirements(max_fanout=10_000_000))


def cached() -> Design:
    gateway = Service("Gateway")
    return posts(10_000_000, Reads(gateway, Cache("Posts that many follow", ttl=seconds(60))), gateway=gateway)


def topic_of(replicas: int) -> Design:
    gateway = Service("Gateway", replicas=replicas, unsubscribes=True)
    return posts(10_000_000, gateway=gateway, broker=Topic("New posts", replicas=3))


rule = Rule(
    "RT065",
    Severity.ERROR,
    check,
    flagged=[
        lambda: posts(10_000_000),
        lambda: feeds(Service("Posts", fan_out="write")),
        lambda: topic_of(20),
        lambda: posts(10_000_000, broker=feed_queue(each=None)),
    ],
    accepted=[
        cached,
        lambda: posts(500_000),
        lambda: posts(None),
        lambda: topic_of(200),
        lambda: posts(10_000_000, broker=feed_queue(each=False)),
        lambda: feeds(Service("Posts", fan_out="hybrid", fan_out_limit=10_000)),
    ],
    see=["celebrity-hierarchical-fanout", "cache-once", "pub-sub-broadcast", "audience-of-an-update-not-stated"],
    options=Options,
)
