"""Many small events are gathered over a moment and sent as one message, since no one can read five thousand comments a second.

## How it works
Events go into a log. An aggregator takes them, one for each part of the log, and every second hands out what it has:
reactions as sums, comments as a choice of those that fit on a screen, views as a number. A second level puts the parts
together. What goes to the endpoint servers is one message a second and stream, and it is the same for everybody who watches.

Numbers and lists are treated differently. A sum loses nothing by being gathered. A choice of comments does, and is meant to:
above the speed of reading, sending more only makes the screen flicker. The author's own comment is shown at once by the
author's own page.

## Numbers
- **Without it**: 5,000 comments a second to a million viewers are 5,000,000,000 deliveries a second. With a message a second
  they are a million.
- **A window of 250 ms to 1 s**: below a quarter of a second little is saved, above one it feels late. On average it adds half
  of itself.
- **Up to 10 comments a second** can be followed by a reader; fewer, if they are to be read.
- **2 kB a second to a million viewers are 16 Gbit/s.** Compress, and send only what changed.
- **Two levels carry far**: 50 aggregators with 2,000 events a second each are 100,000, and hand 50 messages a second to the
  one above.

## What goes wrong
- **A window for everything.** On a quiet stream each comment waits a second for company that does not come. Send the first at
  once, and open the window then.
- **Counted twice.** An aggregator dies after it sent and before it noted how far it was, and its successor adds the same
  again. Send sums so far, not additions, and number the windows.
- **A window of its own for each server.** 40 endpoint servers with different clocks make 40 different numbers. Gather before
  the broker, not after.
- **The choice is unfair or unsafe.** Who is chosen, and what was filtered out, is a decision about a product and its users.
  Filter before choosing.
"""

from archgen import (
    Aggregator,
    Calls,
    Client,
    Consumes,
    Design,
    Event,
    LoadBalancer,
    Log,
    Need,
    Pattern,
    Publishes,
    Requirements,
    Retry,
    Service,
    Size,
    Step,
    Topic,
    TradeOff,
    hours,
    kilobytes,
    milliseconds,
    per_second,
    seconds,
)

reaction = Event("Reaction", commutative=True, item_size=Size(60), carries="delta", event_id=True)
summary = Event(
    "Second of the stream", superseded_by_next=True, ordering_field="sequence", item_size=kilobytes(2), carries="state"
)
viewer = Client("Viewer", platform="mobile", devices=1_000_000)
api = Service("API", replicas=10, routing="any", connection_state="none", note="takes reactions and comments")
events = Log("Events", engine="Kafka", replicas=3, partitions=48, partition_key="stream_part", retention=hours(2))
parts = Aggregator(
    "Sums of a part",
    replicas=48,
    role="processor",
    window=seconds(1),
    idempotent=True,
    merges="counts",
    levels=2,
    capacity=per_second(4_000),
)
whole = Aggregator(
    "Sum of a stream", replicas=2, role="root", window=seconds(1), idempotent=True, merges="counts", levels=2, standby=True
)
partial = Log("Parts of a second", engine="Kafka", replicas=3, partitions=8, partition_key="stream_id", retention=hours(2))
seconds_topic = Topic("Seconds", engine="NATS", replicas=3, durable=False, subscriptions="by_topic")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False, replicas=3
)
endpoint = Service(
    "Endpoint",
    replicas=40,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=40_000,
    unsubscribes=True,
)

react = Calls(
    viewer,
    api,
    "reaction or comment",
    protocol="http",
    rate=per_second(100_000),
    timeout=seconds(2),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    on_failure="ignore",
    data=[reaction],
)
keep = Publishes(
    api, events, "event, to a part of its stream", rate=per_second(100_000), partition_key="stream_part", data=[reaction]
)
add = Consumes(parts, events, "all of a part", acknowledge="after", batch_size=500, data=[reaction])
hand_up = Publishes(parts, partial, "sum so far, every second", rate=per_second(48))
merge = Consumes(whole, partial, "all parts of a second", acknowledge="after")
publish = Publishes(whole, seconds_topic, "one message a second", rate=per_second(1), data=[summary])
deliver = Consumes(endpoint, seconds_topic, "streams that are watched here", fan_out=40, data=[summary])
listen = Calls(
    viewer,
    balancer,
    "event stream",
    protocol="sse",
    update_rate=per_second(1),
    heartbeat_interval=seconds(25),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=False,
    data=[summary],
)
forward = Calls(balancer, endpoint, "unbuffered", protocol="http", idempotent=True)

pattern = Pattern(
    "Batching of updates",
    use_when=[
        "events come faster than anyone can read, and many watch the same",
        "what is shown is a number or a choice, not each single event",
    ],
    avoid_when=["each event must be seen by itself and at once: messages, bids, alarms"],
    structure=Design(
        "Batching of updates",
        [react, keep, add, hand_up, merge, publish, deliver, listen, forward],
        requirements=Requirements(
            concurrent_clients=1_000_000,
            latency_budget=milliseconds(1_500),
            client_sends="rarely",
            connection_state="light",
            endpoint_servers=40,
            media=False,
            max_fanout=1_000_000,
            streaming_path=True,
        ),
    ),
    requires=[
        Need("something that gathers, between source and broker", {parts: ["window", "role"], whole: ["window", "role"]}),
        Need(
            "sums that are right when a part is done again",
            {parts: ["idempotent"], whole: ["idempotent"], reaction: ["event_id"]},
        ),
        Need("messages of which a newer one replaces the older", {summary: ["superseded_by_next", "ordering_field"]}),
    ],
    walkthrough=[
        Step(react, "a heart; shown at once on the sender's own screen"),
        Step(keep, "one of 100,000 this second"),
        Step(add, "48 parts add up theirs"),
        Step(hand_up, "sum of a part so far"),
        Step(merge, "48 sums"),
        Step(publish, "one message for this second"),
        Step(deliver, "to 40 servers"),
        Step(forward, "2 kB", back=True),
        Step(listen, "the same 2 kB to a million", back=True),
    ],
    trade_offs=[
        TradeOff("messages follow the clock, not the crowd", "everything is half a window later, and not all is shown"),
        TradeOff("one message is right for all", "so there is nothing of one's own in it"),
    ],
    related=["celebrity-hierarchical-fanout", "pub-sub-broadcast", "server-sent-events"],
)
