"""The page about rules of one's own says what is so: its rule is run, and what it shows is what is printed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import uncounted

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "site" / "pages" / "35-own-rules.md").read_text("utf-8")
DESIGN = """\
archgen: 1
design: Orders
components:
  app: {kind: service}
  orders: {kind: database, engine: Oracle, managed: false}
connections:
  - {kind: writes, from: app, to: orders}
"""
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "PYTHONPATH": str(ROOT),
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all that the page names."""
    rule, tests = blocks("python")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "engine_without_on_call.py").write_text(rule, "utf-8")
    (tmp_path / "test_orders.py").write_text(tests, "utf-8")
    (tmp_path / "archgen.toml").write_text(blocks("toml")[0], "utf-8")
    (tmp_path / "orders.yaml").write_text(DESIGN, "utf-8")
    return tmp_path


def run(command: str, folder: Path) -> str:
    done = subprocess.run(command, shell=True, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode < 2, done.stderr
    return done.stdout


def without_counts(text: str) -> str:
    return re.sub(r"\d+ skipped", "others skipped", uncounted(text))


def test_the_rule_is_what_new_writes() -> None:
    assert blocks("python")[0] == (ROOT / "templates" / "rule" / "own_rule.py").read_text("utf-8")


def test_a_whole_rule_is_short() -> None:
    code = blocks("python")[0].rpartition('"""\n')[2]
    assert len([line for line in code.splitlines() if line.strip()]) <= 30


def test_every_command_prints_what_is_shown(folder: Path) -> None:
    for block in blocks("console"):
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            assert without_counts(run(command, folder)) == without_counts(shown)


def test_the_tests_pass_and_so_does_the_design(folder: Path) -> None:
    assert "2 passed" in run(f"{sys.executable} -m pytest -q -p no:cacheprovider test_orders.py", folder)
    (folder / "pytest.ini").write_text(blocks("ini")[0].replace("designs/*.yaml examples/*.py", "*.yaml"), "utf-8")
    said = run(f"{sys.executable} -m pytest -v -p archgen.testing.pytest_plugin -p no:cacheprovider -m archgen", folder)
    assert "orders.yaml::archgen PASSED" in said
