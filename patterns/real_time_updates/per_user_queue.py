"""Messages for someone who is away wait in a queue of his own, and are handed over and crossed off when he is back.

## How it works
A message is written once to the history, if there is one, and its id, or a copy, to the queue of each receiver. A receiver
who is connected gets it at once and confirms; what is confirmed is removed. Whoever is away finds his queue when he is back:
the gateway reads it from its beginning, sends, and removes only what the client confirms.

The server thus keeps, for each user, what is still owed. That is easy to reason about and to watch, and it works for
receivers who keep nothing themselves. The price is a write for each receiver of each message.

With several devices a user has several queues, one for each: what the phone has confirmed, the laptop has not seen.

## Numbers
- **Writes = messages x receivers.** A group of 500 makes 500 writes of one message; a channel of a million followers would
  make a million. There, keep one log and for each reader a number, 16 bytes.
- **Size = people away x what they are owed**: a million of them with 30 messages of 300 bytes each are 9 GB.
- **An end after 30 days or 1,000 messages.** Somebody who returns after a year gets the history, not the queue.
- **10 to 20 messages a batch** when the queue is drained, so that one confirmation covers several.

## What goes wrong
- **Removed when sent.** The connection breaks with the message in it. Remove upon confirmation, and let the client drop what
  it gets twice.
- **Queues of those who never come back.** They grow for ever if nothing ends them.
- **A queue in the broker's sense for each user.** A million queues are more than most brokers are made for. Keep them as rows
  or lists by user in a store, or as streams with an end.
- **Two gateways drain one queue.** The user reconnects before the old connection is noticed as dead. Let the newer one win.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    KeyValueStore,
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

sender = Client("Sender", platform="mobile", devices=60_000)
receiver = Client("Receiver", platform="mobile", network="flaky", devices=60_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway",
    replicas=6,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    unsubscribes=True,
    owner="Messaging",
)
service = Service("Message service", replicas=4, role="business", connection_state="none", owner="Messaging")
history = Database("History", note="each message once")
owed = KeyValueStore(
    "Undelivered", engine="Cassandra", replicas=3, retention=days(30), owner="Messaging", note="by user, 1,000 at most"
)
topic = Topic("User topics", engine="Redis", replicas=3, subscriptions="by_topic", durable=False)

again = Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30))
send = Calls(
    sender,
    balancer,
    "message",
    protocol="websocket",
    rate=per_second(600),
    heartbeat_interval=seconds(25),
    reconnect=again,
    resume=Resumption("sequence", state_kept_in=owed, window=days(30), replay_limit=1_000),
    idempotent=True,
    deduplicated=True,
)
receive = Calls(
    receiver,
    balancer,
    "confirmations",
    protocol="websocket",
    rate=per_second(600),
    heartbeat_interval=seconds(25),
    reconnect=again,
    resume=Resumption("sequence", state_kept_in=owed, window=days(30), replay_limit=1_000),
    acknowledged=True,
    deduplicated=True,
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
hand_on = Calls(gateway, service, "message", protocol="grpc", rate=per_second(600), timeout=seconds(1), idempotent=True)
keep = Writes(service, history, "message, under its id", rate=per_second(600), operation_kind="insert", idempotent=True)
owe = Writes(service, owed, "its id, for each receiver", rate=per_second(3_000), operation_kind="append", idempotent=True)
look_back = Reads(service, history, "on scrolling back", rate=per_second(100))
publish = Publishes(service, topic, "message, to each receiver", rate=per_second(3_000))
deliver = Consumes(gateway, topic, "users connected here", fan_out=1)
drain = Reads(gateway, owed, "what is owed, oldest first", rate=per_second(200))
cross_off = Writes(gateway, owed, "confirmed: removed", rate=per_second(3_000), operation_kind="delete", idempotent=True)

pattern = Pattern(
    "Queue for each user",
    use_when=[
        "messages are for a few receivers each, and must reach those who are away",
        "clients keep nothing, or change devices",
    ],
    avoid_when=["one message has a great many receivers: one log, and a number for each reader"],
    structure=Design(
        "Queue for each user",
        [send, receive, forward, hand_on, keep, look_back, owe, publish, deliver, drain, cross_off],
        requirements=Requirements(
            concurrent_clients=120_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            media=False,
            delivery="at_least_once",
            max_offline=days(30),
            max_fanout=500,
        ),
    ),
    requires=[
        Need("a place by user that outlives restarts, with an end", {owed: ["retention"], owe: []}),
        Need("removal upon confirmation, not upon sending", {receive: ["acknowledged"], cross_off: []}),
        Need("a receiver that drops what it has", {receive: ["deduplicated"]}),
        Need("few receivers of each message", {deliver: ["fan_out"]}),
    ],
    walkthrough=[
        Step(send, "message 7 for two"),
        Step(forward),
        Step(hand_on),
        Step(keep, "7, once"),
        Step(owe, "7 is owed to both"),
        Step(publish, "to both topics; one of them is away"),
        Step(forward, "7, at once", back=True),
        Step(receive, "7, at once", back=True),
        Step(receive, "7 confirmed"),
        Step(forward),
        Step(cross_off, "7 is owed to one only"),
        Step(receive, "hours later: the other one is back"),
        Step(forward),
        Step(drain, "7, 9 and 12"),
        Step(forward, "7, 9 and 12", back=True),
        Step(receive, "7, 9 and 12", back=True),
    ],
    trade_offs=[
        TradeOff("what is owed to whom can be looked up", "a write for each receiver of each message"),
        TradeOff("clients need to remember nothing", "queues of people who never return"),
    ],
    related=["message-queue", "missed-update-recovery", "sequence-resume", "connection-registry"],
)
