"""A WebSocket is opened, and nobody asks by whom.

## Why it matters
A WebSocket is authenticated when it is opened or not at all: messages in it carry no headers. Whoever may open one gets what is
pushed over it for hours. Browsers add one more way in: a page of another site may open a WebSocket to ours, and the browser
sends our cookies along. Unlike with other requests nothing forbids that, unless the server looks where the page came from.

## What to do
- Check a cookie or a token when it is opened, and refuse the upgrade otherwise. Script in a browser cannot set headers on it:
  use the cookie of the session, or a ticket that is good once, fetched over HTTPS and put into the address.
- Check the `Origin` of the page, where cookies count.
- Close the connection when the session ends: nobody asks again by itself.

## When it does not apply
- What is pushed is meant for everybody: its `auth` is `public`.
- The client is `trusted`, or both ends stand within the same borders.
- What stands behind the balancer asks who comes.
- It is a warning where what it carries is not said to be delicate, or it is not stated whether the client is trusted.
- How it is checked is not stated: that is asked once, of what crosses a border that the design draws, and of what carries data
  that is personal, about health, about cards or under regulation.
- Event streams: they are ordinary requests, which `unauthenticated-crossing` looks at.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from archgen import Calls, Client, Component, Consumes, Design, Entity, LoadBalancer, Publishes, Retry, Service, Topic, seconds
from archgen.plugin import (
    Architecture,
    Crossing,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    crossing,
    delicate,
    does,
    draws_borders,
    noun,
    remembered,
    stated,
)

Auth = Literal["none", "token", "session", "public"]
Crossed = tuple[Calls, Crossing]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    drawn = draws_borders(architecture)
    unsaid: list[Crossed] = []
    for call in architecture.connections(Calls):
        concerned = call.protocol == "websocket" and call.auth in (None, "none") and call.target not in _asking_on(architecture)
        crossed = crossing(architecture, call) if concerned else None
        if crossed and crossed.inbound and call.auth == "none":
            yield _problem(architecture, call, crossed)
        elif crossed and crossed.inbound and (drawn or delicate(call)):
            unsaid.append((call, crossed))
    if unsaid:
        yield _question(unsaid)


@remembered
def _asking_on(architecture: Architecture) -> Collection[Component]:
    """Balancers behind which somebody asks who comes."""
    asked = (call for call in architecture.connections(Calls) if call.auth not in (None, "none"))
    return {one for call in asked for one in architecture.members(call.source) if isinstance(one, LoadBalancer)}


def _facts(call: Calls, crossed: Crossing) -> Iterator[Fact]:
    yield stated(call, "auth")
    yield stated(call, "protocol")
    yield Fact(crossed.text, crossed.by, crossed.attribute)
    yield from (stated(one, "sensitivity") for one in delicate(call))


def _problem(architecture: Architecture, call: Calls, crossed: Crossing) -> Problem:
    direct = not any(isinstance(one, LoadBalancer) for one in architecture.members(call.target))
    certain = bool(delicate(call)) and crossed.certain and direct
    return Problem(
        call,
        f"anybody may open a WebSocket to {call.target.name}, and is sent what {does(call.source.name, 'is')} sent",
        list(_facts(call, crossed)),
        f"check who it is when the WebSocket to {call.target.name} is opened, and state that as auth, or state auth as public",
        severity=None if certain else Severity.WARNING,
    )


def _question(unsaid: Sequence[Crossed]) -> Problem:
    (first, _), *others = unsaid
    more = f", and of {len(others)} more" if others else ""
    it = agreeing(first.target.name, "it")
    return Problem(
        first,
        f"it is not said how {does(first.target.name, 'knows')} who opens a WebSocket to {it}{more}",
        [fact for call, crossed in unsaid for fact in _facts(call, crossed)],
        f"state auth of {noun(first)}" + (" and of the others" if others else ""),
        also=[call for call, _ in others],
        asks=True,
    )


def chat(auth: Auth | None, client: Client, *data: Entity, behind: Auth | None = None, balanced: bool = False) -> Design:
    gateway, messages, edge = Service("Gateway"), Topic("Messages", replicas=3), LoadBalancer("Edge", layer=4)
    socket = Calls(
        client,
        edge if balanced else gateway,
        protocol="websocket",
        heartbeat_interval=seconds(20),
        reconnect=Retry(backoff="exponential", jitter=True, initial=seconds(1)),
        tls=True,
        auth=auth,
        data=list(data) or None,
    )
    onwards = [Calls(edge, gateway, auth=behind)] if balanced else []
    return Design("Chat", [socket, *onwards, Publishes(Service("Chat"), messages), Consumes(gateway, messages)])


def phone() -> Client:
    return Client("Phone", platform="mobile")


def private() -> Entity:
    return Entity("Message", sensitivity="personal")


rule = Rule(
    "RT082",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat("none", phone(), private()),
        lambda: chat("none", phone()),
        lambda: chat(None, phone(), private()),
        lambda: chat("none", phone(), private(), balanced=True),
    ],
    accepted=[
        lambda: chat("session", phone(), private()),
        lambda: chat("public", phone()),
        lambda: chat(None, phone()),
        lambda: chat("none", Client("Desk", trusted=True)),
        lambda: chat("none", phone(), private(), behind="token", balanced=True),
    ],
    see=["websocket-upgrade", "websocket", "unauthenticated-crossing", "unencrypted-websocket"],
)
