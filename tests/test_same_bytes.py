"""The same design gives the same bytes: every command, twice, in processes that order their sets differently."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from archgen.cli import commands

ROOT = Path(__file__).resolve().parent.parent
TWINS = ROOT / "tests" / "exporters" / "twins"
COMMANDS = {
    "lint": ["lint", "shop.yaml", "shop.py"],
    "lint-json": ["lint", "shop.yaml", "--format", "json"],
    "lint-settings": ["lint", "shop.yaml", "--show-config", "--select", "RT,caching", "--today", "2027-01-31"],
    "baseline": ["baseline", "create", "shop.yaml", "shop.py", "--baseline", "kept.json"],
    "validate": ["validate", "shop.yaml", "shop.py"],
    "schema": ["schema"],
    "estimate": ["estimate", "shop.yaml"],
    "estimate-json": ["estimate", "shop.py", "--format", "json"],
    "decide": ["decide", "shop.yaml"],
    "export": ["export", "json", "shop.py"],
    "export-yaml": ["export", "yaml", "shop.py"],
    "export-python": ["export", "python", "shop.yaml"],
    "explain": ["explain", "RT001"],
    "views": ["views", "shop.yaml"],
    "new-rule": ["new", "--rule", "Public database", "-o", "public_database.py"],
    "test-rules": ["test-rules", "public_database.py"],
    "simulate": ["simulate", "shop.yaml", "--seed", "1", "--duration", "20s"],
    "list-words": ["list", "words", "--format", "json"],
    "list-figures": ["list", "figures"],
    "new": ["new", "Ticket booking"],
    "fmt": ["fmt", "--diff", "shop.yaml"],
    "render-svg": ["render", "shop.yaml", "-o", "svg"],
    "render-print": ["render", "shop.yaml", "-o", "print", "--theme", "print", "-f", "svg,png"],
    "render-simple": ["render", "shop.yaml", "-o", "simple", "--engine", "simple"],
    "render-check": ["render", "shop.yaml", "-o", "svg", "--check"],
    "render-png": ["render", "shop.yaml", "-o", "shop.png"],
    "render-pdf": ["render", "shop.yaml", "-o", "shop.pdf"],
    "doc-html": ["doc", "shop.yaml", "-o", "shop.html"],
    "doc-markdown": ["doc", "shop.yaml", "-o", "shop.md"],
    "doc-pdf": ["doc", "shop.yaml", "-o", "shop.pdf"],
    "site": ["site", "build", "shop.yaml", "-o", "public"],
    "layout": ["layout", "shop.yaml"],
}
ENDLESS = {"serve"}
# What tells where the files are that pages were made from, which differs between two folders.
PLACES = (("kept", "pages"), ("kept", "sites"))
# Runs all commands, each with its output in a file, so that one start serves them all.
RUN = """
import contextlib, json, sys
from pathlib import Path
from archgen.cli import main
for name, words in json.loads(sys.argv[1]).items():
    with open(f"{name}.out", "w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        out.write(f"exit code {main(words)}\\n")
"""

pytestmark = pytest.mark.graphviz


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders, each with all that the commands said and wrote, made side by side."""
    folders = [tmp_path_factory.mktemp(f"seed{seed}") for seed in (1, 2)]
    started = [_start(folder, str(seed)) for seed, folder in enumerate(folders, start=1)]
    assert [process.wait() for process in started] == [0, 0]
    return folders


def _start(folder: Path, seed: str) -> "subprocess.Popen[bytes]":
    for name in ("shop.py", "shop.yaml"):
        (folder / name).write_bytes((TWINS / name).read_bytes())
    (folder / "archgen.toml").write_text('[site]\nlibrary = ["architecture"]\n', "utf-8")  # the smallest family takes least
    own = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1", "ARCHGEN_CACHE_DIR": "kept"}
    environment = {**os.environ, **own}
    return subprocess.Popen([sys.executable, "-c", RUN, json.dumps(COMMANDS)], cwd=folder, env=environment)


def _files(folder: Path) -> Mapping[str, bytes]:
    files = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (folder / path).read_bytes() for path in files if path.parts[:2] not in PLACES}


def test_every_command_is_run() -> None:
    assert {words[0] for words in COMMANDS.values()} == set(commands()) - ENDLESS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_the_same(runs: list[Path], name: str) -> None:
    first, second = ((folder / f"{name}.out").read_bytes() for folder in runs)
    assert first == second
    assert first.splitlines()[-1] in (b"exit code 0", b"exit code 1")


def test_commands_write_the_same_files(runs: list[Path]) -> None:
    first, second = map(_files, runs)
    assert list(first) == list(second)
    assert [path for path in first if first[path] != second[path]] == []
