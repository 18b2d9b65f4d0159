"""People see who is there, and nothing keeps that, or it is forgotten between two signs of life.

## Why it matters
A broker copies messages to whoever listens and cannot say who does. Each connection server knows its own clients and no others.
Without a place that all of them write to, "online" means online on the same server. And a client that loses its network never
says goodbye: an entry that does not expire shows it as present for days, one that expires between two signs of life makes it
blink.

## What to do
Keep an entry for each client in a presence store, with an expiry of two to three heartbeat intervals (75 s at 25 s). Connects
and heartbeats renew it, a close removes it, and what nobody renews is gone by itself.

## When it does not apply
- Presence is not required.
- Servers that hold connections write to a presence store, or to a cache or store that could be one.
- They call services, which may keep it.
- How long an entry lives, or how often clients show a sign of life, is not stated. That an entry never expires is for
  `mutable-entry-without-expiry` to say.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Consumes,
    Design,
    PresenceStore,
    Publishes,
    Requirements,
    Retry,
    Service,
    Topic,
    Writes,
    seconds,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, Store, live_servers, readable, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    servers = live_servers(architecture)
    stores = list(architecture.components(PresenceStore))
    if needs.presence and servers and not stores and not any(_may_keep(architecture, server) for server in servers):
        server, first = next(iter(servers.items()))
        nothing = Fact(f"neither {server.name} nor what else holds connections writes to a store or cache", server)
        yield Problem(
            server,
            "people are to see who is there, and nothing knows it of the clients of every server",
            [stated(needs, "presence"), nothing],
            "keep an entry for each client in a presence store, and let it expire after two to three heartbeat intervals",
            also=[first],
        )
    beats = [first.heartbeat_interval for first in servers.values() if first.heartbeat_interval]
    for store in stores:
        yield from _badly_timed(store, max(beats, default=None))


def _may_keep(architecture: Architecture, server: Component) -> bool:
    written = (one.target for one in architecture.out_of(server, Writes))
    calling = any(isinstance(one.target, Service) for one in architecture.out_of(server, Calls))
    return calling or any(isinstance(one, (Cache, Store)) for one in written)


def _badly_timed(store: PresenceStore, beat: timedelta | None) -> Iterator[Problem]:
    fix = f"let entries of {store.name} expire after two to three heartbeat intervals"
    if store.ttl and beat and store.ttl <= beat:
        facts = [stated(store, "ttl"), Fact(f"a sign of life comes every {readable(beat)}")]
        message = f"between two signs of life a client is gone from {store.name}, as its entry lives for {readable(store.ttl)}"
        yield Problem(store, message, facts, fix)


def chat(*stores: Component, presence: bool | None = True, ttl: timedelta | None = None, kept: bool = False) -> Design:
    messages, gateway = Topic("Messages", replicas=3), Service("Gateway", replicas=4)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(25), reconnect=again)
    parts = [socket, Publishes(gateway, messages), Consumes(gateway, messages)]
    keep = [Writes(gateway, PresenceStore("Presence", ttl=ttl, nodes=3), "still here")] if kept else []
    other = [Writes(gateway, store, "still here") for store in stores]
    return Design("Chat", [*parts, *keep, *other], requirements=Requirements(presence=presence))


rule = Rule(
    "RT062",
    Severity.WARNING,
    check,
    flagged=[
        lambda: chat(),
        lambda: chat(kept=True, ttl=seconds(20)),
    ],
    accepted=[
        lambda: chat(kept=True, ttl=seconds(75)),
        lambda: chat(Cache("Who is there", ttl=seconds(75))),
        lambda: chat(presence=None),
        lambda: chat(presence=False),
        lambda: chat(kept=True),
    ],
    see=[
        "heartbeat",
        "presence-and-typing",
        "pub-sub-broadcast",
        "persistent-connection-without-heartbeat",
        "mutable-entry-without-expiry",
    ],
)
