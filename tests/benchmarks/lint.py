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
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = "100,1000,10000,100000"
SLOWEST = 10
IMPORTS = {
    "import archgen": "import archgen",
    "every word of it": "from archgen import *",
    "every rule too": "from archgen import *; from archgen.loading import library; library.rules()",
}


@dataclass(frozen=True)
class Measured:
    """Seconds of each stage, each rule and a look at every part, and the process's megabytes; of several runs, the least."""

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


def best(shape: str, size: int, runs: int) -> Measured:
    """Of several processes the least of each number: other work on the machine only ever adds to it."""
    found = []
    for _ in range(runs):
        words = [sys.executable, "-m", "tests.benchmarks.lint", "--measure", shape, "--sizes", str(size)]
        done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
        found.append(Measured(**json.loads(done.stdout)))
    stages = {name: min(one.stages[name] for one in found) for name in found[0].stages}
    rules = {code: min(one.rules[code] for one in found) for code in found[0].rules}
    return Measured(stages, rules, min(one.megabytes for one in found), min(one.look for one in found))


def imported(runs: int = 7) -> Mapping[str, float]:
    """What importing takes as a process of its own: the bare package, which imports words when they are asked for, and all."""
    return {name: min(_took(code) for _ in range(runs)) for name, code in IMPORTS.items()}


def _took(code: str) -> float:
    start = _children()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    return _children() - start


def _children() -> float:
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def table(shape: str, sizes: Sequence[int], runs: int, imports: Mapping[str, float]) -> Iterator[str]:
    """A line for each size, and one for each of the slowest rules."""
    yield f"{shape}: seconds"
    heads = "".join(f"{name:>9}" for name in ("link", "estimate", "lint", "all"))
    yield f"{'components':>12}{heads}{'times':>7}{'MB':>6}  as multiples of: {', '.join(imports)}"
    before: Measured | None = None
    for size in sizes:
        now = best(shape, size, runs)
        grown = f"{now.total / before.total:.1f}" if before else ""
        stages = "".join(f"{now.stages[name]:>9.3f}" for name in ("link", "estimate", "lint"))
        ratios = ", ".join(f"{now.total / took:.1f}" for took in imports.values())
        yield f"{size:>12,}{stages}{now.total:>9.3f}{grown:>7}{now.megabytes:>6}  {ratios}"
        if size == sizes[-1]:
            yield from _growth(now, before)
            yield from _slowest(now, before)
        before = now


def _growth(now: Measured, before: Measured | None) -> Iterator[str]:
    """How the rules alone grow, beside what must be linear: one look at one attribute of every part, which waits for memory."""
    if before:
        yield f"{'rules alone':>24}  {now.stages['lint'] / before.stages['lint']:.1f} times the size before"
        yield f"{'one look at every part':>24}  {now.look / before.look:.1f} times the size before"


def _slowest(now: Measured, before: Measured | None) -> Iterator[str]:
    for code in sorted(now.rules, key=now.rules.__getitem__, reverse=True)[:SLOWEST]:
        grown = f"{now.rules[code] / before.rules[code]:.1f} times the size before" if before else ""
        yield f"{code:>12}{now.rules[code]:>9.3f}  {grown}"


def main(words: Iterable[str]) -> None:
    """Print the tables, or what one process measured."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--shapes", default="company")
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--measure", metavar="SHAPE")
    options = parser.parse_args([*words])
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.measure:
        sys.stdout.write(json.dumps(vars(measure(options.measure, sizes[0]))))
        return
    from tests.benchmarks.shapes import SHAPES

    imports = imported()
    each = ", ".join(f"{name} {took:.3f} s" for name, took in imports.items())
    sys.stdout.write(f"importing, as a process of its own: {each}\n")
    for shape in SHAPES if options.shapes == "all" else options.shapes.split(","):
        for line in table(shape, sizes, options.runs, imports):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
