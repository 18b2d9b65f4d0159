import pytest

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Log,
    Publishes,
    Queue,
    RateLimit,
    Requirements,
    Service,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.plugin import Severity
from tests.rules.checked import checked, finding


def search(rate: int, *, factor: float | None = 3, limit: RateLimit | None = None) -> Design:
    """Two replicas that serve 200 a second together."""
    service = Service("Search", replicas=2, capacity=per_second(100))
    call = Calls(Client("App"), service, rate=per_second(rate), rate_limit=limit)
    return Design("Search", [call], requirements=Requirements(peak_factor=factor))


@pytest.mark.parametrize(
    ("rate", "factor", "severity"),
    [(200, None, None), (201, None, Severity.ERROR), (66, 3, None), (67, 3, Severity.WARNING), (201, 3, Severity.ERROR)],
)
def test_what_is_too_much_on_average_is_worse_than_at_the_peak(
    rate: int, factor: float | None, severity: Severity | None
) -> None:
    found = [one for one in checked(search(rate, factor=factor)) if one.code == "AR062"]
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_both_numbers_and_how_many_would_do_are_told() -> None:
    found = finding(search(100), "AR062")
    assert found.message == "300 requests a second come to Search in the busiest time, and it can take 200"
    assert found.fix == "run 5 replicas of Search, or state what is turned away"


def test_a_limit_ends_a_peak_but_no_average() -> None:
    limit = RateLimit(per_second(150))
    assert "AR062" not in [one.code for one in checked(search(100, limit=limit))]


def test_what_is_asked_beside_taking_from_a_queue_is_held_to_its_capacity() -> None:
    queue, both = Queue("Jobs", dead_letter=Queue("Failed")), Service("Dispatch", replicas=1, capacity=per_second(100))
    parts = [Calls(Client("App"), both, rate=per_second(150)), Publishes(Service("API"), queue, rate=per_second(1))]
    assert finding(Design("Dispatch", [*parts, Consumes(both, queue)]), "AR062").severity is Severity.ERROR


def test_what_reads_a_log_more_slowly_than_it_grows_never_catches_up() -> None:
    readings, rollup = Log("Readings", partitions=4), Worker("Rollup", replicas=4, concurrency=1, task_duration=seconds(1))
    parts = [Publishes(Service("Intake"), readings, rate=per_second(10)), Consumes(rollup, readings)]
    found = finding(Design("Readings", parts), "AR062")
    assert found.message == "10 requests a second come to Rollup on average, and it can take 4"
    assert found.fix == "give Readings more partitions and run as many replicas of Rollup, or let each do more at once"
    assert "Readings: partitions = 4" in found.because


@pytest.mark.parametrize(
    ("partitions", "replicas", "each", "fix"),
    [
        (3, 8, None, "give Readings more partitions and run as many replicas of Rollup, or let each do more at once"),
        (4, None, None, "run more replicas of Rollup, or let each do more at once"),
        (8, 4, None, "run more replicas of Rollup, or let each do more at once"),
        (None, 4, None, "run more replicas of Rollup, or let each do more at once"),
        (8, 4, 1, "give Readings 17 partitions and run as many replicas of Rollup, or let each do more at once"),
        (20, 4, 1, "run 17 replicas of Rollup, or state what is turned away"),
    ],
)
def test_more_replicas_need_a_partition_each(partitions: int | None, replicas: int | None, each: int | None, fix: str) -> None:
    readings, capacity = Log("Readings", partitions=partitions), per_second(each) if each else None
    rollup = Worker("Rollup", replicas=replicas, concurrency=1, task_duration=seconds(1), capacity=capacity)
    parts = [Publishes(Service("Intake"), readings, rate=per_second(10)), Consumes(rollup, readings)]
    assert finding(Design("Readings", parts), "AR062").fix == fix


def test_several_logs_share_what_takes_from_them() -> None:
    logs, rollup = (
        [Log(name, partitions=2) for name in ("Readings", "Alarms")],
        Worker("Rollups", replicas=4, capacity=per_second(1)),
    )
    intake = Service("Intake")
    sent = [Publishes(intake, log, rate=per_second(10)) for log in logs]
    found = finding(Design("Readings", [*sent, *(Consumes(rollup, log) for log in logs)]), "AR062")
    assert found.message == "20 requests a second come to Rollups on average, and they can take 4"
    assert (
        found.fix == "give Readings and Alarms more partitions and run as many replicas of Rollups, or let each do more at once"
    )


@pytest.mark.parametrize(("asked", "fan_out"), [(True, None), (False, 4)])
def test_partitions_hold_back_no_work_that_comes_otherwise(asked: bool, fan_out: int | None) -> None:
    readings, rollup = Log("Readings", partitions=1), Worker("Rollup", replicas=4, concurrency=1, task_duration=seconds(1))
    parts = [Publishes(Service("Intake"), readings, rate=per_second(10)), Consumes(rollup, readings, fan_out=fan_out)]
    calls = [Calls(Client("App"), rollup, rate=per_second(10))] if asked else []
    assert finding(Design("Readings", [*parts, *calls]), "AR062").fix.startswith("run more replicas of Rollup")


@pytest.mark.parametrize(
    ("rate", "fix"),
    [
        (50, "gather writes, spread Positions over shards, or put a queue before them"),
        (200, "gather writes or spread Positions over shards"),  # a queue would only grow
    ],
)
def test_a_queue_is_advised_against_peaks_alone(rate: int, fix: str) -> None:
    tracking, store = Service("Tracking"), Database("Positions", max_write_rate=per_second(100))
    parts = [Calls(Client("App"), tracking, rate=per_second(rate)), Writes(tracking, store, per_request=1)]
    assert finding(Design("Tracking", parts, requirements=Requirements(peak_factor=3)), "AR062").fix == fix


def test_polls_are_no_excuse_for_what_is_asked_of_a_provider() -> None:
    api, provider, app = Service("Dispatch"), ExternalSystem("Maps", capacity=per_second(5)), Client("App", devices=10_000)
    look = Calls(app, api, protocol="poll", poll_interval=seconds(5))
    ask = Calls(api, provider, rate=per_second(10), timeout=seconds(1))
    found = finding(Design("Delivery", [look, ask]), "AR062")
    assert found.message == "10 requests a second come to Maps on average, and they can take 5"
    assert found.fix == "ask Maps less often, for several at once or by way of a cache, or have their limit raised"
