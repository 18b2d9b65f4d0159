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
- The servers share a queue, which gives each message to one of them: `queue-that-tells-one-server-alone` speaks of that.
- No update comes to any of the servers: that is `connection-that-no-update-comes-to`.
- They take from a log, and do not say that they do so as one group: each may read all of it.
- Answers that stream back over the connection that asked for them (`payload_kind` is `token_stream`): they arise where the
  client is.
- The `routing` of the servers is not stated, or what kind of content they push, or something that they read or call may be
  asked again and again, as its `per_request` does not say that requests set it off: then an update may have a way after all,
  and the finding is a warning.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    LockService,
    Log,
    Publishes,
    Queue,
    Reads,
    Service,
    Topic,
    Worker,
    days,
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
    agreeing,
    does,
    endpoints,
    first_calls,
    is_reached,
    left_open,
    noun,
    shared_takes,
    stated,
    unheard,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    calls = [first for first in first_calls(architecture, *PUSH) if first.payload_kind != "token_stream"]
    for server, first in endpoints(architecture, calls).items():
        alone = isinstance(server, Service) and (server.replicas or 1) > 1 and not is_reached(architecture, server)
        told = server in unheard(architecture) or any(shared_takes(architecture, server))
        if isinstance(server, Service) and alone and not told:
            yield _problem(first, server, list(left_open(architecture, first, server)))


def _problem(first: Calls, server: Service, left_open: Sequence[Fact]) -> Problem:
    gets = "may have no way" if left_open else "has no way"
    unsaid = ", or ".join(f"the {fact.attribute} of {noun(fact.part)}" for fact in left_open if fact.part)
    one = agreeing(server.name, "it")
    fix = f"publish updates to a topic that {does(server.name, 'consumes')}, or route clients to {one} by consistent hash"
    polls = agreeing(server.name, "polls")
    unheard = f"{does(server.name, 'takes')} from no topic and {polls} nothing, and no dispatcher behind a broker calls {one}"
    return Problem(
        server,
        f"an update that reaches one of the {server.replicas} replicas of {server.name} {gets} to a client of another",
        [
            stated(server, "replicas"),
            stated(first, "protocol"),
            *([] if server.routing is None else [stated(server, "routing")]),
            *left_open,
            Fact(unheard, server),
        ],
        f"{fix}, or state what else brings it there: {unsaid}" if left_open else fix,
        also=[first],
        severity=Severity.WARNING if left_open else None,
    )


def chat(gateway: Service, *parts: Connection) -> Design:
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), payload_kind="text")
    return Design("Chat", [socket, *parts])


def hashed(gateway: Service) -> Design:
    return chat(gateway, Calls(gateway, LockService("Members", nodes=3), "who is there"))


def scattered(replicas: int | None) -> Service:
    return Service("Gateway", replicas=replicas, routing="any")


def over_topic(gateway: Service) -> Design:
    messages = Topic("Messages", replicas=3)
    return chat(gateway, Publishes(gateway, messages), Consumes(gateway, messages))


def over_log(gateway: Service) -> Design:
    messages = Log("Messages", replicas=3, retention=days(1))
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
        lambda: over_store(scattered(3)),
        lambda: chat(Service("Gateway", replicas=12)),
        lambda: telling(scattered(3), None),
    ],
    accepted=[
        lambda: over_topic(scattered(12)),
        lambda: over_log(scattered(3)),
        lambda: hashed(Service("Gateway", replicas=3, routing="consistent_hash", hash_key="room id")),
        lambda: over_store(scattered(3), seconds(2)),
        lambda: over_dispatcher(scattered(3)),
        lambda: over_stream(scattered(3)),
        lambda: chat(scattered(1)),
        lambda: chat(scattered(None)),
        lambda: telling(scattered(3), "token_stream"),
    ],
    see=[
        "two-hop-architecture",
        "connection-registry",
        "pub-sub-broadcast",
        "consistent-hash-routing",
        "pull-polling",
        "broker-of-live-updates-on-one-node",
    ],
)
