"""How long one figure takes, beside the tools nearest to archgen: python -m tests.benchmarks.render [SIZE ...].

Whole processes in turn, each after one run that does not count; what takes long is run once. archgen reads a design in YAML and
draws all of it in one figure, its modules compiled as an installation has them; every other tool reads the same graph in its own
language. Each draws every label. Medians of processor time, which other work on the machine hardly changes, and of time by the
clock in brackets; what children of a browser take is not always counted, to the browser's favour. Tools that are not there are
named: see peers.py.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from archgen.layout.place import place
from archgen.layout.score import crossed
from archgen.layout.spots import pieces
from archgen.model.picture import Line
from tests.benchmarks.layered_graph import arrows, drawing, nodes
from tests.benchmarks.peers import Peer, peers, shown

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = (12, 100, 500, 1000)
RUNS, FEWER, MANY = 5, 3, 500  # of each tool; fewer from so many components on
LONGEST = 300.0  # seconds that one run may take
LONG = 5.0  # of a processor: what takes that is run once
KINDS = {"gateway": "api_gateway", "cdn": "cdn", "client": "client"}
ARCHGEN = [sys.executable, "-c", "import sys; from archgen.__main__ import main; sys.exit(main())"]


@dataclass(frozen=True)
class Time:
    """Seconds of a processor, and by the clock."""

    processor: float
    clock: float


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


def took(commands: Sequence[Sequence[str]], environment: Mapping[str, str]) -> Time | None:
    """What processes take one after another; None where one takes too long. Some end with a failure, having worked as long."""
    start, clock = _of_children(), time.monotonic()
    for command in commands:
        try:
            subprocess.run(
                command, cwd=ROOT, env={**os.environ, **environment}, check=False, capture_output=True, timeout=LONGEST
            )
        except subprocess.TimeoutExpired:
            return None
    return Time(_of_children() - start, time.monotonic() - clock)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Race:
    """All tools at one size."""

    def __init__(self, count: int, folder: Path, tools: Sequence[Peer]) -> None:
        self.count, self.folder = count, folder
        self.targets = {tool.name: folder / tool.suffix / "figure.svg" for tool in tools}
        self.commands = {tool.name: self._prepared(tool) for tool in tools}
        spec, self.targets["archgen"] = folder / "design.yaml", folder / "figure.svg"
        spec.write_text(design(count), "utf-8")
        self.commands["archgen"] = [[*ARCHGEN, "render", str(spec), "--one", "-o", str(self.targets["archgen"])]]
        self.environment = {
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled"),
            "PYTHONDONTWRITEBYTECODE": "",
        }

    def _prepared(self, tool: Peer) -> Sequence[Sequence[str]]:
        target = self.targets[tool.name]
        source = target.with_name(f"graph.{tool.suffix}")
        source.parent.mkdir()
        source.write_text(tool.source(self.count, target), "utf-8")
        return tool.runs(tool.command or (), source, target)

    def run(self) -> Mapping[str, Sequence[Time | None]]:
        """The times of each tool."""
        times: dict[str, list[Time | None]] = {name: [] for name in self.commands}
        for number in range(1 + (RUNS if self.count < MANY else FEWER)):
            for name, commands in self.commands.items():
                if all(one is not None and one.processor < LONG for one in times[name]):
                    found = took(commands, self.environment)
                    times[name] += [found] if number or found is None or found.processor >= LONG else []
        return times

    def labels(self, name: str) -> str:
        """How many labels can be read in what a tool drew."""
        path = self.targets[name]
        if not path.exists():
            return "no figure"
        return f"{shown(path.read_text('utf-8'), self.count)}/{len(arrows(self.count))} labels"


def compare(count: int, folder: Path, tools: Sequence[Peer]) -> list[str]:
    """A line for each tool."""
    race = Race(count, folder, tools)
    times = race.run()
    lines = [f"{count} components; {measured(count)}"]
    for name, found in times.items():
        known = [one for one in found if one is not None]
        if len(known) < len(found) or not known:
            lines.append(f"  {name:9} over {LONGEST:g} s, {race.labels(name)}")
            continue
        ratios = _ratios(times["archgen"], known) if name != "archgen" else ""
        processor, clock = median(one.processor for one in known), median(one.clock for one in known)
        lines.append(f"  {name:9} {processor:7.2f} s ({clock:6.2f} s), {race.labels(name)}{ratios}")
    return lines


def _ratios(ours: Sequence[Time | None], theirs: Sequence[Time]) -> str:
    """What archgen takes as a multiple of another, run by run."""
    pairs = [(one, other) for one, other in zip(ours, theirs, strict=False) if one is not None]
    if not pairs:
        return ""
    processor = median(one.processor / other.processor for one, other in pairs)
    clock = median(one.clock / other.clock for one, other in pairs)
    return f"; archgen takes {processor:.2f} ({clock:.2f}) times as long"


def measured(count: int) -> str:
    """The time of the layout alone, the size of the figure, and how often its lines cross."""
    start = time.process_time()
    picture = place(drawing(count))
    took_layout = time.process_time() - start
    lines = [shape for shape in picture.shapes if isinstance(shape, Line)]
    crossings = crossed([piece for line in lines for piece in pieces(line.points)])
    return f"layout {took_layout:.2f} s, {picture.width:.0f} x {picture.height:.0f}, {crossings} crossings"


def report(sizes: Sequence[int]) -> None:
    """Print what there is of each size as soon as it is known, and first which tools there are not."""
    tools = peers()
    for tool in tools:
        if tool.command is None:
            sys.stdout.write(f"{tool.missing}\n")
    with tempfile.TemporaryDirectory() as folder:
        for count in sizes:
            place_of_size = Path(folder) / str(count)
            place_of_size.mkdir()
            sys.stdout.write("\n".join(compare(count, place_of_size, [tool for tool in tools if tool.command])) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    report([int(word) for word in sys.argv[1:]] or SIZES)
