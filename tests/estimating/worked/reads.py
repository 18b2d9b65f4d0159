"""Reads and caches."""

from archgen import (
    Cache,
    Calls,
    Cdn,
    Client,
    Component,
    Connection,
    Database,
    KeyFanout,
    Reads,
    Requirements,
    Service,
    Sharding,
    Writes,
    milliseconds,
    per_day,
    per_second,
)
from tests.estimating.worked.row import Row

APP, API, STORE = Client("App"), Service("API"), Database("Store")


def behind(hit_rate: float, rate: float) -> list[Connection | Component]:
    """A store behind a cache."""
    cache = Cache("Cache", hit_rate=hit_rate)
    return [Calls(APP, API, rate=per_second(rate)), Reads(API, cache), Reads(API, STORE)]


def layered(*hits: float) -> list[Connection | Component]:
    """Three layers of caches before a store; a thousand reads a second enter."""
    one, two, three = (Cache(f"L{place}", hit_rate=hit) for place, hit in enumerate(hits, 1))
    return [Reads(APP, one, rate=per_second(1_000)), Reads(one, two), Reads(two, three), Reads(three, STORE)]


def near(hit_rate: float) -> list[Connection | Component]:
    """An origin behind copies near the users."""
    cdn = Cdn("CDN", hit_rate=hit_rate)
    return [Calls(APP, cdn, rate=per_second(1_000)), Calls(cdn, API)]


def each(number: float, rate: float = 1) -> list[Connection | Component]:
    """So many reads for a request."""
    return [Calls(APP, API, rate=per_second(rate)), Reads(API, STORE, per_request=number)]


def hot(chosen: str) -> list[Connection | Component]:
    """A key with ten copies."""
    cache = Cache("Cache", fanout=KeyFanout(10, chosen=chosen))  # type: ignore[arg-type]
    return [Reads(APP, cache, hot_key_rate=per_second(500_000))]


SIX = Cache("Redis", sharding=Sharding(6))
FOUR = Database("Users", sharding=Sharding(4))
SIZED = Database("Sized store", max_read_rate=per_second(1_000))
ROWS = [
    Row("reads that miss, at 95 of 100 hits", "95+ % fewer", 5_000, "store", "reads", behind(0.95, 100_000)),
    Row("reads that miss, at 99 of 100 hits", "95-99 %", 1_000, "store", "reads", behind(0.99, 100_000)),
    Row("an empty cache", "100 % misses", 100_000, "store", "reads", behind(0, 100_000)),
    Row("usual load of a store behind a cache", "about 100/s", 100, "store", "reads", behind(0.999, 100_000)),
    Row("short links at 99.9 % hits", "99.9 %", 1_000, "store", "reads", behind(0.999, 10**6)),
    Row("what a hierarchy lets through its first layer", "80 %", 200, "l2", "reads", layered(0.8, 0.75, 0.8)),
    Row("through its second", "15 %", 50, "l3", "reads", layered(0.8, 0.75, 0.8)),
    Row(
        "through its third",
        "1 %",
        10,
        "store",
        "reads",
        layered(0.8, 0.75, 0.8),
        "80, 15 and 4 are shares of all reads: each layer answers 80, 75 and 80 of 100 that reach it",
    ),
    Row(
        "the same shares taken of what is left",
        "99 % avoided",
        163.2,
        "store",
        "reads",
        layered(0.8, 0.15, 0.04),
        "of what each layer is asked, 15 and 4 of 100 leave 16.3 %, not 1",
    ),
    Row("an origin behind copies near the users", "90+ %", 100, "api", "requests", near(0.9)),
    Row("copies that have 99 of 100", "99, leaving 1", 10, "api", "requests", near(0.99)),
    Row("a hot key over ten copies", "50,000/s", 50_000, "cache", "hot_key", hot("random")),
    Row("copies that readers choose by who they are", "50,000/s", 50_000, "cache", "hot_key", hot("hash_of_client")),
    Row(
        "copies that readers choose by a hash of the key",
        "50,000/s",
        500_000,
        "cache",
        "hot_key",
        hot("hash_of_key"),
        "a hash of one key is always the same: all readers meet on one copy",
    ),
    Row("a thousand requests joined to one", "1,000 to 1", 1, "store", "reads", each(0.001, 1_000)),
    Row(
        "queries that begin before an entry is there again",
        "100,000",
        5_000,
        "rebuild",
        "in_hand",
        [Calls(APP, Service("Rebuild", task_duration=milliseconds(50)), rate=per_second(100_000))],
        "as many as arrive in the 50 ms that it takes, not all of a second",
    ),
    Row(
        "that stampede on a store for a thousand",
        "sized for 1,000",
        100,
        "sized_store",
        "utilisation",
        [Reads(APP, SIZED, rate=per_second(100_000))],
    ),
    Row("reads of a feed", "100+", 100, "store", "reads", each(100)),
    Row("videos are read a thousand times as often", "1000:1", 100_000, "store", "reads", each(1_000, 100)),
    Row("lookups of a key with its version", "2", 2_000, "store", "reads", each(2, 1_000)),
    Row(
        "six shards",
        "600,000/s",
        100_000,
        "redis",
        "per_shard",
        [Reads(APP, SIX, rate=per_second(600_000))],
        "for each, as long as keys spread evenly",
    ),
    Row("one of four shards", "25 %", 250, "users", "per_shard", [Reads(APP, FOUR, rate=per_second(1_000))]),
    Row(
        "three copies that answer reads",
        "3 x",
        150_000,
        "readers",
        "capacity",
        [Service("Readers", replicas=3, capacity=per_second(50_000))],
    ),
    Row(
        "profiles read a thousand million times a day",
        "billions a day",
        1e9 / 86_400,
        "store",
        "reads",
        [Reads(APP, STORE, rate=per_day(1e9))],
    ),
    Row("a sale", "10 x in seconds", 10_000, "store", "peak_reads", each(10, 100), needs=Requirements(peak_factor=10)),
    Row(
        "ten reads for a write",
        "10:1",
        1_000,
        "store",
        "reads",
        [*each(10, 100), Writes(API, STORE)],
    ),
]
