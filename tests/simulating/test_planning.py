"""From designs to what is simulated."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Publishes,
    Queue,
    Reads,
    Retry,
    Service,
    Worker,
    milliseconds,
    per_second,
    seconds,
)
from archgen.estimating.flow_order import flow_order
from archgen.estimating.run import estimate
from archgen.estimating.set_off import sets_off
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.simulation import Scenario
from archgen.pipeline.reading import read
from archgen.simulating.plan import Pauses, Plan
from archgen.simulating.planning import plan
from archgen.simulating.run import run_once
from tests.estimating.systems import systems

ROOT = Path(__file__).resolve().parent.parent.parent
APP = Client("App", devices=100, send_rate=per_second(1))


def planned(architecture: Architecture) -> Plan:
    loops = flow_order(architecture).loops
    return plan(architecture, estimate(architecture), lambda end, one, other: sets_off(architecture, end, one, other, loops))


def of(*connections: Connection) -> Plan:
    return planned(link(Design("Test", connections)))


def test_what_clients_send_enters_at_the_estimated_rate() -> None:
    found = of(Calls(APP, Service("API", replicas=1, capacity=per_second(10))))
    (source,) = found.sources
    assert (source.rate, source.origins) == (100, ("app",))


def test_a_balancer_chooses_one_of_its_targets() -> None:
    edge = LoadBalancer("Edge")
    found = of(
        Calls(APP, edge), Calls(edge, Service("A", capacity=per_second(9))), Calls(edge, Service("B", capacity=per_second(9)))
    )
    ((step,),) = found.ways[0].after
    assert [(round(until, 6), way) for until, way in step.choices] == [(0.5, 1), (1.0, 2)]


def test_a_store_behind_a_cache_is_read_by_what_the_cache_misses_and_by_all_where_that_is_away() -> None:
    api, cache, store = Service("API", capacity=per_second(500)), Cache("Cache", hit_rate=0.8), Database("Store")
    found = of(Calls(APP, api), Reads(api, cache), Reads(api, store))
    _, behind = found.ways[0].after[0]
    assert (round(behind.times, 6), behind.cache, round(behind.bare, 6)) == (0.2, 1, 1.0)


def test_a_policy_becomes_attempts_and_pauses() -> None:
    retry = Retry(4, backoff="exponential", initial=milliseconds(100), max_interval=seconds(1), jitter=True, deadline=seconds(5))
    found = of(Calls(APP, Service("API", capacity=per_second(9)), timeout=seconds(2), retry=retry))
    (way,) = found.ways
    assert (way.timeout, way.attempts, way.deadline) == (2.0, 4, 5.0)
    assert way.pauses == Pauses(0.1, 2.0, False, 1.0, True)


def test_messages_come_back_and_are_buried_as_their_queue_says() -> None:
    failed = Queue("Failed", max_depth=5)
    jobs = Queue("Jobs", max_receives=3, dead_letter=failed, retry_delay=seconds(7), visibility_timeout=seconds(30))
    found = of(Publishes(APP, jobs), Consumes(Worker("Worker", task_duration=seconds(0.01)), jobs))
    publish, consume, bury = found.ways
    assert (publish.waits, publish.message_of) == (False, None)
    assert (consume.attempts, consume.timeout, consume.pauses.first, consume.message_of, consume.dead_letters) == (3, 30, 7, 0, 2)
    assert [found.stations[place].name for place in bury.targets] == ["Failed"]
    assert found.stations[0].consumers == (1,)


def test_what_is_passed_over_is_named() -> None:
    jobs, api = Queue("Jobs"), Service("API", rate_limit=None, fetched_in_parallel=True)
    found = of(
        Calls(APP, api, retry=Retry(backoff="fixed")),
        Publishes(api, jobs),
        Consumes(Worker("Worker"), jobs),
        Calls(Service("Lost"), Service("Found")),
    )
    assert set(found.left_out) == {
        "Lost calls Found, as no rate of it is known",
        "time at API, as it states neither task_duration nor capacity",
        "time at Worker, as it states neither task_duration nor capacity",
        "retry of App calls API, as it does not state attempts",
        "further deliveries of Jobs, as it does not state max_receives",
    }


def deviations(architecture: Architecture, seconds: float) -> Sequence[str]:
    """The ways along which other numbers pass than are estimated, by more than chance allows."""
    found = planned(architecture)
    numbers = estimate(architecture)
    outcome = run_once(found, Scenario(duration=seconds, warm_up=seconds / 4))
    wrong = []
    for way in outcome.ways:
        rate = numbers.of(way.subject, "rate")
        if rate and abs(way.sent / seconds - rate.value) > 0.1 * rate.value + 8 * (rate.value / seconds) ** 0.5:
            wrong.append(f"{way.name}: {way.sent / seconds} for {rate.value}")
    return wrong


@pytest.mark.parametrize("name", ["ad_counting", "group_chat", "live_auction", "payments"])
def test_along_every_way_of_an_example_passes_what_is_estimated(name: str) -> None:
    architecture = read(str(ROOT / "examples" / f"{name}.yaml")).architecture
    total = sum(source.rate for source in planned(architecture).sources)
    assert deviations(architecture, 20_000 / total) == []


@settings(max_examples=40)
@given(systems())
def test_every_design_can_be_planned_and_run(parts: list[Connection | Component]) -> None:
    found = planned(link(Design("Test", parts)))
    total = sum(source.rate for source in found.sources)
    if total:
        outcome = run_once(found, Scenario(duration=200 / total, warm_up=0.0))
        assert all(one.carried + one.arrived == one.done + one.dropped + one.lost + one.left for one in outcome.places)
