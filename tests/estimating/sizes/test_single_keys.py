"""The busiest key and the busiest shard."""

from archgen import Cache, Client, Counter, Database, Entity, KeyFanout, Reads, Sharding, Writes, per_second
from tests.estimating.numbers import numbers, shown

APP = Client("App")


def test_copies_share_the_reads_of_a_hot_key() -> None:
    cache = Cache("Cache", fanout=KeyFanout(10, chosen="random"), max_key_rate=per_second(100_000))
    derived = numbers(Reads(APP, cache, hot_key_rate=per_second(500_000)))
    assert shown(derived, "cache", "hot_key") == ("50,000/s", "500,000/s / 10 copies")
    assert shown(derived, "cache", "hot_key_used") == ("0.5", "50,000/s / 100,000/s")


def test_a_hash_of_the_key_sends_all_readers_to_one_copy() -> None:
    cache = Cache("Cache", fanout=KeyFanout(10, chosen="hash_of_key"))
    hot = numbers(Reads(APP, cache, hot_key_rate=per_second(500_000))).of("cache", "hot_key")
    assert hot is not None
    assert (str(hot), hot.name) == ("500,000/s", "on the busiest copy of the busiest key")


def test_keys_that_a_number_is_split_over_share_its_changes() -> None:
    likes = Counter("Likes", splits=4)
    assert shown(numbers(Writes(APP, likes, hot_key_rate=per_second(100_000))), "likes", "hot_key") == (
        "25,000/s",
        "100,000/s / 4 keys",
    )


def test_the_hottest_of_what_is_held_counts_where_connections_say_nothing() -> None:
    store = Database("Store", holds=[Entity("A", hot_key_rate=per_second(5)), Entity("B", hot_key_rate=per_second(9))])
    assert shown(numbers(store), "store", "hot_key") == ("9/s", "stated")


def test_shards_share_evenly_unless_they_say_otherwise() -> None:
    even, uneven = Database("Even", sharding=Sharding(10)), Database("Uneven", sharding=Sharding(4, shares=[0.1, 0.2, 0.3, 0.4]))
    derived = numbers(Writes(APP, even, rate=per_second(10_000)), Writes(APP, uneven, rate=per_second(2_500)))
    assert shown(derived, "even", "per_shard") == ("1,000/s", "10,000/s / 10 shards")
    assert shown(derived, "uneven", "per_shard") == ("1,000/s", "2,500/s × 40 %")
    assert shown(numbers(Database("Idle", sharding=Sharding(4))), "idle", "per_shard") is None
