"""Patches on the screen hold nothing that whoever shows them would obey."""

import pytest

from archgen.cli.terminal.patches import harmless


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (" a\r\n", " a\r\n"),
        ("+a\r\u2028b\n", "+a\ufffd\u2028b\n"),
        ("-\x1b[31mred\n", "-\ufffd[31mred\n"),
        (" ::error::no\n", " \u200b::error::no\n"),
        (" a\r::error::no\n", " a\ufffd::error::no\n"),
        ("+a ##[group]no\n", "+a ##\u200b[group]no\n"),
    ],
)
def test_what_would_be_obeyed_is_broken_and_the_rest_stays(line: str, shown: str) -> None:
    assert harmless(line) == shown
