"""Run a command as a shell would, in this process."""

from dataclasses import dataclass

import pytest

from archgen.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    """Run it."""
    capsys.readouterr()
    code = main(arguments)
    return Ran(code, *capsys.readouterr())
