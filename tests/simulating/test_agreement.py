"""Simulations and formulas, from loads at which hardly anybody waits to those at which nearly everybody does.

A mean wait of many runs lies within three hundredths of the formula, and within four of its own standard errors. Where fewer than
one in ten waits, as at many servers that have little to do, the share of those who wait is held to the formula within four of its
standard errors, and how long they wait who have to, to within a twentieth, both as far as so few can tell.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import fmean, stdev

import pytest

from archgen.estimating.formulas import erlang_b, erlang_c, mean_wait, mean_wait_for
from tests.simulating.plans import SERVICE, queue
from tests.simulating.sound import Run, mean_wait_of, watched, watching

# So many arrivals in each of twenty runs: the more, the longer waits depend on one another.
RUNS = 20
ARRIVALS = {0.1: 40_000, 0.3: 20_000, 0.5: 20_000, 0.7: 40_000, 0.8: 60_000, 0.9: 120_000, 0.95: 300_000}
LOADS = tuple(ARRIVALS)
# At many servers, waits come in clusters that lie far apart.
MANY, CLUSTERED = 20, {0.7: 100_000, 0.8: 200_000, 0.9: 200_000, 0.95: 300_000}
# What is left of an empty begin after so many arrivals is nothing.
WARM_UP = {0.8: 10_000, 0.9: 20_000, 0.95: 60_000}
SELDOM, FEW = 0.1, 2_000


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    """All processors, for as long as this module is tested."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as executor:
        yield executor


def runs_of(pool: ProcessPoolExecutor, load: float, servers: int, form: str = "exponential") -> Sequence[Run]:
    arrivals = CLUSTERED.get(load, ARRIVALS[load]) if servers == MANY else ARRIVALS[load]
    return list(pool.map(watching(queue(load, servers, form), arrivals, WARM_UP.get(load, 3_000)), range(RUNS)))


def holds(runs: Sequence[Run], formula: float) -> None:
    """Whether the mean wait is that of the formula."""
    found = mean_wait_of(runs)
    assert found.mean == pytest.approx(formula, rel=0.03)
    assert abs(found.mean - formula) < 4 * found.error


@pytest.mark.parametrize("servers", [1, 5, MANY])
@pytest.mark.parametrize("load", LOADS)
def test_mean_waits_at_servers_of_any_number(pool: ProcessPoolExecutor, load: float, servers: int) -> None:
    runs, share = runs_of(pool, load, servers), erlang_c(load * servers, servers)
    if share >= SELDOM:
        holds(runs, mean_wait(load * servers / SERVICE, SERVICE, servers))
        return
    waited, began = sum(run.waited for run in runs), sum(run.began for run in runs)
    shares = [run.waited / run.began for run in runs]
    assert abs(fmean(shares) - share) <= 4 * stdev(shares) / RUNS**0.5 + 1 / began
    if waited > FEW:
        each = sum(run.wait * run.began for run in runs) / waited
        assert each == pytest.approx(SERVICE / (servers * (1 - load)), rel=0.05)


@pytest.mark.parametrize("load", LOADS)
def test_mean_waits_where_work_is_all_alike(pool: ProcessPoolExecutor, load: float) -> None:
    holds(runs_of(pool, load, 1, "constant"), mean_wait_for(load / SERVICE, SERVICE, 0))


# Loads in erlangs at which one in a hundred is turned away, from tables of telephone traffic: to three figures.
ONE_IN_A_HUNDRED = {1: 0.0101, 2: 0.153, 5: 1.36, 10: 4.46, 20: 12.0, 50: 37.9}


@pytest.mark.parametrize(("servers", "erlangs"), ONE_IN_A_HUNDRED.items())
def test_one_in_a_hundred_is_turned_away_at_the_loads_of_the_tables(
    pool: ProcessPoolExecutor, servers: int, erlangs: float
) -> None:
    assert erlang_b(erlangs, servers) == pytest.approx(0.01, rel=0.025)
    plan = queue(erlangs / servers, servers, limit=0)
    runs = list(pool.map(watching(plan, 150_000, 3_000), range(8)))
    came = sum(round(run.came * 150_000) for run in runs)
    assert 1 - sum(run.began for run in runs) / came == pytest.approx(0.01, rel=0.05)


# The share that has to wait, from tables of Erlang's formula for waiting, by servers and erlangs.
HAS_TO_WAIT = {(1, 0.5): 0.5, (2, 1.0): 0.3333, (5, 4.0): 0.5541, (10, 8.0): 0.4092, (20, 16.0): 0.2561}


@pytest.mark.parametrize(("servers", "erlangs"), HAS_TO_WAIT)
def test_as_many_have_to_wait_as_in_the_tables(pool: ProcessPoolExecutor, servers: int, erlangs: float) -> None:
    share = HAS_TO_WAIT[servers, erlangs]
    assert erlang_c(erlangs, servers) == pytest.approx(share, rel=0.001)
    runs = list(pool.map(watching(queue(erlangs / servers, servers), 100_000, 10_000), range(8)))
    assert sum(run.waited for run in runs) / sum(run.began for run in runs) == pytest.approx(share, rel=0.03)


def test_a_run_that_is_watched_says_what_was_seen() -> None:
    run = watched(queue(0.5), 20_000, 1_000, 1)
    assert run.came == pytest.approx(1, rel=0.05)
    assert run.took == pytest.approx(1, rel=0.05)
    assert 0.4 < run.waited / run.began < 0.6
