"""archgen render --watch, as a process of its own that is ended by Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT
from tests.cli.running import ran

pytestmark = pytest.mark.graphviz


class Watching:
    """A watch whose lines are read as they come."""

    def __init__(self, folder: Path, *words: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "archgen", "render", *words, "--watch"],
            cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@pytest.fixture
def watching(here: Path) -> Iterator[Watching]:
    found = Watching(here, "shop.yaml")
    yield found
    found.process.kill()
    found.process.wait()
    if found.process.stdout:
        found.process.stdout.close()


def test_a_figure_follows_its_file_through_thick_and_thin(watching: Watching, here: Path) -> None:
    spec, text = here / "shop.yaml", (here / "shop.yaml").read_text("utf-8")
    assert watching.line().startswith("shop.svg  ")
    first = (here / "shop.svg").read_bytes()
    spec.write_text(text.replace("design: Shop", "design: Stall"))
    assert watching.line().startswith("shop.svg  ")
    second = (here / "shop.svg").read_bytes()
    assert b"Stall" in second
    spec.write_text("design: [")
    assert watching.line().startswith("shop.yaml:2:1: this is not YAML")
    assert watching.line() == "nothing was drawn; waiting for a change"
    assert (here / "shop.svg").read_bytes() == second
    spec.write_text(text)
    assert watching.line().startswith("shop.svg  ")
    assert (here / "shop.svg").read_bytes() == first
    spec.unlink()
    assert watching.line().startswith("shop.yaml: the file cannot be read")
    assert watching.line() == "nothing was drawn; waiting for a change"
    spec.write_text(text)
    assert watching.line().startswith("shop.svg  ")
    assert watching.end() == 0


def test_nothing_is_drawn_where_nothing_changes(watching: Watching, here: Path) -> None:
    watching.line()
    stamp = (here / "shop.svg").stat().st_mtime_ns
    time.sleep(0.6)
    assert watching.end() == 0
    assert watching.line() == ""
    assert (here / "shop.svg").stat().st_mtime_ns == stamp


def test_what_is_piped_in_cannot_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "render", "-", "--watch")
    assert (result.code, result.err) == (2, "what is piped in does not change; give a file to watch\n")


@pytest.mark.parametrize("words", [["none.yaml"], ["shop.py", "--no-exec"]])
def test_what_no_change_could_mend_is_refused(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert ran(capsys, "render", *words, "--watch") == ran(capsys, "render", *words)
