"""All messages of one conversation go through one partition, and so are in one order for everybody.

## How it works
The producer names a key with each message, the conversation. The broker hashes it to a partition, and a partition is a list
that only grows: whatever its consumers read, they read in that order. Different conversations are in different partitions and
know nothing of one another, which is why it scales. The same is had from a server that owns the conversation, or from one row
that is locked for each message.

The key is chosen by the question "among which messages does the order matter?". The conversation, the account, the document:
one such thing. Not the user, since two people write in one conversation; not the whole system, since that would be one
partition.

Order holds from the partition on. What happened before it, two requests on two connections, is ordered by who comes first;
and a consumer that works on several messages at once gives it up again.

## Numbers
- **A partition takes 10 MB/s or more, tens of thousands of messages a second.** The bound is its consumer: at 1 ms each it
  does 1,000.
- **100 conversations a second of ten messages each** need one consumer. What needs more than one partition is not one
  conversation but their sum.
- **More partitions than ever needed**, such as 48 or 96, from the start: adding some later sends keys to other partitions,
  and their order breaks at that moment.
- **A conversation with 5,000 messages a second** is at its bound. Nobody reads that; thin it out.

## What goes wrong
- **Retried past its successor.** 42 fails, 43 goes through, 42 is sent again. Turn on the idempotent producer, or keep one
  message under way.
- **Consumed in parallel.** A pool of threads takes 42 and 43 and finishes 43 first. Parallel by key, one after another within
  a key.
- **A bad message stops its conversation**, and all others in the partition. Set the conversation aside, not only the message.
- **A hot key.** One famous conversation fills one partition, and others suffer that hash to the same place.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Event,
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
    Size,
    Step,
    Topic,
    TradeOff,
    Worker,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

message = Event("Message", key="conversation_id", ordering_field="sequence", event_id=True, item_size=Size(300), carries="state")
client = Client("Client", platform="mobile", devices=60_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway", replicas=4, role="connections", routing="any", connection_state="light", max_connections=30_000, unsubscribes=True
)
log = Log(
    "Conversations",
    engine="Kafka",
    replicas=3,
    partitions=48,
    partition_key="conversation_id",
    ordering="per_key",
    publisher_confirms=True,
    retention=days(7),
)
writer = Worker(
    "Writer",
    replicas=6,
    concurrency=8,
    task_duration=milliseconds(3),
    side_effect="reversible",
    idempotent=True,
    note="one conversation after another",
)
store = Database("Messages", holds=[message], note="by conversation and position")
topic = Topic("Live messages", engine="Redis", replicas=3, durable=False, subscriptions="by_topic")

connect = Calls(
    client,
    balancer,
    "socket",
    protocol="websocket",
    rate=per_second(1_000),
    tls=True,
    auth="token",
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=store),
    idempotent=True,
    deduplicated=True,
    reordered=True,
    data=[message],
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
append = Publishes(
    gateway,
    log,
    "message, by its conversation",
    rate=per_second(1_000),
    partition_key="conversation_id",
    ordering="per_key",
    idempotent=True,
    data=[message],
)
take = Consumes(writer, log, "in order", acknowledge="after", delivery="at_least_once", data=[message])
keep = Writes(
    writer, store, "message at its position", rate=per_second(1_000), operation_kind="insert", idempotent=True, data=[message]
)
publish = Publishes(writer, topic, "message and position", rate=per_second(1_000), ordering="per_key", data=[message])
deliver = Consumes(gateway, topic, "conversations of its clients", fan_out=2)
replay = Reads(gateway, store, "all after a position", rate=per_second(100), data=[message])

pattern = Pattern(
    "One partition for each conversation",
    use_when=["messages about one thing must be in one order for all, and there are many such things"],
    avoid_when=[
        "everything must be in one order: that is one partition, and its throughput",
        "order does not matter: spread by anything, and let no key be hot",
    ],
    structure=Design(
        "One partition for each conversation",
        [connect, forward, append, take, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            media=False,
            ordering="per_key",
            ordering_key="conversation_id",
            ordering_by="partition",
            max_fanout=500,
            delivery="at_least_once",
        ),
    ),
    requires=[
        Need("the key of the order as the key of the partition", {log: ["partition_key", "ordering"], append: ["partition_key"]}),
        Need("a producer that does not overtake itself", {append: ["idempotent"], log: ["publisher_confirms"]}),
        Need("a consumer that takes one message of a key after another", {take: ["acknowledge"], writer: ["idempotent"]}),
    ],
    walkthrough=[
        Step(connect, "two people write at the same moment"),
        Step(forward),
        Step(append, "both into the partition of their conversation"),
        Step(append, "positions 42 and 43, decided here", back=True),
        Step(take, "42, and then 43"),
        Step(keep, "42, and then 43"),
        Step(publish, "42, and then 43"),
        Step(deliver, "to gateways with one of the two"),
        Step(forward, "42, and then 43", back=True),
        Step(connect, "the same order on both screens", back=True),
    ],
    trade_offs=[
        TradeOff("order without clocks, numbers or locks", "a conversation is no faster than one consumer"),
        TradeOff("scales with the number of conversations", "and not with the size of one"),
    ],
    related=["logical-timestamps", "vector-clocks", "pub-sub-broadcast", "fifo-ordering"],
)
