"""Storage from year to year."""

import math

import pytest

from archgen import Client, Database, Entity, Requirements, Table, Writes, days, gigabytes, kilobytes, per_second
from archgen.model.estimate import Estimate, Measure
from tests.estimating.numbers import numbers, shown

NOTE = Table("Note", item_size=kilobytes(1), items=86_400_000)
APP = Client("App", devices=100, send_rate=per_second(1))
DAY = 8.64e9  # bytes that are added


def grown(store: Database, growth: float | None = None) -> Estimate:
    return numbers(Writes(APP, store), requirements=Requirements(growth=growth))


def value(found: Estimate, measure: Measure) -> float:
    quantity = found.of("store", measure)
    assert quantity
    return quantity.value


def test_what_is_added_every_day_adds_up() -> None:
    found = grown(Database("Store", holds=[NOTE], replicas=3))
    assert value(found, "storage_in_1_year") == pytest.approx(3 * (86.4e9 + 365 * DAY))
    assert value(found, "storage_in_3_years") == pytest.approx(3 * (86.4e9 + 3 * 365 * DAY))


def test_a_load_that_doubles_each_year_adds_twice_as_much_at_its_end_as_at_its_beginning() -> None:
    found = grown(Database("Store", holds=[NOTE]), growth=2)
    assert value(found, "storage_in_1_year") == pytest.approx(86.4e9 + 365 * DAY / math.log(2))


def test_what_is_removed_after_a_time_leaves_what_was_added_in_it() -> None:
    found = grown(Database("Store", holds=[NOTE], retention=days(30)), growth=2)
    assert shown(found, "store", "storage_in_1_year") == ("518 GB", "8.64 GB a day × 30 d kept × 2^1 growth")
    assert found.of("store", "disk_full_in") is None


def test_each_thing_is_kept_for_its_own_time() -> None:
    clicks = Entity("Clicks", growth_per_day=gigabytes(1), retention=days(90))
    views = Entity("Views", growth_per_day=gigabytes(10), retention=days(10))
    found = numbers(Database("Store", holds=[clicks, views]), requirements=Requirements(growth=2))
    assert shown(found, "store", "storage_in_1_year") == (
        "380 GB",
        "(1 GB a day × 90 d + 10 GB a day × 10 d) kept × 2^1 growth",
    )


def test_disks_are_full_when_there_is_no_more_room() -> None:
    even = grown(Database("Store", holds=[NOTE], disk_size=gigabytes(950.4)))
    assert value(even, "disk_full_in") == pytest.approx(100)
    sooner = grown(Database("Store", holds=[NOTE], disk_size=gigabytes(950.4)), growth=10)
    assert value(sooner, "disk_full_in") < value(even, "disk_full_in")


def test_full_disks_are_full_now() -> None:
    assert value(grown(Database("Store", holds=[NOTE], disk_size=gigabytes(5))), "disk_full_in") == 0
