"""How long one figure takes, as a multiple of `dot -Tsvg` with labels on the same graph: python -m tests.benchmarks.render.

Whole processes in turn: archgen reads a design in YAML and draws all of it in one figure, Graphviz reads DOT. Both run on
one core, and what is counted is its time, which other work on the machine hardly changes. Printed for each number of
components, which may be given: seconds of both, the ratio, those of the layout alone, the size, and the crossings.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from archgen.layout.place import place
from archgen.layout.score import crossed
from archgen.layout.spots import pieces
from archgen.model.picture import Line
from tests.benchmarks.layered_graph import arrows, dot_source, drawing, nodes

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = (12, 100, 500, 1000)
RUNS = 3
KINDS = {"gateway": "api_gateway", "cdn": "cdn", "client": "client"}


def design(count: int) -> str:
    """The graph as a design in YAML."""
    groups = sorted({node.group for node in nodes(count)})
    lines = ["archgen: 1", f"design: Layered {count}", "groups:"]
    lines += [f"  g{group}: {{name: Group {group}}}" for group in groups]
    lines.append("components:")
    lines += [f"  {node.id}: {{kind: {KINDS.get(node.kind, node.kind)}, in: g{node.group}}}" for node in nodes(count)]
    lines.append("connections:")
    for source, target, label in arrows(count):
        lines.append(f"  - {{kind: calls, from: {source}, to: {target}, label: {label}}}")
    return "\n".join(lines) + "\n"


def took(command: Sequence[str]) -> float:
    """Seconds of one process on its core; Graphviz ends with a failure on some large graphs, having worked as long."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = sum(os.times()[2:4])
    subprocess.run(command, cwd=ROOT, env=environment, check=command[0] != "dot", capture_output=True)
    return sum(os.times()[2:4]) - start


def compare(count: int, folder: Path) -> str:
    """A line for one size."""
    spec, dot = folder / f"{count}.yaml", folder / f"{count}.dot"
    spec.write_text(design(count), "utf-8")
    dot.write_text(dot_source(count), "utf-8")
    ours = [sys.executable, "-m", "archgen", "render", str(spec), "--one", "-o", str(folder / f"{count}.svg")]
    theirs = ["dot", "-Tsvg", str(dot), "-o", str(folder / f"{count}.dot.svg")]
    pairs = [(took(ours), took(theirs)) for _ in range(RUNS if count < 500 else 1)]
    ratio = median(mine / other for mine, other in pairs)
    mine, other = (median(times) for times in zip(*pairs, strict=True))
    return f"{count:5}: {mine:6.2f} s, dot {other:6.2f} s, {ratio:5.1f}x; {measured(count)}"


def measured(count: int) -> str:
    """The time of the layout, the size of the figure, and how often its lines cross."""
    start = time.process_time()
    picture = place(drawing(count))
    took_layout = time.process_time() - start
    lines = [shape for shape in picture.shapes if isinstance(shape, Line)]
    crossings = crossed([piece for line in lines for piece in pieces(line.points)])
    return f"layout {took_layout:.2f} s, {picture.width:.0f} x {picture.height:.0f}, {crossings} crossings"


def report(sizes: Sequence[int]) -> None:
    """Print a line for each size, as soon as it is known."""
    with tempfile.TemporaryDirectory() as folder:
        for count in sizes:
            sys.stdout.write(compare(count, Path(folder)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    report([int(word) for word in sys.argv[1:]] or SIZES)
