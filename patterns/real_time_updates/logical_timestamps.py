"""Every message carries a number from one counter, and receivers show messages in the order of their numbers, not of their
arrival.

## How it works
The issuer of a conversation gives each message the next number. Ways differ: one message goes over a busy server, its
successor over an idle one and arrives first. The receiver knows that it has shown 41, gets 43, holds it back, gets 42 a
moment later, and shows both. If 42 does not come within half a second, it asks for it.

Two things go by the name. A sequence number comes from one issuer and has no gaps, so a receiver knows what is missing. A
Lamport clock has many issuers: each counts its own, and jumps to one above any number that it sees. That orders cause before
effect, with ties decided by the issuer's name; but it has gaps by nature, so that nobody knows whether something is missing,
and of two events that had nothing to do with each other it puts one first at random.

Clocks on the wall give neither. Two readings may be equal, and a clock that is set back puts a reply before its question,
even on one machine. A counter does what is wanted there, for less.

## Numbers
- **Clocks of servers differ by 1 to 10 ms**, those of phones by seconds, some by years. Messages a millisecond apart cannot
  be ordered by them.
- **Hold back for 200 to 500 ms**, a hundred messages at the most; then ask, or show with a mark.
- **8 bytes a message.** Mind that numbers above 2^53 lose digits in JavaScript.
- **A counter in a row of a database gives about 1,000 numbers a second**, in memory a million.

## What goes wrong
- **Two issuers for one conversation**, after a failover or a split. Both give 44. Tie the issuing to a lease with a growing
  number, or let the store refuse a second 44.
- **Numbered too late.** The number is given when a message is sent out, not when it is accepted, so that two servers send in
  another order than they stored. Number and store in one step.
- **Waiting for what never was.** A transaction that fails leaves a hole. Say so, or use numbers that only the commit makes.
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

message = Event("Message", key="conversation_id", ordering_field="sequence", event_id=True, item_size=Size(300), carries="state")
client = Client("Client", platform="mobile", network="flaky", devices=60_000, note="holds early ones back")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway", replicas=4, role="connections", routing="any", connection_state="light", max_connections=30_000, unsubscribes=True
)
issuer = Service(
    "Conversation service", replicas=3, role="business", connection_state="none", stamps="sequence", note="numbers, then stores"
)
store = RelationalDatabase("Messages", replicas=2, holds=[message], note="one number once a conversation")
topic = Topic("Conversations", engine="Redis", replicas=3, durable=False, subscriptions="by_topic", ordering="none")

connect = Calls(
    client,
    balancer,
    "socket",
    protocol="websocket",
    rate=per_second(300),
    tls=True,
    auth="token",
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=store, window=days(30), replay_limit=500),
    idempotent=True,
    deduplicated=True,
    reordered=True,
    data=[message],
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
hand_on = Calls(gateway, issuer, "message", protocol="grpc", rate=per_second(300), timeout=seconds(1), idempotent=True)
keep = Writes(
    issuer,
    store,
    "next number and message",
    rate=per_second(300),
    operation_kind="insert",
    idempotent=True,
    transaction=Transaction(isolation="read_committed"),
    lock=Lock("row", hold_time=milliseconds(2), timeout=seconds(1)),
    data=[message],
)
publish = Publishes(issuer, topic, "message and number", rate=per_second(300), data=[message])
deliver = Consumes(gateway, topic, "conversations of its clients", fan_out=2)
ask = Reads(gateway, store, "the one that is missing", rate=per_second(20))

pattern = Pattern(
    "Logical timestamps",
    use_when=["messages of one conversation take several ways, and have to be shown in one order everywhere"],
    avoid_when=[
        "several issuers number the same conversation: each has its own 44",
        "it has to be known which events had nothing to do with each other: that takes a vector",
    ],
    structure=Design(
        "Logical timestamps",
        [connect, forward, hand_on, keep, publish, deliver, ask],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            connection_state="light",
            media=False,
            ordering="per_key",
            ordering_key="conversation_id",
            ordering_by="sequence",
            max_fanout=500,
        ),
    ),
    requires=[
        Need("a number on each message", {message: ["ordering_field"], issuer: ["stamps"]}),
        Need("one issuer for each conversation", {keep: ["transaction", "lock"]}),
        Need("receivers that hold early ones back", {connect: ["reordered", "deduplicated"]}),
    ],
    walkthrough=[
        Step(connect, "two messages, a millisecond apart"),
        Step(forward),
        Step(hand_on),
        Step(keep, "they are 42 and 43"),
        Step(publish, "42, and 43 over another server"),
        Step(deliver, "43 is quicker"),
        Step(forward, "43", back=True),
        Step(connect, "43: held back, 42 is missing", back=True),
        Step(forward, "42", back=True),
        Step(connect, "42: now both are shown", back=True),
        Step(ask, "or asked for, after half a second"),
    ],
    trade_offs=[
        TradeOff("one order on all screens, whatever the ways", "a counter for each conversation, that must not count twice"),
        TradeOff("what is missing can be seen", "screens wait half a second for it"),
    ],
    related=["single-partition-ordering", "vector-clocks", "sequence-resume"],
)
