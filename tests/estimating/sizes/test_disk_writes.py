"""Rows and indexes."""

from archgen import Client, Database, Index, Table, Writes, per_second
from tests.estimating.numbers import numbers, shown

INDEXES = [Index([name]) for name in ("a", "b", "c", "d", "e")]
APP = Client("App")


def test_each_index_makes_one_more_write_of_every_row() -> None:
    store = Database("Store", holds=[Table("Orders", indexes=INDEXES)])
    assert shown(numbers(Writes(APP, store, rate=per_second(100))), "store", "disk_writes") == (
        "600/s",
        "100/s × (1 row + 5 indexes)",
    )
    derived = numbers(Writes(APP, store, rate=per_second(100), rows=2))
    written = derived.of("store", "disk_writes")
    assert written is not None
    assert [one.derivation.formula for one in written.derivation.inputs] == ["100/s × (1 row + 5 indexes) × 2 rows"]


def test_every_copy_is_written_too() -> None:
    store = Database("Store", replicas=3)
    write = Writes(APP, store, rate=per_second(100), data=[Table("Orders", indexes=INDEXES[:1]), Table("Lines", indexes=[])])
    assert shown(numbers(write), "store", "disk_writes") == ("900/s", "100/s × (2 rows + 1 index) × 3 copies")


def test_of_tables_that_say_nothing_of_indexes_nothing_is_known() -> None:
    store = Database("Store", holds=[Table("Orders")])
    assert shown(numbers(Writes(APP, store, rate=per_second(100))), "store", "disk_writes") is None


def test_a_write_of_unknown_tables_makes_the_sum_a_lower_bound() -> None:
    store = Database("Store")
    one, two = (
        Writes(APP, store, id=name, rate=per_second(10), data=data) for name, data in (("a", [Table("T", indexes=[])]), ("b", []))
    )
    assert shown(numbers(one, two), "store", "disk_writes") == ("at least 10/s", "10/s")
