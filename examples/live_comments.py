"""Comments and hearts under a broadcast that a million people watch: ten comments and a sum of hearts every half second.

The figures behind it: 2,000 comments and 50,000 hearts a second when something happens on the screen. Nobody reads more than ten
comments a second, so ten are chosen; a moment's messages are 4 kB, twice a second, the same for everybody.
"""

from archgen import (
    Aggregator,
    Calls,
    Client,
    Consumes,
    Database,
    Decision,
    Design,
    Event,
    Group,
    LoadBalancer,
    Log,
    Publishes,
    RateLimit,
    Reads,
    Requirements,
    Retry,
    Service,
    Size,
    Step,
    Topic,
    Walkthrough,
    Worker,
    Writes,
    days,
    hours,
    kilobytes,
    milliseconds,
    per_second,
    seconds,
)

clients = Group("Clients")
edge = Group("Edge")
intake = Group("What viewers send")
output = Group("What viewers see")
data = Group("Data")

remark = Event("Remark", commutative=True, item_size=Size(200), carries="delta", event_id=True)
moment = Event("Moment", superseded_by_next=True, ordering_field="sequence", item_size=kilobytes(4), carries="state")

viewer = Client("Viewer", platform="mobile", devices=1_000_000, group=clients)
streams_lb = LoadBalancer(
    "Stream balancer",
    id="streams_lb",
    layer=7,
    algorithm="least_connections",
    idle_timeout=seconds(60),
    response_buffering=False,
    replicas=4,
    group=edge,
)
api_lb = LoadBalancer(
    "Request balancer", id="api_lb", layer=7, algorithm="round_robin", idle_timeout=seconds(60), replicas=2, group=edge
)
api = Service(
    "Comment service",
    id="api",
    replicas=20,
    routing="any",
    connection_state="none",
    capacity=per_second(5_000),
    task_duration=milliseconds(3),
    rate_limit=RateLimit(per_second(80_000)),
    overflow_status=429,
    group=intake,
)
remarks = Log(
    "Remarks",
    id="remarks",
    engine="Kafka",
    replicas=3,
    partitions=48,
    partition_key="part_of_the_broadcast",
    retention=hours(6),
    group=intake,
)
keeper = Worker(
    "Keeper",
    id="keeper",
    replicas=8,
    concurrency=10,
    task_duration=milliseconds(10),
    idempotent=True,
    note="comments, not hearts",
    group=intake,
)
comments = Database(
    "Comments",
    id="comments",
    engine="Cassandra",
    replicas=6,
    max_read_rate=per_second(15_000),
    max_write_rate=per_second(20_000),
    latency=milliseconds(3),
    write_latency=milliseconds(5),
    retention=days(365),
    group=data,
)
counters = Aggregator(
    "Sums and choices of a part",
    id="counters",
    replicas=48,
    role="processor",
    window=milliseconds(500),
    idempotent=True,
    merges="counts",
    levels=2,
    capacity=per_second(3_000),
    group=output,
)
partial = Log(
    "Parts of a moment",
    id="partial",
    engine="Kafka",
    replicas=3,
    partitions=8,
    partition_key="broadcast_id",
    retention=hours(1),
    group=output,
)
chooser = Aggregator(
    "Choice of ten",
    id="chooser",
    replicas=2,
    role="root",
    window=milliseconds(500),
    idempotent=True,
    merges="counts",
    levels=2,
    standby=True,
    capacity=per_second(1_000),
    group=output,
)
moments = Topic(
    "Moments",
    id="moments",
    engine="NATS",
    replicas=3,
    durable=False,
    subscriptions="by_topic",
    max_deliver_rate=per_second(100_000),
    group=output,
)
endpoint = Service(
    "Stream servers",
    id="endpoint",
    replicas=40,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=40_000,
    unsubscribes=True,
    graceful_stop=True,
    group=edge,
)

