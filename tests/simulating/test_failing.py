"""Components and replicas that are away."""

from dataclasses import replace
from math import fsum

import pytest

from archgen.estimating.formulas import at_least
from archgen.model.simulation import Outage, Place, Scenario
from archgen.simulating.plan import Failing, Source
from archgen.simulating.run import run_once
from tests.simulating.plans import SERVICE, queue

REPAIR, LONG = 10.0, 200_000.0


def failing(replicas: int, share: float, whole: bool = False) -> Place:
    """Replicas that fail by chance and are back after some time; next to nothing is asked of them."""
    plan = queue(0.5, replicas)
    station = replace(plan.stations[0], replicas=replicas)
    plan = replace(
        plan, stations=(station,), sources=(Source(0, 0.05),), failing=(Failing("desk", 1 if whole else replicas, share),)
    )
    return run_once(plan, Scenario(1, LONG, 100.0, repair=REPAIR)).places[0]


@pytest.mark.parametrize(("replicas", "share"), [(1, 0.9), (2, 0.9), (3, 0.8), (5, 0.7)])
def test_so_many_of_several_are_there_as_the_formula_says(replicas: int, share: float) -> None:
    levels = failing(replicas, share).levels
    assert fsum(levels) == pytest.approx(LONG)
    for needed in range(1, replicas + 1):
        there = fsum(levels[needed:]) / LONG
        away = 1 - at_least(needed, replicas, share)
        # Each time away is one of about as many as this, so that chance moves the share by some parts of it.
        spells = LONG * away * min(1, away) / REPAIR
        assert 1 - there == pytest.approx(away, rel=max(0.03, 4 / spells**0.5)), needed


def test_a_component_of_a_stated_availability_is_there_or_away_as_a_whole() -> None:
    place = failing(3, 0.9, whole=True)
    assert place.levels[0] / LONG == pytest.approx(0.1, rel=0.05)
    assert place.levels[1] == place.levels[2] == 0
    assert place.dropped / place.arrived == pytest.approx(0.1, rel=0.1)


def test_of_a_component_some_replicas_go_and_the_others_work() -> None:
    plan = queue(0.3, 4)
    plan = replace(plan, stations=(replace(plan.stations[0], replicas=4),))
    outcome = run_once(plan, Scenario(1, 30.0, 0.0, outages=[Outage("desk", 10.0, 10.0, 3)]))
    (place,) = outcome.places
    assert [place.staff[second] for second in (5, 15, 25)] == [4, 1, 4]
    assert place.levels == pytest.approx([0, 10, 0, 0, 20])
    assert place.dropped == 0
    assert max(place.depths[:9]) < 50 < 1000 < place.depths[18]
    assert place.depths[-1] < 50
    assert place.offered == pytest.approx(4 * 20 + 10)


def test_what_was_on_a_replica_is_lost_with_it() -> None:
    plan = queue(3.0, 4)
    plan = replace(plan, stations=(replace(plan.stations[0], replicas=4),))
    outcome = run_once(plan, Scenario(1, 1.0, 0.0, outages=[Outage("desk", 0.5, 0.2, 2)]))
    assert outcome.places[0].lost == 2
    assert outcome.ways[0].given_up == 2


def test_outages_that_overlap_end_with_the_last() -> None:
    plan = queue(0.5)
    outcome = run_once(plan, Scenario(1, 40.0, 0.0, outages=[Outage("desk", 5.0, 10.0), Outage("desk", 10.0, 10.0)]))
    (place,) = outcome.places
    assert place.levels[0] == pytest.approx(15)
    assert place.dropped == pytest.approx(15 * 0.5 / SERVICE, rel=0.1)
