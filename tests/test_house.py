"""The house rules that no linter knows: sizes, names, pages, and a test beside every module that does something."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("archgen", "patterns", "examples", "tests")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
SHIPPED = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in ("archgen", "patterns")]
LONGEST = 300
JUNK_DRAWERS = {"util", "utils", "helper", "helpers", "common", "core", "base", "misc", "manager", "handler", "types"}
# Entries that tests/test_every_*.py run one by one, and stages composed, which tests/cli runs as its commands do.
RUN_BY_OTHERS = ("rules", "patterns", "pipeline")
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


@cache
def tree(path: Path) -> ast.Module:
    """A file of Python, parsed."""
    return ast.parse(path.read_text("utf-8"))


def does_something(path: Path) -> bool:
    """Whether a module defines a function; one that only declares has nothing to test."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree(path)))


def imports(path: Path) -> set[str]:
    """The modules that a file imports by their full names."""
    froms = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.module]
    return {name for node in froms for name in (f"{node.module}", *(f"{node.module}.{alias.name}" for alias in node.names))}


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def modules_with_tests() -> set[str]:
    """The modules with a test of their name, those that a test imports, and those that serve one of these in its own folder."""
    beside = [path for path in SHIPPED if _test_beside(path).is_file()]
    found = {dotted(path) for path in beside}.union(*(imports(path) for path in (ROOT / "tests").rglob("*.py")))
    known = {dotted(path): path for path in SHIPPED}
    waiting = [name for name in found if name in known]
    while waiting:
        name = waiting.pop()
        serving = {other for other in imports(known[name]) if other in known and known[other].parent == known[name].parent}
        waiting += serving - found
        found |= serving
    return found


def _test_beside(path: Path) -> Path:
    """tests/ mirrors archgen/ and patterns/."""
    package, *folders, name = path.relative_to(ROOT).parts
    return ROOT.joinpath("tests", *([] if package == "archgen" else [package]), *folders, f"test_{name}")


def test_no_file_is_longer_than_people_read() -> None:
    lengths = {here(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_nothing_is_called_after_a_junk_drawer() -> None:
    names = {path: {path.stem, *path.relative_to(ROOT).parts[:-1]} for path in SOURCES}
    assert [here(path) for path, parts in names.items() if parts & JUNK_DRAWERS] == []
    classes = [
        f"{here(path)}: {node.name}"
        for path in SHIPPED
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and set(re.findall(r"[A-Z][a-z]+", node.name)) & {name.title() for name in JUNK_DRAWERS}
    ]
    assert classes == []


def test_every_module_says_what_it_is_for() -> None:
    assert [here(path) for path in SHIPPED if not ast.get_docstring(tree(path))] == []


def test_every_module_that_does_something_has_a_test() -> None:
    modules = [path for path in SHIPPED if path.name != "__init__.py" and does_something(path)]
    owing = [path for path in modules if not {*path.relative_to(ROOT).parts[:2]} & {*RUN_BY_OTHERS}]
    done = modules_with_tests()
    assert [here(path) for path in owing if dotted(path) not in done] == []


def test_no_text_knows_the_machine_that_it_was_written_on() -> None:
    homes = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/")
    assert [here(path) for path in texts() if homes.search(path.read_text("utf-8"))] == []


def test_no_text_refers_to_a_tracker() -> None:
    numbers = re.compile(r"(?i)\b(?:issues?|pull request|pr|ticket)\s*#\d+|github\.com/[\w-]+/[\w-]+/(?:issues|pull)/\d+")
    assert [here(path) for path in texts() if numbers.search(path.read_text("utf-8"))] == []
