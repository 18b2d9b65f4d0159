"""Commands to GitHub's runners are broken where they would be obeyed, and nothing else changes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from archgen.dsl.runner_commands import disarmed, disarmed_json

TEXTS = st.lists(st.sampled_from(["::", "##[", "#", "[", " ", "\t", "\n", "a", "\u2003", "\x1b[1m"]), max_size=12).map("".join)


@given(TEXTS)
def test_no_line_begins_with_a_command_and_none_holds_one(text: str) -> None:
    said = disarmed(text)
    assert [line for line in said.split("\n") if line.replace("\x1b[1m", "", 1).lstrip().startswith("::") or "##[" in line] == []
    assert said.replace("\u200b", "") == text


@given(TEXTS)
def test_what_was_broken_stays_as_it_is(text: str) -> None:
    assert disarmed(disarmed(text)) == disarmed(text)


@given(TEXTS)
def test_json_says_what_it_said(text: str) -> None:
    said = disarmed_json(json.dumps([text]))
    assert "##[" not in said
    assert json.loads(said) == [text]
