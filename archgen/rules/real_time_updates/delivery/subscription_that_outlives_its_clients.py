"""Servers subscribe to what their clients follow, and stay subscribed when the last of these is gone.

## Why it matters
A broker does not know of clients: it sees a server that wants a room, and copies the room's messages there for ever. Phones come
and go all day, so that after some weeks every server follows every room anyone has ever opened on it. What was to spare
deliveries spares none, and the broker's memory grows with rooms that nobody looks at.

## What to do
Count the clients of each room on each server, and unsubscribe with the last: when it closes, and also when its heartbeat stays
out, as most clients leave without a word. State that as `unsubscribes`.

## When it does not apply
- Servers take every message, or it is not stated how they subscribe.
- Where it is not stated whether they unsubscribe, that is asked of those whose clients have a `network` that is flaky.
"""

from collections.abc import Collection, Iterator
from typing import Literal

from archgen import Calls, Client, Component, Consumes, Design, Group, Publishes, Retry, Service, Topic, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, agreeing, does, live_servers, remembered, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server, first in live_servers(architecture).items():
        if isinstance(server, Service) and (server.unsubscribes is False or _is_asked(architecture, server, first)):
            topics = (one.target for one in architecture.into(server, Consumes))
            followed = next((one for one in topics if isinstance(one, Topic) and one.subscriptions == "by_topic"), None)
            if followed:
                yield _problem(server, followed)


def _is_asked(architecture: Architecture, server: Service, first: Calls) -> bool:
    return server.unsubscribes is None and first.source in _losing(architecture)


@remembered
def _losing(architecture: Architecture) -> Collection[Component | Group]:
    """The ends of calls at which there are clients whose connection does not hold."""
    ends = dict.fromkeys(call.source for call in architecture.connections(Calls))
    clients = {end: [one for one in architecture.members(end) if isinstance(one, Client)] for end in ends}
    return {end for end, several in clients.items() if any(one.network == "flaky" for one in several)}


def _problem(server: Service, topic: Topic) -> Problem:
    facts = [stated(server, "unsubscribes"), stated(topic, "subscriptions")]
    edits = [Edit(server, "unsubscribes", True)]
    its = agreeing(server.name, "its")
    if server.unsubscribes is None:
        left = f"{does(server.name, 'leaves')} what {agreeing(server.name, 'it follows')} in {topic.name}"
        message = f"it is not said whether {left} when {its} last client is gone"
        fix = f"state unsubscribes of {server.name}"
        return Problem(server, message, facts, fix, also=[topic], asks=True, edits=edits, unsafe=True)
    return Problem(
        server,
        f"{does(server.name, 'goes')} on to follow in {topic.name} what none of {its} clients follows any more",
        facts,
        "unsubscribe when the last client that follows something closes its connection, or its heartbeat stays out",
        also=[topic],
        edits=edits,
        unsafe=True,
    )


def rooms(
    subscriptions: Literal["all", "by_topic"] | None, leaves: bool | None, network: Literal["reliable", "flaky"] | None = None
) -> Design:
    messages, gateway = Topic("Messages", replicas=3, subscriptions=subscriptions), Service("Gateway", unsubscribes=leaves)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(
        Client("Phone", network=network), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again
    )
    return Design("Rooms", [socket, Publishes(Service("Chat"), messages), Consumes(gateway, messages)])


def mailing() -> Design:
    """Whoever takes from the topic holds nobody's connection."""
    messages, mailer = Topic("Messages", replicas=3, subscriptions="by_topic"), Service("Mailer", unsubscribes=False)
    return Design("Mail", [Publishes(Service("Chat"), messages), Consumes(mailer, messages)])


rule = Rule(
    "RT061",
    Severity.WARNING,
    check,
    flagged=[lambda: rooms("by_topic", False), lambda: rooms("by_topic", None, "flaky")],
    accepted=[
        lambda: rooms("by_topic", True),
        lambda: rooms("all", False),
        lambda: rooms("by_topic", None),
        lambda: rooms(None, None, "flaky"),
        mailing,
    ],
    see=["topic-subscription", "heartbeat", "pub-sub-broadcast", "persistent-connection-without-heartbeat"],
)
