"""New versions of a server that holds connections are rolled out, and nothing is planned for the connections.

## Why it matters
A restart ends every connection of the server. Hung up on all at once, 20,000 clients come back in the same second, to servers
that are restarted next. A handover of open sockets from the old process to the new one avoids that, and is hard to get right:
the state of each connection, encryption included, has to go along, on the same machine.

## What to do
Drain: take no new connections, close the old ones a few hundred a second, and stop when all are gone or after some minutes.
Clients reconnect with growing pauses to a server that stays, and ask for what they missed. State `deployment` as
`drain_reconnect`.

## When it does not apply
- Servers are restarted one after another, or drained.
- Nothing is stated of that: then it is asked where it is stated how often a new version comes.
- Connections end on a service that does more, which is released often: that it hangs up then is a finding of its own.
- A handover is a thought only where clients reconnect by themselves, so that it gains little, and no `reason` is stated.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Retry, Service, Topic, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    agreeing,
    endpoints,
    first_calls,
    is_more_than_a_gateway,
    reconnecting,
    stated,
)

Deployment = Literal["drain_reconnect", "rolling", "handover", "none"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for server, first in endpoints(architecture, first_calls(architecture, "websocket")).items():
        if isinstance(server, Service):
            again, _ = reconnecting(first)
            unsaid = server.deployment is None and server.deploys_per_day is not None
            asked = unsaid and not is_more_than_a_gateway(server)
            if asked or server.deployment == "none" or (server.deployment == "handover" and again and not server.reason):
                yield _problem(server, first)


def _problem(server: Service, first: Calls) -> Problem:
    facts = [stated(server, "deployment"), stated(first, "protocol")]
    edits = [Edit(server, "deployment", "drain_reconnect")]
    stops, its = agreeing(server.name, "it stops"), agreeing(server.name, "its")
    fix = f"let {server.name} close connections a few at a time before {stops}, and state {its} deployment as drain_reconnect"
    if server.deployment is None:
        message = f"it is not said what becomes of open connections when a new version of {server.name} is rolled out"
        facts.append(stated(server, "deploys_per_day"))
        return Problem(server, message, facts, f"state the deployment of {server.name}", also=[first], asks=True)
    if server.deployment == "handover":
        message = (
            f"open connections are handed over to new versions of {server.name}, which is harder than to let clients reconnect"
        )
        facts.append(stated(first, reconnecting(first)[1]))
        return Problem(server, message, facts, fix, also=[first], edits=edits, unsafe=True)
    message = f"a new version of {server.name} hangs up on all its clients at once"
    return Problem(server, message, facts, fix, also=[first], edits=edits, unsafe=True)


def chat(
    deployment: Deployment | None, releases: float | None = None, *, again: bool = True, reason: str | None = None
) -> Design:
    gateway = Service("Gateway", role="connections", deployment=deployment, deploys_per_day=releases, reason=reason)
    messages = Topic("Messages", replicas=3)
    reconnect = Retry(backoff="exponential", jitter=True, initial=seconds(1)) if again else None
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=reconnect)
    return Design("Chat", [socket, Publishes(Service("Chat"), messages), Consumes(gateway, messages)])


rule = Rule(
    "RT077",
    Severity.INFO,
    check,
    flagged=[lambda: chat("none"), lambda: chat("handover"), lambda: chat(None, 0.1)],
    accepted=[
        lambda: chat("drain_reconnect"),
        lambda: chat("rolling"),
        lambda: chat("handover", reason="a reconnect costs a player the match"),
        lambda: chat("handover", again=False),
        lambda: chat(None),
    ],
    see=["drain-and-reconnect", "connection-handover", "websocket", "sockets-that-end-on-a-business-service"],
)
