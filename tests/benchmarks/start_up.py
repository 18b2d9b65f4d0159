"""How long archgen takes to start and to read, as multiples of `python -c pass`: python tests/benchmarks/start_up.py."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
TWINS = ROOT / "tests" / "exporters" / "twins"
RUNS = 7
COMMANDS = {
    "archgen --help": ["--help"],
    "archgen export json shop.yaml": ["export", "json", str(TWINS / "shop.yaml")],
    "archgen export json shop.py": ["export", "json", str(TWINS / "shop.py")],
    "archgen lint shop.yaml": ["lint", "--fail-on", "never", str(TWINS / "shop.yaml")],
    "archgen estimate shop.yaml": ["estimate", str(TWINS / "shop.yaml")],
}


def took(*words: str) -> float:
    """The median of several runs of a Python process, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *words], cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return median(times)


def report() -> list[str]:
    """A line for each command."""
    bare = took("-c", "pass")
    return [f"{took('-m', 'archgen', *words) / bare:5.1f}  {name}" for name, words in COMMANDS.items()]


if __name__ == "__main__":
    sys.stdout.write("\n".join(report()) + "\n")
