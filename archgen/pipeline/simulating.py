"""Simulating: a design run, checked beforehand, and its figures."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from archgen.errors import UsageError
from archgen.model.estimate import Estimate
from archgen.model.simulation import Scenario, Simulation
from archgen.pipeline.judging import estimate
from archgen.pipeline.means import ORDINARY, Means
from archgen.pipeline.reading import Read
from archgen.pipeline.uncollected import uncollected

if TYPE_CHECKING:
    from archgen.simulating.plan import Plan

# A run of more arrivals would take minutes.
MOST = 50_000_000


def planned(design: Read, numbers: Estimate) -> "Plan":
    """What is simulated of a design."""
    from dataclasses import replace

    from archgen.estimating.flow_order import flow_order
    from archgen.estimating.margins.opened import opened
    from archgen.estimating.set_off import sets_off
    from archgen.simulating.planning import plan

    architecture = design.architecture
    loops = flow_order(architecture).loops
    found = plan(
        architecture, numbers, lambda component, arriving, leaving: sets_off(architecture, component, arriving, leaving, loops)
    )
    ranges = ", ".join(one.name for one in opened(architecture))
    return replace(found, assumed=(*found.assumed, f"the likely value of each range: {ranges}")) if ranges else found


@uncollected()
def simulate(design: Read, scenario: Scenario, executor: Callable[[], Executor] | None = None) -> tuple[Simulation, Estimate]:
    """Run a design, with its estimate to compare. Raises UsageError where nothing enters it, or too much to be counted."""
    from archgen.simulating.run import simulate as run

    numbers = estimate(design)
    plan = planned(design, numbers)
    arriving = sum(source.rate for source in plan.sources)
    if not arriving:
        raise UsageError(f"nothing enters {design.name}: state devices and rates of its clients")
    _check_bursts(plan, scenario)
    time = scenario.warm_up + scenario.duration
    if arriving * time > MOST:
        most = MOST / arriving
        raise UsageError(
            f"{arriving * time:,.0f} requests would enter {design.name} in that time, and {MOST:,} are the most; "
            f"give a --duration and --warm-up of {most:.3g}s together, or less"
        )
    return run(plan, scenario, executor), numbers


def _check_bursts(plan: "Plan", scenario: Scenario) -> None:
    """Only who sends something of their own can send more of it."""
    sending = dict.fromkeys(origin for source in plan.sources for origin in source.origins)
    for burst in scenario.bursts:
        if burst.client not in sending:
            raise UsageError(
                f"{burst.client} sends nothing of its own that could come in a burst; these do: {', '.join(sending)}"
            )


def charts(simulation: Simulation, means: Means = ORDINARY) -> Iterator[tuple[str, bytes]]:
    """The figures of a simulation, each with the name of its file."""
    from archgen.pipeline.drawing import paint
    from archgen.pipeline.viewing import Views
    from archgen.simulating.charts import figures

    views = Views(means)
    for figure in figures(simulation):
        for drawn in views.of(figure):
            yield f"{drawn.name}.svg", paint(views.picture(drawn), "svg", means.scheme)
