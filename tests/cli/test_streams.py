"""What is printed, where it cannot be printed: a stream that is closed, a device that is full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT


def shell(line: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of shell in which `archgen` is this archgen."""
    defined = f'archgen() {{ "{sys.executable}" -m archgen "$@"; }}; {line}'
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"} | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(defined, shell=True, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("archgen list words >&-", 0),
        ("archgen lint shop.yaml >&-", 0),
        ("archgen lint --fail-on info shop.yaml >&-", 1),
        ("archgen lint none.yaml 2>&-", 2),
        ("archgen lint shop.yaml <&- >&- 2>&-", 0),
    ],
)
def test_a_stream_that_is_closed_changes_no_code_and_raises_nothing(line: str, code: int) -> None:
    done = shell(line)
    assert (done.returncode, done.stderr) == (code, "")


def test_an_output_that_is_full_is_said_and_could_not_run() -> None:
    for command in ("list words", "--help"):
        done = shell(f"archgen {command} > /dev/full")
        assert (done.returncode, done.stderr) == (2, "the output cannot be used: No space left on device\n")


def test_a_place_that_may_not_be_looked_at_is_no_fault_of_archgen(here: Path) -> None:
    """A name that is too long for a file is one, for every user."""
    done = shell(f"archgen new X -o {'x' * 300}.yaml")
    assert done.returncode == 2
    assert done.stderr.endswith("File name too long\n")


def test_a_file_may_be_written_to_a_pipe() -> None:
    done = shell("archgen export json shop.yaml -o /dev/stdout | head -n 1")
    assert (done.stdout, done.stderr) == ("{\n", "")
