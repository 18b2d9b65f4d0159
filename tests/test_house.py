"""The house rules that no linter knows: sizes, names, pages, and a test beside every module that does something."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("archgen", "patterns", "examples", "tests")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
SHIPPED = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in ("archgen", "patterns")]
LONGEST = 300
JUNK_DRAWERS = {"util", "utils", "helper", "helpers", "common", "core", "base", "misc", "manager", "handler", "types"}
# Entries that tests/test_every_*.py run one by one, and stages composed, which tests/cli runs as its commands do.
RUN_BY_OTHERS = ("rules", "pipeline")
TEXTS = {".py", ".md", ".toml", ".yaml", ".yml", ".j2", ".txt", ".css", ".js", ".html", ".json", ".svg"}
GENERATED = {".git", ".venv", "__pycache__", "public", "demo", "build", "dist"}


def here(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts() -> list[Path]:
    """Every text that is kept, without what is generated or belongs to a tool."""
    below = [path for path in ROOT.rglob("*") if path.suffix in TEXTS and path.is_file()]
    return [
        path for path in below if not any(part in GENERATED or part.startswith(".") for part in path.relative_to(ROOT).parts[:-1])
    ]


def does_something(path: Path) -> bool:
    """Whether a module defines a function; one that only declares has nothing to test."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def imported_by_tests() -> set[str]:
    """The modules that some test imports by their full names."""
    found = set()
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("path", SOURCES, ids=here)
def test_no_file_is_longer_than_people_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_nothing_is_called_after_a_junk_drawer() -> None:
    names = {path: {path.stem, *path.relative_to(ROOT).parts[:-1]} for path in SOURCES}
    assert [here(path) for path, parts in names.items() if parts & JUNK_DRAWERS] == []
    classes = [
        f"{here(path)}: {node.name}"
        for path in SHIPPED
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and set(re.findall(r"[A-Z][a-z]+", node.name)) & {name.title() for name in JUNK_DRAWERS}
    ]
    assert classes == []


@pytest.mark.parametrize("path", SHIPPED, ids=here)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_every_module_that_does_something_has_a_test() -> None:
    imported = imported_by_tests()
    modules = [path.relative_to(ROOT) for path in SHIPPED if path.name != "__init__.py" and does_something(path)]
    untested = [
        str(module)
        for module in modules
        if module.parts[0] == "archgen"
        and module.parts[1] not in RUN_BY_OTHERS
        and ".".join(module.with_suffix("").parts) not in imported
        and not (ROOT / "tests" / Path(*module.parts[1:-1]) / f"test_{module.name}").is_file()
    ]
    assert untested == []


def test_no_text_knows_the_machine_that_it_was_written_on() -> None:
    homes = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/")
    assert [here(path) for path in texts() if homes.search(path.read_text("utf-8"))] == []


def test_no_text_refers_to_a_tracker() -> None:
    numbers = re.compile(r"(?i)\b(?:issues?|pull request|pr|ticket)\s*#\d+|github\.com/[\w-]+/[\w-]+/(?:issues|pull)/\d+")
    assert [here(path) for path in texts() if numbers.search(path.read_text("utf-8"))] == []
