"""Runs and rides of two million people a day: friends see where somebody is every ten seconds, and what it was when it ends.

The figures behind it: 100,000 activities at once in the evening, each with a position every second that is sent in parcels of
ten. One in five is watched live, by three people on average. When one ends, 80 followers hear of it, a few have 200,000.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Decision,
    Design,
    Entity,
    ExternalSystem,
    Group,
    KeyValueStore,
    LoadBalancer,
    ObjectStore,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    Uploads,
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
core = Group("Core")
after = Group("After the finish")
data = Group("Data")

activity = Entity("Activity", category="post", key="activity_id", mutable=True)
athlete = Client("Athlete's phone", id="athlete", platform="mobile", devices=100_000, offline=True, group=clients)
friend = Client("Friend's phone", id="friend", platform="mobile", devices=60_000, group=clients)
balancer = LoadBalancer(
    "Request balancer", id="balancer", layer=7, algorithm="round_robin", idle_timeout=seconds(60), replicas=4, group=edge
)
api = Service("Activity service", id="api", replicas=16, capacity=per_second(2_000), task_duration=milliseconds(5), group=core)
live = KeyValueStore(
    "Last places",
    id="live",
    engine="Redis",
    replicas=3,
    max_read_rate=per_second(80_000),
    max_write_rate=per_second(60_000),
    latency=milliseconds(1),
    write_latency=milliseconds(1),
    group=data,
)
store = Database(
    "Activities",
    id="store",
    engine="PostgreSQL",
    replicas=3,
    max_read_rate=per_second(9_000),
    max_write_rate=per_second(4_000),
    latency=milliseconds(2),
    write_latency=milliseconds(6),
    holds=[activity],
    group=data,
)
tracks = ObjectStore("Tracks", id="tracks", engine="S3", group=data)
feeds = KeyValueStore(
    "Feeds",
    id="feeds",
    engine="Cassandra",
    replicas=6,
    max_read_rate=per_second(20_000),
    max_write_rate=per_second(40_000),
    latency=milliseconds(3),
    write_latency=milliseconds(4),
    group=data,
)
dead = Queue("Dead finishes", id="dead", durable=True, retention=days(14), alarm="ticket", group=after)
finished = Queue(
    "Finished",
    id="finished",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    dead_letter=dead,
    max_receives=5,
    retention=days(2),
    group=after,
)
counter = Worker(
    "Evaluator",
    id="counter",
    replicas=24,
    concurrency=10,
    task_duration=seconds(2),
    idempotent=True,
    note="distance, splits, segments",
    group=after,
)
push = ExternalSystem("Push provider", id="push", note="APNs and FCM", capacity=per_second(8_000))

send = Calls(
    athlete,
    balancer,
    "ten positions",
    id="send",
    protocol="http",
    rate=per_second(10_000),
    payload=kilobytes(0.4),
    tls=True,
    auth="token",
    timeout=seconds(5),
    retry=Retry(attempts=5, backoff="exponential", jitter=True, initial=seconds(2), max_interval=seconds(60)),
    idempotent=True,
)
look = Calls(
    friend,
    balancer,
    "where now?",
    id="look",
    protocol="http",
    poll_interval=seconds(10),
    poll_jitter=0.2,
    max_poll_duration=hours(6),
    keep_alive=seconds(30),
    tls=True,
    auth="token",
    timeout=seconds(3),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
)
take = Calls(balancer, api, "any replica", id="take", protocol="http", timeout=seconds(3), idempotent=True)
place = Writes(api, live, "the last ten", id="place", rate=per_second(10_000), timeout=milliseconds(50), idempotent=True)
find = Reads(api, live, "the last place of each who is watched", id="find", rate=per_second(6_000), timeout=milliseconds(50))
keep = Uploads(api, tracks, "a part of the track", id="keep", rate=per_second(1_700), timeout=seconds(2), idempotent=True)
end = Writes(api, store, "ended, with its key", id="end", rate=per_second(60), timeout=milliseconds(300), idempotent=True)
read = Reads(api, store, "an activity", id="read", rate=per_second(800), timeout=milliseconds(200))
show = Reads(
    api, feeds, "a feed, with what celebrities did merged in", id="show", rate=per_second(2_000), timeout=milliseconds(200)
)
tell = Publishes(api, finished, "activity and athlete", id="tell", rate=per_second(60))
evaluate = Consumes(counter, finished, id="evaluate", acknowledge="after", delivery="at_least_once")
fetch = Reads(counter, tracks, "the whole track", id="fetch", per_request=1, timeout=seconds(10))
result = Writes(counter, store, "what it was", id="result", per_request=1, timeout=milliseconds(500), idempotent=True)
spread = Writes(
    counter,
    feeds,
    "to followers, if there are fewer than 10,000",
    id="spread",
    per_request=80,
    timeout=milliseconds(300),
    idempotent=True,
)
notify = Calls(
    counter,
    push,
    "to those who asked for it",
    id="notify",
    protocol="http",
    per_request=10,
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
)

design = Design(
    "Activity tracker",
    [
        *(athlete, friend, balancer, api, live, store, tracks, feeds, finished, dead, counter, push),
        *(send, look, take, place, find, keep, end, read, show, tell, evaluate, fetch, result, spread, notify),
    ],
    summary="Where friends are, ten seconds late, and what they did, a few seconds after they stop.",
    pitch=(
        "Nobody falls over if a dot on a map is twenty seconds old. Phones send ten positions in one request, friends ask every "
        "ten seconds, and no connection stays open. The finish is what people wait for: it goes through a queue to evaluators "
        "that write it into the feeds of followers, and those with very many are merged in when a feed is read."
    ),
    problem=(
        "A phone in a forest has no network for half an hour and then sends everything at once. A finish of somebody with "
        "200,000 followers must not hold up everybody else's. And live updates tempt to sockets that nobody needs."
    ),
    requirements=Requirements(
        users=20_000_000,
        concurrent_clients=160_000,
        latency_budget=seconds(20),
        round_trip=milliseconds(120),
        completion_time=seconds(30),
        write_rate=per_second(10_000),
        availability=0.999,
        client_sends="rarely",
        media=False,
        connection_state="light",
        endpoint_servers=16,
        max_fanout=200_000,
        delivery="at_least_once",
        max_offline=hours(6),
        retention=days(3650),
        regions=1,
        offline=True,
        open_sockets=False,
        http_only=True,
    ),
    data=[activity],
    walkthroughs=[
        Walkthrough(
            "Follow a friend",
            [
                Step(send, "ten seconds of a run"),
                Step(take),
                Step(place, "replaces the last ten"),
                Step(look, "where now?"),
                Step(take),
                Step(find),
                Step(take, "1,200 m further", back=True),
                Step(look, "the dot moves", back=True),
            ],
            summary="Two requests that know nothing of one another.",
        ),
        Walkthrough(
            "Finish a run",
            [
                Step(send, "the last ten, and: done"),
                Step(take),
                Step(end, "under the key that the phone chose"),
                Step(tell),
                Step(take, "saved", back=True),
                Step(evaluate),
                Step(fetch),
                Step(result, "10.2 km, 48:31"),
                Step(spread, "80 feeds"),
                Step(notify, "ten who asked for it"),
            ],
            summary="From the finish to the feeds, without holding up the phone.",
        ),
    ],
    decisions=[Decision("client-protocol"), Decision("rt-load-balancer-layer")],
    left_out={
        "A stream for each friend": "one request in ten seconds is a tenth of what a held connection costs to look after",
        "Routes on a map": "tiles come from a CDN and have nothing to do with who runs on them",
        "Leaderboards": "counted from results, a minute later, by a consumer of its own",
        "Feeds of the famous": "not written to followers; merged in when a feed is read",
    },
)
