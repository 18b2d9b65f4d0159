"""A WebSocket crosses networks of others without encryption.

## Why it matters
Examples are written with `ws:`, and some stay that way. Everybody on the way can read and change what passes, the cookie or
token of the first request included, and go on as that user. It is less reliable, too: proxies that take a plain connection for
HTTP change or drop what they do not know, and let an encrypted one through untouched.

## What to do
Use `wss:`, which is the same over TLS, and state `tls`. A page that was loaded over HTTPS can open no other.

## When it does not apply
- Both ends are ours, and stand within the same borders; or the client is `trusted`.
- Where a client neither says whether it is trusted nor is a browser or phone, it is a warning.
- Whether it is encrypted is not stated: that is asked once, of what crosses a border that the design draws and of what carries
  data that is personal, about health, about cards or under regulation.
"""

from collections.abc import Iterator, Sequence

from archgen import Calls, Client, Consumes, Design, Entity, Publishes, Retry, Service, Topic, seconds
from archgen.plugin import (
    Architecture,
    Crossing,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    crossing,
    delicate,
    draws_borders,
    noun,
    stated,
)

Crossed = tuple[Calls, Crossing]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    drawn = draws_borders(architecture)
    unsaid: list[Crossed] = []
    for call in architecture.connections(Calls):
        crossed = crossing(architecture, call) if call.protocol == "websocket" and not call.tls else None
        if crossed and call.tls is False:
            yield _problem(call, crossed)
        elif crossed and (drawn or delicate(call)):
            unsaid.append((call, crossed))
    if unsaid:
        yield _question(unsaid)


def _facts(call: Calls, crossed: Crossing) -> Iterator[Fact]:
    yield stated(call, "tls")
    yield stated(call, "protocol")
    yield Fact(crossed.text, crossed.by, crossed.attribute)


def _problem(call: Calls, crossed: Crossing) -> Problem:
    return Problem(
        call,
        f"the WebSocket from {call.source.name} to {call.target.name} is open to everybody on the way, to read and to change",
        list(_facts(call, crossed)),
        f"encrypt it, and state tls of {noun(call)}",
        severity=None if crossed.public and crossed.certain else Severity.WARNING,
        edits=[Edit(call, "tls", True)],
        unsafe=True,
    )


def _question(unsaid: Sequence[Crossed]) -> Problem:
    (first, _), *others = unsaid
    more = f", and of {len(others)} more" if others else ""
    return Problem(
        first,
        f"it is not said whether the WebSocket from {first.source.name} to {first.target.name} is encrypted{more}",
        [fact for call, crossed in unsaid for fact in _facts(call, crossed)],
        f"state tls of {noun(first)}" + (" and of the others" if others else ""),
        also=[call for call, _ in others],
        asks=True,
    )


def chat(tls: bool | None, client: Client, *data: Entity) -> Design:
    gateway, messages = Service("Gateway"), Topic("Messages", replicas=3)
    socket = Calls(
        client,
        gateway,
        protocol="websocket",
        heartbeat_interval=seconds(20),
        reconnect=Retry(backoff="exponential", jitter=True, initial=seconds(1)),
        tls=tls,
        auth="token",
        data=list(data) or None,
    )
    return Design("Chat", [socket, Publishes(Service("Chat"), messages), Consumes(gateway, messages)])


def phone() -> Client:
    return Client("Phone", platform="mobile")


rule = Rule(
    "RT081",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat(False, phone()),
        lambda: chat(False, Client("Terminal")),
        lambda: chat(None, phone(), Entity("Message", sensitivity="personal")),
    ],
    accepted=[
        lambda: chat(True, phone()),
        lambda: chat(None, phone()),
        lambda: chat(False, Client("Desk", trusted=True)),
        lambda: chat(True, phone(), Entity("Message", sensitivity="personal")),
    ],
    see=["websocket-upgrade", "websocket", "unencrypted-crossing", "socket-opened-by-anybody"],
)
