"""What is said beside the output."""

import pytest

from archgen.cli.terminal.aside import aside, fitted, plainly
from archgen.errors import UsageError


def test_what_is_said_goes_to_standard_error_and_is_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    aside(UsageError("no such file"))
    aside("::error::a\n  ##[group]b")
    assert capsys.readouterr() == ("", "no such file\n\u200b::error::a\n  ##\u200b[group]b\n")


def test_on_a_terminal_a_long_line_goes_on_below_its_own_beginning() -> None:
    text = "there is no rule RT084, and here is why\n  a: it was declined\n"
    assert fitted(text, 20) == "there is no rule\nRT084, and here is\nwhy\n  a: it was declined"
    assert fitted("  hold it for 15 s at most", 16) == "  hold it for\n  15 s at most"
    assert fitted(text, 0) == text
    assert fitted("short\n\n", 20) == "short\n\n"


def test_nothing_is_shown_in_another_order_than_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    aside("a\u202eb\u2066c\r\nd\re")
    assert capsys.readouterr().err == "abc\nd e\n"
    assert plainly("as it is\n") == "as it is\n"
