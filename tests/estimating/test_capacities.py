import pytest

from archgen import Cache, Component, Consumes, ExternalSystem, Queue, Service, Sharding, Worker, per_second, seconds
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
