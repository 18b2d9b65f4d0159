"""What stores and brokers hold."""

from archgen import (
    Client,
    Database,
    Entity,
    Log,
    Publishes,
    Requirements,
    Service,
    Sharding,
    Writes,
    days,
    gigabytes,
    kilobytes,
    per_second,
    terabytes,
)
from tests.estimating.numbers import numbers, shown


def test_what_is_held_is_what_is_stated_of_it() -> None:
    users, posts = Entity("Users", items=50_000_000, item_size=kilobytes(1)), Entity("Posts", size=gigabytes(250))
    store = Database("Store", holds=[users, posts], replicas=3)
    assert shown(numbers(store), "store", "storage") == ("900 GB", "(50 GB + 250 GB) × 3 copies")


def test_what_is_kept_for_a_time_is_what_comes_in_that_time() -> None:
    clicks = Entity("Clicks", growth_per_day=gigabytes(10), retention=days(30))
    derived = numbers(Database("Store", holds=[clicks]))
    assert shown(derived, "store", "storage_growth") == ("10 GB", "10 GB")
    assert shown(derived, "store", "storage") == ("300 GB", "10 GB a day × 30 d")


def test_the_writes_of_a_store_add_what_alone_it_holds() -> None:
    store = Database("Store", holds=[Entity("Messages", item_size=kilobytes(1))])
    needs = Requirements(write_rate=per_second(1_000), retention=days(365))
    derived = numbers(Writes(Client("App"), store), requirements=needs)
    assert shown(derived, "store", "storage_growth") == ("86.4 GB", "86.4 GB")
    kept = derived.of("store", "storage")
    assert kept is not None
    assert (str(kept), kept.assumptions) == ("31.5 TB", ("every write to Store adds an item to Messages",))


def test_what_is_deleted_adds_nothing_and_what_says_how_much_it_brings_adds_that() -> None:
    chunks = Entity("Chunks", item_size=kilobytes(4))
    store, app = Database("Store", holds=[chunks]), Service("App")
    adds = Writes(app, store, rate=per_second(100), payload=kilobytes(1), data=[chunks])
    lists = Writes(app, store, rate=per_second(5), payload=kilobytes(50))
    clears = Writes(app, store, rate=per_second(90), operation_kind="delete")
    assert shown(numbers(adds, lists, clears), "store", "storage_growth") == ("8.64 GB", "8.64 GB")


def test_what_is_not_known_of_one_thing_makes_the_sum_a_lower_bound() -> None:
    store = Database("Store", holds=[Entity("Known", size=gigabytes(1)), Entity("Unknown")])
    assert shown(numbers(store), "store", "storage") == ("at least 1 GB", "1 GB")
    assert shown(numbers(Database("Store", stored=gigabytes(7), holds=[Entity("Unknown")])), "store", "storage") == (
        "7 GB",
        "7 GB",
    )


def test_a_node_holds_its_shard() -> None:
    store = Database("Store", stored=terabytes(8), sharding=Sharding(4), disk_size=terabytes(4), replicas=2)
    assert shown(numbers(store), "store", "disk_used") == ("0.5", "8 TB / 4 shards / 4 TB")


def test_a_broker_keeps_what_comes_while_it_is_kept() -> None:
    log = Log("Events", retention=days(1), replicas=3)
    derived = numbers(Publishes(Service("API"), log, rate=per_second(1_000), payload=kilobytes(1)))
    assert shown(derived, "events", "storage") == ("259 GB", "1 MB/s × 1 d × 3 copies")
