"""The pytest plugin, in pytest runs of their own."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.own_rule import DESIGN, RULE

ROOT = Path(__file__).resolve().parent.parent.parent
CLEAN = "archgen: 1\ndesign: Notes\ncomponents:\n  app: {kind: client}\n"
PYTHON = "print('hello')\nfrom archgen import Client, Design\ndesign = Design('Notes', [Client('App')])\n"
SPECS = "archgen_specs = designs/*.yaml\n"
QUIET = '[lint]\nselect = ["OUR001", "AR050"]\n'


@dataclass(frozen=True)
class Run:
    """A pytest run: its exit code, what it said, and what became of each test."""

    code: int
    text: str

    @property
    def outcomes(self) -> dict[str, str]:
        return dict(re.findall(r"^(\S+::\S+) (PASSED|FAILED|ERROR)", self.text, re.MULTILINE))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with one clean design, a test, and a configuration that brings a rule."""
    write(tmp_path, "designs/notes.yaml", CLEAN)
    write(tmp_path, "tests/test_one.py", "def test_one():\n    assert True\n")
    write(tmp_path, "rules/public_database.py", RULE)
    write(tmp_path, "archgen.toml", f'rules = ["rules/"]\n{QUIET}')
    return tmp_path


def write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text(text, "utf-8")


def configured(project: Path, text: str = SPECS) -> None:
    write(project, "pytest.ini", f"[pytest]\n{text}")


