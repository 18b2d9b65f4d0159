"""Rides for a large city: 60,000 drivers who say where they are, 40,000 riders who watch one, a match within five seconds.

The figures behind it: each driver reports every four seconds, which makes 15,000 positions a second. 40,000 riders follow a
driver on the map at the busiest time; 120 rides a second are asked for. The city is cut into 400 cells, each with one matcher.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Decision,
    Design,
    Entity,
    Group,
    KeyValueStore,
    LoadBalancer,
    LockService,
    Log,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Size,
    Step,
    Topic,
    Walkthrough,
    Writes,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

clients = Group("Clients")
edge = Group("Edge")
core = Group("Dispatch")
data = Group("Data")

ride = Entity("Ride", category="order", key="ride_id", mutable=True, ordering_field="version")
driver = Client("Driver's phone", id="driver", platform="mobile", devices=60_000, group=clients)
rider = Client("Rider's phone", id="rider", platform="mobile", devices=40_000, group=clients)
socket_lb = LoadBalancer(
    "Socket balancer", id="socket_lb", layer=4, algorithm="least_connections", idle_timeout=seconds(60), replicas=2, group=edge
)
api_lb = LoadBalancer(
    "Request balancer", id="api_lb", layer=7, algorithm="round_robin", idle_timeout=seconds(60), replicas=2, group=edge
)
gateway = Service(
    "Driver gateway",
    id="gateway",
    replicas=6,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=20_000,
    capacity=per_second(8_000),
    task_duration=milliseconds(1),
    group=edge,
)
followers = Service(
    "Map streams",
    id="followers",
    replicas=4,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=20_000,
    unsubscribes=True,
    group=edge,
)
follow_lb = LoadBalancer(
    "Stream balancer",
    id="follow_lb",
    layer=7,
    algorithm="least_connections",
    idle_timeout=seconds(60),
    response_buffering=False,
    replicas=2,
    group=edge,
)
rides = Service(
    "Ride service", id="rides", replicas=3, capacity=per_second(400), task_duration=milliseconds(20), owner="Dispatch", group=core
)
matcher = Service(
    "Matchers",
    id="matcher",
    replicas=4,
    routing="consistent_hash",
    hash_key="cell",
    shared_state_key="cell",
    virtual_nodes=100,
    capacity=per_second(300),
    task_duration=milliseconds(30),
    owner="Dispatch",
    note="one owner a cell",
    group=core,
)
cells = LockService(
    "Cell list", id="cells", engine="etcd", nodes=3, algorithm="raft", lists_members=True, fencing=True, group=core
)
positions = Log(
    "Positions",
    id="positions",
    engine="Kafka",
    replicas=3,
    partitions=24,
    partition_key="driver_id",
    retention=hours(2),
    group=core,
)
locator = Service("Locator", id="locator", replicas=6, capacity=per_second(6_000), task_duration=milliseconds(1), group=core)
tracks = Topic("Tracks", id="tracks", engine="NATS", replicas=3, durable=False, subscriptions="by_topic", group=core)
offers = Topic("Offers", id="offers", engine="NATS", replicas=3, durable=False, subscriptions="by_topic", group=core)
places = KeyValueStore(
    "Last places",
    id="places",
    engine="Redis",
    replicas=3,
    max_read_rate=per_second(80_000),
    max_write_rate=per_second(60_000),
    latency=milliseconds(1),
    write_latency=milliseconds(1),
    group=data,
)
ledger = Database(
    "Rides",
    id="ledger",
    engine="PostgreSQL",
    replicas=3,
    max_read_rate=per_second(8_000),
    max_write_rate=per_second(4_000),
    latency=milliseconds(2),
    write_latency=milliseconds(5),
    holds=[ride],
    group=data,
)
back = Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30))
twice = Retry(attempts=2, backoff="exponential", jitter=True, initial=milliseconds(50))
report = Calls(
    driver,
    socket_lb,
    "I am here; yes or no to an offer",
    id="report",
    protocol="websocket",
    rate=per_second(15_000),
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(25),
    reconnect=back,
    resume=Resumption("sequence", state_kept_in=ledger, replay_limit=20),
    acknowledged=True,
    deduplicated=True,
    idempotent=True,
)
forward = Calls(socket_lb, gateway, "same connection", id="forward", protocol="tcp")
locate = Publishes(gateway, positions, "position", id="locate", per_request=1, partition_key="driver_id")
take = Consumes(locator, positions, "all positions", id="take", acknowledge="after", batch_size=200, idempotent=True)
note = Writes(locator, places, "where the driver is", id="note", per_request=1, timeout=milliseconds(50), idempotent=True)
show = Publishes(locator, tracks, "of drivers with a ride", id="show", rate=per_second(10_000), payload=Size(120))
follow = Consumes(followers, tracks, "drivers who are watched here", id="follow", fan_out=1, delivery="at_most_once")
watch = Calls(
    rider,
    follow_lb,
    "event stream of one driver",
    id="watch",
    protocol="sse",
    update_rate=per_second(0.25),
    tls=True,
    auth="token",
    heartbeat_interval=seconds(25),
    reconnect=back,
    resume=False,
    idempotent=True,
)
stream = Calls(follow_lb, followers, "unbuffered", id="stream", protocol="http", idempotent=True)
ask = Calls(
    rider,
    api_lb,
    "a ride, please",
    id="ask",
    protocol="http",
    rate=per_second(120),
    tls=True,
    auth="token",
    timeout=seconds(5),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    data=[ride],
)
pass_on = Calls(api_lb, rides, "any replica", id="pass_on", protocol="http", timeout=seconds(5), idempotent=True)
record = Writes(
    rides, ledger, "the ride, by its version", id="record", per_request=3, timeout=milliseconds(200), idempotent=True, data=[ride]
)
match = Calls(
    rides,
    matcher,
    "who is near? to the owner of the cell",
    id="match",
    protocol="grpc",
    per_request=1,
    timeout=seconds(2),
    retry=twice,
    idempotent=True,
)
near = Reads(matcher, places, "drivers within 2 km", id="near", per_request=2, timeout=milliseconds(100))
claim = Writes(
    matcher,
    ledger,
    "this driver, if free",
    id="claim",
    per_request=2,
    timeout=milliseconds(200),
    idempotent=True,
    fencing_token=True,
)
join = Reads(matcher, cells, "list and changes", id="join", rate=per_second(10), timeout=seconds(1), on_failure="fallback")
know = Reads(rides, cells, "list and changes", id="know", rate=per_second(6), timeout=seconds(1), on_failure="fallback")
offer = Publishes(matcher, offers, "offer to a driver", id="offer", per_request=1.5, payload=Size(400))
ring = Consumes(gateway, offers, "drivers who are connected here", id="ring", fan_out=1, delivery="at_most_once")
design = Design(
    "Ride dispatch",
    [
        *(driver, rider, socket_lb, api_lb, follow_lb, gateway, followers, rides, matcher, cells, positions, locator),
        *(tracks, offers, places, ledger),
        *(report, forward, locate, take, note, show, follow, watch, stream, ask, pass_on, record, match, near, claim),
        *(join, know, offer, ring),
    ],
    summary="Finds a driver within five seconds, and shows where that driver is every four.",
    pitch=(
        "Drivers hold a socket over which they report every four seconds and answer offers. Positions go through a log into a "
        "store that knows only the last one. A ride goes to the one matcher of its cell, found by a hash, which claims a driver "
        "by a write that fails if somebody was first. Riders listen to the track of their driver over an event stream."
    ),
    problem=(
        "Positions are many and soon worthless, rides are few and must be right. Two riders may not get one driver, though many "
        "servers match at once; and both phones are on networks that come and go."
    ),
    requirements=Requirements(
        concurrent_clients=100_000,
        latency_budget=seconds(1),
        round_trip=milliseconds(100),
        write_rate=per_second(15_000),
        peak_factor=1.5,
        completion_time=seconds(5),
        availability=0.999,
        client_sends="often",
        media=False,
        connection_state="light",
        endpoint_servers=10,
        ordering="per_key",
        ordering_key="driver_id",
        ordering_by="partition",
        delivery="at_most_once",
        max_offline=minutes(10),
        open_sockets=True,
    ),
    data=[ride],
    walkthroughs=[
        Walkthrough(
            "Find a driver",
            [
                Step(ask, "from here, under the ride's id"),
                Step(pass_on),
                Step(record, "asked for"),
                Step(match, "the hash of the cell names the matcher"),
                Step(near, "the eight nearest who are free"),
                Step(claim, "the first, for fifteen seconds"),
                Step(offer),
                Step(match, "offered", back=True),
                Step(pass_on, "we are looking", back=True),
            ],
        ),
        Walkthrough(
            "Follow the driver",
            [
                Step(locate, "every four seconds"),
                Step(take, "200 at a time"),
                Step(note, "replaces the last one"),
                Step(show, "since this driver has a ride"),
                Step(follow, "to the server that holds the rider"),
                Step(stream, "120 bytes", back=True),
                Step(watch, "the dot moves", back=True),
            ],
        ),
    ],
    decisions=[
        Decision("client-protocol"),
        Decision("update-routing"),
        Decision("rt-message-ordering"),
    ],
    left_out={
        "Prices": "computed from the same positions, a minute behind, by another service",
        "Phones that sleep": "a consumer of the offers wakes them by way of the push provider",
    },
)
