"""How long `archgen estimate` takes of a large design, beside `archgen lint` of it: python -m tests.benchmarks.estimate.

Both run as processes of their own, start, reading and printing included, in turn. What counts is the time that the processor
works for them; of several runs, the one in the middle. It ends with exit code 1 where estimating takes more than linting.
"""

import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
COMMANDS = ("validate", "estimate", "lint")
SPEC = 'from tests.benchmarks.shapes import SHAPES\n\ndesign = SHAPES["{shape}"]({size})\n'
# Findings are no failure here.
FAILED = 2


def took(command: str, spec: Path) -> float:
    """Seconds of the processor that the command works."""
    before = getrusage(RUSAGE_CHILDREN)
    code = "import sys; from archgen.cli import main; sys.exit(main(sys.argv[1:]))"
    there = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", code, command, str(spec)]
    done = subprocess.run(words, stdout=subprocess.DEVNULL, check=False, cwd=spec.parent, env=there)
    if done.returncode >= FAILED:
        raise SystemExit(f"archgen {command} ended with {done.returncode}")
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(shape: str, size: int, runs: int) -> Mapping[str, float]:
    """Of each command the time in the middle."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "large.py"
        spec.write_text(SPEC.format(shape=shape, size=size), "utf-8")
        times: dict[str, list[float]] = {command: [] for command in COMMANDS}
        for _ in range(runs):
            for command in COMMANDS:
                times[command].append(took(command, spec))
    return {command: median(each) for command, each in times.items()}


def main(words: Sequence[str] | None = None) -> int:
    """Print the times, and whether estimating takes less."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--shape", default="company")
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(words)
    found = measured(options.shape, options.size, options.runs)
    for command, seconds in found.items():
        sys.stdout.write(f"archgen {command:<9} {seconds:6.2f} s of the processor\n")
    share = found["estimate"] / found["lint"]
    sys.stdout.write(f"estimating takes {share:.0%} of what linting takes, {options.shape} of {options.size:,} components\n")
    return 0 if share < 1 else 1


if __name__ == "__main__":
    sys.exit(main())
