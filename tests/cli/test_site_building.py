"""archgen site build, where something is wrong, and where nothing is to be done."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ran

pytestmark = pytest.mark.graphviz
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(autouse=True)
def alone(here: Path) -> None:
    """Sites of designs alone are built in a moment."""
    (here / "archgen.toml").write_text("[site]\nlibrary = false\n")


def test_a_design_that_cannot_be_read_is_named_and_the_others_are_built(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "broken.yaml").write_text("archgen: 1\ndesign: Broken\ncomponents:\n  app: {kind: cleint}\n")
    (here / "raises.py").write_text("from archgen import Design\n\ndesign = Design(1 / 0)\n")
    result = ran(capsys, "site", "build", "shop.yaml", "broken.yaml", "raises.py", "-o", "public", "--jobs", "2")
    assert (result.code, result.out.startswith("public/index.html: ")) == (1, True)
    first, second = result.err.splitlines()
    assert first.startswith("broken.yaml:4:")
    assert second == "raises.py:3:17: the specification raised ZeroDivisionError: division by zero"
    pages = (here / "public" / "designs").rglob("*.html")
    assert sorted(path.name for path in pages) == ["index.html", "shop.html", "source.html"]
    assert ran(capsys, "site", "build", "shop.yaml", "-o", "public").code == 0


def test_where_no_design_can_be_read_nothing_is_written(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "broken.yaml").write_text("archgen: 1\n")
    result = ran(capsys, "site", "build", "broken.yaml", "-o", "public")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("broken.yaml")
    assert not (here / "public").exists()


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5", "9999", ""])
def test_what_is_no_number_of_processes_is_refused(capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    result = ran(capsys, "site", "build", "shop.yaml", f"--jobs={jobs}")
    assert (result.code, result.out) == (2, "")
    assert f'argument --jobs: "{jobs}" is no number of processes, such as 4' in result.err


def test_a_build_that_is_stopped_or_killed_leaves_the_site_as_it_was(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "site", "build", "shop.yaml", "-o", "public").code == 0
    before = {path: path.read_bytes() for path in (here / "public").rglob("*") if path.is_file()}
    (here / "slow.py").write_text("import time\nprint('begun', flush=True)\ntime.sleep(600)\n")
    command = [sys.executable, "-c", "import sys; from archgen.cli import main; sys.exit(main())"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for number, code in ((signal.SIGINT, 2), (signal.SIGKILL, -signal.SIGKILL)):
        words = [*command, "site", "build", "shop.yaml", "slow.py", "-o", "public"]
        with subprocess.Popen(words, cwd=here, env=environment, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr
            assert process.stderr.readline() == "begun\n"
            process.send_signal(number)
            assert process.wait() == code
            assert process.stderr.read() == ("stopped\n" if code == 2 else "")  # read to the end: nobody holds it any more
    assert {path: path.read_bytes() for path in (here / "public").rglob("*") if path.is_file()} == before
