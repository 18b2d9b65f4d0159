"""Updates as they happen."""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Topic,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    per_day,
    per_second,
    seconds,
)
from tests.estimating.worked.row import Row

API, MIDDLE, STORE = Service("API"), Service("Middle"), Database("Store")


def polled(devices: int, every: float) -> Calls:
    return Calls(Client("App", devices=devices), API, protocol="poll", poll_interval=seconds(every))


def asked_by(replicas: int) -> Reads:
    return Reads(Service("Endpoint", replicas=replicas), STORE, poll_interval=seconds(1))


def held(devices: int, replicas: int) -> Calls:
    return Calls(Client("App", devices=devices), Service("Gateway", replicas=replicas), protocol="websocket")


REGIONS = [Calls(Client(name, devices=n * 10**6), API, protocol="sse") for name, n in (("US", 3), ("EU", 4), ("APAC", 3))]
PEERS = [Calls(Client("App", devices=1_000, send_rate=per_second(1)), API), Calls(API, Service("Relay"), per_request=0.2)]
FIT = Database("Fit store", max_read_rate=per_second(10_000))
POSTS = Topic("Posts")
FEEDS = Queue("Feeds")
WRITERS = Worker("Writer", replicas=10, concurrency=1, task_duration=milliseconds(10))
ROWS = [
    Row("a million clients that poll every ten seconds", "100,000/s", 100_000, "api", "requests", [polled(10**6, 10)]),
    Row("a thousand of them every two seconds", "every 2 s", 500, "api", "requests", [polled(1_000, 2)]),
    Row("dashboards at five seconds", "5 s", 20_000, "api", "requests", [polled(100_000, 5)]),
    Row("dashboards at thirty seconds", "30 s", 100_000 / 30, "api", "requests", [polled(100_000, 30)]),
    Row("three servers that ask every second", "3/s", 3, "store", "reads", [asked_by(3)]),
    Row(
        "a hundred servers that ask every second",
        "100/s, a bottleneck",
        100,
        "store",
        "reads",
        [asked_by(100)],
        "the sum is right, but a hundred lookups a second are no bottleneck: clients are many more than servers",
    ),
    Row(
        "their load on a database for 10,000 reads",
        "a bottleneck",
        0.01,
        "fit_store",
        "utilisation",
        [
            Reads(
                Service("Endpoint", replicas=100),
                Database("Fit store", max_read_rate=per_second(10_000)),
                poll_interval=seconds(1),
            )
        ],
        "one hundredth of what it serves",
    ),
    Row("connections on each of three servers", "500", 500, "gateway", "connections_per_replica", [held(1_500, 3)]),
    Row("connections on each of two servers", "1,000", 1_000, "gateway", "connections_per_replica", [held(2_000, 2)]),
    Row("clients of three regions", "3, 4 and 3 million", 10**7, "api", "connections", REGIONS),
    Row("peers who need a relay", "about 20 %", 200, "relay", "requests", PEERS),
    Row(
        "one post to ten million followers",
        "10,000,000 writes",
        10**7,
        "delivery",
        "requests",
        [Publishes(API, POSTS, rate=per_second(1)), Consumes(Worker("Delivery"), POSTS, fan_out=10**7)],
    ),
    Row(
        "until ten million feeds are written at a thousand a second",
        "hours",
        10_000,
        "feeds",
        "recovery",
        [Publishes(API, FEEDS, burst_size=10**7), Consumes(WRITERS, FEEDS)],
        "2.8 hours",
    ),
    Row(
        "replays that are due after a day away",
        "24 h",
        86_400 * 5,
        "updates",
        "storage",
        [Publishes(API, Queue("Updates", retention=days(1)), rate=per_second(5), payload=kilobytes(0.001))],
        "bytes of one byte each: five a second kept for a day",
    ),
    Row("locations of a million drivers every five seconds", "every 3-5 s", 200_000, "api", "requests", [polled(10**6, 5)]),
    Row("one report a minute in place of one a second", "1 s to 1 min", 1_000 / 60, "api", "requests", [polled(1_000, 60)]),
    Row(
        "messages of ten million people who send two a day",
        "230/s",
        10**7 * 2 / 86_400,
        "api",
        "requests",
        [Calls(Client("App", devices=10**7, send_rate=per_day(2)), API)],
        "231.5, rounded down where it is told",
    ),
    Row(
        "their busiest time, ten times that",
        "2,000+/s",
        10**8 * 2 / 86_400,
        "api",
        "peak_requests",
        [Calls(Client("App", devices=10**7, send_rate=per_day(2)), API)],
        "the factor of about nine is told without a ground; ten is stated here, and gives 2,315",
        Requirements(peak_factor=10),
    ),
    Row(
        "photos of two thousand million people, one a day",
        "1 photo per day",
        2e9 / 86_400,
        "api",
        "requests",
        [Calls(Client("App", devices=2 * 10**9, send_rate=per_day(1)), API)],
    ),
    Row(
        "reads and writes of positions",
        "2:1",
        200,
        "store",
        "reads",
        [
            Writes(API, STORE, rate=per_second(100)),
            Calls(Client("App"), API, rate=per_second(100)),
            Reads(API, STORE, per_request=2),
        ],
    ),
    Row(
        "attempts at the most where three layers try three times",
        "3",
        2_700,
        "deep",
        "worst_requests",
        [
            Calls(Client("App"), API, rate=per_second(100), retry=Retry(3)),
            Calls(API, MIDDLE, retry=Retry(3)),
            Calls(MIDDLE, Service("Deep"), retry=Retry(3)),
        ],
        "each layer repeats all attempts of the one above: 27 for each request",
    ),
]
