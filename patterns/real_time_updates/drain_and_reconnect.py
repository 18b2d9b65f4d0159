"""A connection server that restarts takes leave of its clients a few at a time, and lets them come back to another one.

## How it works
The server is told to stop. First it reports itself unhealthy, so that no new connections come. Then it closes what it has,
some hundred a second, with a code that says "going away, come back". Clients reconnect after a short random pause, name the
last number they saw, and get what they missed from the log. When the last one is gone, or the time is over, the process ends.
Then comes the next server.

Nothing moves from the old process to the new one. All that is needed is needed anyway, since servers also die without being
asked: a reconnect with growing pauses, and a way to resume. Releases merely exercise it every week.

## Numbers
- **Drain in one to two minutes**: 20,000 connections over 100 s are 200 closes a second, and as many handshakes and replays
  on the others, which they hardly notice. All at once would be 20 cores' worth of TLS in one second.
- **A client is away for 1 to 3 s**, and with it 5 to 15 events at five a second.
- **Six servers, three minutes each: 18 minutes** for a release. Least connections sends those who left to the server that has
  just come back empty, so that few are moved twice.
- **Give the process the time.** The usual grace of 30 s, after which it is killed, cuts a drain of 100 s in the middle.

## What goes wrong
- **Killed instead of drained.** The stop signal goes to a shell that does not pass it on, and every release is a crash.
- **Health and drain in the wrong order.** The server closes connections while the balancer still sends new ones to it. Wait
  for one health check interval or two in between.
- **All servers at once**, because "it is only configuration". The reconnect wave then has nowhere to go.
- **Clients that do not resume.** They reconnect and go on with what is new; the gap shows only where someone counts.
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

client = Client("Client", platform="mobile", devices=100_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2), health_checks=True)
gateway = Service(
    "Gateway",
    replicas=6,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=25_000,
    deployment="drain_reconnect",
    graceful_stop=True,
    deploys_per_day=1,
    note="leaves over 100 s",
)
topic = Topic("Live events", engine="Redis", replicas=3, subscriptions="by_topic")
log = Log(
    "Events", engine="Kafka", replicas=3, partitions=24, partition_key="room_id", retention=hours(24), note="to replay from"
)
source = Service("Source", replicas=3, note="numbers each event")

connect = Calls(
    client,
    balancer,
    "socket, and after a drop a new one",
    protocol="websocket",
    heartbeat_interval=seconds(30),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=log, window=hours(24)),
    deduplicated=True,
)
forward = Calls(balancer, gateway, "to one that is not leaving", protocol="tcp")
keep = Publishes(source, log, "event with its number", rate=per_second(500))
publish = Publishes(source, topic, "event", rate=per_second(500))
deliver = Consumes(gateway, topic, "rooms of its clients", fan_out=3)
replay = Reads(gateway, log, "all after a number", rate=per_second(200))

pattern = Pattern(
    "Drain and reconnect",
    use_when=["servers that hold connections are released or replaced, and a gap of a second or two does no harm"],
    avoid_when=["a client cannot come back by itself, or its session is lost with the connection"],
    structure=Design(
        "Drain and reconnect",
        [connect, forward, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=100_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            media=False,
            delivery="at_least_once",
            max_offline=hours(24),
            max_fanout=500,
        ),
    ),
    requires=[
        Need("a server that takes leave before it stops", {gateway: ["deployment", "graceful_stop"]}),
        Need("a balancer that notices that it is leaving", {balancer: ["health_checks"]}),
        Need("clients that come back spread out", {connect: ["reconnect"]}),
        Need("a log to replay the gap from", {connect: ["resume"], replay: []}),
        Need("room on the others for its clients", {gateway: ["replicas", "max_connections"]}),
    ],
    walkthrough=[
        Step(connect, "42", back=True),
        Step(forward, "the gateway says that it is leaving; no new connections come"),
        Step(forward, "close: going away", back=True),
        Step(connect, "close: going away", back=True),
        Step(keep, "43, while the client is away"),
        Step(connect, "1.3 s later: all after 42, please"),
        Step(forward, "to the gateway with the fewest"),
        Step(replay, "43"),
        Step(forward, "43", back=True),
        Step(connect, "43, and on with what is live", back=True),
    ],
    trade_offs=[
        TradeOff("nothing to hand over; a release is what a crash would be anyway", "each client sees a gap of a second or two"),
        TradeOff("the way of recovery is tried at every release", "a release takes minutes for each server"),
    ],
    related=[
        "connection-handover",
        "client-reconnect",
        "websocket-gateway",
        "least-connections-balancing",
        "dual-delivery-rebalance",
        "missed-update-recovery",
    ],
)
