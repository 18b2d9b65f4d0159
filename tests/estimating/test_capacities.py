import pytest

from archgen import (
    Cache,
    Client,
    Component,
    Consumes,
    ExternalSystem,
    Function,
    Log,
    Publishes,
    Queue,
    Service,
    Sharding,
    Worker,
    per_second,
    seconds,
)
from tests.estimating.numbers import Figure, numbers, shown


@pytest.mark.parametrize(
    ("component", "expected"),
    [
        (Service("X", replicas=3, capacity=per_second(500)), ("1,500/s", "3 replicas × 500/s")),
        (Service("X", capacity=per_second(500)), ("500/s", "1 replica × 500/s")),
        (Service("X", replicas=3), None),
        (Worker("X", replicas=2, concurrency=8, task_duration=seconds(4)), ("4/s", "2 replicas × 8 at once / 4 s")),
        (Worker("X", replicas=2, concurrency=8), None),
        (Worker("X", replicas=2, task_duration=seconds(0)), None),
        (Worker("X", replicas=2, drain_rate=per_second(7)), ("7/s", "stated")),
        (Cache("X", capacity=per_second(100_000), sharding=Sharding(6)), ("600,000/s", "6 nodes × 100,000/s")),
        (Cache("X", capacity=per_second(100_000)), ("100,000/s", "1 node × 100,000/s")),
        (ExternalSystem("X", capacity=per_second(100)), ("100/s", "stated")),
    ],
)
def test_a_capacity_follows_from_what_is_stated(component: Component, expected: Figure | None) -> None:
    assert shown(numbers(component), "x", "capacity") == expected


def test_what_is_counted_as_one_is_said() -> None:
    capacity = numbers(Worker("Resizer", task_duration=seconds(4))).of("resizer", "capacity")
    assert capacity is not None
    assert capacity.derivation.assumptions == (
        "replicas of Resizer is 1, as it is not stated",
        "concurrency of Resizer is 1, as it is not stated",
    )


def test_a_queue_drains_as_fast_as_its_consumers_together() -> None:
    jobs = Queue("Jobs")
    fast = Worker("Fast", replicas=2, concurrency=1, task_duration=seconds(1))
    slow = Worker("Slow", replicas=1, concurrency=1, task_duration=seconds(2))
    derived = numbers(Consumes(fast, jobs), Consumes(slow, jobs))
    assert shown(derived, "jobs", "capacity") == (
        "2.5/s",
        "Fast: 2 replicas × 1 at once / 1 s + Slow: 1 replica × 1 at once / 2 s",
    )


def test_a_queue_with_a_consumer_of_unknown_pace_has_no_capacity() -> None:
    jobs = Queue("Jobs")
    fast = Worker("Fast", replicas=2, concurrency=1, task_duration=seconds(1))
    assert shown(numbers(Consumes(fast, jobs), Consumes(Worker("Slow"), jobs)), "jobs", "capacity") is None


def test_a_log_feeds_no_more_replicas_than_it_has_partitions() -> None:
    log, work = Log("Events", partitions=6), Worker("Work", replicas=9, task_duration=seconds(0.1))
    found = numbers(Publishes(Client("App", devices=1, send_rate=per_second(1)), log), Consumes(work, log))
    assert shown(found, "work", "capacity") == ("60/s", "6 of 9 replicas, one for each partition × 1 at once / 100 ms")


def test_a_worker_that_serves_several_queues_gives_each_its_part_of_the_time() -> None:
    paid, free, work = Queue("Paid"), Queue("Free"), Worker("Work", replicas=10, task_duration=seconds(1))
    found = numbers(Consumes(work, paid, weight=3), Consumes(work, free, weight=1))
    assert shown(found, "paid", "capacity") == ("7.5/s", "Work: 10 replicas × 1 at once / 1 s × 75 % of its time")
    assert shown(found, "free", "capacity") == ("2.5/s", "Work: 10 replicas × 1 at once / 1 s × 25 % of its time")


def test_what_takes_so_many_of_ours_at_once_can_do_no_more() -> None:
    bank = ExternalSystem("Bank", capacity=per_second(100), max_concurrency=20, task_duration=seconds(0.5))
    assert shown(numbers(bank), "bank", "capacity") == ("40/s", "20 of ours at once / 500 ms")


def test_a_function_runs_as_often_at_once_as_is_reserved() -> None:
    resize = Function("Resize", reserved_concurrency=50, task_duration=seconds(2))
    assert shown(numbers(resize), "resize", "capacity") == ("25/s", "50 at once / 2 s")
