"""All live updates pass a broker that runs on a single node.

## Why it matters
The topic or log between producers and connection servers is on the way of every update. The connection servers are replicated,
the clients reconnect by themselves; and then one machine restarts and nobody is told anything, everywhere at once. With a broker
that keeps nothing, what was published meanwhile is gone too.

## What to do
Run the broker with a replica that takes over, better with three so that a majority stays, and state them as its `replicas`. Add
a way to catch up: a client that reconnects asks for what came after the last update it saw. Replicas alone do not give that:
Redis Pub/Sub keeps nothing however many nodes it has, while Kafka and Redis Streams do.

## When it does not apply
- The number of nodes is not stated: that is asked, at info, unless a provider runs it (`managed`).
- Brokers that no server with open client connections takes from: losing those delays work but silences no one.
- An outage of the live channel is acceptable; then waive the finding with that reason.
"""

from collections.abc import Iterator

from archgen import Calls, Client, Consumes, Design, Log, Publishes, Service, Topic, Worker, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    live_brokers,
    named,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for broker, consumes in live_brokers(architecture).items():
        if isinstance(broker, (Topic, Log)) and (broker.replicas == 1 or (broker.replicas is None and not broker.managed)):
            yield _problem(broker, consumes)


def _problem(topic: Topic | Log, consumes: Consumes) -> Problem:
    hands = agreeing(consumes.source.name, "hands")
    it = agreeing(topic.name, "it")
    server = agreeing(consumes.source.name, "it")
    facts = [stated(topic, "replicas")]
    facts.append(Fact(f"{named(consumes)} and {hands} {it} to the clients connected to {server}", consumes))
    if topic.replicas is None:
        says, runs = agreeing(topic.name, "does not say"), agreeing(topic.name, "it runs")
        message = f"all live updates pass {topic.name}, which {says} how many nodes {runs} on"
        return Problem(topic, message, facts, f"state the replicas of {topic.name}", also=[consumes.source], asks=True)
    message = f"all live updates pass {topic.name}, which {agreeing(topic.name, 'runs')} on one node: they stop when it does"
    return Problem(
        topic,
        message,
        facts,
        f"run {topic.name} on several nodes, better three, and state them as {agreeing(topic.name, 'its')} replicas",
        also=[consumes.source],
        edits=[Edit(topic, "replicas", 3)],
        unsafe=True,
    )


def scores(goals: Topic | Log, servers: int = 3) -> Design:
    gateway = Service("Gateway", replicas=servers)
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
    flagged=[
        lambda: scores(Topic("Goals", replicas=1)),
        lambda: scores(Topic("Goals")),
        lambda: scores(Log("Goals", replicas=1), 1),
    ],
    accepted=[
        lambda: scores(Topic("Goals", replicas=3)),
        lambda: scores(Topic("Goals", replicas=2)),
        lambda: scores(Log("Goals", managed=True)),
        lambda: mail(Topic("Goals", replicas=1)),
    ],
    see=["pub-sub-broadcast", "connection-servers-without-delivery-between-them"],
)
