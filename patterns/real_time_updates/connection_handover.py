"""A new process takes the open connections over from the old one, so that no client notices a release; rarely worth it.

## How it works
Both processes run on the same machine for a minute. The old one passes its sockets to the new one over a local channel, as
file descriptors, together with what it knows of each: user, subscriptions, the last number sent, half a frame that has been
read. The new one reads on from there. The kernel keeps the connections meanwhile; to the client nothing has happened.

What passes easily is the socket that listens, and proxies do that every day: new connections go to the new process, and the
old one stays until its last client has left. Handing over connections that are open is another matter, since everything that
a process knows of them must be put into words and understood by another version of itself.

## Numbers
- **30,000 descriptors pass in about a second**; their state, 1 kB each, is 30 MB.
- **Twice the memory for some minutes**: 1.5 GB of sockets and session in each of the two processes, where both keep copies.
- **What it saves**: a gap of 1 to 3 s for each client at each release. With ten releases a year that is half a minute a year.

## What goes wrong
- **TLS.** The keys and counters of a connection lie in the library's memory. Few libraries give them away; end TLS in front
  of the process, or in the kernel.
- **Two versions, one state.** The new version reads what the old one wrote, and the other way round when it is rolled back.
  It is a format that has to be kept compatible for ever.
- **Only on one machine.** A new machine, a moved container, a crash: none of them can hand over. Reconnect and resume must
  exist anyway, and are now the way that nobody tries.
- **Split in the middle.** Between the last frame of the old process and the first of the new one, an event from the topic
  reaches both or neither. Number them, and drop or replay.
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
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="device", devices=80_000, note="cannot reconnect unattended")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(5))
old = Service(
    "Gateway, old version",
    replicas=4,
    role="connections",
    process="old process",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    deployment="handover",
    reason="a device that lost its connection waits for a hand",
)
new = Service(
    "Gateway, new version",
    replicas=4,
    role="connections",
    process="new process",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    deployment="handover",
    reason="a device that lost its connection waits for a hand",
    note="on the same machine",
)
topic = Topic("Commands", engine="Redis", replicas=3, subscriptions="by_topic")
log = Log("Numbered commands", engine="Redis Streams", replicas=3, durable=True, retention=hours(24))
source = Service("Source", replicas=2, note="numbers each command")

connect = Calls(
    client,
    balancer,
    "one connection, for months",
    protocol="websocket",
    heartbeat_interval=seconds(30),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(5), max_interval=minutes(5)),
    resume=Resumption("sequence", state_kept_in=log, window=hours(24)),
    deduplicated=True,
)
forward = Calls(balancer, old, "same connection", protocol="tcp")
forward_too = Calls(balancer, new, "from now on", protocol="tcp")
hand_over = Calls(
    old,
    new,
    "sockets, and what is known of them",
    protocol="tcp",
    rate=per_second(0.01),
    timeout=seconds(10),
    on_failure="fallback",
    idempotent=True,
)
keep = Publishes(source, log, "command with its number", rate=per_second(100))
publish = Publishes(source, topic, "command", rate=per_second(100))
deliver = Consumes(old, topic, "until the last socket is gone", fan_out=1)
deliver_too = Consumes(new, topic, "from the first socket on", fan_out=1)
replay = Reads(new, log, "what neither has sent", rate=per_second(10))

pattern = Pattern(
    "Connection handover",
    use_when=["a drop cannot be borne: devices that need a hand to reconnect, sessions that cost minutes to set up"],
    avoid_when=[
        "clients reconnect by themselves: draining is simpler, and needed anyway",
        "a release replaces machines or containers: there is nothing to hand over to",
    ],
    structure=Design(
        "Connection handover",
        [connect, forward, forward_too, hand_over, keep, publish, deliver, deliver_too, replay],
        requirements=Requirements(
            concurrent_clients=80_000,
            latency_budget=seconds(1),
            client_sends="often",
            connection_state="light",
            media=False,
            max_fanout=1,
        ),
    ),
    requires=[
        Need("both versions side by side, on one machine", {old: ["deployment", "process"], new: ["deployment", "process"]}),
        Need("a channel for sockets and their state", {hand_over: []}),
        Need("numbers, for what falls between the two", {connect: ["resume", "deduplicated"], replay: []}),
        Need("reconnecting all the same, for what cannot be handed over", {connect: ["reconnect"]}),
    ],
    walkthrough=[
        Step(forward_too, "new connections go to the new version"),
        Step(hand_over, "sockets, a thousand at a time"),
        Step(hand_over, "taken", back=True),
        Step(deliver_too, "subscribed to the same topics"),
        Step(replay, "what came in between"),
        Step(connect, "the next frame, from the new process", back=True),
    ],
    trade_offs=[
        TradeOff("no client notices a release", "one that notices nothing also proves nothing: the way back is never tried"),
        TradeOff("no reconnect wave", "state in a format that two versions must share for ever"),
    ],
    related=["drain-and-reconnect", "client-reconnect", "websocket-gateway"],
)
