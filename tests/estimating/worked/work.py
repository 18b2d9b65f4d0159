"""Long work, flows of many steps, and files."""

from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Downloads,
    Entity,
    ObjectStore,
    Publishes,
    Queue,
    Requirements,
    Retry,
    Service,
    Uploads,
    Worker,
    Writes,
    days,
    hours,
    kilobytes,
    megabytes,
    minutes,
    per_day,
    per_hour,
    per_minute,
    per_second,
    seconds,
)
from tests.estimating.worked.row import Row

APP, API, FILES = Client("App"), Service("API"), ObjectStore("Files")


def jobs(count: int, workers: int, each: timedelta) -> list[Connection | Component]:
    """So many at once."""
    queue = Queue("Jobs")
    worker = Worker("Worker", replicas=workers, concurrency=1, task_duration=each)
    return [Publishes(API, queue, burst_size=count), Consumes(worker, queue)]


def bounded(arriving: float, drain: float) -> list[Connection | Component]:
    queue = Queue("Jobs", max_depth=10_000, overflow="reject")
    burst = Publishes(API, queue, rate=per_second(1), peak_rate=per_second(arriving), burst=minutes(1))
    return [burst, Consumes(Worker("Worker", drain_rate=per_second(drain)), queue)]


def at_hand(rate: float, each: timedelta) -> list[Connection | Component]:
    return [Calls(APP, Service("Work", task_duration=each), rate=per_second(rate))]


def made(count: float, rate: float = 1) -> list[Connection | Component]:
    """So many files for one that is sent."""
    return [Calls(APP, API, rate=per_second(rate)), Writes(API, FILES, per_request=count)]


def tried(count: int) -> list[Connection | Component]:
    return [Calls(APP, Service("Partner"), rate=per_second(10), retry=Retry(count))]


PROXIED = [Uploads(APP, API, rate=per_second(1), payload=megabytes(500)), Uploads(API, FILES, payload=megabytes(500))]
TIRED = Queue("Jobs", max_receives=4, dead_letter=Queue("Dead"))
ROWS = [
    Row(
        "requests that wait for their work",
        "45 s",
        450,
        "work",
        "in_hand",
        at_hand(10, seconds(45)),
        "so many requests hang at ten a second, each for 45 s",
    ),
    Row("documents of three minutes, a worker's", "3 min", 20 / 3_600, "worker", "capacity", jobs(1, 1, minutes(3))),
    Row("four workers of them", "4 workers", 80 / 3_600, "jobs", "capacity", jobs(1, 4, minutes(3))),
    Row("a spike of a thousand such jobs at ten workers", "1,000 jobs", 18_000, "jobs", "recovery", jobs(1_000, 10, minutes(3))),
    Row(
        "ten thousand reports at once at a hundred workers",
        "10,000 calls at once",
        18_000,
        "jobs",
        "burst_delay",
        jobs(10_000, 100, minutes(3)),
        "a pool of a hundred makes a hundred calls at once, and five hours of waiting, not ten thousand calls",
    ),
    Row("a limit of a hundred a second below ten thousand jobs", "100/s", 100, "jobs", "recovery", jobs(10_000, 100, seconds(1))),
    Row("until a queue for ten thousand is full", "1,000/s in", 10_000 / 900, "jobs", "time_to_full", bounded(1_000, 100)),
    Row("what it then refuses in a minute", "429", 54_000 - 10_000, "jobs", "burst_lost", bounded(1_000, 100)),
    Row(
        "ten thousand who ask every two seconds how far it is",
        "2 s",
        5_000,
        "api",
        "requests",
        [Calls(Client("Waiting", devices=10_000), API, protocol="poll", poll_interval=seconds(2))],
    ),
    Row("attempts where five are made", "3-5", 50, "partner", "worst_requests", tried(5)),
    Row(
        "three retries before a message is set aside",
        "3 retries",
        40,
        "worker",
        "worst_requests",
        [Publishes(API, TIRED, rate=per_second(10)), Consumes(Worker("Worker"), TIRED)],
        "the first attempt and three more: four deliveries",
    ),
    Row(
        "flows that run while documents are waited for",
        "10,000",
        10_000,
        "work",
        "in_hand",
        at_hand(2_000 / 86_400, days(5)),
        "two thousand a day begin, and each lasts five days",
    ),
    Row("a video that is sent through a server, in", "1 GB", 5e8, "api", "received", PROXIED),
    Row("and out", "1 GB", 5e8, "api", "sent", PROXIED, "the 500 MB come twice, once in each direction"),
    Row(
        "a file in fifty parts of 100 MB",
        "5 GB",
        5e9,
        "files",
        "received",
        [Calls(APP, API, rate=per_second(1)), Uploads(API, FILES, per_request=50, payload=megabytes(100))],
    ),
    Row(
        "a file in a hundred parts of 5 MB",
        "500 MB",
        5e8,
        "files",
        "received",
        [Calls(APP, API, rate=per_second(1)), Uploads(API, FILES, per_request=100, payload=megabytes(5))],
    ),
    Row("fifty parts one after another", "500 s", 500, "jobs", "recovery", jobs(50, 1, seconds(10))),
    Row(
        "over four connections",
        "125 s",
        125,
        "jobs",
        "recovery",
        jobs(50, 4, seconds(10)),
        "as a flow; whole parts take thirteen rounds, 130 s, and only where the line has room for four at full speed",
    ),
    Row(
        "video that arrives each minute, by the hour",
        "500 hours/min",
        500 / 60,
        "api",
        "requests",
        [Calls(APP, API, rate=per_minute(500))],
    ),
    Row("its forms", "3-5 renditions", 4 * 500 / 60, "files", "writes", made(4, 500 / 60)),
    Row(
        "viewers at any time",
        "a thousand million hours a day",
        1e9 / 24,
        "work",
        "in_hand",
        [Calls(APP, Service("Work", task_duration=hours(1)), rate=per_day(1e9))],
        "41.7 million: an hour each, a thousand million times a day",
    ),
    Row("sizes of a thumbnail", "3", 3, "files", "writes", made(3)),
    Row("chunks of which one in four is new", "75 % saved", 25, "files", "writes", made(0.25, 100)),
    Row("ten equal uploads", "1 copy", 1, "files", "writes", made(0.1, 10)),
    Row(
        "a document of which one chunk changed",
        "4 of 100 MB",
        4e6,
        "files",
        "received",
        [Uploads(APP, FILES, rate=per_second(1), payload=megabytes(4))],
    ),
    Row("uploads of a user in an hour", "10", 10 / 3_600, "api", "requests", [Calls(APP, API, rate=per_hour(10))]),
    Row("writes of one purchase", "2", 20, "files", "writes", made(2, 10)),
    Row("a raw film", "2 GB", 2e9, "files", "sent", [Downloads(APP, FILES, rate=per_second(1), payload=megabytes(2_000))]),
    Row(
        "one worker for a hot resource, ten milliseconds each",
        "1 worker",
        100,
        "worker",
        "capacity",
        jobs(1, 1, timedelta(milliseconds=10)),
    ),
    Row("steps of a transfer", "3", 30, "files", "writes", made(3, 10), needs=Requirements(write_rate=per_second(1))),
    Row(
        "rows of the largest table",
        "200 M",
        2e8 * 1e3,
        "orders",
        "storage",
        [Database("Orders", holds=[Entity("Order", items=200 * 10**6, item_size=kilobytes(1))])],
        "at 1 kB a row, which is not told",
    ),
]
