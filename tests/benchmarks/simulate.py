"""How fast simulations run, and how near they come to the formulas: python -m tests.benchmarks.simulate.

A million events are set against the time that Python takes for 60 million empty turns of a loop, on the same processor, one after
the other. An event is something that comes in, or that comes to its time: a start of service is none of its own. Then mean waits
of the whole grid of loads, and how several runs share the processors.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from archgen.estimating.formulas import erlang_b, mean_wait, mean_wait_for
from archgen.model.simulation import Burst, Scenario
from archgen.pipeline.simulating import simulate
from archgen.pipeline.uncollected import uncollected
from archgen.simulating.plan import Course, Pauses, Plan, Station, Times
from archgen.simulating.run import run_once
from archgen.simulating.run import simulate as simulate_plan
from tests.simulating.plans import SERVICE, calling, queue, ran

ROOT = Path(__file__).resolve().parent.parent.parent
TURNS, EVENTS = 60_000_000, 1_000_000
LOADS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
SERVERS = (1, 2, 5, 20)
ARRIVALS = 1_000_000


def turns() -> float:
    """Seconds for empty turns, by the fastest of Python's loops."""
    start = time.process_time()
    for _ in range(TURNS):
        pass
    return time.process_time() - start


def counted_turns() -> float:
    """Seconds for turns that count themselves."""
    start, turn = time.process_time(), 0
    while turn < TURNS:
        turn += 1
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


def speed() -> Iterator[str]:
    """A line for each plan."""
    empty, counting = min(turns() for _ in range(3)), min(counted_turns() for _ in range(3))
    yield f"{TURNS:,} empty turns: {empty:.3f} s by for and range, {counting:.3f} s by while and a count"
    yield f"{'':<26}{'events':>11}{'seconds':>9}{'us each':>9}{'a million, in times of for':>28}{'of while':>10}"
    for name, plan, scenario in plans():
        with uncollected():
            seconds, events = min(_timed(partial(run_once, plan, scenario)) for _ in range(3))
        million = seconds / events * EVENTS
        yield f"{name:<26}{events:>11,}{seconds:>9.3f}{million:>9.3f}{million / empty:>28.2f}{million / counting:>10.2f}"


def _timed(run: Callable[[], object]) -> tuple[float, int]:
    start = time.process_time()
    outcome = run()
    return time.process_time() - start, getattr(outcome, "events", 0)


def grid() -> Iterator[str]:
    """Mean waits over the formula's, less one, for each load."""
    yield f"mean waits, by how much they are off the formulas, of {ARRIVALS:,} arrivals"
    yield f"{'taken':>6}" + "".join(f"{f'M/M/{servers}':>10}" for servers in SERVERS) + f"{'M/D/1':>10}{'Erlang B, 5':>14}"
    for load in LOADS:
        cells = [_off(queue(load, servers), mean_wait(load * servers / SERVICE, SERVICE, servers)) for servers in SERVERS]
        cells.append(_off(queue(load, form="constant"), mean_wait_for(load / SERVICE, SERVICE, 0)))
        (place,) = ran(queue(load, 5, limit=0), ARRIVALS).places
        blocked = place.dropped / place.arrived / erlang_b(5 * load, 5) - 1
        yield f"{load:>6.0%}" + "".join(f"{cell:>+10.1%}" for cell in cells) + f"{blocked:>+14.1%}"


def _off(plan: Plan, formula: float) -> float:
    (place,) = ran(plan, ARRIVALS).places
    return place.wait / formula - 1


def shared() -> Iterator[str]:
    """Several runs by one process and by as many as there are processors."""
    _, plan, scenario = next(plans())
    several = Scenario(duration=scenario.duration / 2, runs=4)
    for workers in (1, os.cpu_count() or 1):
        start = time.perf_counter()
        simulate_plan(plan, several, partial(ProcessPoolExecutor, workers))
        yield f"{several.runs} runs by {workers} processes: {time.perf_counter() - start:.2f} s"


def example() -> Iterator[str]:
    """A whole design as it is read."""
    from archgen.pipeline.reading import read

    design = read(str(ROOT / "examples" / "group_chat.yaml"))
    start = time.process_time()
    simulation, _ = simulate(design, Scenario(duration=30, warm_up=5))
    seconds, events = time.process_time() - start, simulation.outcomes[0].events
    yield f"group_chat.yaml, 30 s of it: {events:,} events in {seconds:.2f} s, {seconds / events * EVENTS:.2f} us each"


def main(words: list[str]) -> None:
    """Print all, or what is named."""
    parts = {"speed": speed, "shared": shared, "example": example, "grid": grid}
    for name in words or parts:
        for line in parts[name]():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
