"""Durations, sizes, rates and counts: what they are read from, and what is refused."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Rate,
    Size,
    days,
    gigabytes,
    hours,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_minute,
    per_second,
    seconds,
)
from archgen.dsl.quantities import LIMIT, parse_count, parse_duration, parse_rate, parse_share, parse_size

PARSERS = (parse_duration, parse_size, parse_rate, parse_count)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("500ms", timedelta(milliseconds=500)),
        ("25 us", timedelta(microseconds=25)),
        ("1.5s", timedelta(seconds=1.5)),
        ("15 min", timedelta(minutes=15)),
        ("5m", timedelta(minutes=5)),
        ("2 hours", timedelta(hours=2)),
        ("90 days", timedelta(days=90)),
        ("2 weeks", timedelta(weeks=2)),
        ("1,000", timedelta(seconds=1000)),
        (" 30 ", timedelta(seconds=30)),
        (0.5, timedelta(milliseconds=500)),
        (0, timedelta(0)),
        (timedelta(hours=1), timedelta(hours=1)),
    ],
)
def test_a_duration_is_read_from_a_text_or_a_number_of_seconds(text: object, duration: timedelta) -> None:
    assert parse_duration(text) == duration


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("2GB", 2_000_000_000),
        ("512 kB", 512_000),
        ("512 KiB", 524_288),
        ("1.5MiB", 1_572_864),
        ("10", 10),
        (10, 10),
        ("1P", 10**15),
    ],
)
def test_a_size_is_read_from_a_text_or_a_number_of_bytes(text: object, size: int) -> None:
    assert parse_size(text) == size
    assert isinstance(parse_size(text), Size)


@pytest.mark.parametrize(
    ("text", "rate"),
    [("4k/s", 4000.0), ("30/min", 0.5), ("1.5M / hour", 1_500_000 / 3600), ("86400/day", 1.0), ("7", 7.0), (7, 7.0)],
)
def test_a_rate_is_read_from_a_text_or_a_number_a_second(text: object, rate: float) -> None:
    assert parse_rate(text) == rate
    assert isinstance(parse_rate(text), Rate)


@pytest.mark.parametrize(
    ("text", "count"), [("200k", 200_000), ("1.5M", 1_500_000), ("12", 12), ("1_000", 1000), ("0.5", 0.5), ("1.001k", 1001)]
)
def test_a_count_is_read_from_a_text(text: str, count: float) -> None:
    assert parse_count(text) == count


def test_a_count_leaves_what_is_no_text_to_be_checked_by_its_type() -> None:
    assert parse_count(12) == 12
    assert parse_count(1.5) == 1.5
    assert parse_count(None) is None


@pytest.mark.parametrize(
    "text", ["", "soon", "-5s", "5 fortnights", "1e3", "1.2.3s", "s", "²s", None, True, [5], -1, float("nan")]
)
def test_what_is_no_duration_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="duration"):
        parse_duration(text)


@pytest.mark.parametrize("value", [timedelta(days=365_000_001), 1e14, float("inf"), "9999999999 days", "9" * 400])
def test_a_duration_beyond_a_million_years_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"^a duration of over a million years is not supported$"):
        parse_duration(value)


@pytest.mark.parametrize("text", ["", "2 GiBi", "2iB", "two", 2.5, True, None])
def test_what_is_no_size_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match=r"^a size reads "):
        parse_size(text)


@pytest.mark.parametrize("text", ["", "4k/fortnight", "4/ s s", True, None, float("nan")])
def test_what_is_no_rate_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match=r"^a rate reads "):
        parse_rate(text)


@pytest.mark.parametrize("sort", ["duration", "size", "rate"])
@pytest.mark.parametrize("text", ["-2", -1])
def test_what_is_below_nothing_is_said_to_be(sort: str, text: object) -> None:
    parse = {"duration": parse_duration, "size": parse_size, "rate": parse_rate}[sort]
    with pytest.raises(ValueError, match=f"^a {sort} cannot be negative$"):
        parse(text)


def test_a_share_that_was_meant_as_percent_is_offered_as_such() -> None:
    with pytest.raises(ValueError, match=r'; write "99\.9%" for 99\.9 of a hundred$'):
        parse_share(99.9)
    with pytest.raises(ValueError, match=r"from 0 to 1$"):
        parse_share("120%")


@pytest.mark.parametrize("text", ["", "many", "-5", "5 kk", True])
def test_what_is_no_count_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match=r"^a count reads "):
        parse_count(text)


@pytest.mark.parametrize(
    ("parse", "other"),
    [
        (parse_duration, kilobytes(4)),
        (parse_duration, per_second(4)),
        (parse_size, seconds(4)),
        (parse_size, per_second(4)),
        (parse_rate, seconds(4)),
        (parse_rate, kilobytes(4)),
        (parse_count, kilobytes(4)),
        (parse_count, per_second(4)),
        (parse_share, kilobytes(0)),
        (parse_share, per_second(0.5)),
    ],
)
def test_a_number_of_another_unit_is_refused(parse: Callable[[object], object], other: object) -> None:
    with pytest.raises(ValueError, match=r"^a (duration|size|rate|count|share) reads "):
        parse(other)


@pytest.mark.parametrize("parse", [parse_size, parse_rate, parse_count])
@pytest.mark.parametrize("text", ["1" + "0" * 18, "9" * 400, "1,000,000,000G"])
def test_a_number_that_no_sum_could_hold_is_refused(parse: Callable[[object], object], text: str) -> None:
    with pytest.raises(ValueError, match=r"^a number of over 18 digits is not supported$"):
        parse(text)


@pytest.mark.parametrize("parse", PARSERS)
@given(text=st.text(alphabet="0123456789.,_kKMGTPiB/smhd \n²-+e", max_size=20))
def test_any_text_is_read_or_refused(parse: Callable[[object], object], text: str) -> None:
    with suppress(ValueError):
        parse(text)


@given(st.integers(0, LIMIT - 1))
def test_a_plain_number_of_bytes_is_that_number(count: int) -> None:
    assert parse_size(count) == count


def test_units_are_multiples_of_the_base_unit() -> None:
    assert [milliseconds(1500), seconds(90), minutes(2), hours(3), days(4)] == [
        timedelta(seconds=1.5),
        timedelta(seconds=90),
        timedelta(seconds=120),
        timedelta(seconds=10_800),
        timedelta(seconds=345_600),
    ]
    assert [kilobytes(2), megabytes(2), gigabytes(2.5)] == [2000, 2_000_000, 2_500_000_000]
    assert [per_second(4), per_minute(30)] == [4.0, 0.5]


@pytest.mark.parametrize("parse", [parse_duration, parse_size, parse_rate, parse_count])
@pytest.mark.parametrize("text", ["0,5", "1,00", "1,0000", "12,34,567", ",5"])
def test_a_comma_stands_between_thousands_and_nowhere_else(parse: Callable[[object], object], text: str) -> None:
    with pytest.raises(ValueError, match="reads"):
        parse(text)
