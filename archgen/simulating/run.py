"""Runs: one, or several by whoever runs them, the outcome the same."""

from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial

from archgen.model.simulation import Outcome, Scenario, Simulation
from archgen.simulating.engine import Engine
from archgen.simulating.failing import outages
from archgen.simulating.plan import Plan
from archgen.simulating.scaling import scaling
from archgen.simulating.tally import outcome, tick_of


def simulate(plan: Plan, scenario: Scenario, executor: Callable[[], Executor] | None = None) -> Simulation:
    """All runs, each by a seed that follows from the scenario's; without an executor one after another, here."""
    one = partial(run_once, plan, scenario)
    if executor is None or scenario.runs == 1:
        outcomes = [one(run) for run in range(scenario.runs)]
    else:
        with executor() as workers:
            outcomes = list(workers.map(one, range(scenario.runs)))
    return Simulation(scenario, tuple(outcomes), plan.left_out, plan.assumed)


def run_once(plan: Plan, scenario: Scenario, run: int = 0) -> Outcome:
    """One of them."""
    engine = Engine(plan, scenario, tick_of(scenario.duration), run)
    for time, gone in outages(engine):
        engine.at(time, gone.goes, None)
    scaling(engine)
    engine.go()
    return outcome(engine)
