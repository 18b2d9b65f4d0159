"""Values as people read them, and texts that read back as the same value."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Calls,
    Client,
    Database,
    Group,
    Publishes,
    Queue,
    Rate,
    Reads,
    Requirements,
    Retry,
    Service,
    Size,
    Writes,
    seconds,
)
from archgen.dsl.quantities import parse_duration, parse_size
from archgen.dsl.readable import named, noun, number, readable


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (timedelta(0), "0 s"),
        (timedelta(microseconds=25), "25 us"),
        (timedelta(milliseconds=1500), "1.5 s"),
        (timedelta(milliseconds=5_100), "5.1 s"),
        (timedelta(milliseconds=1_234), "1.234 s"),
        (timedelta(seconds=90, milliseconds=500), "90.5 s"),
        (timedelta(microseconds=2_500), "2.5 ms"),
        (timedelta(microseconds=1_234_567), "1,234.567 ms"),
        (timedelta(seconds=90), "90 s"),
        (timedelta(minutes=5), "5 min"),
        (timedelta(hours=36), "36 h"),
        (timedelta(days=30), "30 d"),
        (Size(0), "0 B"),
        (Size(999), "999 B"),
        (Size(1_500_000), "1.5 MB"),
        (Size(2 * 10**15), "2 PB"),
        (Rate(4000), "4,000/s"),
        (Rate(1 / 3), "20/min"),
        (0.25, "0.25"),
        (12, "12"),
        (True, "yes"),
        (False, "no"),
        (None, "not stated"),
        ("round_robin", "round_robin"),
        ([Rate(1), None], "1/s, not stated"),
        ({"a": 1}, "a: 1"),
        (Group("Edge"), "Edge"),
    ],
)
def test_a_value_is_said_with_its_unit(value: object, text: str) -> None:
    assert readable(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(16666.67, "16,700"), (0.0001, "0.0001"), (1e20, "100,000,000,000,000,000,000"), (float("inf"), "inf"), (-3, "-3")],
)
def test_a_number_has_three_digits_that_count(value: float, text: str) -> None:
    assert number(value) == text


@given(st.integers(0, 3_000_000).map(lambda count: timedelta(milliseconds=count)))
def test_a_readable_duration_reads_back_as_itself(duration: timedelta) -> None:
    assert parse_duration(readable(duration)) == duration


@given(st.integers(0, 999).flatmap(lambda digits: st.sampled_from([1, 10**3, 10**6, 10**9]).map(lambda unit: digits * unit)))
def test_a_readable_size_of_three_digits_reads_back_as_itself(count: int) -> None:
    assert parse_size(readable(Size(count))) == count


def test_parts_are_named_as_in_a_sentence() -> None:
    call = Calls(Client("App"), Service("API"), retry=Retry(3, initial=seconds(1)))
    assert [named(part) for part in (call.source, call, Requirements(regions=2), call.retry or call, Retry())] == [
        "App",
        "App calls API",
        "requirements",
        "retry (attempts 3, initial 1 s)",
        "retry",
    ]


def test_where_a_noun_has_to_stand_a_connection_is_one() -> None:
    api, store = Service("API"), Database("Store")
    connections = (Calls(Client("App"), api), Reads(api, store), Writes(api, store), Publishes(api, Queue("Jobs")))
    assert [noun(part) for part in (api, *connections)] == [
        "API",
        "the calls from App to API",
        "the reads of Store by API",
        "the writes of API to Store",
        "the messages from API to Jobs",
    ]
