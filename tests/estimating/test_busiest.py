"""Numbers of the busiest time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Log,
    Publishes,
    Queue,
    Requirements,
    Service,
    Worker,
    Writes,
    hours,
    milliseconds,
    per_second,
)
from archgen.estimating.busiest import at_peak
from archgen.estimating.known import Known
from archgen.estimating.load import carry
from archgen.model.link import link
from tests.estimating.numbers import numbers, shown
from tests.estimating.systems import systems

NEEDS = Requirements(write_rate=per_second(30))


def test_how_full_it_is_at_peak_goes_by_the_limit_that_is_fullest_then() -> None:
    api, store = Service("API"), Database("Store", max_read_rate=per_second(10), max_write_rate=per_second(100))
    write = Writes(api, store, rate=per_second(5), peak_rate=per_second(80))
    derived = numbers(Calls(Client("App"), api, rate=per_second(1)), write)
    assert shown(derived, "store", "utilisation") == ("0.05", "5/s writes / 100/s")
    assert shown(derived, "store", "peak_utilisation") == ("0.8", "80/s writes / 100/s")


def test_nothing_is_said_of_a_design_without_a_peak() -> None:
    assert at_peak(carry(link(Design("D", [Calls(Client("App"), Service("API"), rate=per_second(1))]))), Known()) == {}


def test_each_reader_of_a_log_falls_behind_for_itself() -> None:
    log = Log("Events")
    slow = Worker("Slow", replicas=18, concurrency=1, task_duration=milliseconds(1))
    fast = Worker("Fast", replicas=90, concurrency=1, task_duration=milliseconds(1))
    publish = Publishes(Service("API"), log, rate=per_second(10_000), peak_rate=per_second(30_000), burst=hours(2))
    derived = numbers(publish, Consumes(slow, log), Consumes(fast, log))
    assert shown(derived, "slow-consumes-events", "peak_backlog_growth") == ("12,000/s", "30,000/s arrive - 18,000/s are taken")
    assert shown(derived, "slow-consumes-events", "recovery") == (
        "3 h",
        "86,400,000 waiting / (18,000/s taken - 10,000/s arriving)",
    )
    assert shown(derived, "fast-consumes-events", "recovery") is None


def test_what_a_reader_passes_over_by_its_filter_does_not_wait_for_it() -> None:
    log, some = Log("Events"), Worker("Some", replicas=9, task_duration=milliseconds(1))
    publish = Publishes(Service("API"), log, rate=per_second(100), peak_rate=per_second(300))
    taking = Consumes(some, log, rate=per_second(1), filter="ended")
    assert shown(numbers(publish, taking), "some-consumes-events", "peak_backlog_growth") is None
    whole = Consumes(some, log, rate=per_second(1))
    assert shown(numbers(publish, whole), "some-consumes-events", "peak_backlog_growth") is not None


@given(systems(), st.floats(1, 9), st.floats(1, 9))
def test_a_higher_peak_never_makes_anything_less_full(parts: list[Connection | Component], times: float, more: float) -> None:
    low = numbers(*parts, requirements=Requirements(write_rate=per_second(30), peak_factor=times))
    high = numbers(*parts, requirements=Requirements(write_rate=per_second(30), peak_factor=times * more))
    for (subject, measure), quantity in low.quantities.items():
        then = high.of(subject, measure)
        if measure == "peak_utilisation" and then:
            assert then.value >= quantity.value * (1 - 1e-9)


@given(st.integers(1, 10**6), st.integers(1, 500), st.integers(1, 500), st.floats(1, 20))
def test_more_replicas_never_make_a_service_fuller(load: int, replicas: int, more: int, times: float) -> None:
    def full(count: int) -> list[float]:
        api = Service("API", replicas=count, capacity=per_second(100))
        derived = numbers(Calls(Client("App"), api, rate=per_second(load)), requirements=Requirements(peak_factor=times))
        found = [derived.of("api", measure) for measure in ("utilisation", "peak_utilisation")]
        return [one.value for one in found if one]

    assert all(after <= before for before, after in zip(full(replicas), full(replicas + more), strict=True))


@given(st.lists(st.floats(1, 1_000), min_size=1, max_size=4), st.floats(1, 20), st.floats(0.1, 20))
def test_what_comes_to_a_queue_at_peak_is_taken_or_waits(rates: list[float], times: float, ability: float) -> None:
    jobs = Queue("Jobs")
    sources = [Publishes(Service(f"S{place}"), jobs, rate=per_second(rate)) for place, rate in enumerate(rates)]
    worker = Worker("Worker", drain_rate=per_second(sum(rates) * ability))
    derived = numbers(*sources, Consumes(worker, jobs), requirements=Requirements(peak_factor=times))
    comes, taken = (derived.of(one, "peak_requests") or derived.of(one, "requests") for one in ("jobs", "worker"))
    grows = derived.of("jobs", "peak_backlog_growth")
    assert comes is not None
    assert taken is not None
    if ability >= 1:
        assert comes.value == pytest.approx(taken.value + (grows.value if grows else 0))
