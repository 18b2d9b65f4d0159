"""A client that loses its connection opens a new one after a random pause that grows, and picks up where it was.

## How it works
The client notices the end: a close, an error, or silence for longer than two or three heartbeats. It waits a random time,
tries, and after each failure draws from a range twice as long, up to a limit. When it is through, it authenticates, names its
subscriptions and the last number it saw, and only then counts as connected. The count of failures goes back to zero when the
connection has held for a while, not when it opens.

`EventSource` does the first half itself, if with a fixed pause. For a WebSocket all of it is the application's code.

Some events end the wait early: the device reports that it is online again, the tab becomes visible. Some end the attempts:
the session has expired, the version is too old. Then another attempt is no use, and the user should be told.

## Numbers
- **Drawn from 0 to 1 s, then 2, 4, 8, up to 30 s.** Drawing from the whole range spreads a wave evenly; adding a little
  jitter to a fixed second does not.
- **20,000 clients of a dead server**: with a fixed pause of 1 s they arrive within a second, and those who fail do so again.
  Drawn from up to 30 s, those who failed come at about 700 a second. The first attempts still share one second: where servers
  hold that many, let the first range be 10 s.
- **Most gaps are short**: a change of network takes 1 to 5 s, a tunnel a minute. Show "reconnecting" only after 3 to 5 s.
- **Zero again after a minute of connection.** A server that accepts and drops at once would otherwise see each client every
  second.

## What goes wrong
- **Everything at once on return.** Each client reloads its whole state after each drop. Ask for what is missing, and for the
  whole only when that is too much.
- **Expired tokens.** After a night asleep, 401 forever, every 30 s. Fetch a new token before the attempt.
- **Two connections.** The old one was only slow, and now both deliver. Number the attempts, and let the server close the
  older.
- **Sent and lost.** What the user wrote while disconnected must wait in the client, under ids, and be sent again until it is
  confirmed.
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
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client(
    "Client",
    platform="mobile",
    network="flaky",
    devices=60_000,
    store="indexed_db",
    writes_offline=True,
    note="keeps the last number",
)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2), health_checks=True)
gateway = Service(
    "Gateway", replicas=4, role="connections", routing="any", connection_state="light", max_connections=30_000, unsubscribes=True
)
topic = Topic("Live events", engine="Redis", replicas=3, subscriptions="by_topic")
store = Database("Messages", note="by number")

connect = Calls(
    client,
    balancer,
    "socket, made anew after a drop",
    protocol="websocket",
    rate=per_second(200),
    auth="token",
    tls=True,
    bidirectional=True,
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(
        attempts="unlimited",
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        multiplier=2,
        max_interval=seconds(30),
        never_on=["session expired", "version too old"],
    ),
    resume=Resumption("sequence", state_kept_in=store, window=days(7), replay_limit=500),
    idempotent=True,
    acknowledged=True,
    deduplicated=True,
)
forward = Calls(balancer, gateway, "to the server with the fewest", protocol="tcp")
keep = Writes(gateway, store, "message, once under its id", rate=per_second(200), operation_kind="insert", idempotent=True)
publish = Publishes(gateway, topic, "message with its number", rate=per_second(200))
deliver = Consumes(gateway, topic, "rooms of its clients", fan_out=2)
replay = Reads(gateway, store, "all after a number", rate=per_second(100))

pattern = Pattern(
    "Client reconnect",
    use_when=["a client holds a connection open, whatever the protocol"],
    avoid_when=["clients ask again on a timer: their next poll is the reconnect"],
    structure=Design(
        "Client reconnect",
        [connect, forward, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            media=False,
            delivery="at_least_once",
            max_offline=days(7),
            max_fanout=200,
        ),
    ),
    requires=[
        Need("a pause that grows and is drawn at random", {connect: ["reconnect"]}),
        Need("a sign that the connection is gone", {connect: ["heartbeat_interval", "heartbeat_timeout"]}),
        Need("a number to go on from", {connect: ["resume"], replay: []}),
        Need("messages that may be sent again", {connect: ["acknowledged", "idempotent"], client: ["store"]}),
    ],
    walkthrough=[
        Step(connect, "42, and then nothing for 60 s", back=True),
        Step(connect, "first attempt, 0.4 s later: no network"),
        Step(connect, "second, 1.7 s later: through, all after 42, please"),
        Step(forward, "to the gateway with the fewest"),
        Step(replay, "43 to 47"),
        Step(forward, "43 to 47", back=True),
        Step(connect, "43 to 47", back=True),
        Step(connect, "what was written meanwhile, under its ids"),
        Step(forward),
        Step(keep, "once each"),
    ],
    trade_offs=[
        TradeOff("drops, restarts and tunnels heal by themselves", "code in every client, which is only tested by accident"),
        TradeOff("the wave after a failure is spread", "some wait half a minute although the server is back"),
    ],
    related=[
        "heartbeat",
        "drain-and-reconnect",
        "websocket",
        "server-sent-events",
        "connection-handover",
        "missed-update-recovery",
        "sequence-resume",
        "retry-jitter",
    ],
)
