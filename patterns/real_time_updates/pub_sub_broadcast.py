"""Producers publish each update once, and a broker copies it to every server that holds someone who wants it.

## How it works
A client may be connected to any endpoint server. When it opens a room, its server subscribes to the topic of that room,
unless it has already; when its last client leaves, it unsubscribes. An update is published to the topic and the broker sends
a copy to each subscribed server, which looks up its own clients and writes to their connections. No server knows of any
other, so the tier in front is balanced by least connections and scaled at will.

Subscribe by topic. A tier in which every server receives everything and throws most of it away does the work of the whole
system on each server, and adding servers does not help.

## Numbers
- **The broker adds 1 to 10 ms** within a region.
- **Copies = messages x servers that hold a member**, not messages x members. With five of twelve members online on twelve
  servers, a message is copied to about four.
- **Three broker nodes**, since everything live passes them.

## Durable or not
Brokers differ in what happens to a subscriber that is away. Redis Pub/Sub and NATS core forget at once; Redis Streams, Kafka
and JetStream keep a log. Either is right, if it is said: with a broker that forgets, write to a store first, number the
messages, and let clients and servers ask for what they missed. State `durable` on the topic.

Mind how a cluster shards. Classic Redis Cluster sends every published message to all its nodes, so nodes add no capacity;
sharded pub/sub, a separate set of commands since version 7, sends it to one shard.

## What goes wrong
- **Nobody is told of the dead.** The broker does not know that a server's clients are gone. Heartbeats and unsubscribing are
  the server's duty, or subscriptions pile up.
- **One topic, a million followers.** Publishing once is cheap, delivering is not: write the update to a cache, publish only
  that it is there, and let servers in each region fetch it once.
- **Order.** Two publishers on one topic have no common order. Number messages where they are stored, and order by number.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    LoadBalancer,
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
    Writes,
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=seconds(60))
endpoint = Service("Endpoint", replicas=12, routing="any", connection_state="light", max_connections=25_000, unsubscribes=True)
topic = Topic("Room topics", engine="Redis", replicas=3, durable=False, subscriptions="by_topic")
source = Service("Source", replicas=3, note="where changes are made")
store = Database("Store", note="changes by number")

connect = Calls(
    client,
    balancer,
    protocol="websocket",
    heartbeat_interval=seconds(20),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=store),
    deduplicated=True,
)
forward = Calls(balancer, endpoint, "same connection", protocol="tcp")
keep = Writes(source, store, "change with its number", rate=per_second(1_000), idempotent=True)
publish = Publishes(source, topic, "change", rate=per_second(1_000))
deliver = Consumes(endpoint, topic, "rooms of its clients", fan_out=4)
replay = Reads(endpoint, store, "what was missed", rate=per_second(200))

pattern = Pattern(
    "Publish and subscribe",
    use_when=[
        "many clients receive the same update, each over a light connection",
        "any server should be able to hold any client",
        "updates must arrive within a second, from more servers than can poll",
    ],
    avoid_when=[
        "a server keeps much for each connection: route updates to that server instead",
        "the sender must know who has received: subscribers are unknown to it",
        "few servers, and seconds of delay are fine: let them poll the store",
    ],
    structure=Design(
        "Publish and subscribe",
        [connect, forward, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=200_000,
            latency_budget=milliseconds(500),
            endpoint_servers=12,
            connection_state="light",
            media=False,
            client_sends="often",
            max_fanout=500,
        ),
    ),
    requires=[
        Need("a broker of several nodes between sources and endpoints", {topic: ["replicas"], publish: [], deliver: []}),
        Need("subscriptions by topic", {topic: ["subscriptions"]}),
        Need("leaving what no client follows any more", {endpoint: ["unsubscribes"]}),
        Need("a store to ask, as the broker forgets", {replay: []}),
        Need("new connections to the server with the fewest", {balancer: ["algorithm"]}),
    ],
    walkthrough=[
        Step(connect, "enter a room"),
        Step(forward, "the server subscribes to its topic"),
        Step(keep, "change 42"),
        Step(publish, "change 42, once"),
        Step(deliver, "a copy to each server with a member"),
        Step(forward, "to the members' connections", back=True),
        Step(connect, "42", back=True),
    ],
    trade_offs=[
        TradeOff("any server holds any client, so balancing is easy", "everything live depends on the broker"),
        TradeOff("one publication reaches everyone", "the publisher does not learn whom"),
        TradeOff("servers keep no state worth saving", "a subscription for every room with a client, kept in step"),
    ],
    related=[
        "consistent-hash-routing",
        "pull-polling",
        "topic-subscription",
        "sharded-pub-sub",
        "least-connections-balancing",
        "connection-registry",
        "redis-stream-buffer",
        "celebrity-hierarchical-fanout",
        "update-batching",
        "single-partition-ordering",
        "two-hop-architecture",
        "websocket",
        "server-sent-events",
    ],
)
