"""How people want what is printed."""

import sys

import pytest

from archgen.cli.terminal.manner import manner
from archgen.model.exchange import Manner


def on_a_screen(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in {"COLUMNS": "72", "TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)


def test_a_terminal_has_colours_and_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_screen(monkeypatch)
    assert manner("auto") == Manner(colour=True, width=72)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_are_left_out_where_the_terminal_is_to_have_none(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    on_a_screen(monkeypatch, **{name: value})
    assert manner("auto") == Manner(width=72)
    assert manner("always").colour


def test_a_file_is_plain_whatever_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_screen(monkeypatch)
    assert manner("always", screen=False) == Manner()


def test_elsewhere_colours_have_to_be_asked_for() -> None:
    assert (manner("auto"), manner("always"), manner("never")) == (Manner(), Manner(colour=True), Manner())
