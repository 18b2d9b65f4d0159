"""More replicas take from a log than it has partitions, so that some of them never get anything.

## Why it matters
In a consumer group each partition is read by one member. With 6 partitions and 50 replicas, 6 work and 44 wait. An autoscaler
that sees the backlog grow starts the next one, which waits too: the bill grows, the backlog stays. That is found out in the first
rush, when partitions can be added, but records of one key then go to another partition than those before them.

## What to do
- Give the log as many partitions as the group may ever have members: twice what the first year needs.
- Or cap the replicas (`max_replicas`) at the partitions, and let each do more at once.
- Or hand the work to a queue, of which any number may take.

## When it does not apply
- There are as many partitions, or it is not stated how many there are.
- Each replica gets every message (`fan_out`): then they are no group.
- What has more is of another product: Pulsar and streams of Redis hand single messages out, and so do share groups of Kafka.
- One more stands ready on purpose (`standby`): replicas that run all the time are let pass then, not those that a scaler adds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archgen import Autoscaling, Consumes, Design, Log, Publishes, Service, Worker
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Fact,
    Problem,
    Product,
    Rule,
    Server,
    Severity,
    agreeing,
    derived,
    does,
    listed,
    number,
    stated,
)


@dataclass(frozen=True)
class Member:
    """A server that takes from a log, and how many of it there may be."""

    server: Server
    consumes: Consumes
    most: int
    fact: Fact
    grows: bool


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for log in architecture.components(Broker):
        if log.partitions and Product(log).is_partitioned_log:
            for members in _groups(architecture, log).values():
                most = sum(one.most for one in members)
                if most > log.partitions and not _is_meant(members):
                    yield _problem(estimate, log, members, most)


def _groups(architecture: Architecture, log: Broker) -> Mapping[object, list[Member]]:
    """Those who share the messages: of one group by its name, else the replicas of one server."""
    groups: dict[object, list[Member]] = {}
    for way in architecture.out_of(log, Consumes):
        if way.fan_out in (None, 1):
            for end in architecture.members(way.source):
                member = _member(end, way)
                if member:
                    groups.setdefault(way.consumer_group or end, []).append(member)
    return groups


def _member(end: object, way: Consumes) -> Member | None:
    if not isinstance(end, Server):
        return None
    scaled = end.autoscaling.max_replicas if end.autoscaling else None
    if scaled is not None and scaled > (end.replicas or 0):
        return Member(end, way, scaled, stated(end, "autoscaling"), grows=True)
    return Member(end, way, end.replicas, stated(end, "replicas"), grows=False) if end.replicas else None


def _is_meant(members: list[Member]) -> bool:
    return all(one.server.standby and not one.grows for one in members)


def _problem(estimate: Estimate, log: Broker, members: list[Member], most: int) -> Problem:
    names = listed([one.server.name for one in members])
    parts = log.partitions or 0
    idle = f"{number(most - parts)} get{'' if most - parts > 1 else 's'} nothing"
    have = "may come to" if any(one.grows for one in members) else agreeing(names, "has") if len(members) == 1 else "have"
    capacities = ((one.server, estimate.of(one.server, "capacity")) for one in members)
    return Problem(
        members[0].server,
        f"{names} {have} {number(most)} replicas, and {does(log.name, 'has')} {number(parts)} partitions: {idle}",
        [
            stated(log, "partitions"),
            *(one.fact for one in members),
            *(derived(server, capacity) for server, capacity in capacities if capacity),
        ],
        f"give {log.name} {number(most)} partitions or more, or let {names} have no more than {number(parts)} replicas",
        also=[log, *(one.server for one in members[1:]), *(one.consumes for one in members)],
    )


def events(
    partitions: int | None,
    *workers: Worker,
    engine: str | None = "Kafka",
    group: str | None = None,
    fan_out: float | None = None,
) -> Design:
    log = Log("Events", engine=engine, partitions=partitions, replicas=3, streaming=True, partition_key="customer")
    takes = [Consumes(one, log, consumer_group=group, fan_out=fan_out) for one in workers]
    return Design("Events", [Publishes(Service("API"), log, partition_key="customer"), *takes])


def worker(most: int | None, runs: int | None = None, name: str = "Biller", *, standby: bool | None = None) -> Worker:
    return Worker(
        name, replicas=runs, standby=standby, autoscaling=Autoscaling("queue_depth", max_replicas=most) if most else None
    )


rule = Rule(
    "LT091",
    Severity.WARNING,
    check,
    flagged=[
        lambda: events(6, worker(50)),
        lambda: events(6, worker(None, 8)),
        lambda: events(12, worker(None, 8), worker(None, 8, "Mailer"), group="billing"),
        lambda: events(6, worker(50), engine=None),
    ],
    accepted=[
        lambda: events(64, worker(50)),
        lambda: events(12, worker(None, 8), worker(None, 8, "Mailer")),
        lambda: events(6, worker(None, 8), fan_out=8),
        lambda: events(6, worker(None, 7, standby=True)),
        lambda: events(6, worker(50), engine="Apache Pulsar"),
        lambda: events(None, worker(50)),
        lambda: events(6, worker(None)),
    ],
    see=["kafka-log", "queue-depth-autoscaling", "worker-pool"],
)
