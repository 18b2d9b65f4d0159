"""A broker is run for a handful of servers, and updates may be seconds old.

## Why it matters
A broker is one more thing to run, to watch, to upgrade and to lose messages in. What it gives is speed, and delivery to many
servers at once. Two servers that ask a database every two seconds for what is new are one query a second, which nobody notices,
and there is nothing to catch up with after a failure: the next query finds it.

## What to do
Let each server read what is new since the last time, by a number that grows, with a `poll_interval` within the budget. Keep the
broker for when there are more servers or less time, or other reasons to have one.

## When it does not apply
- Ten servers or more, or a number that is not stated.
- Updates must be there within 2 s, or that is not stated.
- Others take from the broker too, or clients get from it what they missed.
- Servers keep much for each connection (`connection_state` is heavy), people change the same thing at once, or they hear and see
  each other. Which of these is asked first matters: time and state before the number of servers.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Log,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Service,
    Topic,
    Worker,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Rule,
    Severity,
    does,
    goes_on,
    live_brokers,
    live_servers,
    number,
    readable,
    resumed,
    stated,
    takers,
)

PATIENT, FEW = seconds(2), 10


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    budget = needs.latency_budget
    if budget is None or budget < PATIENT or needs.collaborative or needs.media or needs.connection_state == "heavy":
        return
    servers = live_servers(architecture)
    if any(goes_on(resumed(architecture, first)[0]) for first in dict.fromkeys(servers.values())):
        return
    for broker in live_brokers(architecture):
        served = takers(architecture, broker)
        counts = [one.replicas for one in served if isinstance(one, Service) and one in servers and one.replicas]
        light = all(isinstance(one, Service) and one.connection_state != "heavy" for one in served)
        if isinstance(broker, (Topic, Log)) and light and len(counts) == len(served) and sum(counts) < FEW:
            count = number(sum(counts))
            yield Problem(
                broker,
                f"{does(broker.name, 'is')} run to tell {count} {'server' if count == '1' else 'servers'} of updates that may be "
                f"{readable(budget)} old",
                [stated(needs, "latency_budget"), *(stated(one, "replicas") for one in served)],
                "let each server ask a store for what is new, every second or two, and do without the broker",
                also=served,
            )


def board(
    budget: timedelta | None,
    replicas: int | None,
    *more: Connection,
    scores: Topic | Log | None = None,
    resume: Resumption | None = None,
) -> Design:
    topic, gateway = scores or Topic("Scores", replicas=3), Service("Gateway", replicas=replicas)
    stream = Calls(Client("Screen"), gateway, protocol="sse", heartbeat_interval=seconds(20), resume=resume)
    parts: list[Connection] = [stream, Publishes(Service("Referee"), topic), Consumes(gateway, topic), *more]
    return Design("Scores", parts, requirements=Requirements(latency_budget=budget))


def mailed() -> Design:
    scores = Topic("Scores", replicas=3)
    return board(seconds(4), 2, Consumes(Worker("Mailer"), scores), scores=scores)


def polled() -> Design:
    gateway = Service("Gateway", replicas=2)
    stream = Calls(Client("Screen"), gateway, protocol="sse", heartbeat_interval=seconds(20))
    look = Reads(gateway, Database("Scores"), poll_interval=seconds(2))
    return Design("Scores", [stream, look], requirements=Requirements(latency_budget=seconds(4)))


rule = Rule(
    "RT064",
    Severity.INFO,
    check,
    flagged=[
        lambda: board(seconds(4), 2),
        lambda: board(seconds(3), 9),
        lambda: board(seconds(5), 2),
    ],
    accepted=[
        polled,
        lambda: board(seconds(1), 2),
        lambda: board(seconds(4), 10),
        lambda: board(seconds(4), None),
        lambda: board(None, 2),
        mailed,
    ],
    see=["start-simple-ladder", "pull-polling", "pub-sub-broadcast", "push-where-polling-would-do"],
    beside=["RT012"],
)
