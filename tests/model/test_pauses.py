"""Pauses between attempts grow as is stated, up to what is stated."""

from datetime import timedelta
from itertools import islice

import pytest

from archgen import Retry, days, minutes, seconds
from archgen.model.pauses import all_pauses, last_pause, pauses


@pytest.mark.parametrize(
    ("retry", "expected"),
    [
        (Retry(5), [2, 2, 2, 2]),
        (Retry(5, backoff="fixed"), [2, 2, 2, 2]),
        (Retry(5, backoff="none"), [0, 0, 0, 0]),
        (Retry(5, backoff="linear"), [2, 4, 6, 8]),
        (Retry(5, backoff="exponential"), [2, 4, 8, 16]),
        (Retry(5, backoff="exponential", multiplier=3), [2, 6, 18, 54]),
        (Retry(5, backoff="exponential", max_interval=seconds(5)), [2, 4, 5, 5]),
    ],
)
def test_each_pause_follows_from_the_one_before(retry: Retry, expected: list[int]) -> None:
    assert list(islice(pauses(retry, seconds(2)), 4)) == [seconds(one) for one in expected]
    assert last_pause(retry, seconds(2), 4) == seconds(expected[-1])
    assert all_pauses(retry, seconds(2), 4) == seconds(sum(expected))


def test_no_attempt_but_the_first_means_no_pause() -> None:
    assert last_pause(Retry(1), seconds(2), 0) == all_pauses(Retry(1), seconds(2), 0) == timedelta(0)


def test_very_many_pauses_are_as_long_as_the_last_and_no_more_than_a_year() -> None:
    fixed = Retry(5_001, backoff="fixed")
    assert all_pauses(fixed, seconds(1), 5_000) == seconds(5_000)
    assert last_pause(fixed, minutes(1), 1_000_000_000) == minutes(1)
    endless = Retry(100_000, backoff="exponential")
    assert last_pause(endless, seconds(1), 99_999) == all_pauses(endless, seconds(1), 99_999) == days(365)
