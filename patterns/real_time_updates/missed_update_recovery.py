"""What was sent while a client was away is sent again when it is back, from something that kept it.

## How it works
Delivery over a connection is a try. To make a promise of it, three things are needed: every update has a number, the updates
are kept for a while, and it is known up to which number each client has come. The client itself is the best place for that
number, since it knows what it has shown. When it is back it says so, and the server sends the rest.

How much is kept decides what can be promised. For a gap of seconds the last events in memory are enough. For hours, a log.
For weeks, or when the gap is too wide to be worth replaying, the present state is sent instead, together with the number that
it stands for, and updates go on from there. So there are mostly two ways back, a short and a long one, and a rule for when to
take which.

Where only the newest value counts, the long way is the only one, and the simplest: send the state on every connect.

## Numbers
- **A gap is rate x absence**: five events a second and a tunnel of 40 s are 200 events.
- **Above some 500 events, send the state.** It is then the smaller answer, and the quicker one to show.
- **Keep events for as long as you promise**, and a margin: a day costs little. At 500 events a second of 500 bytes it is 22
  GB.
- **Plan for all of a server's clients at once**: 20,000 that each miss 10 s at five a second read a million events. The most
  recent ones belong in memory.

## What goes wrong
- **Read first, then subscribed.** What happens in between is in neither. Subscribe, then read, then drop what is there twice.
- **The server counts what it sent.** Sent is not received: what was in the socket's buffer when it broke is gone, and
  counted. Count what the client confirms or says it has.
- **A silent gap.** The log begins after the client's number, and the replay starts at its beginning. Notice it, and send the
  state.
- **Replays crowd out the present.** Give them a limit of their own, and send live events first where their order does not
  matter.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
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
    Writes,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="mobile", network="flaky", devices=60_000, store="indexed_db", note="knows its last number")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway", replicas=4, role="connections", routing="any", connection_state="light", max_connections=30_000, unsubscribes=True
)
topic = Topic("Live events", engine="Redis", replicas=3, durable=False, subscriptions="by_topic")
log = Log(
    "Recent events", engine="Kafka", replicas=3, partitions=24, partition_key="room_id", retention=hours(24), ordering="per_key"
)
state = Database("State", note="with the number it stands for")
source = Service("Source", replicas=3, stamps="sequence", note="numbers each event")

connect = Calls(
    client,
    balancer,
    "socket: all after 41, please",
    protocol="websocket",
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=log, window=hours(24), replay_limit=500),
    deduplicated=True,
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
change = Writes(source, state, "state and its number", rate=per_second(500), idempotent=True)
keep = Publishes(source, log, "event with its number", rate=per_second(500))
publish = Publishes(source, topic, "event, at once", rate=per_second(500))
deliver = Consumes(gateway, topic, "rooms of its clients", fan_out=2)
replay = Reads(gateway, log, "a short gap", rate=per_second(150))
reload = Reads(gateway, state, "a wide gap", rate=per_second(10))

pattern = Pattern(
    "Missed-update recovery",
    use_when=["an update that is not seen is missed by someone: messages, orders, edits, alarms"],
    avoid_when=["only the newest value matters: send the state on every connect, and keep nothing"],
    structure=Design(
        "Missed-update recovery",
        [connect, forward, change, keep, publish, deliver, replay, reload],
        requirements=Requirements(
            concurrent_clients=60_000,
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
        Need("a number by which the client says how far it is", {connect: ["resume"], source: ["stamps"]}),
        Need("events in order, kept for as long as clients may be away", {log: ["retention", "ordering"], replay: []}),
        Need("the state itself, for gaps that are too wide", {reload: []}),
        Need("a receiver that drops what it has", {connect: ["deduplicated"]}),
    ],
    walkthrough=[
        Step(connect, "back: all after 41, please"),
        Step(forward),
        Step(deliver, "subscribed first; 44 comes and waits"),
        Step(replay, "42 and 43"),
        Step(forward, "42, 43, and then 44", back=True),
        Step(connect, "42, 43, and then 44", back=True),
        Step(connect, "another client, away for a week: all after 7"),
        Step(forward),
        Step(reload, "too wide: the state as of 44"),
        Step(forward, "state 44", back=True),
        Step(connect, "state 44; from here on events", back=True),
    ],
    trade_offs=[
        TradeOff("a drop is not seen, but as a delay", "every event is kept, numbered and found again"),
        TradeOff("servers keep nothing of each client", "clients must keep a number, and be believed"),
    ],
    related=[
        "sequence-resume",
        "sse-last-event-id",
        "per-user-queue",
        "redis-stream-buffer",
        "client-reconnect",
        "drain-and-reconnect",
    ],
)
