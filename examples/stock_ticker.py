"""Prices for 300,000 people: at most four a second for each paper, over event streams, from a feed of 150,000 changes a second.

The figures behind it: 8,000 papers, of which 2,000 move all the time; a screen shows twenty of them. Four changes a second and
paper are as many as anybody can read, so what comes in between is left out before it is sent to anyone.
"""

from archgen import (
    Aggregator,
    Calls,
    Client,
    Consumes,
    Decision,
    Design,
    Event,
    ExternalSystem,
    Group,
    LoadBalancer,
    Log,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Size,
    Step,
    TimeSeriesDatabase,
    Topic,
    Walkthrough,
    Worker,
    Writes,
    days,
    hours,
    milliseconds,
    per_second,
    seconds,
)

clients = Group("Clients")
edge = Group("Edge")
core = Group("From feed to price")
data = Group("Data")

tick = Event("Tick", superseded_by_next=True, ordering_field="sequence", item_size=Size(60), carries="state", event_id=True)
screen = Client("Screen", platform="web", devices=300_000, group=clients)
balancer = LoadBalancer(
    "Stream balancer",
    id="balancer",
    layer=7,
    algorithm="least_connections",
    idle_timeout=seconds(60),
    response_buffering=False,
    replicas=4,
    group=edge,
)
endpoint = Service(
    "Price streams",
    id="endpoint",
    replicas=16,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    unsubscribes=True,
    graceful_stop=True,
    group=edge,
)
exchange = ExternalSystem("Exchange", note="its feed, over a line of its own")
reader = Service(
    "Feed reader",
    id="reader",
    replicas=1,
    capacity=per_second(200_000),
    standby=True,
    note="puts the feed's numbers in order",
    group=core,
)
ticks = Log(
    "Ticks", id="ticks", engine="Kafka", replicas=3, partitions=48, partition_key="paper", retention=hours(24), group=core
)
thinner = Aggregator(
    "Thinner",
    id="thinner",
    replicas=24,
    role="processor",
    window=milliseconds(250),
    idempotent=True,
    capacity=per_second(15_000),
    note="the last price of each window",
    group=core,
)
prices = Topic(
    "Prices",
    id="prices",
    engine="NATS",
    replicas=3,
    durable=False,
    subscriptions="by_topic",
    max_publish_rate=per_second(50_000),
    max_deliver_rate=per_second(400_000),
    group=core,
)
keeper = Worker("Keeper", id="keeper", replicas=12, concurrency=20, task_duration=milliseconds(1), idempotent=True, group=core)
history = TimeSeriesDatabase(
    "History",
    id="history",
    engine="TimescaleDB",
    replicas=3,
    max_read_rate=per_second(6_000),
    max_write_rate=per_second(400_000),
    latency=milliseconds(4),
    write_latency=milliseconds(8),
    retention=days(90),
    group=data,
)

feed = Calls(
    exchange, reader, "every change, numbered", id="feed", protocol="tcp", rate=per_second(150_000), tls=True, auth="mtls"
)
keep = Publishes(reader, ticks, "by paper", id="keep", per_request=1, partition_key="paper", data=[tick])
thin = Consumes(thinner, ticks, "all of its papers", id="thin", acknowledge="after", batch_size=500, data=[tick])
publish = Publishes(thinner, prices, "4 a second and paper", id="publish", rate=per_second(8_000), data=[tick])
deliver = Consumes(
    endpoint, prices, "papers that are watched here", id="deliver", fan_out=12, delivery="at_most_once", data=[tick]
)
store = Consumes(keeper, ticks, "everything, 500 at a time", id="store", acknowledge="after", batch_size=500, data=[tick])
write = Writes(
    keeper, history, "500 ticks at once", id="write", per_request=1, timeout=milliseconds(500), idempotent=True, data=[tick]
)
watch = Calls(
    screen,
    balancer,
    "event stream of twenty papers",
    id="watch",
    protocol="sse",
    update_rate=per_second(20),
    tls=True,
    auth="token",
    heartbeat_interval=seconds(20),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("last_event_id", state_kept_in=history, replay_limit=100),
    idempotent=True,
)
stream = Calls(balancer, endpoint, "unbuffered", id="stream", protocol="http", idempotent=True)
draw = Reads(
    endpoint, history, "the day so far, when a stream begins", id="draw", rate=per_second(1_200), timeout=milliseconds(500)
)

design = Design(
    "Stock ticker",
    [
        *(screen, balancer, endpoint, exchange, reader, ticks, thinner, prices, keeper, history),
        *(feed, keep, thin, publish, deliver, store, write, watch, stream, draw),
    ],
    summary="Prices on 300,000 screens, never older than a second, from a feed that is faster than anybody can read.",
    pitch=(
        "The feed goes into a log by paper, so that its order stays. Thinners keep the last price of every quarter of a second, "
        "which makes 8,000 messages of 150,000. Stream servers follow the papers of their screens and send one message for all "
        "that changed. Whoever comes back needs no replay: the next price says everything."
    ),
    problem=(
        "150,000 changes a second to 300,000 screens of twenty papers each would be over a hundred million messages a second. "
        "People can follow four changes a second and paper; the rest only has to be kept."
    ),
    requirements=Requirements(
        users=2_000_000,
        concurrent_clients=300_000,
        latency_budget=seconds(1),
        round_trip=milliseconds(80),
        write_rate=per_second(150_000),
        availability=0.999,
        client_sends="never",
        media=False,
        streaming_path=True,
        connection_state="light",
        endpoint_servers=16,
        max_fanout=200_000,
        ordering="per_key",
        ordering_key="paper",
        ordering_by="partition",
        delivery="at_most_once",
        retention=days(90),
        regions=1,
        open_sockets=False,
        http_only=True,
        brief_drops=True,
    ),
    data=[tick],
    walkthroughs=[
        Walkthrough(
            "A price on the screen",
            [
                Step(feed, "number 88,120,431"),
                Step(keep, "to the partition of its paper"),
                Step(thin, "and what else came in this quarter of a second"),
                Step(publish, "the last of them"),
                Step(deliver, "to the servers that have a screen for it"),
                Step(stream, "with the other papers of that screen", back=True),
                Step(watch, "12.31", back=True),
            ],
            summary="From the exchange to everybody who looks.",
        ),
        Walkthrough(
            "Open a screen",
            [
                Step(watch, "twenty papers"),
                Step(stream),
                Step(draw),
                Step(draw, "a point a minute", back=True),
                Step(stream, "the day so far, then prices as they come", back=True),
                Step(watch, "drawn", back=True),
            ],
            summary="The curve first, then what moves.",
        ),
    ],
    decisions=[
        Decision("client-protocol"),
        Decision("update-routing"),
        Decision("rt-load-balancer-layer"),
        Decision("rt-message-ordering"),
    ],
    left_out={
        "Orders": "they must arrive, once, and are answered: ordinary requests to another system",
        "Alarms at a price": "a consumer of the log, with a notification for each, not a stream",
        "Every change to everybody": "for those who trade by machine, over a feed of their own",
        "A second exchange": "another reader; papers are told apart by exchange and symbol",
    },
)
