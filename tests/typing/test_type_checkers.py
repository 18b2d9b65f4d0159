"""What mypy and Pyright say of designs: each mistake where it stands, and nothing of what is right."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from archgen.cli import main
from archgen.cli.new import SHAPES

ROOT = Path(__file__).resolve().parents[2]
MISTAKES = sorted(Path(__file__).with_name("mistakes").glob("[a-z]*.py"))
EXAMPLES = sorted((ROOT / "examples").rglob("*.py"))
# The lines of each file that something is said of, with the first thing said.
Said = Mapping[Path, Mapping[int, str]]
every_file = pytest.mark.parametrize("mistakes", MISTAKES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A design of each shape as `archgen new` writes it."""
    folder = tmp_path_factory.mktemp("started")
    files = [folder / f"{shape}.py" for shape in SHAPES]
    for file in files:
        assert main(["new", "Ticket booking", "--shape", file.stem, "-o", str(file)]) == 0
    return files


@pytest.fixture(scope="module", params=["mypy", "pyright"])
def said(request: pytest.FixtureRequest, started: list[Path]) -> Said:
    """What a type checker says of all files together."""
    check: Callable[[list[Path]], Said] = {"mypy": by_mypy, "pyright": by_pyright}[request.param]
    return check(started)


@every_file
def test_every_mistake_is_caught_on_its_line_and_nothing_else_is(said: Said, mistakes: Path) -> None:
    lines = list(enumerate(mistakes.read_text("utf-8").splitlines(), 1))
    wrong = {number: line for number, line in lines if "# wrong: " in line}
    caught = said.get(mistakes, {})

    assert wrong
    assert [line for number, line in wrong.items() if number not in caught] == []
    assert [(line, caught[number]) for number, line in lines if number in caught and number not in wrong] == []


def test_examples_patterns_and_new_designs_are_right(said: Said) -> None:
    assert {path: lines for path, lines in said.items() if path not in MISTAKES} == {}


@every_file
def test_what_is_right_runs(mistakes: Path) -> None:
    lines = mistakes.read_text("utf-8").splitlines()
    right = "\n".join("" if "# wrong: " in line else line for line in lines)

    exec(compile(right, str(mistakes), "exec"), {"__name__": "right"})


def by_mypy(started: list[Path]) -> Said:
    """As people run it, without a configuration; what is imported is checked by the run over archgen itself."""
    options = ["--strict", "--follow-imports=silent", "--config-file=", f"--cache-dir={started[0].parent}", "--output=json"]
    paths = [str(path) for path in (*MISTAKES, *EXAMPLES, ROOT / "patterns", *started)]
    found = [json.loads(line) for line in output(ROOT, "mypy", *options, *paths).splitlines()]
    return gathered([(ROOT / one["file"], one["line"], one["message"]) for one in found if one["severity"] == "error"])


def by_pyright(started: list[Path]) -> Said:
    """In its standard mode, but in its strict one over examples and new designs."""
    folder = started[0].parent
    strict = [os.path.relpath(path, folder) for path in (*EXAMPLES, *started)]
    others = [os.path.relpath(path, folder) for path in (*MISTAKES, ROOT / "patterns")]
    project: dict[str, Any] = {"include": [*others, *strict], "strict": strict, "extraPaths": [str(ROOT), str(ROOT / "examples")]}
    (folder / "pyrightconfig.json").write_text(json.dumps(project))
    report = json.loads(output(folder, "pyright", "--pythonpath", sys.executable, "--outputjson"))
    assert report["summary"]["filesAnalyzed"] > len(strict) + len(others)
    found = report["generalDiagnostics"]
    return gathered([(Path(one["file"]), one["range"]["start"]["line"] + 1, one["message"]) for one in found])


def gathered(found: Sequence[tuple[Path, int, str]]) -> Said:
    said: dict[Path, dict[int, str]] = {}
    for path, line, message in found:
        said.setdefault(path, {}).setdefault(line, message)
    return said


def output(folder: Path, module: str, *words: str) -> str:
    """What a module prints that is run in that folder; whatever else it says, something broke."""
    search = {**os.environ, "PYTHONPATH": str(ROOT), "MYPYPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", module, *words], cwd=folder, env=search, capture_output=True, text=True, check=False
    )
    assert (done.returncode in (0, 1), done.stderr) == (True, "")
    return done.stdout
