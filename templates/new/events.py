"""Streams of events: many small writes, gathered in a log, added up and kept."""

from math import ceil

from archgen import (
    Aggregator,
    ApiGateway,
    Calls,
    Client,
    ColumnDatabase,
    Consumes,
    Design,
    Event,
    Group,
    Log,
    Publishes,
    RateLimit,
    Reads,
    Requirements,
    Service,
    Step,
    Walkthrough,
    Writes,
    days,
    minutes,
    per_second,
    seconds,
)

EACH_REPLICA = 2_000


def design(name: str, clients: int, rate: float) -> Design:
    """A log that takes what comes, an aggregator that adds it up, a store for sums and one service to ask."""
    entry, stream = Group("Entry"), Group("Stream")
    replicas = max(2, ceil(rate / EACH_REPLICA))
    event = Event("Event", event_id=True, append_only=True, key="user_id")
    app = Client("App", devices=clients)
    gateway = ApiGateway("Gateway", replicas=2, rate_limit=RateLimit(per_second(100), per="client"), group=entry)
    collector = Service("Collector", replicas=replicas, validates=True, group=entry)
    events = Log(
        "Events",
        engine="Kafka",
        replicas=3,
        durable=True,
        partitions=12,
        partition_key="user_id",
        retention=days(7),
        dead_letter=False,
        group=stream,
    )
    adder = Aggregator("Aggregator", replicas=2, window=minutes(1), group=stream)
    sums = ColumnDatabase("Sums", engine="ClickHouse", replicas=2)
    reports = Service("Reports", replicas=2)

    send = Calls(
        app, gateway, "event", protocol="http", rate=per_second(rate), timeout=seconds(2), idempotent=True, data=[event], tls=True
    )
    forward = Calls(gateway, collector, protocol="http", timeout=seconds(2))
    publish = Publishes(collector, events, "event", data=[event])
    take = Consumes(adder, events, "in batches", commit="with_write", batch_size=1_000)
    write = Writes(adder, sums, "sums of a minute", rate=per_second(10), idempotent=True)
    look = Reads(reports, sums, "by time", rate=per_second(10))
    return Design(
        name,
        [send, forward, publish, take, write, look],
        summary="Events are kept in a log as they come, added up minute by minute, and asked for as sums.",
        requirements=Requirements(concurrent_clients=clients, write_rate=per_second(rate), staleness=minutes(2)),
        walkthroughs=[
            Walkthrough(
                "Count an event",
                [Step(send), Step(forward), Step(publish), Step(take), Step(write), Step(look, "what was counted?")],
            )
        ],
    )
