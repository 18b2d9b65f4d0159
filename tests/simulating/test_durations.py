"""Servers and times from what components state."""

import pytest

from archgen import Cache, Component, Database, ExternalSystem, LoadBalancer, Service, Worker, milliseconds, per_second, seconds
from archgen.simulating.durations import server_times, staffed
from archgen.simulating.plan import Times


@pytest.mark.parametrize(
    ("component", "servers", "mean", "holds"),
    [
        (Service("A", replicas=2, concurrency=4, task_duration=seconds(0.5)), 8, 0.5, True),
        (Service("A", replicas=2, concurrency=4, capacity=per_second(40)), 8, 0.1, True),
        (Service("A", replicas=2, capacity=per_second(40)), 2, 0.025, False),
        (Service("A", replicas=2, capacity=per_second(40), task_duration=seconds(0.1)), 8, 0.1, False),
        (Service("A", capacity=per_second(40), task_duration=milliseconds(1)), 1, 0.025, False),
        (Service("A", replicas=2, task_duration=seconds(0.1)), None, 0.1, True),
        (Worker("A", replicas=2, task_duration=seconds(0.1)), 2, 0.1, True),
        (Worker("A", drain_rate=per_second(50)), 1, 0.02, True),
        (ExternalSystem("A", max_concurrency=3, task_duration=seconds(1)), 3, 1.0, True),
        (ExternalSystem("A", capacity=per_second(30), task_duration=seconds(1)), 30, 1.0, True),
        (ExternalSystem("A", task_duration=seconds(1)), None, 1.0, True),
        (Database("A", max_read_rate=per_second(1000), latency=milliseconds(5)), 5, 0.005, True),
        (Database("A", latency=milliseconds(5)), None, 0.005, True),
        (Cache("A", hit_latency=milliseconds(1)), None, 0.001, True),
    ],
)
def test_servers_and_times_follow_from_what_is_stated(
    component: Component, servers: int | None, mean: float, holds: bool
) -> None:
    found = staffed(component, reads=True)
    assert found is not None
    assert (found.servers, found.holds) == (servers, holds)
    assert found.times.mean == pytest.approx(mean)


def test_writes_find_servers_of_their_own() -> None:
    store = Database("A", max_read_rate=per_second(1000), max_write_rate=per_second(10))
    rates = [found.servers / found.times.mean for reads in (True, False) if (found := staffed(store, reads)) and found.servers]
    assert rates == [pytest.approx(1000), pytest.approx(10)]


@pytest.mark.parametrize(
    "component", [Service("A", replicas=3), Database("A"), LoadBalancer("A"), ExternalSystem("A"), Cache("A")]
)
def test_nothing_is_guessed_where_nothing_is_stated(component: Component) -> None:
    assert staffed(component, reads=True) is None


def test_what_had_to_be_assumed_is_said() -> None:
    found = staffed(Worker("Packer", task_duration=seconds(1)), reads=False)
    assert found is not None
    assert found.assumed == (
        "Packer counts as one, as replicas is not stated",
        "concurrency of Packer is 1, as it is not stated",
    )


@pytest.mark.parametrize(
    ("stated", "times"),
    [
        ({}, Times(1.0)),
        ({"task_duration_p99": seconds(1)}, Times(1.0, "constant")),
        ({"task_duration_min": seconds(0.4)}, Times(1.0, least=0.4)),
        ({"task_duration_max": seconds(4)}, Times(1.0, "beta", most=4.0)),
        ({"task_duration_min": seconds(0.4), "task_duration_max": seconds(4)}, Times(1.0, "beta", least=0.4, most=4.0)),
        ({"task_duration_min": seconds(1), "task_duration_max": seconds(1)}, Times(1.0, "constant")),
    ],
)
def test_times_are_spread_as_is_stated(stated: dict[str, object], times: Times) -> None:
    assert server_times(Service("A", task_duration=seconds(1), **stated)) == times  # type: ignore[arg-type]


def test_a_slowest_hundredth_makes_a_log_normal() -> None:
    found = server_times(Service("A", task_duration=seconds(1), task_duration_p99=seconds(3)))
    assert found is not None
    assert (found.form, round(found.spread, 4)) == ("lognormal", 0.5334)
