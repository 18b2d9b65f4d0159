"""A process that is one command runs it, and looks for circles of values less often."""

import gc

import pytest

from archgen.__main__ import CIRCLES_LOOKED_FOR_AFTER, main


def test_a_command_runs_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    before = gc.get_threshold()
    monkeypatch.setattr("sys.argv", ["archgen", "--version"])
    try:
        assert main() == 0
        assert gc.get_threshold()[0] == CIRCLES_LOOKED_FOR_AFTER
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
    assert capsys.readouterr().out.startswith("archgen ")
