"""How fast simulations run, and how near they come to the formulas: python -m tests.benchmarks.simulate.

A million events are set against the time that Python takes for 60 million empty turns of a loop, on the same processor, one right
after the other, run by run. An event is something that comes to a station, be it from outside or from another station, or that
comes to its time: the end of a piece of work, of patience or of a pause. A start of service is none of its own, nor is an answer
that takes no time. Beside it stand those alone that came in from outside or to their time. Then mean waits of the whole grid of
loads, with how sure they are, and how several runs share the processors.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from archgen.estimating.formulas import mean_wait, mean_wait_for
from archgen.model.simulation import Burst, Outcome, Scenario
from archgen.pipeline.judging import estimate
from archgen.pipeline.reading import read
from archgen.pipeline.simulating import planned
from archgen.pipeline.uncollected import uncollected
from archgen.simulating.measures import Breaker, Entries, Limit
from archgen.simulating.plan import Course, Pauses, Plan, Station, Times
from archgen.simulating.run import run_once
from archgen.simulating.run import simulate as simulate_plan
from tests.simulating.plans import SERVICE, calling, messages, queue, reading
from tests.simulating.sound import mean_wait_of, watching

ROOT = Path(__file__).resolve().parent.parent.parent
TURNS, EVENTS = 60_000_000, 1_000_000
LOADS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
SERVERS = (1, 2, 5, 20)
RUNS, ARRIVALS, WARM_UP, FEW = 20, 1_000_000, 60_000, 2_000
REPEATS = 7


def turns() -> float:
    """Seconds for empty turns, by the fastest of Python's loops."""
    start = time.process_time()
    for _ in range(TURNS):
        pass
    return time.process_time() - start


def plans() -> Iterator[tuple[str, Plan, Scenario]]:
    """What is timed: one station, a caller that waits with a timeout and tries again, and the same in a storm."""
    course = Course("call", "Front calls Desk", (1,), ((),), timeout=1.0, attempts=3, pauses=Pauses(0.1, 2, jitter=True))
    desk = Station("desk", "Desk", 10, Times(0.08))
    yield "one server, 80 % taken", queue(0.8), Scenario(duration=600, warm_up=10)
    yield "four servers, 90 % taken", queue(0.9, 4), Scenario(duration=150, warm_up=3)
    yield "calls, timeouts, retries", calling(course, desk, 90.0), Scenario(duration=3000)
    storm = Scenario(duration=1000, bursts=(Burst("client", 3, 60, 10),))
    yield "the same after a burst", calling(course, desk, 90.0), storm
    limit, breaker = Limit(80.0, 20.0), Breaker(0.5, 10.0, 5.0)
    guarded = replace(course, limit=limit, breaker=breaker, trip=0.005)
    yield "with limit, breaker, trip", calling(guarded, desk, 90.0), Scenario(duration=2000)
    yield "a queue and its workers", messages(rate=150.0), Scenario(duration=1500)
    yield "a cache by its entries", reading(Entries(5.0, 1000, at_once=1, cache=1, rate=500.0), 0.01), Scenario(duration=600)
    design = read(str(ROOT / "examples" / "group_chat.yaml"))
    yield "group_chat.yaml, whole", planned(design, estimate(design)), Scenario(duration=20, warm_up=1)


def speed() -> Iterator[str]:
    """A line for each plan."""
    yield f"a million events, in times of {TURNS:,} empty turns: the middle of {REPEATS} runs, and the least and the most"
    yield f"{'':<28}{'events':>11}{'us each':>9}{'by for and range':>18}{'least':>7}{'most':>6}{'narrowly counted':>18}"
    for name, plan, scenario in plans():
        ratios, each = [], 0.0
        for _ in range(REPEATS):
            with uncollected():
                before, (seconds, outcome), after = turns(), _timed(partial(run_once, plan, scenario)), turns()
            each = seconds / outcome.events * EVENTS
            ratios.append(each / (before + after) * 2)
        ratios.sort()
        middle = ratios[REPEATS // 2]
        narrow = middle * outcome.events / (outcome.events - outcome.passed_on)
        spread = f"{middle:>18.2f}{ratios[0]:>7.2f}{ratios[-1]:>6.2f}{narrow:>18.2f}"
        yield f"{name:<28}{outcome.events:>11,}{each:>9.3f}{spread}"


def _timed(run: Callable[[], Outcome]) -> tuple[float, Outcome]:
    start = time.process_time()
    outcome = run()
    return time.process_time() - start, outcome


def grid() -> Iterator[str]:
    """Mean waits over the formula's, less one, for each load, and by how much that may well be off."""
    yield f"mean waits, by how much they are off the formulas, of {RUNS} runs of {ARRIVALS:,} arrivals; then their standard error"
    yield f"{'taken':>6}" + "".join(f"{f'M/M/{servers}':>16}" for servers in SERVERS) + f"{'M/D/1':>16}"
    with ProcessPoolExecutor() as pool:
        for load in LOADS:
            cells = [_off(pool, queue(load, one), mean_wait(load * one / SERVICE, SERVICE, one)) for one in SERVERS]
            cells.append(_off(pool, queue(load, form="constant"), mean_wait_for(load / SERVICE, SERVICE, 0)))
            yield f"{load:>6.0%}" + "".join(f"{cell:>16}" for cell in cells)


def _off(pool: ProcessPoolExecutor, plan: Plan, formula: float) -> str:
    runs = list(pool.map(watching(plan, ARRIVALS, WARM_UP), range(RUNS)))
    if sum(run.waited for run in runs) < FEW:
        return "nobody waits"
    found = mean_wait_of(runs)
    return f"{found.mean / formula - 1:+.2%} ±{found.error / formula:.2%}"


def shared() -> Iterator[str]:
    """Several runs by one process and by as many as there are processors."""
    _, plan, scenario = next(plans())
    several = Scenario(duration=scenario.duration / 2, runs=4)
    for workers in (1, os.cpu_count() or 1):
        start = time.perf_counter()
        simulate_plan(plan, several, partial(ProcessPoolExecutor, workers))
        yield f"{several.runs} runs by {workers} processes: {time.perf_counter() - start:.2f} s"


def main(words: list[str]) -> None:
    """Print all, or what is named."""
    parts = {"speed": speed, "shared": shared, "grid": grid}
    for name in words or parts:
        for line in parts[name]():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
