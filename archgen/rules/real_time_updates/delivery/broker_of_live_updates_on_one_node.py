"""All live updates pass a broker that runs on a single node.

## Why it matters
The topic between producers and connection servers is on the way of every update. The connection servers are replicated, the
clients reconnect by themselves; and then one machine restarts and nobody is told anything, everywhere at once. With a broker
that keeps nothing, what was published meanwhile is gone too.

## What to do
Run the broker with a replica that takes over, better with three so that a majority stays, and state them as its `replicas`. Add
a way to catch up: a client that reconnects asks for what came after the last update it saw. Replicas alone do not give that:
Redis Pub/Sub keeps nothing however many nodes it has, while Kafka and Redis Streams do.

## When it does not apply
- The number of nodes is not stated: that is asked, at info. A managed service usually has several; state how many.
- Topics that no server with open client connections takes from: losing those delays work but silences no one.
- An outage of the live channel is acceptable; then waive the finding with that reason.
"""

from collections.abc import Iterator

from archgen import Calls, Client, Consumes, Design, Publishes, Service, Topic, Worker, seconds
from archgen.plugin import (
    PUSH,
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    endpoints,
    first_calls,
    named,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    takes = [
        one for server in endpoints(architecture, first_calls(architecture, *PUSH)) for one in architecture.into(server, Consumes)
    ]
    for topic, consumes in {one.target: one for one in reversed(takes)}.items():
        if isinstance(topic, Topic) and (topic.replicas or 1) == 1:
            yield _problem(topic, consumes)


def _problem(topic: Topic, consumes: Consumes) -> Problem:
    facts = [stated(topic, "replicas"), Fact(f"{named(consumes)} and hands it to the clients connected to it", consumes)]
    if topic.replicas is None:
        message = f"all live updates pass {topic.name}, which does not say how many nodes it runs on"
        return Problem(topic, message, facts, f"state the replicas of {topic.name}", also=[consumes.source], asks=True)
    message = f"all live updates pass {topic.name}, which runs on one node: they stop when it does"
    return Problem(
        topic,
        message,
        facts,
        f"run {topic.name} on several nodes, better three, and state them as its replicas",
        also=[consumes.source],
        edits=[Edit(topic, "replicas", 3)],
        unsafe=True,
    )


def scores(goals: Topic) -> Design:
    gateway = Service("Gateway", replicas=3)
    watch = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20))
    return Design("Live scores", [watch, Publishes(Service("Referee"), goals), Consumes(gateway, goals)])


def mail(goals: Topic) -> Design:
    """Work behind the scenes: nobody waits with an open connection."""
    ask = Calls(Client("Phone"), Service("Scores"), protocol="http")
    return Design("Mail on goals", [ask, Publishes(ask.target, goals), Consumes(Worker("Mailer"), goals)])


rule = Rule(
    "RT058",
    Severity.WARNING,
    check,
    flagged=[lambda: scores(Topic("Goals", replicas=1)), lambda: scores(Topic("Goals"))],
    accepted=[
        lambda: scores(Topic("Goals", replicas=3)),
        lambda: scores(Topic("Goals", replicas=2)),
        lambda: mail(Topic("Goals", replicas=1)),
    ],
    see=["pub-sub-broadcast", "connection-servers-without-delivery-between-them"],
)
