"""Run a design event by event: what waits, what is turned away and tried again, beside what is estimated.

Requests enter at the estimated rates, independent of one another; servers, times, queues, timeouts, retries, breakers, limits,
entries of caches and autoscaling are those that the design states. Work takes as long as stated on average and is spread
exponentially, unless task_duration_p99, _min or _max say otherwise. What cannot be simulated, as too little is stated, is named,
and so are numbers that are stated as ranges, of which the likely value is taken.
One seed is one result, to the byte, by whomever its runs are run.

    archgen simulate examples/payments.yaml
    archgen simulate examples/payments.yaml --duration 2min --burst products=3x@60s+30s -o charts/
    archgen simulate examples/payments.yaml --duration 2min --fail card_provider@60s+20s --runs 2 --format json
    archgen simulate examples/payments.yaml --duration 10min --fail payment_api:2@60s+30s --repair 1min
    archgen simulate examples/payments.yaml --runs 4 --executor concurrent.futures:ThreadPoolExecutor
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.aside import aside, plainly
from archgen.cli.terminal.figures import means, takes_figures
from archgen.cli.terminal.given import read_given
from archgen.cli.terminal.options import as_json, takes_format, takes_open, takes_spec
from archgen.cli.terminal.scenario import executor, scenario, takes_scenario

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.model.estimate import Estimate
    from archgen.model.simulation import Simulation
    from archgen.pipeline.reading import Read


def arguments(parser: ArgumentParser) -> None:
    """Take the design, what happens to it, and where charts go."""
    takes_spec(parser)
    takes_open(parser)
    takes_scenario(parser)
    charts = "write charts there, of what there is to show: depth, latency, answers, utilisation and servers, each a .svg"
    parser.add_argument("-o", "--output", metavar="FOLDER", help=charts)
    takes_figures(parser)
    takes_format(parser)


def run(options: Namespace) -> None:
    """Simulate, write charts where they are asked for, and print the tables."""
    from archgen.cli.terminal.simulated import tables
    from archgen.pipeline.simulating import simulate

    design = read_given(options)
    simulation, numbers = simulate(design, scenario(options, design.architecture), executor(options))
    if options.output:
        _draw(options, design, simulation)
    print(as_json(_plain(design, simulation, numbers)) if options.format == "json" else plainly(tables(simulation, numbers)))


def _draw(options: Namespace, design: "Read", simulation: "Simulation") -> None:
    from pathlib import Path

    from archgen.cli.terminal.saving import save_set
    from archgen.pipeline.simulating import charts

    drawn = [*charts(simulation, means(options, Path(design.spec.path).parent))]
    if not drawn:
        aside("note: no chart is written, as nothing came that could be drawn")
    save_set([(Path(options.output) / name, data) for name, data in drawn])


def _plain(design: "Read", simulation: "Simulation", numbers: "Estimate") -> dict[str, object]:
    from archgen.cli.terminal.simulated import estimated
    from archgen.simulating.totals import cache_rows, guarded_rows, place_rows, plain, way_rows

    scenario = simulation.scenario
    return {
        "schema_version": 1,
        "design": design.name,
        "path": design.spec.path,
        "scenario": {
            "seed": scenario.seed,
            "duration": scenario.duration,
            "warm_up": scenario.warm_up,
            "runs": scenario.runs,
            "bursts": [vars(one) for one in scenario.bursts],
            "outages": [vars(one) for one in scenario.outages],
            "repair": scenario.repair,
        },
        "events": sum(one.events for one in simulation.outcomes),
        "places": [{**plain(row), "estimated_utilisation": estimated(numbers, row)} for row in place_rows(simulation)],
        "ways": [plain(row) for row in way_rows(simulation)],
        "held_back": [plain(row) for row in guarded_rows(simulation)],
        "caches": [plain(row) for row in cache_rows(simulation)],
        "not_simulated": list(simulation.left_out),
        "assumed": list(simulation.assumed),
    }
