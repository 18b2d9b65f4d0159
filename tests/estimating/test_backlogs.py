"""What waits in queues."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Publishes,
    Queue,
    Requirements,
    Scheduler,
    Service,
    Worker,
    days,
    minutes,
    per_second,
    seconds,
)
from archgen.estimating.backlogs import Flow, backlog
from archgen.estimating.rates import rate
from archgen.model.estimate import Estimate
from tests.estimating.numbers import numbers, shown


def jobs(*publishes: Connection, replicas: int = 50) -> Estimate:
    queue = publishes[0].target
    assert isinstance(queue, Queue)
    return numbers(*publishes, Consumes(Worker("Worker", replicas=replicas, concurrency=1, task_duration=seconds(0.1)), queue))


def burst(queue: Queue, average: float | None = 300) -> Connection:
    usual = None if average is None else per_second(average)
    return Publishes(Service("API"), queue, rate=usual, peak_rate=per_second(900), burst=minutes(10))


def test_a_burst_leaves_a_depth_a_wait_and_a_time_to_recover() -> None:
    derived = jobs(burst(Queue("Jobs")))
    assert shown(derived, "jobs", "peak_backlog_growth") == ("400/s", "900/s arrive - 500/s are taken")
    assert shown(derived, "jobs", "burst_depth") == ("240,000", "400/s × 10 min")
    assert shown(derived, "jobs", "burst_delay") == ("8 min", "240,000 waiting / 500/s")
    assert shown(derived, "jobs", "recovery") == ("20 min", "240,000 waiting / (500/s taken - 300/s arriving)")
    assert shown(derived, "jobs", "backlog_growth") is None


@pytest.mark.parametrize(("average", "growth"), [(500, None), (600, "100/s")])
def test_a_queue_that_keeps_up_with_no_average_never_recovers(average: float, growth: str | None) -> None:
    derived = jobs(burst(Queue("Jobs"), average))
    assert shown(derived, "jobs", "recovery") is None
    endless = derived.of("jobs", "backlog_growth")
    assert (str(endless), endless.name) == (growth, "backlog growth, without end") if endless else growth is None


def test_where_no_average_is_known_nothing_is_taken_to_arrive_after_the_burst() -> None:
    recovery = jobs(burst(Queue("Jobs"), None)).of("jobs", "recovery")
    assert recovery is not None
    assert (str(recovery), recovery.assumptions) == (
        "8 min",
        ("nothing arrives at Jobs after the burst, as no average is known",),
    )


def test_what_a_schedule_sets_off_at_once_does_not_arrive_while_it_is_worked_off() -> None:
    nightly, queue = Scheduler("Nightly", interval=days(1)), Queue("Jobs")
    rush, usual = Publishes(nightly, queue, burst_size=432_000), Publishes(Service("API"), queue, rate=per_second(100))
    assert shown(jobs(rush), "jobs", "recovery") == ("14.4 min", "432,000 waiting / 500/s")
    between = ("18 min", "432,000 waiting / (500/s taken - 100/s arriving between rushes)")
    assert shown(jobs(rush, usual), "jobs", "recovery") == between


def test_a_queue_that_keeps_up_with_the_peak_has_no_backlog() -> None:
    derived = jobs(burst(Queue("Jobs")), replicas=90)
    assert not [one for one, _ in derived.quantities.items() if "burst" in one[1] or "backlog" in one[1]]


def test_what_comes_at_once_waits_as_long_as_it_takes() -> None:
    derived = jobs(Publishes(Service("API"), Queue("Jobs"), rate=per_second(100), burst_size=10_000))
    assert shown(derived, "jobs", "burst_depth") == ("10,000", "10,000 at once")
    assert shown(derived, "jobs", "recovery") == ("25 s", "10,000 waiting / (500/s taken - 100/s arriving)")


@pytest.mark.parametrize(
    ("overflow", "lost"), [("reject", "refused in the burst"), ("drop_oldest", "dropped in the burst"), ("spill", None)]
)
def test_a_queue_that_is_full_loses_the_rest_unless_it_keeps_it(overflow: str, lost: str | None) -> None:
    derived = jobs(burst(Queue("Jobs", max_depth=60_000, overflow=overflow)))  # type: ignore[arg-type]
    assert shown(derived, "jobs", "time_to_full") == ("2.5 min", "room for 60,000 / 400/s")
    quantity = derived.of("jobs", "burst_lost")
    assert (quantity.name if quantity else None) == lost
    assert shown(derived, "jobs", "burst_lost") == (("180,000", "240,000 - room for 60,000") if lost else None)


def test_a_peak_lasts_further_on_as_long_as_where_it_begins() -> None:
    queue, api = Queue("Jobs"), Service("API")
    begin = Calls(Client("App"), api, rate=per_second(300), peak_rate=per_second(900), burst=minutes(10))
    worker = Worker("Worker", replicas=50, concurrency=1, task_duration=seconds(0.1))
    derived = numbers(begin, Publishes(api, queue), Consumes(worker, queue))
    assert shown(derived, "jobs", "burst_depth") == ("240,000", "400/s × 10 min")


def test_of_a_peak_of_unknown_length_only_the_growth_is_known() -> None:
    queue = Queue("Jobs")
    worker = Worker("Worker", replicas=50, concurrency=1, task_duration=seconds(0.1))
    parts = [Publishes(Service("API"), queue, rate=per_second(300)), Consumes(worker, queue)]
    derived = numbers(*parts, requirements=Requirements(peak_factor=3))
    assert shown(derived, "jobs", "peak_backlog_growth") == ("400/s", "900/s arrive - 500/s are taken")
    assert shown(derived, "jobs", "burst_depth") is None


RATES = st.floats(1, 1e6)


@given(RATES, st.floats(1, 50), RATES, st.integers(1, 10**5), st.none() | st.integers(1, 10**6))
def test_what_arrives_in_a_burst_is_taken_or_waits_or_is_lost(
    average: float, times: float, drain: float, length: int, room: int | None
) -> None:
    usual, most, taken = rate(average, "stated"), rate(average * times, "stated"), rate(drain, "stated")
    assert usual is not None
    assert most is not None
    assert taken is not None
    found = dict(backlog(Flow(Queue("Q", max_depth=room), usual, most, timedelta(seconds=length), 0, taken)))
    waits, lost = (found[one].value if one in found else 0.0 for one in ("burst_depth", "burst_lost"))
    served = min(drain, most.value) * length
    assert most.value * length == pytest.approx(served + waits + lost)
    if "recovery" in found:
        assert found["recovery"].value * (drain - average) == pytest.approx(waits)
