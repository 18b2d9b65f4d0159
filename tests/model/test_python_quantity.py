"""Quantities as the calls that make them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archgen
from archgen import Rate, Size, per_minute
from archgen.dsl.quantities import LIMIT, LONGEST
from archgen.model.python_quantity import making

NAMES = {**{name: getattr(archgen, name) for name in archgen.__all__}, "timedelta": timedelta}


def called(value: timedelta | float | Rate | Size) -> str:
    made = making(value)
    given = f"{made.keyword}={made.number}" if made.keyword else made.number
    return f"{made.function}({given})" if made.function else given


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (timedelta(0), "seconds(0)"),
        (timedelta(minutes=15), "minutes(15)"),
        (timedelta(days=90), "days(90)"),
        (timedelta(seconds=1.5), "seconds(1.5)"),
        (timedelta(microseconds=50), "timedelta(microseconds=50)"),
        (Size(1000), "kilobytes(1)"),
        (Size(1_500_000), "megabytes(1.5)"),
        (Size(65_536), "Size(65_536)"),
        (Size(12), "Size(12)"),
        (Rate(4000), "per_second(4_000)"),
        (per_minute(2000), "per_minute(2_000)"),
        (Rate(1 / 7), "per_second(0.14285714285714285)"),
        (140_000, "140_000"),
        (0.25, "0.25"),
        (3.0, "3"),
    ],
)
def test_a_quantity_is_written_as_a_person_would(value: timedelta | float | Rate | Size, written: str) -> None:
    assert called(value) == written


@given(
    st.timedeltas(timedelta(0), LONGEST)
    | st.floats(0, 1e17).map(Rate)
    | st.integers(0, 10**6).map(lambda number: Rate(number / 60))
    | st.integers(0, LIMIT - 1).map(Size)
    | st.integers(0, LIMIT - 1)
)
def test_a_quantity_is_exactly_what_it_was(value: timedelta | float | Rate | Size) -> None:
    made = eval(called(value), NAMES)
    assert (made, type(made)) == (value, type(value))
