"""One thin tier holds all sockets, so that everything behind it can be released, scaled and broken without disconnecting anyone.

## How it works
The gateway ends TLS and sockets, checks who comes, keeps the map from user to socket, answers pings, and passes messages: up
to a business service by a plain call, down from a topic. It parses no more of a message than its address. What it keeps can
be rebuilt from a reconnect.

That makes it dull, and dullness is the point. It changes a few times a year, so its clients are disconnected a few times a
year. The services behind it are stateless, sized by processor instead of memory, and released ten times a day.

Between the two runs a small protocol of the project's own: connected, disconnected, message from, message to. Keep it small;
every new word in it is a release of the gateway.

## Numbers
- **Reconnects = releases x clients.** 60,000 clients and ten releases a day are 600,000 reconnects a day if the business code
  holds the sockets, and practically none if a gateway does.
- **20 to 50 kB a socket**, mostly buffers and TLS: 30,000 sockets need about 1 to 1.5 GB, and little processor. Plan each
  server for what it holds after another has failed.
- **The additional hop costs 0.5 to 1 ms** within a zone.

## What goes wrong
- **Logic creeps in.** A filter here, a permission there, and the gateway is released weekly. What needs a decision belongs
  behind it.
- **One call for each message, without a limit.** A slow business service lets calls pile up in the gateway until it runs out
  of memory, and takes all sockets with it. Bound what is under way, with short timeouts, and drop or refuse beyond that.
- **A map as truth.** The gateway dies without a word and others still believe that it holds the user. Let entries run out
  unless they are renewed.
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

client = Client("Client", platform="mobile", devices=60_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "WebSocket gateway",
    replicas=4,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    cpu_heavy=False,
    deployment="drain_reconnect",
    deploys_per_day=0.02,
    unsubscribes=True,
    note="sockets, no decisions",
)
business = Service(
    "Business service", replicas=6, role="business", connection_state="none", deploys_per_day=10, note="decisions, no sockets"
)
topic = Topic("Messages to users", engine="Redis", replicas=3, subscriptions="by_topic")
store = Database("Store")

connect = Calls(
    client,
    balancer,
    "socket",
    protocol="websocket",
    rate=per_second(1_000),
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(30),
    heartbeat_timeout=seconds(75),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=store),
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
hand_on = Calls(
    gateway,
    business,
    "message from a user",
    protocol="grpc",
    rate=per_second(1_000),
    timeout=seconds(1),
    on_failure="shed",
    idempotent=True,
)
keep = Writes(business, store, "message with its number", rate=per_second(1_000), idempotent=True)
publish = Publishes(business, topic, "message to users", rate=per_second(1_000))
deliver = Consumes(gateway, topic, "users connected here", fan_out=2)

pattern = Pattern(
    "WebSocket gateway",
    use_when=[
        "thousands of sockets, and code behind them that is released often",
        "several services push to the same clients, which should need one socket only",
    ],
    avoid_when=["one small service with a few hundred sockets: a reconnect now and then is cheaper than a tier"],
    structure=Design(
        "WebSocket gateway",
        [connect, forward, hand_on, keep, publish, deliver],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(300),
            client_sends="often",
            connection_state="light",
            endpoint_servers=4,
            media=False,
        ),
    ),
    requires=[
        Need("a tier with one role, between balancer and business", {gateway: ["role"], business: ["role"], hand_on: []}),
        Need("nothing heavy in the tier that holds connections", {gateway: ["cpu_heavy", "connection_state"]}),
        Need("a way back for clients when it is released after all", {gateway: ["deployment"], connect: ["reconnect", "resume"]}),
    ],
    walkthrough=[
        Step(connect, "a message"),
        Step(forward, "frame"),
        Step(hand_on, "who it is from, and the bytes"),
        Step(keep, "decided, numbered, kept"),
        Step(publish, "to those it concerns"),
        Step(deliver, "to gateways that hold one of them"),
        Step(forward, "frame to the socket", back=True),
        Step(connect, "shown", back=True),
    ],
    trade_offs=[
        TradeOff("business code is released at will", "a tier, a hop and an inner protocol more"),
        TradeOff(
            "memory for sockets and processor for work are sized apart", "the gateway has to be guarded against slow services"
        ),
    ],
    related=[
        "websocket",
        "offload-processing",
        "websocket-upgrade",
        "connection-handover",
        "connection-registry",
        "drain-and-reconnect",
    ],
)
