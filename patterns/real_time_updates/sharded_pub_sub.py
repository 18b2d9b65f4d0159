"""Topics are spread over the nodes of a broker, so that each node carries a part of them instead of all.

## How it works
A hash of the topic's name chooses the shard. Whoever publishes goes to that shard, whoever follows the topic subscribes
there. Both know the map from slots to nodes, as clients of a cluster do. A topic still lives on one node; it is the sum of
all topics that is spread.

Watch what a product means by "cluster". In a classic Redis Cluster a message may be published anywhere because every node
passes it on to all others: each node carries the traffic of the whole, and a node more is load more. Sharded pub/sub, with
`SPUBLISH` and `SSUBSCRIBE`, came with version 7 and keeps a message within its shard. Kafka spreads by partition, NATS passes
on only where someone listens.

## Numbers
- **A node hands out 100,000 to 500,000 small messages a second**; count deliveries, not publications: 10,000 messages a
  second to 12 servers are 120,000.
- **Six shards of three nodes** carry a million deliveries with room for growth and for the loss of a node.
- **Connections = servers x shards**: 40 endpoints and 6 shards are 240, which is nothing; 1,000 and 100 are 100,000, which is
  not.
- **One hot topic is one node's.** With 200,000 deliveries a second for it alone, no number of shards helps.

## What goes wrong
- **Sharding that is none.** The cluster grows and each node is as busy as before. Measure deliveries for each node before and
  after.
- **The hot topic.** A final with a million viewers is on one shard. Split it into `match.0` to `match.15`, let each server
  follow one of them, and publish to all; or write the update to a cache and publish only that there is one.
- **Moves.** When slots move, subscriptions end with an error that many libraries swallow. Subscribe anew, and replay.
- **Order across topics** does not exist, and did not before.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    LoadBalancer,
    Log,
    Need,
    Pattern,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="mobile", devices=800_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2), replicas=2)
endpoint = Service(
    "Endpoint",
    replicas=40,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    unsubscribes=True,
    cluster_aware=True,
    note="knows the map of shards",
)
topic = Topic(
    "Rooms",
    engine="Redis 7, sharded pub/sub",
    replicas=3,
    partitions=6,
    partition_key="room_id",
    durable=False,
    subscriptions="by_topic",
    max_deliver_rate=per_second(1_200_000),
    note="6 shards of 3 nodes",
)
source = Service("Room service", replicas=30, cluster_aware=True, stamps="sequence")
log = Log("Messages", engine="Kafka", replicas=3, partitions=96, partition_key="room_id", retention=hours(24))

connect = Calls(
    client,
    balancer,
    "socket",
    protocol="websocket",
    tls=True,
    auth="token",
    heartbeat_interval=seconds(30),
    heartbeat_timeout=seconds(75),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=log, window=hours(24)),
)
forward = Calls(balancer, endpoint, "same connection", protocol="tcp")
keep = Publishes(source, log, "message with its number", rate=per_second(80_000), partition_key="room_id")
publish = Publishes(source, topic, "to the shard of its room", rate=per_second(80_000), partition_key="room_id")
deliver = Consumes(endpoint, topic, "from the shards of its rooms", fan_out=8)
replay = Reads(endpoint, log, "all after a number", rate=per_second(2_000))

pattern = Pattern(
    "Sharded publish and subscribe",
    use_when=["deliveries of all topics together are more than one broker node can hand out"],
    avoid_when=[
        "one replicated node is far from its limit: it has no map, no moves and no shards to reach",
        "a single topic is the load: that needs copies, not shards",
    ],
    structure=Design(
        "Sharded publish and subscribe",
        [connect, replay, deliver, keep, publish, forward],
        requirements=Requirements(
            concurrent_clients=800_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            endpoint_servers=40,
            media=False,
            max_fanout=1_000,
        ),
    ),
    requires=[
        Need("several shards, each with copies", {topic: ["partitions", "replicas", "partition_key"]}),
        Need(
            "publishers and subscribers who know the shard of a topic", {endpoint: ["cluster_aware"], source: ["cluster_aware"]}
        ),
        Need("a log, for what is lost when shards move", {connect: ["resume"], replay: []}),
    ],
    walkthrough=[
        Step(connect, "enter room 7"),
        Step(deliver, "subscribed at the shard of 7"),
        Step(keep, "message 42"),
        Step(publish, "to the shard of 7, and to no other"),
        Step(deliver, "to 8 endpoints of 40"),
        Step(forward, "to the sockets", back=True),
        Step(connect, "42", back=True),
    ],
    trade_offs=[
        TradeOff("the broker grows by adding shards", "everyone has to reach every shard, and know which"),
        TradeOff("a node that fails takes a part of the topics", "a hot topic is still the load of one node"),
    ],
    related=["pub-sub-broadcast", "topic-subscription", "celebrity-hierarchical-fanout"],
)
