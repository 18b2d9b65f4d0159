"""Several runs, and the rows that are made of them."""

from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from math import fsum
from multiprocessing import get_context

import pytest

from archgen.model.simulation import Scenario, ranked
from archgen.simulating.run import run_once, simulate
from archgen.simulating.totals import place_rows, way_rows
from tests.simulating.plans import queue

SCENARIO = Scenario(3, 2.0, 0.5, runs=3)


@pytest.mark.parametrize(
    "executor",
    [partial(ThreadPoolExecutor, 1), partial(ThreadPoolExecutor, 3), partial(ProcessPoolExecutor, 2, get_context("spawn"))],
    ids=["one thread", "three threads", "two processes"],
)
def test_runs_are_the_same_by_however_many_they_are_run(executor: Callable[[], Executor]) -> None:
    alone, together = simulate(queue(0.7), SCENARIO), simulate(queue(0.7), SCENARIO, executor)
    assert alone == together
    assert place_rows(alone) == place_rows(together)


def test_each_run_has_a_seed_of_its_own() -> None:
    first, second, third = simulate(queue(0.7), SCENARIO).outcomes
    assert first != second != third != first
    assert first == run_once(queue(0.7), SCENARIO, 0)


def test_rows_are_those_of_all_runs_together() -> None:
    simulation = simulate(queue(0.7), SCENARIO)
    (place,), (way,) = place_rows(simulation), way_rows(simulation)
    places = [one.places[0] for one in simulation.outcomes]
    assert place.rate == sum(one.arrived for one in places) / 6
    assert place.utilisation == pytest.approx(fsum(one.taken for one in places) / 6)
    assert place.depth_max == max(one.depth_most for one in places)
    waits = sorted(
        [0.0] * (sum(one.started for one in places) - sum(len(one.waits) for one in places))
        + [w for p in places for w in p.waits]
    )
    assert place.wait_p99 == ranked(waits, 0.99, len(waits))
    assert place.wait_mean == pytest.approx(fsum(waits) / len(waits))
    assert way.answered == 1
    assert way.latency_p50 < way.latency_p99
