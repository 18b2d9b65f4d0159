"""Several servers hold clients' connections, but an update that reaches one of them has no way to a client of another.

## Why it matters
A client is connected to one server. With one server every update arises where the client is; with twelve, eleven of twelve
arise somewhere else. Nothing fails: no error is logged, the test with one server passes, and in production most messages are
simply never shown. Two people who chat see each other only if chance has put them on the same server.

## What to do
Choose how an update finds the connection:
- Publish it to a topic that all connection servers take from. Each server hands it to those of its clients that want it.
- Send clients to a server by a hash of what they share, a user or a document, and state it: their `routing` is
  `consistent_hash`. The sender works out the server by the same hash.
- Let every server ask a store for news every second or two: they read it, with a `poll_interval`. That is the simplest way, fit
  for few servers and a patient audience.
- Let every server hold a stream of its own to where updates arise, and state that as the `update_rate` of its call.
- Keep a registry of who is connected where, and let a dispatcher that takes from a broker call the right server.

## When it does not apply
- One replica, or a number that is not stated.
- Answers that stream back over the connection that asked for them (`payload_kind` is `token_stream`): they arise where the
  client is.
- The `routing` of the servers is not stated, or what kind of content they push, or something that they read or call may be asked
  again and again, as its `per_request` does not say that requests set it off: then an update may have a way after all, and the
  finding is a warning.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Reads,
    Service,
    Topic,
    Worker,
    per_second,
    seconds,
)
from archgen.plugin import (
    PUSH,
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    endpoints,
    first_calls,
    noun,
    remembered,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    calls = [first for first in first_calls(architecture, *PUSH) if first.payload_kind != "token_stream"]
    for server, first in endpoints(architecture, calls).items():
        if isinstance(server, Service) and (server.replicas or 1) > 1 and not _is_reached(architecture, server):
            yield _problem(first, server, list(_left_open(architecture, first, server)))


def _is_reached(architecture: Architecture, server: Service) -> bool:
    """Whether an update can get to the replica that holds the client."""
    hashed = server.routing in ("modulo", "consistent_hash")
    subscribed = any(isinstance(one.target, Topic) for one in architecture.into(server, Consumes))
    polling = server in _pollers(architecture)
    dispatched = any(call in _dispatched(architecture) for call in architecture.into(server, Calls))
    return hashed or subscribed or polling or dispatched


@remembered
def _dispatched(architecture: Architecture) -> Collection[Calls]:
    """The calls of what takes from brokers."""
    takers = {one for takes in architecture.connections(Consumes) for one in architecture.members(takes.source)}
    takers = {one for one in takers if isinstance(one, (Service, Worker))}
    return {call for call in architecture.connections(Calls) if not takers.isdisjoint(architecture.members(call.source))}


@remembered
def _pollers(architecture: Architecture) -> Collection[Component]:
    return {member for one in architecture.connections() if _asks_again(one) for member in architecture.members(one.source)}


def _asks_again(connection: Connection) -> bool:
    """Whether the source asks on a timer, or holds a stream of its own to where updates arise."""
    polled = isinstance(connection, (Calls, Reads)) and connection.poll_interval is not None
    streamed = isinstance(connection, Calls) and connection.update_rate is not None
    return polled or streamed or (isinstance(connection, Calls) and connection.protocol == "poll")


def _left_open(architecture: Architecture, first: Calls, server: Service) -> Iterator[Fact]:
    """What is not stated, and could give an update its way, or make one needless."""
    if server.routing is None:
        yield stated(server, "routing")
    if first.payload_kind is None:
        yield stated(first, "payload_kind")
    outgoing = [one for one in architecture.out_of(server) if isinstance(one, Calls | Reads) and one.per_request is None]
    if outgoing:
        asked = " and ".join(dict.fromkeys(one.target.name for one in outgoing))
        yield Fact(
            f"what {server.name} asks {asked}: neither per_request nor poll_interval is stated", outgoing[0], "poll_interval"
        )


def _problem(first: Calls, server: Service, left_open: Sequence[Fact]) -> Problem:
    gets = "may have no way" if left_open else "has no way"
    unsaid = ", or ".join(f"the {fact.attribute} of {noun(fact.part)}" for fact in left_open if fact.part)
    fix = f"publish updates to a topic that {server.name} consumes, or route clients to it by consistent hash"
    return Problem(
        server,
        f"an update that reaches one of the {server.replicas} replicas of {server.name} {gets} to a client of another",
        [
            stated(server, "replicas"),
            stated(first, "protocol"),
            *([] if server.routing is None else [stated(server, "routing")]),
            *left_open,
            Fact(f"{server.name} takes from no topic and polls nothing, and no dispatcher behind a broker calls it", server),
        ],
        f"{fix}, or state what else brings it there: {unsaid}" if left_open else fix,
        also=[first],
        severity=Severity.WARNING if left_open else None,
    )


def chat(gateway: Service, *parts: Connection) -> Design:
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), payload_kind="text")
    return Design("Chat", [socket, *parts])


def scattered(replicas: int | None) -> Service:
    return Service("Gateway", replicas=replicas, routing="any")


def over_topic(gateway: Service) -> Design:
    messages = Topic("Messages", replicas=3)
    return chat(gateway, Publishes(gateway, messages), Consumes(gateway, messages))


def over_queue(gateway: Service) -> Design:
    """A queue gives each message to one server, and not to the one that needs it."""
    messages = Queue("Messages", dead_letter=Queue("Failed messages"))
    return chat(gateway, Publishes(gateway, messages), Consumes(gateway, messages))


def over_dispatcher(gateway: Service) -> Design:
    messages, dispatcher = Queue("Messages", dead_letter=Queue("Failed messages")), Worker("Dispatcher")
    return chat(
        gateway, Publishes(gateway, messages), Consumes(dispatcher, messages), Calls(dispatcher, gateway, "to the right server")
    )


def over_store(gateway: Service, pause: timedelta | None = None, per_request: float | None = None) -> Design:
    return chat(gateway, Reads(gateway, Database("Store"), "what is new", poll_interval=pause, per_request=per_request))


def over_stream(gateway: Service) -> Design:
    prices = Service("Prices", replicas=3, routing="any")
    return chat(gateway, Calls(gateway, prices, "stream of prices", protocol="grpc", update_rate=per_second(500)))


def telling(gateway: Service, content: Literal["token_stream"] | None) -> Design:
    told = Calls(Client("Browser"), gateway, protocol="sse", payload_kind=content, heartbeat_interval=seconds(20))
    return Design("Assistant", [told])


rule = Rule(
    "RT041",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat(scattered(12)),
        lambda: over_store(scattered(3), per_request=1),
        lambda: over_queue(scattered(2)),
        lambda: over_store(scattered(3)),
        lambda: chat(Service("Gateway", replicas=12)),
        lambda: telling(scattered(3), None),
    ],
    accepted=[
        lambda: over_topic(scattered(3)),
        lambda: chat(Service("Gateway", replicas=3, routing="consistent_hash")),
        lambda: over_store(scattered(3), seconds(2)),
        lambda: over_dispatcher(scattered(3)),
        lambda: over_stream(scattered(3)),
        lambda: chat(scattered(1)),
        lambda: chat(scattered(None)),
        lambda: telling(scattered(3), "token_stream"),
    ],
    see=["pub-sub-broadcast", "consistent-hash-routing", "pull-polling", "broker-of-live-updates-on-one-node"],
)
