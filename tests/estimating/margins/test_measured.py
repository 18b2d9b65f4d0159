"""What numbers may be, where what they rest on is not known exactly."""

from datetime import timedelta
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    Walkthrough,
    Worker,
    about,
    between,
    per_second,
    seconds,
)
from archgen.dsl.design import Design
from archgen.dsl.ranged import Ranged
from archgen.estimating.margins.absent import value
from archgen.estimating.margins.worlds import MOST
from archgen.estimating.run import estimate
from archgen.model.estimate import Estimate, Margin, Measure
from archgen.model.link import link
from tests.estimating.numbers import numbers

# Every number of a small system, each between two ends.
ENDS: dict[str, tuple[float, float]] = {
    "devices": (1_000, 9_000),
    "send_rate": (0.01, 0.1),
    "capacity": (50, 400),
    "replicas": (1, 6),
    "hit_rate": (0.5, 0.95),
    "read_rate": (20, 200),
    "per_request": (0.1, 1.5),
    "task_duration": (0.01, 0.5),
    "peak_factor": (1.5, 6),
    "attempts": (1, 4),
}
WHOLE = ("devices", "replicas", "attempts")


def system(values: dict[str, object]) -> Estimate:
    """With these values: numbers as they are stated, or ranges of them."""
    any_value: dict[str, object] = values
    app = Client("App", devices=any_value["devices"], send_rate=any_value["send_rate"])  # type: ignore[arg-type]
    api = Service("API", replicas=any_value["replicas"], capacity=any_value["capacity"])  # type: ignore[arg-type]
    cache = Cache("Cache", hit_rate=any_value["hit_rate"])  # type: ignore[arg-type]
    store = Database("Store", max_read_rate=any_value["read_rate"])  # type: ignore[arg-type]
    jobs = Queue("Jobs")
    work = Worker("Work", replicas=any_value["replicas"], task_duration=any_value["task_duration"])  # type: ignore[arg-type]
    parts: list[Component | Connection] = [
        Calls(app, api, retry=Retry(any_value["attempts"])),  # type: ignore[arg-type]
        Reads(api, cache),
        Reads(cache, store),
        Publishes(api, jobs, per_request=any_value["per_request"]),  # type: ignore[arg-type]
        Consumes(work, jobs),
    ]
    return numbers(*parts, requirements=Requirements(peak_factor=any_value["peak_factor"]))  # type: ignore[arg-type]


def stated(name: str, part: float) -> float:
    low, high = ENDS[name]
    found = low + (high - low) * part
    return round(found) if name in WHOLE else found


def ranges() -> dict[str, object]:
    return {name: between(low, high) for name, (low, high) in ENDS.items()}


OPEN = system(ranges())


@given(st.fixed_dictionaries({name: st.floats(0, 1) for name in ENDS}))
def test_whatever_the_numbers_are_within_their_ranges_what_follows_is_within_its_margin(parts: dict[str, float]) -> None:
    exact = system({name: stated(name, part) for name, part in parts.items()})
    for (subject, measure), quantity in OPEN.quantities.items():
        low, high = (quantity.margin.low, quantity.margin.high) if quantity.margin else (quantity.value, quantity.value)
        found = value(exact, subject, measure)
        assert found is not None
        assert low * (1 - 1e-9) <= found <= high * (1 + 1e-9), (subject, measure)


def test_the_ends_of_a_margin_are_those_of_what_it_rests_on() -> None:
    app, api = Client("App", devices=between(2_000, 5_000), send_rate=per_second(1)), Service("API", capacity=per_second(10_000))
    found = numbers(Calls(app, api))
    assert ends(found, "api", "requests") == (2_000, 3_160, 5_000)
    assert ends(found, "api", "utilisation") == (0.2, 0.316, 0.5)


