"""Messages that are handed out again."""

import pytest

from archgen import Client, Consumes, Publishes, Queue, Worker, per_second, seconds
from tests.estimating.numbers import numbers, shown

APP = Client("App", devices=100, send_rate=per_second(1))
WORK = Worker("Work", replicas=300, task_duration=seconds(1), task_duration_p99=seconds(30))


def test_what_takes_longer_than_the_queue_waits_is_handed_out_again() -> None:
    jobs = Queue("Jobs", visibility_timeout=seconds(30))
    found = numbers(Publishes(APP, jobs), Consumes(WORK, jobs)).of("jobs", "redelivered")
    assert found
    assert found.value == pytest.approx(1, rel=0.2)
    assert found.derivation.assumptions == ("Work does not ask for more time while it works",)


def test_what_prolongs_its_hold_is_left_alone_until_it_is_done() -> None:
    jobs = Queue("Jobs", visibility_timeout=seconds(30))
    work = Worker("Work", replicas=300, task_duration=seconds(1), task_duration_p99=seconds(30), heartbeat=True)
    assert numbers(Publishes(APP, jobs), Consumes(work, jobs)).of("jobs", "redelivered") is None


def test_where_it_is_said_not_to_nothing_is_assumed() -> None:
    jobs = Queue("Jobs", visibility_timeout=seconds(30))
    work = Worker("Work", replicas=300, task_duration=seconds(1), task_duration_p99=seconds(30), heartbeat=False)
    found = numbers(Publishes(APP, jobs), Consumes(work, jobs)).of("jobs", "redelivered")
    assert found
    assert found.derivation.assumptions == ()


def test_what_is_always_done_in_time_is_not() -> None:
    jobs = Queue("Jobs", visibility_timeout=seconds(3_000))
    assert numbers(Publishes(APP, jobs), Consumes(WORK, jobs)).of("jobs", "redelivered") is None


def test_what_nobody_confirms_is_put_aside_after_all_its_deliveries() -> None:
    jobs = Queue("Jobs", visibility_timeout=seconds(30), max_receives=3, retry_delay=seconds(10))
    found = numbers(Publishes(APP, jobs), Consumes(WORK, jobs))
    assert shown(found, "jobs", "time_to_dead_letter") == ("110 s", "3 × 30 s + 2 pauses of 10 s")
