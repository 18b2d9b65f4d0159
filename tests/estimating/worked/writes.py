"""Writes, indexes, shards and hot counters."""

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Counter,
    Database,
    Index,
    Publishes,
    Queue,
    RateLimit,
    Requirements,
    Service,
    Sharding,
    Table,
    Worker,
    Writes,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_minute,
    per_second,
)
from tests.estimating.worked.row import Row

APP, API, STORE = Client("App"), Service("API"), Database("Store")
LOWER = "rows and indexes alone: the log, the pages of each index and compaction come on top, 1 + 2.5 an index as a rule of thumb"


def indexed(count: int, copies: int = 1) -> list[Connection | Component]:
    """One insert a second into a table with so many indexes."""
    table = Table("Posts", indexes=[Index([f"column_{number}"]) for number in range(count)])
    return [Writes(APP, Database("Store", holds=[table], replicas=copies), rate=per_second(1))]


def written(rate: float, limit: float) -> list[Connection | Component]:
    return [Writes(APP, Database("Store", max_write_rate=per_second(limit)), rate=per_second(rate))]


def folded(rate: float, count: int) -> list[Connection | Component]:
    """So many writes gathered to one."""
    return [Calls(APP, API, rate=per_second(rate)), Writes(API, STORE, per_request=1 / count)]


def counted(splits: int) -> list[Connection | Component]:
    return [Writes(APP, Counter("Likes", splits=splits), hot_key_rate=per_second(100_000))]


def drained(average: float, peak: float, replicas: int) -> list[Connection | Component]:
    """A burst of ten minutes; each replica takes ten a second."""
    jobs = Queue("Jobs")
    worker = Worker("Worker", replicas=replicas, concurrency=1, task_duration=milliseconds(100))
    burst = Publishes(API, jobs, rate=per_second(average), peak_rate=per_second(peak), burst=minutes(10))
    return [burst, Consumes(worker, jobs)]


USUAL = [Calls(APP, API, rate=per_second(1_000))]
SHED = Writes(APP, STORE, rate=per_second(5_000), peak_rate=per_second(15_000))
TEN = Database("Ten", sharding=Sharding(10))
DRAWN = Database("Drawn", sharding=Sharding(4, shares=[0.1, 0.2, 0.3, 0.4]))
EVEN = Database("Even", sharding=Sharding(4))
WIRE = Service("Wire", bandwidth=megabytes(1_250))
ROWS = [
    Row("an insert into a table with five indexes", "6", 6, "store", "disk_writes", indexed(5)),
    Row("the same, counted in detail", "15-20", 6, "store", "disk_writes", indexed(5), f"{LOWER}: 12 to 17, and not 15 to 20"),
    Row("an insert into a table with two indexes", "6-8", 3, "store", "disk_writes", indexed(2), LOWER),
    Row(
        "the same with a copy in step", "6-8", 6, "store", "disk_writes", indexed(2, copies=2), "rows and indexes of both copies"
    ),
    Row(
        "ten thousand writes over ten shards",
        "1,000/s each",
        1_000,
        "ten",
        "per_shard",
        [Writes(APP, TEN, rate=per_second(10_000))],
    ),
    Row(
        "ten servers for a thousand each",
        "10,000/s",
        10_000,
        "writers",
        "capacity",
        [Service("Writers", replicas=10, capacity=per_second(1_000))],
        "an upper bound: it holds as long as keys spread evenly",
    ),
    Row(
        "four shards as they are drawn",
        "4 x",
        1_000,
        "drawn",
        "per_shard",
        [Writes(APP, DRAWN, rate=per_second(2_500))],
        "the busiest takes 40 % of 2,500: where one shard does 1,000, all together do 2.5 times that",
    ),
    Row("four shards alike", "4 x", 1_000, "even", "per_shard", [Writes(APP, EVEN, rate=per_second(4_000))]),
    Row("millions on a store for a thousand", "millions/s", 1_000, "store", "utilisation", written(10**6, 1_000)),
    Row("a thousand on a well-equipped host", "50,000+/s", 0.02, "store", "utilisation", written(1_000, 50_000)),
    Row("orders on the busiest day", "4 x", 4_000, "api", "peak_requests", USUAL, needs=Requirements(peak_factor=4)),
    Row("rides at midnight", "3 x", 3_000, "api", "peak_requests", USUAL, needs=Requirements(peak_factor=3)),
    Row(
        "what piles up in a second of a burst",
        "10,000 in, 2,000 out",
        8_000,
        "jobs",
        "peak_backlog_growth",
        drained(1_000, 10_000, 200),
    ),
    Row("how much too much that is", "5 x", 5, "jobs", "peak_utilisation", drained(1_000, 10_000, 200)),
    Row("what the workers take of it", "2,000/s", 2_000, "worker", "peak_requests", drained(1_000, 10_000, 200)),
    Row("a queue after ten minutes", "900 in, 500 out", 240_000, "jobs", "burst_depth", drained(300, 900, 50)),
    Row("its last message", "", 480, "jobs", "burst_delay", drained(300, 900, 50)),
    Row(
        "until it is empty again", "20 min", 1_200, "jobs", "recovery", drained(300, 900, 50), "at 300 a second that still arrive"
    ),
    Row(
        "what is let through under load",
        "10,000 of 15,000",
        10_000,
        "store",
        "peak_writes",
        [
            Calls(APP, API, rate=per_second(5_000), peak_rate=per_second(15_000)),
            Writes(API, STORE, rate_limit=RateLimit(per_second(10_000), per="global")),
        ],
    ),
    Row("what comes to a store that sheds nothing", "15,000", 15_000, "store", "peak_writes", [SHED]),
    Row(
        "a hundred likes a minute in one update",
        "100 likes",
        1 / 60,
        "store",
        "writes",
        [Calls(APP, API, rate=per_minute(100)), Writes(API, STORE, per_request=0.01)],
    ),
    Row(
        "a like an hour in a window of a minute",
        "useless",
        1 / 3_600,
        "store",
        "writes",
        [Calls(APP, API, rate=per_minute(1 / 60)), Writes(API, STORE)],
        "each window holds one like at the most: as many writes as before",
    ),
    Row("a thousand writes in one flush", "1,000", 10, "store", "writes", folded(10_000, 1_000)),
    Row("bulk inserts of a hundred", "100", 100, "store", "writes", folded(10_000, 100)),
    Row("commits that share a sync", "100 transactions", 500, "store", "writes", folded(50_000, 100)),
    Row("a gain of ten by batching", "10-50 x", 1_000, "store", "writes", folded(10_000, 10)),
    Row("a gain of fifty by batching", "10-50 x", 200, "store", "writes", folded(10_000, 50)),
    Row(
        "a counter over four keys",
        "25,000/s",
        25_000,
        "likes",
        "hot_key",
        counted(4),
        "stores in memory alone take so much on a key",
    ),
    Row(
        "a counter over a hundred keys",
        "100 sub-keys",
        1_000,
        "likes",
        "hot_key",
        counted(100),
        "which a store on disk takes too",
    ),
    Row(
        "a host with ten gigabits",
        "10 Gbps",
        0.08,
        "wire",
        "bandwidth_used",
        [Calls(APP, API, rate=per_second(100_000)), Writes(WIRE, STORE, rate=per_second(100_000), payload=kilobytes(1))],
        "1.25 GB a second: a hundred thousand rows of 1 kB take a twelfth of it",
    ),
]
