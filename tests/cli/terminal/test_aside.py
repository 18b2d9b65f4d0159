"""What is said beside the output."""

import pytest

from archgen.cli.terminal.aside import aside
from archgen.errors import UsageError


def test_what_is_said_goes_to_standard_error_and_is_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    aside(UsageError("no such file"))
    aside("::error::a\n  ##[group]b")
    assert capsys.readouterr() == ("", "no such file\n\u200b::error::a\n  ##\u200b[group]b\n")
