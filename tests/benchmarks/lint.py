"""How long linting takes, link and estimate included, and how that grows with the design: python -m tests.benchmarks.lint.

The design is one such as large companies have. `--shapes all` adds designs that make a walk which looks at too much take too
long, `--shapes chain,ring` takes these alone, `--sizes 1000,10000` other sizes. Each design is made and linted in a process of
its own. What counts is the time that the processor works for it, so that what else the machine does matters less.
"""

import json
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = "100,1000,10000,100000"
SLOWEST = 10
IMPORTED = 5  # so many times in each round
IMPORTS = {
    "import archgen": "import archgen",
    "every word of it": "from archgen import *",
    "every rule too": "from archgen import *; from archgen.loading import library; library.rules()",
}


@dataclass(frozen=True)
class Measured:
    """Seconds of each stage, each rule and a look at every part, and the process's megabytes."""

    stages: Mapping[str, float]
    rules: Mapping[str, float]
    megabytes: int
    look: float

    @property
    def total(self) -> float:
        """All stages."""
        return sum(self.stages.values())


def measure(shape: str, size: int) -> Measured:
    """Link, estimate and lint a design that is made for it. What several rules ask counts for the first that asks."""
    from archgen.estimating.run import estimate
    from archgen.linting.run import lint
    from archgen.loading import library
    from archgen.model.link import link
    from archgen.model.spec import Spec
    from archgen.pipeline.uncollected import uncollected
    from tests.benchmarks.shapes import SHAPES

    times: dict[str, float] = {}
    rules = [replace(entry, value=replace(entry.value, check=_timed(entry.value, times))) for entry in library.rules()]
    with uncollected():
        spec = Spec(SHAPES[shape](size))
        clock = [time.process_time()]
        architecture = link(spec)
        clock.append(time.process_time())
        numbers = estimate(architecture)
        clock.append(time.process_time())
        report = lint(spec, architecture, numbers, rules)
        clock.append(time.process_time())
        looked = sum(part.call_site is not None for part in (*architecture.all_components, *architecture.all_connections))
        look = time.process_time() - clock[-1]
    if report.crashes or not looked:
        raise SystemExit(f"{shape} {size}: {report.crashes}")
    stages = {name: clock[place + 1] - clock[place] for place, name in enumerate(("link", "estimate", "lint"))}
    return Measured(stages, times, getrusage(RUSAGE_SELF).ru_maxrss // 1024, look)


def _timed(rule: Any, times: dict[str, float]) -> Any:
    def check(*given: Any) -> Any:
        start = time.process_time()
        found = list(rule.check(*given))
        times[rule.code] = time.process_time() - start
        return found

    return check


def measured(shape: str, size: int) -> Measured:
    """What a process of its own measures."""
    words = [sys.executable, "-m", "tests.benchmarks.lint", "--measure", shape, "--sizes", str(size)]
    return Measured(**json.loads(subprocess.run(words, cwd=ROOT, check=True, capture_output=True).stdout))


def imported() -> Mapping[str, float]:
    """What importing takes as a process of its own: the bare package, which imports words when they are asked for, and all."""
    return {name: median(_took(code) for _ in range(IMPORTED)) for name, code in IMPORTS.items()}


def _took(code: str) -> float:
    start = _children()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    return _children() - start


def _children() -> float:
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def table(shape: str, sizes: Sequence[int], runs: int) -> Iterator[str]:
    """A line for each size, of the runs the median, and one for each of the slowest rules."""
    yield f"{shape}: seconds, the medians of {runs} rounds"
    heads = "".join(f"{name:>9}" for name in ("link", "estimate", "lint", "all"))
    yield f"{'components':>12}{heads}{'MB':>6}  as multiples of: {', '.join(IMPORTS)}"
    # One after the other in each round: the machine is as fast for the one as for the other.
    imports, rounds = zip(*((imported(), [measured(shape, size) for size in sizes]) for _ in range(runs)), strict=True)
    for place, size in enumerate(sizes):
        found = [row[place] for row in rounds]
        stages = "".join(f"{median(one.stages[name] for one in found):>9.3f}" for name in found[0].stages)
        multiples = (median(one.total / took[name] for one, took in zip(found, imports, strict=True)) for name in IMPORTS)
        ratios = ", ".join(f"{times:.1f}" for times in multiples)
        megabytes = median(one.megabytes for one in found)
        yield f"{size:>12,}{stages}{median(one.total for one in found):>9.3f}{megabytes:>6.0f}  {ratios}"
    each = ", ".join(f"{name} {median(took[name] for took in imports):.3f} s" for name in IMPORTS)
    yield f"importing, as a process of its own: {each}"
    for place, (size, larger) in enumerate(pairwise(sizes)):
        pairs = [(row[place], row[place + 1]) for row in rounds]
        yield f"from {size:,} to {larger:,} components, times as long in each round: median (least to most)"
        yield f"{'all':>24}  {growth((one.total, other.total) for one, other in pairs)}"
        yield f"{'the rules alone':>24}  {growth((one.stages['lint'], other.stages['lint']) for one, other in pairs)}"
        # What must be linear, as it looks at one attribute of each: beyond that, it waits for memory.
        yield f"{'one look at every part':>24}  {growth((one.look, other.look) for one, other in pairs)}"
    yield from slowest([row[-2:] for row in rounds])


def growth(pairs: Iterable[tuple[float, float]]) -> str:
    """How many times the one the other is in each pair. What changes from round to round, as the machine does, is in both."""
    times = [other / one for one, other in pairs]
    return f"{median(times):.1f} ({min(times):.1f} to {max(times):.1f})"


def slowest(rounds: Sequence[Sequence[Measured]]) -> Iterator[str]:
    """The rules that take longest at the last size, and how each has grown since the one before."""
    took = {code: median(row[-1].rules[code] for row in rounds) for code in rounds[0][-1].rules}
    for code in sorted(took, key=took.__getitem__, reverse=True)[:SLOWEST]:
        pairs = [(row[0].rules[code], row[-1].rules[code]) for row in rounds]
        yield f"{code:>12}{took[code]:>9.3f} s{f', {growth(pairs)}' if len(rounds[0]) > 1 else ''}"


def main(words: Iterable[str]) -> None:
    """Print the tables, or what one process measured."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--shapes", default="company")
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--measure", metavar="SHAPE")
    options = parser.parse_args([*words])
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.measure:
        sys.stdout.write(json.dumps(vars(measure(options.measure, sizes[0]))))
        return
    from tests.benchmarks.shapes import SHAPES

    for shape in SHAPES if options.shapes == "all" else options.shapes.split(","):
        for line in table(shape, sizes, options.runs):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
