"""What all tests share: golden files, what was drawn in this run, and the order in which files of tests are taken.

Golden files hold what a user sees, whole; every run compares with them, and `pytest --accept` writes them.
"""

import gc
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says something of the machine, nothing of archgen.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Files that take long, the longest first; between those that look at the site, so that not all wait while the first has it built.
LONGEST = [
    "every_figure",
    "agreement",
    "not_stated_is_not_no",
    "plain_layers",
    "every_page",
    "in_a_browser",
    "packaging",
    "growth",
    "every_explanation",
    "type_checkers",
    "same_bytes",
    "every_example",
    "cli",
    "readme",
    "action",
    "pytest_plugin",
    "site_build",
    "accessibility",
    "design_schema",
    "every_reporter",
    "every_fix",
    "pre_commit",
    "gallery",
    "serve",
    "site_serve",
    "figures_in_a_browser",
    "place",
    "every_rule",
    "walking",
    "again",
    "finding",
    "audit",
    "generated",
    "steps_in_a_browser",
    "any_design",
    "site_building",
    "site_previewing",
    "killed_builds",
    "team_site",
    "render_files",
    "reading",
    "themes",
    "site",
    "any_yaml",
    "own_theme",
    "page_style",
    "pictures",
    "working",
    "watch",
]
PLACES = {f"test_{name}.py": place for place, name in enumerate(LONGEST)}
GOLDEN = Path(__file__).parent / "golden"


@dataclass(frozen=True, eq=False)
class Golden:
    """A golden file, equal to the text or bytes that it holds: `assert text == golden("export/chat.json")`."""

    path: str
    accept: bool

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, written: object) -> bool:
        if not isinstance(written, (str, bytes)):
            return NotImplemented
        data = written.encode() if isinstance(written, str) else written
        file = GOLDEN / self.path
        if self.accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            return True
        if not file.is_file():
            pytest.fail(f"there is no tests/golden/{self.path}; pytest --accept writes it")
        if file.read_bytes() != data:
            pytest.fail(f"not what tests/golden/{self.path} holds; pytest --accept writes it anew\n{_difference(file, data)}")
        return True


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew instead of comparing with them")


def pytest_configure(config: pytest.Config) -> None:
    """All that draw whole sites share what was drawn in this run, and nothing of runs before.

    What tests start and interrupt listens, even where the tests run in the background of a shell, which has Ctrl-C ignored.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if not hasattr(config, "workerinput"):
        folder = TemporaryDirectory(prefix="archgen-tests-")
        os.environ["ARCHGEN_CACHE_DIR"] = f"{folder.name}/kept"
        config.add_cleanup(folder.cleanup)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, then the files of most tests, so that no process is left alone with much at the end."""
    counts = Counter(item.path for item in items)
    items.sort(key=lambda item: (PLACES.get(item.path.name, len(PLACES)), -counts[item.path], str(item.path)))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Tests by the thousand stay until the end: nobody looks through them for garbage, now or later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="module", autouse=True)
def closing() -> Iterator[None]:
    """The browser is closed after the file of tests that opened it: its loop of events would be in the way of others."""
    yield
    if opened := sys.modules.get("tests.chromium"):
        opened.close()


@pytest.fixture(scope="module")
def browser() -> "Browser":
    """One for each file of tests."""
    from tests.chromium import chromium

    return chromium()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str], Golden]:
    """Give the golden file of a path below tests/golden."""
    accept = bool(request.config.getoption("--accept"))
    return lambda path: Golden(path, accept)


def _difference(file: Path, data: bytes) -> str:
    try:
        known, given = file.read_text("utf-8").splitlines(), data.decode().splitlines()
    except UnicodeDecodeError:
        return f"{file.stat().st_size} bytes are known, {len(data)} were given"
    return "\n".join(islice(unified_diff(known, given, "known", "given", lineterm=""), 60))
