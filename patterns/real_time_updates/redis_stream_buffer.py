"""A Redis stream for each room or user keeps the last hours of updates in memory, in order, to be read from any id.

## How it works
The source appends each update with `XADD`; Redis gives it an id made of the time and a counter, which only grows. A gateway
whose client returns with an id reads what follows with `XRANGE`, and gets it in order. A limit on length, given with each
append, lets the oldest go. The key as a whole has an end, so that rooms that fall silent disappear.

It is a buffer between "live" and "history": quick enough to serve every reconnect, short enough to fit into memory. What must
be found next month belongs in a database as well.

Note the difference to Redis Pub/Sub, which keeps nothing: a subscriber that is away for a second has missed that second. Many
designs use both, the one to wake, the other to catch up.

## Numbers
- **Memory = rate x retention x size.** 50 updates a second, kept a day, of 300 bytes with what Redis adds: 1.3 GB. By length
  it is safer: 100,000 rooms of at most 200 entries are 6 GB, and a busy room cannot push out the others.
- **About 100,000 appends a second on a node**; one stream lives on one node, so a single hot room has that limit too.
- **Reading 200 entries takes about a millisecond.** 20,000 clients of a restarted server are 20,000 such reads, all that one
  node does in 20 s: spread the clients over a minute.
- **Trimming by `~`** removes whole blocks of a hundred entries at a time, much cheaper than to the exact length.

## What goes wrong
- **Taken for durable.** Replication is asynchronous, and with the usual setting the log is written to disk once a second: a
  failover can lose the last moments, and ids that clients have seen. Let clients with an unknown id start from the state.
- **Cut without being noticed.** The stream begins at 500 and the client asks for what follows 42: Redis answers with 500 and
  later. Compare the client's id with that of the first entry.
- **No limit at all.** Without `MAXLEN` or `MINID` the memory fills until writes are refused.
- **Ids from two clusters.** They hold the time of their node. After a move to another cluster they may run backwards.
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

client = Client("Client", platform="mobile", network="flaky", devices=60_000, note="last id of each room")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway", replicas=4, role="connections", routing="any", connection_state="light", max_connections=30_000, unsubscribes=True
)
source = Service("Source", replicas=3, connection_state="none")
stream = Log(
    "Recent updates",
    engine="Redis Streams",
    replicas=3,
    durable=True,
    persistence="aof_every_second",
    retention=hours(24),
    max_length=200,
    ordering="per_key",
    partition_key="room_id",
    partitions=6,
    note="a stream a room, 200 entries",
)
topic = Topic("Rooms", engine="Redis", replicas=3, durable=False, subscriptions="by_topic")
history = Database("History", note="everything, for good")

connect = Calls(
    client,
    balancer,
    "rooms, each with an id",
    protocol="websocket",
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=stream, window=hours(24), replay_limit=200),
    deduplicated=True,
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
keep = Writes(source, history, "update", rate=per_second(500), operation_kind="insert", idempotent=True)
append = Publishes(source, stream, "XADD, at most 200", rate=per_second(500), partition_key="room_id")
publish = Publishes(source, topic, "update and id", rate=per_second(500))
deliver = Consumes(gateway, topic, "rooms of its clients", fan_out=2)
replay = Reads(gateway, stream, "XRANGE from an id", rate=per_second(300))
reload = Reads(gateway, history, "where the id is too old", rate=per_second(5))

pattern = Pattern(
    "Redis stream as replay buffer",
    use_when=["clients are away for minutes or hours, and come back to rooms with few updates each"],
    avoid_when=[
        "updates must never be lost, or be found again after months: a database or a log on disks",
        "one stream takes more than a node can: split it, or use a log with partitions",
    ],
    structure=Design(
        "Redis stream as replay buffer",
        [connect, forward, keep, append, publish, deliver, replay, reload],
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
        Need("a limit by length or age", {stream: ["max_length", "retention"]}),
        Need("copies, and a log on disk", {stream: ["replicas", "persistence"]}),
        Need("somewhere to turn when an id is older than the buffer", {reload: [], connect: ["resume"]}),
    ],
    walkthrough=[
        Step(keep, "update"),
        Step(append, "it gets the id 1764115200000-0"),
        Step(publish, "update and id"),
        Step(deliver, "to gateways with someone in the room"),
        Step(forward, "update and id", back=True),
        Step(connect, "shown; the client keeps the id", back=True),
        Step(connect, "after a drop: room 7 from that id"),
        Step(forward),
        Step(replay, "what follows it"),
        Step(reload, "or the history, where the first entry is newer"),
        Step(forward, "what was missed", back=True),
        Step(connect, "caught up", back=True),
    ],
    trade_offs=[
        TradeOff("ordered reads from any point within a millisecond", "everything in it lies in memory"),
        TradeOff("old entries go by themselves", "so someone has to notice who comes too late"),
    ],
    related=["missed-update-recovery", "sequence-resume", "sse-last-event-id", "pub-sub-broadcast"],
)
