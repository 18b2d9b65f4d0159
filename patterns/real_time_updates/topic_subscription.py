"""An endpoint server follows only the topics that its own clients follow, and leaves each when its last client does.

## How it works
The server counts its clients for each topic. From none to one it subscribes at the broker, from one to none it unsubscribes.
An update then reaches the servers that hold someone who wants it, and no others.

The alternative, everything to everyone and a filter at the server, is simpler and right while nearly every server wants
nearly every message. It stops being right as soon as topics are many: each server then reads the traffic of the whole system,
and adding servers adds readers instead of relief.

## Numbers
- **Copies for each message: servers with an interested client.** 12 servers and rooms with 5 people connected: 4.2 servers on
  average, 12 (1 - (11/12)^5), instead of 12. In rooms of two it is 1.9. With 200 people in a room it is all 12, and nothing
  is gained.
- **10,000 messages a second to 12 servers that want everything are 120,000 deliveries**; by topic and with small rooms it is
  a third of that, and one server reads 3,500 a second instead of 10,000.
- **Churn**: 60,000 clients that change rooms every 5 minutes are 200 subscriptions a second, which brokers take easily; when
  a server restarts, its 20,000 clients bring theirs within a minute.
- **Leave half a minute late**: most rooms that are left are entered again, by a reload or a drop.

## What goes wrong
- **Never left.** Connections that die silently keep their subscriptions, and after a week each server follows everything
  again. Heartbeats, and a count that is right, are what it rests on.
- **Subscribed after reading.** Between the state that was read and the first live update something is lost. Subscribe first.
- **A topic for each user and each device and each screen**: millions, each short-lived. Follow the user, and filter the rest
  at the server.
- **Wildcards.** A pattern such as `room.*` is compared with every message, in the broker's only thread.
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
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=60_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
endpoint = Service(
    "Endpoint",
    replicas=12,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=10_000,
    unsubscribes=True,
    note="counts its clients in each room",
)
topic = Topic("Rooms", engine="NATS", replicas=3, durable=False, subscriptions="by_topic")
source = Service("Room service", replicas=4, stamps="sequence")
store = Database("Messages", note="by room and number")

connect = Calls(
    client,
    balancer,
    "enter a room, leave a room",
    protocol="websocket",
    rate=per_second(400),
    tls=True,
    auth="token",
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=store),
)
forward = Calls(balancer, endpoint, "same connection", protocol="tcp")
keep = Writes(source, store, "message with its number", rate=per_second(10_000), operation_kind="insert", idempotent=True)
publish = Publishes(source, topic, "message, to its room", rate=per_second(10_000))
deliver = Consumes(endpoint, topic, "rooms with a client here", fan_out=4.2)
replay = Reads(endpoint, store, "on entering", rate=per_second(200))

pattern = Pattern(
    "Subscription by topic",
    use_when=["there are many topics, and each server's clients care for a few of them"],
    avoid_when=[
        "nearly every server wants nearly every message: let all receive all",
        "topics are as short-lived as messages: the subscriptions would cost more than they spare",
    ],
    structure=Design(
        "Subscription by topic",
        [connect, forward, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            endpoint_servers=12,
            media=False,
            max_fanout=200,
        ),
    ),
    requires=[
        Need("a broker that tells topics apart", {topic: ["subscriptions"]}),
        Need("leaving when the last client does", {endpoint: ["unsubscribes"]}),
        Need("noticing that it did", {connect: ["heartbeat_interval", "heartbeat_timeout"]}),
    ],
    walkthrough=[
        Step(connect, "enter room 7"),
        Step(forward, "its first client here"),
        Step(deliver, "subscribed to 7"),
        Step(replay, "what there is in 7"),
        Step(keep, "message 42 of room 7"),
        Step(publish, "to 7"),
        Step(deliver, "to 4 servers of 12"),
        Step(forward, "42", back=True),
        Step(connect, "42", back=True),
        Step(connect, "leave; half a minute later the topic is left too"),
    ],
    trade_offs=[
        TradeOff("each server reads only what its clients want", "subscriptions to be kept in step with clients"),
        TradeOff("adding servers brings relief", "less of it, the larger the rooms"),
    ],
    related=["pub-sub-broadcast", "sharded-pub-sub", "heartbeat"],
)
