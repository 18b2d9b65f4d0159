"""Progress is for people on a terminal, and only where there is something to wait for."""

import io
import sys

import pytest

from archgen.cli.terminal.progress import progress


class Terminal(io.StringIO):
    """What a terminal was sent."""

    def isatty(self) -> bool:
        return True


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with progress() as step:
        step("drawing")
    assert pipe.getvalue() == ""


def test_what_is_soon_done_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress() as step:
        step("drawing")
    assert terminal.getvalue() == ""


def test_what_takes_long_is_told_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("archgen.cli.terminal.progress.PATIENCE", -1.0)
    with progress() as step:
        step("drawing " + "x" * 100)
    assert terminal.getvalue() == f"\r\x1b[2Kdrawing {'x' * 70}\r\x1b[2K"