def test_what_is_taken_falls_with_what_can_be_served() -> None:
    app, api = (
        Client("App", devices=1_000, send_rate=per_second(1)),
        Service("API", capacity=between(per_second(1_000), per_second(4_000))),
    )
    found = numbers(Calls(app, api))
    assert ends(found, "api", "utilisation") == (0.25, 0.5, 1)


def test_what_occurs_twice_counts_once() -> None:
    app = Client("App", devices=about(1_000), send_rate=per_second(1))
    api, store = Service("API"), Database("Store", max_read_rate=per_second(1_000))
    twice = [Calls(app, api, rate=None), Reads(api, store, per_request=0.5), Reads(app, store, rate=per_second(0))]
    assert ends(numbers(*twice), "store", "utilisation") == (0.25, 0.5, 1)


def test_what_waits_only_if_more_comes_than_is_likely_is_told() -> None:
    app, jobs = Client("App", devices=about(100), send_rate=per_second(1)), Queue("Jobs")
    work = Worker("Work", replicas=150, task_duration=seconds(1))
    found = numbers(Publishes(app, jobs), Consumes(work, jobs))
    assert ends(found, "jobs", "backlog_growth") == (0, 0, 50)


def test_a_wait_that_may_never_end_says_so() -> None:
    app = Client("App", devices=about(100), send_rate=per_second(1))
    api = Service("API", replicas=1, concurrency=150, task_duration=seconds(1))
    calls = Calls(app, api)
    design = Design("System", [calls], walkthroughs=[Walkthrough("Ask", [Step(calls)])])
    found = estimate(link(design)).of("walkthrough:ask", "latency_p99")
    assert found
    assert str(found).endswith("to no end)")


def test_a_queue_that_may_never_clear_has_no_time_to_recover() -> None:
    burst, jobs = Client("App"), Queue("Jobs")
    work = Worker("Work", replicas=between(50, 200), task_duration=seconds(1))
    comes = Publishes(burst, jobs, rate=per_second(60), peak_rate=per_second(300), burst=timedelta(minutes=1))
    margin = margin_of(numbers(comes, Consumes(work, jobs)), "jobs", "recovery")
    assert margin.high == inf


def test_it_is_told_what_moves_a_number_most() -> None:
    margin = margin_of(OPEN, "store", "utilisation")
    assert [one.name for one in margin.by][:3] == ["app.send_rate", "store.max_read_rate", "app.devices"]


def test_ranges_in_policies_count() -> None:
    app, api = Client("App", devices=100, send_rate=per_second(1)), Service("API")
    found = numbers(Calls(app, api, retry=Retry(between(2, 5))))
    assert [one.name for one in margin_of(found, "api", "worst_requests").by] == ["app-calls-api.retry.attempts"]


def test_of_very_many_ranges_those_of_one_kind_move_together() -> None:
    api = Service("API", capacity=per_second(10))
    clients = [Client(f"App {place}", devices=about(10), send_rate=per_second(0.001)) for place in range(MOST + 1)]
    found = numbers(*(Calls(client, api) for client in clients))
    margin = margin_of(found, "api", "requests")
    assert [one.name for one in margin.by] == [f"devices of {MOST + 1} client words"]
    assert margin.low == pytest.approx((MOST + 1) * 0.005)
    assert margin.high == pytest.approx((MOST + 1) * 0.02)


def test_a_design_without_ranges_has_no_margins() -> None:
    found = system({name: stated(name, 0.5) for name in ENDS})
    assert not found.worlds
    assert all(one.margin is None for one in found.quantities.values())


def test_every_range_of_the_system_is_one() -> None:
    assert all(isinstance(one, Ranged) for one in ranges().values())


def ends(found: Estimate, subject: str, measure: Measure) -> tuple[float, float, float]:
    quantity = found.of(subject, measure)
    assert quantity
    margin = margin_of(found, subject, measure)
    return margin.low, quantity.value, margin.high


def margin_of(found: Estimate, subject: str, measure: Measure) -> Margin:
    quantity = found.of(subject, measure)
    assert quantity
    assert quantity.margin
    return quantity.margin