def run(project: Path, *arguments: str) -> Run:
    """With this plugin and no other that is installed: it need not be."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "COLUMNS": "200"}
    environment.pop("PYTEST_ADDOPTS", None)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-v",
        "--no-header",
        "-p",
        "archgen.testing.pytest_plugin",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(
        [*command, *arguments], cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return Run(done.returncode, done.stdout + done.stderr)


def test_without_being_asked_it_does_nothing(project: Path) -> None:
    result = run(project)
    assert (result.code, list(result.outcomes)) == (0, ["tests/test_one.py::test_one"])
    assert "archgen" not in result.text


def test_every_design_that_is_named_is_a_test(project: Path) -> None:
    configured(project, "archgen_specs = designs/*.yaml designs/*.py\n")
    write(project, "designs/notes.py", PYTHON)
    result = run(project)
    assert result.code == 0
    assert result.outcomes == {
        "designs/notes.py::archgen": "PASSED",
        "designs/notes.yaml::archgen": "PASSED",
        "tests/test_one.py::test_one": "PASSED",
    }


def test_patterns_may_be_a_list_of_a_shared_file(project: Path) -> None:
    write(project, "pyproject.toml", '[tool.pytest.ini_options]\narchgen_specs = ["designs/*.yaml"]\n')
    assert "designs/notes.yaml::archgen" in run(project).outcomes


def test_without_names_those_are_taken_that_have_the_names_of_designs(project: Path) -> None:
    write(project, "architecture.yaml", CLEAN)
    write(project, "shop.arch.py", PYTHON)
    write(project, "designs/architecture.py", "raise ValueError('a module of another kind')\n")
    assert run(project, "--archgen").outcomes == {
        "architecture.yaml::archgen": "PASSED",
        "shop.arch.py::archgen": "PASSED",
        "tests/test_one.py::test_one": "PASSED",
    }


def test_a_design_fails_with_the_report_and_without_a_traceback(project: Path) -> None:
    configured(project)
    write(project, "archgen.toml", f'rules = ["rules/"]\n{QUIET}fail-on = "warning"\n')
    write(project, "designs/shop.yaml", DESIGN)
    result = run(project)
    assert (result.code, result.outcomes["designs/shop.yaml::archgen"]) == (1, "FAILED")
    assert (
        "Shop (designs/shop.yaml)\n\n"
        "designs/shop.yaml:5:3 warning OUR001 public-database\n"
        "  Store is read by clients themselves\n"
        "  because App reads Store\n"
        "  fix: put a service between them\n"
    ) in result.text
    assert "Traceback" not in result.text
    assert "designs_as_tests" not in result.text


def test_what_fails_is_what_the_nearest_configuration_says(project: Path) -> None:
    configured(project, "archgen_specs = **/*.yaml\n")
    write(project, "designs/shop.yaml", DESIGN)
    write(project, "strict/shop.yaml", DESIGN)
    write(project, "strict/archgen.toml", 'rules = ["../rules"]\n[lint]\nselect = ["OUR001"]\nfail-on = "warning"\n')
    outcomes = run(project).outcomes
    assert (outcomes["designs/shop.yaml::archgen"], outcomes["strict/shop.yaml::archgen"]) == ("PASSED", "FAILED")
    shown = run(project, "-rP", "designs/shop.yaml")
    assert "warning OUR001 public-database" in shown.text


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("designs/bad.yaml", "archgen: 1\ndesign: Shop\ncomponets: {}\n", "designs/bad.yaml:3:1: "),
        ("designs/bad.py", "x = 1\nraise SystemExit(0)\n", "designs/bad.py:2:1: the specification raised SystemExit: 0"),
        ("designs/bad.py", "x = 1\n", "designs/bad.py: the specification binds no design"),
    ],
)
def test_what_is_no_design_is_told_with_its_line(project: Path, path: str, text: str, said: str) -> None:
    configured(project, "archgen_specs = designs\n")
    write(project, path, text)
    result = run(project)
    assert (result.code, result.outcomes[f"{path}::archgen"]) == (1, "FAILED")
    assert f"\n{said}" in result.text
    assert "Traceback" not in result.text


def test_a_broken_configuration_fails_its_designs_with_its_line(project: Path) -> None:
    configured(project)
    write(project, "archgen.toml", "[lnt]\n")
    result = run(project)
    assert result.outcomes["designs/notes.yaml::archgen"] == "FAILED"
    assert '\narchgen.toml:1:2: archgen.toml has no "lnt"' in result.text


def test_designs_outside_of_the_test_paths_are_tests_too(project: Path) -> None:
    configured(project, "archgen_specs = designs/*.yaml tests/*.arch.yaml\ntestpaths = tests\n")
    write(project, "tests/own.arch.yaml", CLEAN)
    assert sorted(run(project).outcomes) == [
        "designs/notes.yaml::archgen",
        "tests/own.arch.yaml::archgen",
        "tests/test_one.py::test_one",
    ]


def test_what_the_command_line_names_is_all_that_is_run(project: Path) -> None:
    configured(project, "archgen_specs = designs/*\n")
    write(project, "designs/other.py", PYTHON)
    assert list(run(project, "tests").outcomes) == ["tests/test_one.py::test_one"]
    assert list(run(project, "designs/other.py").outcomes) == ["designs/other.py::archgen"]
    assert list(run(project, "designs/notes.yaml::archgen").outcomes) == ["designs/notes.yaml::archgen"]


def test_a_design_that_the_command_line_names_needs_no_name_of_a_kind(project: Path) -> None:
    assert run(project, "--archgen", "designs/notes.yaml").outcomes == {"designs/notes.yaml::archgen": "PASSED"}


def test_designs_can_be_selected_by_a_marker(project: Path) -> None:
    configured(project, f"{SPECS}addopts = --strict-markers\n")
    assert list(run(project, "-m", "archgen").outcomes) == ["designs/notes.yaml::archgen"]
    assert list(run(project, "-m", "not archgen").outcomes) == ["tests/test_one.py::test_one"]


def test_a_pattern_that_names_nothing_is_refused(project: Path) -> None:
    configured(project, "archgen_specs = designs/*.yaml desings/*.yaml\n")
    result = run(project)
    assert (result.code, result.outcomes) == (4, {})
    assert 'ERROR: archgen_specs: no file has the path "desings/*.yaml"' in result.text
    assert run(project, "tests").code == 0
    configured(project, "")
    assert "--archgen: no file here has a name that designs have; name them in archgen_specs" in run(project, "--archgen").text


def test_a_module_of_tests_stays_one(project: Path) -> None:
    configured(project, "archgen_specs = designs/*.py\n")
    write(project, "designs/test_shop.py", f"{PYTHON}def test_it():\n    assert design.name == 'Notes'\n")
    assert sorted(run(project, "designs").outcomes) == ["designs/test_shop.py::archgen", "designs/test_shop.py::test_it"]


def test_the_plugin_imports_next_to_nothing() -> None:
    code = (
        "import pytest, sys; known = {*sys.modules}; import archgen.testing.pytest_plugin; print(*sorted({*sys.modules} - known))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["archgen", "archgen.testing", "archgen.testing.pytest_plugin"]


def test_the_assertions_need_no_pytest() -> None:
    code = "import sys, archgen.testing as t; t.assert_clean(sys.argv[1], fail_on='never'); print('pytest' in sys.modules)"
    path = str(ROOT / "tests" / "exporters" / "twins" / "shop.yaml")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code, path], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
