"""Connections end in the user's own region, and an update crosses the ocean once for each region instead of once for each user.

## How it works
Each region has a balancer, endpoint servers and a broker of its own. Name resolution sends a client to the nearest. An update
that arises somewhere is written to a log there; in every other region a bridge reads that log and publishes what it finds to
the local topic. Endpoint servers know the local topic only, and so work when the way to other regions is broken: what arises
locally still arrives.

Writes go where the data's home is, wherever the client is connected. Only the last mile of updates is regional.

## Numbers
- **A connection over the Atlantic has a round trip of 80 to 90 ms**, and Europe to Australia some 250; in the region it is 10
  to 30. A TLS handshake nearby takes 60 ms instead of 250.
- **Crossings**: 1,000 updates a second, 500 bytes each, to 400,000 clients in another region. One by one they are 200 GB/s;
  to each of 20 servers there 10 MB/s; over one bridge 0.5 MB/s.
- **Delay between regions**: half a round trip, 45 ms, and 5 to 10 ms for log and bridge.
- **Room for a neighbour**: with three regions each must bear half of what another one has, or its clients are turned away.

## What goes wrong
- **Clients stay where they were.** They connected while travelling, or in an outage, and hold on to a distant region for
  days. Limit the age of connections.
- **Updates come round.** A bridge publishes what came from the other side, and the other bridge takes it back. Mark where
  each arose, and pass on only one's own.
- **An order over regions.** Updates from two homes arrive in different order in different regions. Number by the thing, at
  its home.
- **Numbers to resume from.** After a move to another region the client names a position of the old one's log. Let it be the
  number that the home gave, the same everywhere.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    Dns,
    Group,
    LoadBalancer,
    Log,
    Need,
    Pattern,
    Publishes,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    Worker,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

europe = Group("Europe", boundary="region")
america = Group("America", boundary="region")
names = Dns("DNS", ttl=minutes(1), routing="latency")
client_eu = Client("Clients in Europe", platform="mobile", devices=400_000, group=europe)
client_us = Client("Clients in America", platform="mobile", devices=300_000, group=america)
balancer_eu = LoadBalancer(
    "Balancer in Europe", layer=4, algorithm="least_connections", idle_timeout=minutes(2), replicas=2, group=europe
)
balancer_us = LoadBalancer(
    "Balancer in America", layer=4, algorithm="least_connections", idle_timeout=minutes(2), replicas=2, group=america
)
endpoint_eu = Service(
    "Endpoints in Europe",
    replicas=20,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=40_000,
    max_connection_age=hours(6),
    unsubscribes=True,
    group=europe,
)
endpoint_us = Service(
    "Endpoints in America",
    replicas=16,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=40_000,
    max_connection_age=hours(6),
    unsubscribes=True,
    group=america,
)
topic_eu = Topic("Topic in Europe", engine="NATS", replicas=3, durable=False, subscriptions="by_topic", group=europe)
topic_us = Topic("Topic in America", engine="NATS", replicas=3, durable=False, subscriptions="by_topic", group=america)
log = Log(
    "Updates",
    engine="Kafka",
    replicas=3,
    partitions=24,
    partition_key="topic",
    retention=hours(24),
    group=europe,
    note="at their home",
)
source = Service("Source", replicas=4, stamps="sequence", group=europe)
bridge = Worker(
    "Bridge", replicas=2, concurrency=100, side_effect="none", idempotent=True, task_duration=milliseconds(50), group=america
)

again = Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30))
find_eu = Calls(client_eu, names, "nearest?", protocol="udp", timeout=seconds(2), acknowledged=True, idempotent=True)
find_us = Calls(client_us, names, "nearest?", protocol="udp", timeout=seconds(2), acknowledged=True, idempotent=True)
connect_eu = Calls(
    client_eu,
    balancer_eu,
    protocol="websocket",
    tls=True,
    auth="token",
    heartbeat_interval=seconds(30),
    heartbeat_timeout=seconds(75),
    reconnect=again,
    resume=Resumption("sequence", state_kept_in=log),
    deduplicated=True,
)
connect_us = Calls(
    client_us,
    balancer_us,
    protocol="websocket",
    tls=True,
    auth="token",
    heartbeat_interval=seconds(30),
    heartbeat_timeout=seconds(75),
    reconnect=again,
    resume=Resumption("sequence", state_kept_in=log),
    deduplicated=True,
)
forward_eu = Calls(balancer_eu, endpoint_eu, protocol="tcp")
forward_us = Calls(balancer_us, endpoint_us, protocol="tcp")
keep = Publishes(source, log, "update and number", rate=per_second(1_000))
publish = Publishes(source, topic_eu, "update", rate=per_second(1_000))
cross = Consumes(bridge, log, "over the ocean, once", acknowledge="after", delivery="at_least_once", round_trip=milliseconds(90))
publish_too = Publishes(bridge, topic_us, "the same update", rate=per_second(1_000))
deliver_eu = Consumes(endpoint_eu, topic_eu, "topics of its clients", fan_out=6)
deliver_us = Consumes(endpoint_us, topic_us, "topics of its clients", fan_out=6)

pattern = Pattern(
    "Regional endpoint servers",
    use_when=["users of several parts of the world hold connections open, or all receive the same"],
    avoid_when=["users are in one region, or a further 100 ms does not matter to them"],
    structure=Design(
        "Regional endpoint servers",
        [
            find_eu,
            find_us,
            connect_eu,
            connect_us,
            forward_eu,
            forward_us,
            keep,
            publish,
            cross,
            publish_too,
            deliver_eu,
            deliver_us,
        ],
        requirements=Requirements(
            concurrent_clients=700_000,
            latency_budget=milliseconds(500),
            regions=2,
            regions_named=["Europe", "America"],
            client_sends="often",
            connection_state="light",
            endpoint_servers=36,
            media=False,
            max_fanout=10_000,
            delivery="at_least_once",
        ),
    ),
    requires=[
        Need("endpoint servers in each region", {endpoint_eu: ["replicas"], endpoint_us: ["replicas"]}),
        Need("clients that are sent to the nearest", {names: ["routing"]}),
        Need("one crossing for each region, from a log", {cross: [], log: ["retention"]}),
        Need("an end to the age of connections to a distant region", {endpoint_us: ["max_connection_age"]}),
    ],
    walkthrough=[
        Step(connect_us, "a socket, to the nearest region"),
        Step(keep, "42 arises in Europe"),
        Step(publish, "to the topic there"),
        Step(deliver_eu, "to servers in Europe, after 20 ms"),
        Step(cross, "over the ocean, 45 ms"),
        Step(publish_too, "42, to the topic in America"),
        Step(deliver_us, "to servers in America"),
        Step(forward_us, "42, after 75 ms", back=True),
        Step(connect_us, "42, after 75 ms", back=True),
    ],
    trade_offs=[
        TradeOff("connections and handshakes are short", "every region is a deployment to run and watch"),
        TradeOff("an update crosses once, not once for each user", "a bridge, and a delay between regions"),
        TradeOff("a region that is cut off still serves itself", "what arises elsewhere comes late, by resuming"),
    ],
    related=["celebrity-hierarchical-fanout", "cache-once", "two-hop-architecture", "pub-sub-broadcast"],
)
