"""TCP makes an ordered stream of bytes out of packets, for a round trip of set-up and some state at both ends.

## How it works
Three messages open a connection: SYN, SYN and ACK, ACK. From then on every byte has a position. The receiver acknowledges
positions, the sender repeats what was not acknowledged, and the application gets bytes in order or not at all. A window keeps
a fast sender from drowning a slow reader, and a second one, which grows while nothing is lost, keeps both from drowning the
network.

TCP knows bytes, not messages: a write may arrive in two pieces, or two writes as one. WebSocket frames, chunks and length
prefixes exist for that reason.

Order and delivery end with the connection. What was written but not acknowledged when it breaks may have arrived or not; only
a number in the application's own messages tells.

## Numbers
- **One round trip before the first byte, two with TLS 1.3**: 200 ms where a round trip takes 100 ms. Keep connections.
- **About 14 kB in the first round trip**, ten packets, then twice that, and so on. A snapshot of 200 kB on a new connection
  takes four of them, whatever the bandwidth.
- **A lost packet holds back all that follow** for a round trip or more; if too few follow to show the gap, for at least 200
  ms.
- **Two hours** pass on Linux before TCP's own keep-alive first asks whether the other side lives, where it is turned on at
  all. A sender gives up on unacknowledged data after some 15 minutes.

## What goes wrong
- **A dead peer looks like a quiet one.** No packet tells that a phone has lost its network. Send signs of life in the
  application every 15 to 30 s, and close after two or three that are missing.
- **Boxes in between forget.** NATs and balancers drop silent connections after minutes, often without a word to either end.
- **Small writes wait for each other.** Nagle's algorithm holds a second small packet until the first is acknowledged. Turn it
  off for interactive messages, with TCP_NODELAY.
- **Used for live sound.** Repeating a syllable that is half a second old helps nobody.
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
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    hours,
    minutes,
    per_second,
    seconds,
)

client = Client("Device", platform="device", network="flaky", behind_nat=True, devices=40_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(5))
gateway = Service(
    "Gateway",
    replicas=3,
    connection_state="light",
    max_connections=30_000,
    stamps="sequence",
    note="frames with length and number",
)
commands = Topic("Commands", replicas=3, subscriptions="by_topic")
control = Service("Control", note="commands to devices")
readings = Log("Readings", replicas=3, partitions=12, partition_key="device_id", retention=hours(24))

connect = Calls(
    client,
    balancer,
    "one connection, kept",
    protocol="tcp",
    tls=True,
    auth="mtls",
    reliable=True,
    rate=per_second(4_000),
    heartbeat_interval=seconds(30),
    heartbeat_timeout=seconds(90),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=minutes(5)),
    resume=Resumption("sequence", state_kept_in=readings),
    deduplicated=True,
)
forward = Calls(balancer, gateway, "the same bytes", protocol="tcp")
keep = Publishes(gateway, readings, "reading with its number", rate=per_second(4_000), idempotent=True)
order = Publishes(control, commands, "command")
deliver = Consumes(gateway, commands, "devices connected here")

pattern = Pattern(
    "TCP transport",
    use_when=[
        "every byte has to arrive, in order: documents, commands, chat, payments",
        "both sides exchange for minutes or hours, so that set-up does not count",
    ],
    avoid_when=[
        "late is worse than lost: live sound and pictures, positions in a game",
        "one short question to many servers, as DNS asks: a datagram each is enough",
    ],
    structure=Design("TCP transport", [connect, forward, keep, order, deliver]),
    requires=[
        Need("a connection that is kept, or reused, between exchanges", {connect: ["protocol"], balancer: ["idle_timeout"]}),
        Need("signs of life of the application's own", {connect: ["heartbeat_interval", "heartbeat_timeout"]}),
        Need("numbers on messages, for what a break leaves unsaid", {connect: ["resume", "deduplicated"]}),
    ],
    walkthrough=[
        Step(connect, "SYN"),
        Step(connect, "SYN and ACK, after one round trip", back=True),
        Step(connect, "ACK, TLS, and the last number that was confirmed"),
        Step(forward, "to the gateway with the fewest"),
        Step(keep, "readings, in order, none twice"),
        Step(order, "a command for the device"),
        Step(deliver),
        Step(forward, "down the same connection", back=True),
    ],
    trade_offs=[
        TradeOff("what arrives is complete and in order", "one lost packet delays everything behind it"),
        TradeOff("the network is shared fairly without a word of code", "a round trip to start, and a slow start after it"),
        TradeOff("every box on the way knows how to treat it", "state at each of them, which each forgets in its own time"),
    ],
    related=["udp-transport", "http-keep-alive", "layered-network-model", "l4-load-balancer", "heartbeat"],
)
