"""What disks and memory can do."""

from archgen import (
    Cache,
    Client,
    Database,
    Index,
    Sharding,
    Table,
    WideColumnDatabase,
    Writes,
    gigabytes,
    kilobytes,
    megabytes,
    per_second,
)
from tests.estimating.numbers import numbers, shown

APP = Client("App", devices=100, send_rate=per_second(1))
NOTE = Table("Note", indexes=[Index(["author"]), Index(["day"])])


def test_every_write_counts_with_its_indexes_on_every_node() -> None:
    store = Database("Store", holds=[NOTE], replicas=2, sharding=Sharding(3), disk_iops=per_second(1_000))
    assert shown(numbers(Writes(APP, store)), "store", "disk_iops_used") == ("0.1", "600/s / (6 nodes × 1,000/s)")


def test_a_byte_is_written_as_often_as_the_engine_does() -> None:
    store = WideColumnDatabase("Store", replicas=3, write_amplification=10, disk_bandwidth=megabytes(10))
    found = numbers(Writes(APP, store, payload=kilobytes(1)))
    assert shown(found, "store", "disk_bandwidth") == ("3 MB/s", "100 kB/s × 10 times written × 3 copies")
    assert shown(found, "store", "disk_bandwidth_used") == ("0.1", "3 MB/s / (3 nodes × 10 MB/s)")


def test_what_is_read_often_should_fit_into_memory() -> None:
    cache = Cache("Cache", nodes=4, memory=gigabytes(10), hot_set=gigabytes(30))
    assert shown(numbers(cache), "cache", "memory_used") == ("0.75", "30 GB read often / (4 × 10 GB)")
