"""The same graph for the tools nearest to archgen, with every label, and how each of them draws it in a process of its own.

A tool is taken from PATH, or from the command that its variable names: ARCHGEN_BENCH_D2="node /opt/d2.mjs". What is not there is
said and left out.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.benchmarks.layered_graph import Node, arrows, dot_source, nodes

UNSHOWN = re.compile(r"<(title|desc|style|defs|script)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
MERMAID = {"maxTextSize": 10_000_000, "maxEdges": 100_000}  # else large graphs become a picture of an error


@dataclass(frozen=True)
class Peer:
    """A tool: what it reads, and what it runs to draw that into a file. `command` starts it; None where it is not there."""

    name: str
    variable: str
    command: Sequence[str] | None
    suffix: str
    source: Callable[[int, Path], str]
    runs: Callable[[Sequence[str], Path, Path], Sequence[Sequence[str]]]

    @property
    def missing(self) -> str:
        """What to do to have it measured."""
        return f"{self.name} is not there: put it on PATH, or name its command in {self.variable}"


def peers() -> Sequence[Peer]:
    """Every tool that archgen is measured against."""
    return (
        Peer("dot", "ARCHGEN_BENCH_DOT", _command("ARCHGEN_BENCH_DOT", "dot"), "dot", _dot, _run_dot),
        Peer("diagrams", "ARCHGEN_BENCH_DIAGRAMS", _python_with_diagrams(), "py", diagrams_source, _run_diagrams),
        Peer("D2", "ARCHGEN_BENCH_D2", _command("ARCHGEN_BENCH_D2", "d2"), "d2", d2_source, _run_d2),
        Peer("LikeC4", "ARCHGEN_BENCH_LIKEC4", _command("ARCHGEN_BENCH_LIKEC4", "likec4"), "c4", likec4_source, _run_likec4),
        Peer("Mermaid", "ARCHGEN_BENCH_MERMAID", _command("ARCHGEN_BENCH_MERMAID", "mmdc"), "mmd", mermaid_source, _run_mermaid),
    )


def shown(svg: str, count: int) -> int:
    """How many of the labels of a graph can be read in a figure."""
    text = " ".join(TAG.sub(" ", UNSHOWN.sub(" ", svg)).replace("&#45;", "-").split())
    wanted = Counter(label for _, _, label in arrows(count))
    return sum(min(many, len(re.findall(rf"(?<!\w){re.escape(label)}(?!\w)", text))) for label, many in wanted.items())


def _command(variable: str, program: str) -> Sequence[str] | None:
    named = shlex.split(os.environ.get(variable, ""))
    return named or ([program] if shutil.which(program) else None)


@cache
def _python_with_diagrams() -> Sequence[str] | None:
    """A Python that has the package: the one that is named, this one, or that of PATH."""
    named = shlex.split(os.environ.get("ARCHGEN_BENCH_DIAGRAMS", ""))
    for python in [named] if named else [[sys.executable], ["python3"]]:
        if (
            shutil.which(python[0])
            and not subprocess.run([*python, "-c", "import diagrams"], check=False, capture_output=True).returncode
        ):
            return python
    return None


def _grouped(count: int) -> dict[int, list[Node]]:
    found: dict[int, list[Node]] = {}
    for node in nodes(count):
        found.setdefault(node.group, []).append(node)
    return found


def _dot(count: int, _: Path) -> str:
    return dot_source(count)


def _run_dot(command: Sequence[str], source: Path, target: Path) -> Sequence[Sequence[str]]:
    return [[*command, "-Tsvg", str(source), "-o", str(target)]]


def diagrams_source(count: int, target: Path) -> str:
    """A program for the Python package diagrams."""
    lines = ["from diagrams import Cluster, Diagram, Edge", "from diagrams.onprem.compute import Server"]
    lines.append(f"with Diagram('Layered', filename={str(target.with_suffix(''))!r}, outformat='svg', show=False):")
    for group, held in _grouped(count).items():
        lines.append(f"    with Cluster('Group {group}'):")
        lines += [f"        {node.id} = Server({f'{node.id} {node.technology}'!r})" for node in held]
    lines += [f"    {source} >> Edge(label={label!r}) >> {end}" for source, end, label in arrows(count)]
    return "\n".join(lines) + "\n"


def _run_diagrams(command: Sequence[str], source: Path, _: Path) -> Sequence[Sequence[str]]:
    return [[*command, str(source)]]


def d2_source(count: int, _: Path) -> str:
    """The graph in D2."""
    lines = ["direction: down"]
    for group, held in _grouped(count).items():
        lines += [f'g{group}: "Group {group}" {{', *(f'  {node.id}: "{node.id}\\n{node.technology}"' for node in held), "}"]
    home = {node.id: node.group for node in nodes(count)}
    lines += [f'g{home[source]}.{source} -> g{home[end]}.{end}: "{label}"' for source, end, label in arrows(count)]
    return "\n".join(lines) + "\n"


def _run_d2(command: Sequence[str], source: Path, target: Path) -> Sequence[Sequence[str]]:
    return [[*command, str(source), str(target)]]


def likec4_source(count: int, _: Path) -> str:
    """The graph as a model of LikeC4, with a view of all of it."""
    lines = ["specification {", "  element part", "}", "model {"]
    for group, held in _grouped(count).items():
        lines.append(f"  g{group} = part 'Group {group}' {{")
        lines += [f"    {node.id} = part '{node.id}' {{ technology '{node.technology}' }}" for node in held]
        lines.append("  }")
    home = {node.id: node.group for node in nodes(count)}
    lines += [f"  g{home[source]}.{source} -> g{home[end]}.{end} '{label}'" for source, end, label in arrows(count)]
    shown_all = [f"    include g{group}, g{group}.*" for group in _grouped(count)]
    return "\n".join([*lines, "}", "views {", "  view index {", *shown_all, "  }", "}"]) + "\n"


def _run_likec4(command: Sequence[str], source: Path, target: Path) -> Sequence[Sequence[str]]:
    """It writes no SVG itself: its DOT, drawn by Graphviz; what it takes to start a browser for a PNG is left out."""
    folder = target.with_suffix("")
    return [
        [*command, "gen", "dot", "-o", str(folder), str(source.parent)],
        ["dot", "-Tsvg", str(folder / "index.dot"), "-o", str(target)],
    ]


def mermaid_source(count: int, target: Path) -> str:
    """The graph as a flowchart of Mermaid."""
    target.with_suffix(".json").write_text(json.dumps(MERMAID), "utf-8")
    lines = ["flowchart TB"]
    for group, held in _grouped(count).items():
        lines += [
            f'subgraph g{group}["Group {group}"]',
            *(f'{node.id}["{node.id}<br/>{node.technology}"]' for node in held),
            "end",
        ]
    lines += [f'{source} -->|"{label}"| {end}' for source, end, label in arrows(count)]
    return "\n".join(lines) + "\n"


def _run_mermaid(command: Sequence[str], source: Path, target: Path) -> Sequence[Sequence[str]]:
    return [[*command, "-q", "-c", str(target.with_suffix(".json")), "-i", str(source), "-o", str(target)]]
