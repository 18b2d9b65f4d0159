"""Consumers that compete for the messages of one queue."""

import pytest

from archgen import Client, Connection, Consumes, Publishes, Queue, Requirements, Worker, per_second, seconds
from tests.estimating.numbers import numbers, shown

APP, JOBS = Client("App", devices=40, send_rate=per_second(1)), Queue("Jobs")
SLOW = Worker("Slow", replicas=10, task_duration=seconds(1))
FAST = Worker("Fast", replicas=10, task_duration=seconds(0.25))
WAYS: list[Connection] = [Publishes(APP, JOBS), Consumes(SLOW, JOBS), Consumes(FAST, JOBS)]


def test_who_can_do_more_gets_more_and_all_are_as_full() -> None:
    found = numbers(*WAYS)
    assert shown(found, "fast-consumes-jobs", "rate") == ("32/s", "40/s × 40/s of the 50/s that its consumers can do")
    full = [found.of(one, "utilisation") for one in ("slow", "fast", "jobs")]
    assert [one and round(one.value, 9) for one in full] == [0.8, 0.8, 0.8]


def test_so_they_do_at_peak() -> None:
    found = numbers(*WAYS, requirements=Requirements(peak_factor=1.2))
    assert [(one := found.of(id, "peak_requests")) and one.value for id in ("slow", "fast")] == pytest.approx([9.6, 38.4])


@pytest.mark.parametrize("other", [Worker("Other"), Worker("Other", replicas=10, task_duration=seconds(1))])
def test_they_share_evenly_where_they_can_do_as_much_or_it_is_not_known(other: Worker) -> None:
    found = numbers(Publishes(APP, JOBS), Consumes(SLOW, JOBS), Consumes(other, JOBS))
    assert shown(found, "slow-consumes-jobs", "rate") == ("20/s", "40/s / 2 consumers")


def test_what_one_states_is_taken_off_before() -> None:
    third = Worker("Third")
    found = numbers(*WAYS, Consumes(third, JOBS, rate=per_second(10)))
    assert shown(found, "slow-consumes-jobs", "rate") == (
        "6/s",
        "(40/s - 10/s stated) × 10/s of the 50/s that its consumers can do",
    )
