"""Quantities as texts that are read as the very same value."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import Rate, Size
from archgen.dsl.quantities import LIMIT, LONGEST, parse_count, parse_duration, parse_rate, parse_size
from archgen.model.yaml_quantity import written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (timedelta(0), "0s"),
        (timedelta(seconds=90), "90s"),
        (timedelta(minutes=15), "15min"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=30), "30 days"),
        (timedelta(seconds=123456, microseconds=789001), 123456.789001),
        (Size(0), 0),
        (Size(2_000_000_000), "2GB"),
        (Size(65_536), "64KiB"),
        (Size(12_345), 12_345),
        (Rate(0), "0/s"),
        (Rate(1500), "1.5k/s"),
        (Rate(2000 / 60), "2k/min"),
        (Rate(0.1234567), "0.1234567/s"),
        (Rate(1 / 7), 1 / 7),
        (Rate(1e17), "100000000G/s"),
        (200_000, "200k"),
        (12_000, "12k"),
        (1500, 1500),
        (1_234_567, 1_234_567),
        (0.999, 0.999),
        (3.0, 3),
    ],
)
def test_a_quantity_is_written_as_a_person_would(value: timedelta | float | Rate | Size, text: object) -> None:
    assert (written(value), type(written(value))) == (text, type(text))


@given(st.timedeltas(timedelta(0), LONGEST) | st.integers(0, 10**6).map(lambda number: timedelta(seconds=number / 4)))
def test_a_duration_is_read_as_it_was(value: timedelta) -> None:
    text = written(value)
    assert parse_duration(text) == value if isinstance(text, str) else text == value.total_seconds()


@given(st.floats(0, 1e17) | st.integers(0, 10**6).map(lambda number: number / 60))
def test_a_rate_is_read_as_it_was(value: float) -> None:
    assert parse_rate(written(Rate(value))) == value


@given(st.integers(0, LIMIT - 1) | st.integers(0, 10**6).map(lambda number: number * 1000))
def test_a_size_and_a_count_are_read_as_they_were(value: int) -> None:
    assert parse_size(written(Size(value))) == value
    assert parse_count(written(value)) == value