react = Calls(
    viewer,
    api_lb,
    "comment or heart",
    id="react",
    protocol="http",
    rate=per_second(52_000),
    tls=True,
    auth="token",
    timeout=seconds(2),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    on_failure="ignore",
    data=[remark],
)
pass_on = Calls(api_lb, api, "any replica", id="pass_on", protocol="http", timeout=seconds(2), idempotent=True)
keep = Publishes(
    api, remarks, "to a part of its broadcast", id="keep", per_request=1, partition_key="part_of_the_broadcast", data=[remark]
)
store = Consumes(keeper, remarks, "comments", id="store", rate=per_second(2_000), acknowledge="after", data=[remark])
write = Writes(
    keeper, comments, "a comment with its number", id="write", rate=per_second(2_000), timeout=milliseconds(200), idempotent=True
)
add = Consumes(counters, remarks, "all of a part", id="add", acknowledge="after", batch_size=500, data=[remark])
hand_up = Publishes(counters, partial, "sum and best ten so far", id="hand_up", rate=per_second(96))
merge = Consumes(chooser, partial, "all parts of a moment", id="merge", acknowledge="after")
publish = Publishes(chooser, moments, "ten comments and a sum", id="publish", rate=per_second(2), data=[moment])
deliver = Consumes(endpoint, moments, "broadcasts that are watched here", id="deliver", fan_out=40, data=[moment])
listen = Calls(
    viewer,
    streams_lb,
    "event stream",
    id="listen",
    protocol="sse",
    update_rate=per_second(2),
    tls=True,
    auth="token",
    heartbeat_interval=seconds(25),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=False,
    data=[moment],
)
forward = Calls(streams_lb, endpoint, "unbuffered", id="forward", protocol="http", idempotent=True)
scroll = Reads(api, comments, "older comments, on request", id="scroll", rate=per_second(3_000), timeout=milliseconds(300))

design = Design(
    "Live comments",
    [
        *(viewer, streams_lb, api_lb, endpoint, api, remarks, keeper, comments, counters, partial, chooser, moments),
        *(react, pass_on, keep, store, write, add, hand_up, merge, publish, deliver, listen, forward, scroll),
    ],
    summary="Comments and hearts under a broadcast with a million viewers, on every screen within a second and a half.",
    pitch=(
        "Viewers send with ordinary requests and listen to an event stream. What they send goes into a log; every half second "
        "its parts are added up and the best ten comments chosen, and that one message goes to every stream server and from "
        "there to every viewer. Everybody gets the same 4 kB, however many write."
    ),
    problem=(
        "When a goal falls, 2,000 people write and 50,000 send hearts in one second. Handed to a million viewers one by one that "
        "would be fifty billion deliveries a second, of which nobody could read any."
    ),
    requirements=Requirements(
        users=20_000_000,
        concurrent_clients=1_000_000,
        latency_budget=milliseconds(1_500),
        round_trip=milliseconds(100),
        write_rate=per_second(52_000),
        event_driven=True,
        availability=0.999,
        client_sends="rarely",
        media=False,
        streaming_path=True,
        connection_state="light",
        endpoint_servers=40,
        max_fanout=1_000_000,
        ordering="none",
        collaborative=False,
        delivery="at_most_once",
        regions=1,
        open_sockets=False,
        http_only=True,
        brief_drops=True,
    ),
    data=[remark, moment],
    walkthroughs=[
        Walkthrough(
            "Take a comment",
            [
                Step(react, "shown at once on the writer's own screen"),
                Step(pass_on),
                Step(keep, "accepted when the log has it"),
                Step(pass_on, "202", back=True),
                Step(react, "202", back=True),
                Step(store, "comments, not hearts"),
                Step(write),
            ],
            summary="From a thumb to the log, and from there to where older comments are read.",
        ),
        Walkthrough(
            "Show a moment",
            [
                Step(add, "half a second of one part"),
                Step(hand_up, "its sum and its best ten"),
                Step(merge, "48 parts"),
                Step(publish, "the best ten of all"),
                Step(deliver, "to 40 servers"),
                Step(forward, "4 kB", back=True),
                Step(listen, "the same to a million", back=True),
            ],
            summary="From the log to every screen, by way of two windows of half a second.",
        ),
    ],
    decisions=[
        Decision("client-protocol"),
        Decision("update-routing"),
        Decision("rt-load-balancer-layer"),
        Decision("rt-message-ordering"),
    ],
    left_out={
        "Every comment to everybody": "faster than ten a second nobody reads; older ones are there on request",
        "Moderation": "a filter between log and choice, with rules and people of its own",
        "Several regions": "moments are copied to brokers of other regions, 4 kB twice a second",
        "Replay of moments": "with the recording, from the log's archive, by the time of the broadcast",
    },
)
