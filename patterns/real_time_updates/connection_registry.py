"""Each connection server keeps a map from user to sockets, so that an update for someone finds its way in constant time.

## How it works
When a client connects and has said who it is, the server puts its socket under the user's name. When an update for that user
arrives, it looks up the sockets, there may be several for phone and laptop, and writes to each. On close, on an error and on
silence, the entry goes, and with it the subscriptions that it was the last to need.

That map is local and suffices for what reaches every server anyway, as updates over topics do. To send to one user only,
someone must know on which server he is. Then a second map is kept, outside: user to server, with an end to each entry that
the server puts off while the client lives. A dispatcher looks there, and calls the server.

## Numbers
- **100 to 200 bytes an entry**: 30,000 connections are some 5 MB, next to nothing beside the sockets themselves.
- **A look into the local map takes less than a microsecond**, one into the shared map about a millisecond, 2,000 of which a
  second one node answers easily.
- **Shared entries end after 90 s**, renewed with each heartbeat of 30 s: 60,000 clients are 2,000 renewals a second.
- **1.5 devices a user**, or so: plan sockets by devices, not by users.

## What goes wrong
- **The old close removes the new entry.** A client reconnects to the same server, and only then the old socket is found dead.
  Remove an entry only if it still names the connection that ended.
- **The dead stay.** A server that crashes removes nothing. What has no end of its own sends messages to a server that is
  gone.
- **Looked up, then moved.** Between look and call the client reconnects elsewhere. Treat "not here" as "not delivered", and
  leave the message in the store for the resume.
- **A lock around the map.** All sockets wait for each change of one. Split it by user.
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
    PresenceStore,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    TradeOff,
    Worker,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="mobile", devices=60_000, devices_per_user=1.5)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway",
    replicas=4,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    unsubscribes=True,
    note="user to sockets, in memory",
)
places = PresenceStore("Who is where", engine="Redis", ttl=seconds(90), nodes=2, note="user to gateway")
messages = Log("Messages", engine="Kafka", replicas=3, partitions=12, partition_key="user_id", retention=days(7))
dispatcher = Worker(
    "Dispatcher", replicas=3, concurrency=200, side_effect="notification", idempotent=True, task_duration=milliseconds(5)
)
source = Service("Source", replicas=2)

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
    resume=Resumption("sequence", state_kept_in=messages, window=days(7)),
    deduplicated=True,
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
enter = Writes(gateway, places, "here, for 90 s", rate=per_second(2_000), idempotent=True, period=seconds(30))
send = Publishes(source, messages, "message to a user", rate=per_second(500), partition_key="user_id")
take = Consumes(dispatcher, messages, acknowledge="after", delivery="at_least_once")
find = Reads(dispatcher, places, "where is the user?", rate=per_second(500))
hand = Calls(
    dispatcher,
    gateway,
    "to the gateway that has the user",
    protocol="grpc",
    rate=per_second(400),
    timeout=milliseconds(200),
    idempotent=True,
)
replay = Reads(gateway, messages, "all after a number", rate=per_second(50))

pattern = Pattern(
    "Connection registry",
    use_when=[
        "a server pushes over connections that it holds: the local map is needed always",
        "messages go to single users, and most servers would throw a broadcast away: then the shared map as well",
    ],
    avoid_when=["a hash tells the server of each user: then the shared map is a calculation"],
    structure=Design(
        "Connection registry",
        [connect, forward, enter, send, take, find, hand, replay],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            media=False,
            max_fanout=1,
            max_offline=days(7),
        ),
    ),
    requires=[
        Need("cleaning up on close and on silence", {connect: ["heartbeat_timeout"], gateway: ["unsubscribes"]}),
        Need("entries that end unless they are renewed", {places: ["ttl"], enter: ["period"]}),
        Need("a log, for who was not there", {connect: ["resume"], replay: []}),
    ],
    walkthrough=[
        Step(connect, "it is me, user 7"),
        Step(forward),
        Step(enter, "7 is at this gateway, for 90 s"),
        Step(send, "message for 7"),
        Step(take),
        Step(find, "where is 7?"),
        Step(hand, "to that gateway, and no other"),
        Step(forward, "to the sockets of 7 in its map", back=True),
        Step(connect, "shown on phone and laptop", back=True),
    ],
    trade_offs=[
        TradeOff("one look and one call for a message to one user", "a second map to be kept true, or nearly"),
        TradeOff("no server sees what is not for its clients", "a dispatcher between sender and server"),
    ],
    related=[
        "heartbeat",
        "consistent-hash-routing",
        "pub-sub-broadcast",
        "websocket-gateway",
        "two-hop-architecture",
        "per-user-queue",
        "presence-and-typing",
    ],
)
