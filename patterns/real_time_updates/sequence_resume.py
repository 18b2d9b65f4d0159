"""Updates of a stream are counted, and the client asks for what comes after the last number that it has.

## How it works
Whoever writes the stream gives each message the next number, 41, 42, 43, in one place, together with storing it. The client
keeps the last number without a gap below it. On connect it says that number for each stream that it follows. The server
subscribes, reads everything above, and sends it.

The same numbers do three further things. They order messages that took different ways. They show a repeat, which is dropped.
And they show a gap while all is well: 45 after 43 means that 44 is late or lost, and after a short wait the client asks for
it, without any reconnect.

It is what `Last-Event-ID` does for event streams, for any protocol, and for many streams at once.

## Numbers
- **12 bytes for each stream followed**: fifty rooms are a hello of 600 bytes.
- **Wait 200 to 500 ms for a gap to close by itself** before asking; most late messages are only overtaken.
- **One counter bears about a thousand numbers a second** if it is a row in a database, and far more in memory. Count each
  room by itself, not the whole system.
- **A limit of some 500 messages for a replay**, above which the state is sent.

## What goes wrong
- **Holes that are none.** The sequences of databases skip numbers when a transaction fails, and the client waits for 44 for
  ever. Count in a row of the room, in the same transaction as the message; or let each message name the number before its
  own.
- **Numbers that become visible in another order.** 44 commits before 43, a reader sees 44, notes it, and never looks for 43.
  One writer for each room, or a lock on its counter until the commit, prevents it.
- **Two issuers.** After a failover the old writer still counts. Let the store refuse a number that exists.
- **A reset.** A restored backup goes on at 30, and clients with 41 hear nothing for a while. Put an epoch in front, which
  changes when counting begins anew.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    Event,
    LoadBalancer,
    Lock,
    Need,
    Pattern,
    Publishes,
    Reads,
    RelationalDatabase,
    Requirements,
    Resumption,
    Retry,
    Service,
    Size,
    Step,
    Topic,
    TradeOff,
    Transaction,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

message = Event("Message", key="room_id", ordering_field="sequence", event_id=True, item_size=Size(300), carries="state")
client = Client("Client", platform="mobile", network="flaky", devices=60_000, store="indexed_db", note="last number of each room")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway", replicas=4, role="connections", routing="any", connection_state="light", max_connections=30_000, unsubscribes=True
)
rooms = Service(
    "Room service", replicas=3, role="business", connection_state="none", stamps="sequence", note="counts each room by itself"
)
store = RelationalDatabase("Messages", replicas=2, holds=[message], note="read by room and number")
topic = Topic("Rooms", engine="Redis", replicas=3, durable=False, subscriptions="by_topic")

connect = Calls(
    client,
    balancer,
    "rooms, each with a number",
    protocol="websocket",
    rate=per_second(300),
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=store, window=days(30), replay_limit=500),
    data=[message],
    idempotent=True,
    deduplicated=True,
    reordered=True,
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
hand_on = Calls(gateway, rooms, "message", protocol="grpc", rate=per_second(300), timeout=seconds(1), idempotent=True)
keep = Writes(
    rooms,
    store,
    "message and counter in one transaction",
    rate=per_second(300),
    operation_kind="insert",
    idempotent=True,
    transaction=Transaction(isolation="read_committed"),
    lock=Lock("row", hold_time=milliseconds(2), timeout=seconds(1)),
    data=[message],
)
publish = Publishes(rooms, topic, "message with its number", rate=per_second(300), data=[message])
deliver = Consumes(gateway, topic, "rooms of its clients", fan_out=3)
replay = Reads(gateway, store, "room, above a number", rate=per_second(100))

pattern = Pattern(
    "Resume by sequence number",
    use_when=["updates have an order that one place decides, and come over a socket or a protocol of your own"],
    avoid_when=[
        "updates have no order, or may be lost",
        "an event stream is used: its `Last-Event-ID` is the same, built in",
    ],
    structure=Design(
        "Resume by sequence number",
        [connect, forward, hand_on, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            media=False,
            delivery="at_least_once",
            ordering="per_key",
            ordering_key="room_id",
            ordering_by="sequence",
            max_offline=days(30),
            max_fanout=500,
        ),
    ),
    requires=[
        Need("one issuer of numbers for each stream", {rooms: ["stamps"], keep: ["transaction", "lock"]}),
        Need("a store that is read by stream and number", {connect: ["resume"], replay: []}),
        Need("a client that drops repeats and puts early ones aside", {connect: ["deduplicated", "reordered"]}),
    ],
    walkthrough=[
        Step(connect, "room 7 after 41, room 9 after 100"),
        Step(forward),
        Step(deliver, "subscribed to 7 and 9"),
        Step(replay, "7: 42 and 43; 9: nothing"),
        Step(forward, "42 and 43", back=True),
        Step(connect, "42 and 43", back=True),
        Step(connect, "a message for room 7"),
        Step(forward),
        Step(hand_on),
        Step(keep, "it is 44"),
        Step(publish, "44"),
        Step(forward, "44", back=True),
        Step(connect, "44, to everyone in the room", back=True),
    ],
    trade_offs=[
        TradeOff("gap, repeat and order by one number", "one place that counts each stream, and must not count twice"),
        TradeOff("nothing is kept for each client", "messages have to be kept, and found by number"),
    ],
    related=[
        "sse-last-event-id",
        "missed-update-recovery",
        "redis-stream-buffer",
        "client-reconnect",
        "per-user-queue",
        "logical-timestamps",
    ],
)
