"""Replicas that come and go."""

from dataclasses import replace

import pytest

from archgen.model.simulation import Burst, Outcome, Scenario
from archgen.simulating.measures import Metric, Scaling
from archgen.simulating.plan import Course, Plan, Source, Station, Times
from archgen.simulating.run import run_once
from archgen.simulating.scaling import PATIENCE, PERIOD

BURST = Burst("client", 6.0, 300.0, 600.0)


def scaled(scaling: Scaling | None, bursts: tuple[Burst, ...] = (BURST,), seconds: float = 1800.0) -> Outcome:
    """Two servers of two replicas, half of which are taken; in the burst, six would be."""
    desk = Station("desk", "Desk", 2, Times(0.1), replicas=2, scaling=scaling)
    plan = Plan((desk,), (Course("ask", "", (0,), ((),)),), (Source(0, 10.0, ("client",)),))
    return run_once(plan, Scenario(1, seconds, 0.0, bursts=bursts))


def at(outcome: Outcome, time: float) -> float:
    return outcome.places[0].staff[int(time / outcome.tick) - 1]


@pytest.mark.parametrize(("metric", "target", "before"), [("busy", 0.6, 3), ("requests", 6.0, 3), ("inside", 1.2, 6)])
def test_as_many_come_as_keep_the_metric_at_its_target(metric: Metric, target: float, before: int) -> None:
    outcome = scaled(Scaling(2, 20, metric, target, 30.0))
    assert 2 <= at(outcome, 299) <= before
    assert 9 <= at(outcome, 850) <= 20
    assert at(outcome, 1750) <= before


def test_they_serve_after_their_delay_and_until_then_work_waits() -> None:
    soon, late = (scaled(Scaling(2, 20, "requests", 6.0, delay)) for delay in (0.0, 120.0))
    assert at(soon, 300 + 2 * PERIOD + 6) >= 9
    assert at(late, 300 + 2 * PERIOD + 6) == 2
    assert at(late, 300 + 120 + 2 * PERIOD + 6) >= 9
    assert soon.places[0].depth_most < 0.5 * late.places[0].depth_most
    assert scaled(None).places[0].depth_most > 3 * late.places[0].depth_most


def test_they_stay_for_a_while_after_the_load_is_gone() -> None:
    outcome = scaled(Scaling(2, 20, "requests", 6.0, 0.0))
    assert at(outcome, 900 + PATIENCE - 2 * PERIOD) >= 9
    assert at(outcome, 900 + PATIENCE + 3 * PERIOD) <= 4


def test_no_more_come_than_there_may_be_nor_fewer_stay() -> None:
    outcome = scaled(Scaling(2, 4, "requests", 6.0, 0.0))
    assert max(outcome.places[0].staff) == 4
    assert min(outcome.places[0].staff) == 2


@pytest.mark.parametrize(("metric", "target"), [("waiting", 20.0), ("age", 2.0)])
def test_workers_come_by_what_waits_in_their_queue(metric: Metric, target: float) -> None:
    stations = (
        Station("jobs", "Jobs", consumers=(1,)),
        Station("worker", "Worker", 1, Times(0.1), scaling=Scaling(1, 10, metric, target, 0.0)),
    )
    ways = (Course("publish", "", (0,), ((),), False), Course("take", "", (1,), ((),), False, False, message_of=0))
    plan = Plan(stations, ways, (Source(0, 8.0, ("client",)),))
    outcome = run_once(plan, Scenario(1, 900.0, 0.0, bursts=(Burst("client", 5.0, 100.0, 100.0),)))
    assert max(outcome.places[1].staff) >= 3
    assert outcome.places[0].depths[-1] < 60


def test_servers_that_go_bring_what_they_have_in_hand_to_its_end() -> None:
    outcome = scaled(Scaling(1, 20, "requests", 6.0, 0.0), (replace(BURST, factor=20.0),))
    (place,) = outcome.places
    assert place.lost == place.dropped == 0
    assert place.done + place.left == place.arrived
