"""The units that quantities are best written in."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.dsl.quantities import LIMIT, LONGEST, Rate, Size
from archgen.dsl.units import measures


def best(value: timedelta | Rate | Size) -> str:
    return next((f"{one.number} {one.unit}" for one in measures(value)), "none")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (timedelta(0), "0 s"),
        (timedelta(microseconds=50), "50 us"),
        (timedelta(microseconds=1500), "1.5 ms"),
        (timedelta(milliseconds=250), "250 ms"),
        (timedelta(seconds=1.5), "1.5 s"),
        (timedelta(seconds=90), "90 s"),
        (timedelta(minutes=90), "90 min"),
        (timedelta(hours=36), "36 h"),
        (timedelta(days=30), "30 day"),
    ],
)
def test_a_duration_is_a_whole_number_of_the_largest_unit_or_a_part_of_a_second(value: timedelta, written: str) -> None:
    assert best(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "none"), (512, "512 B"), (1500, "1.5 kB"), (65_536, "64 KiB"), (2_000_000_000, "2 GB"), (12_345, "none")],
)
def test_a_size_has_few_decimals_or_is_a_whole_binary_number(value: int, written: str) -> None:
    assert best(Size(value)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0 s"), (4000, "4000 s"), (1.5, "1.5 s"), (0.5, "30 min"), (90 / 3600, "90 h"), (1 / 86_400, "1 day")],
)
def test_a_rate_below_one_a_second_is_a_whole_number_in_a_longer_period(value: float, written: str) -> None:
    assert best(Rate(value)) == written


@given(st.timedeltas(timedelta(0), LONGEST))
def test_a_duration_can_always_be_written_to_the_microsecond(value: timedelta) -> None:
    *_, last = measures(value)
    assert (int(last.number), last.unit) == (value // timedelta(microseconds=1), "us")


@given(st.integers(0, LIMIT - 1))
def test_a_size_is_given_exactly_or_not_at_all(value: int) -> None:
    units = {"B": 1, "kB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "PB": 10**15}
    units |= {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40, "PiB": 2**50}
    assert {Fraction(one.number) * units[one.unit] for one in measures(Size(value))} <= {value}
