"""Texts and numbers of Python."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.model.python_literals import number, quoted, split, width


@given(st.text(max_size=30))
def test_any_text_is_read_back(text: str) -> None:
    assert ast.literal_eval(quoted(text)) == text
    assert quoted(text).isprintable()


@given(st.text(st.sampled_from("ab \n\"'\\漢"), max_size=60), st.integers(10, 30))
def test_the_parts_of_a_text_are_the_text_and_fit(text: str, room: int) -> None:
    parts = list(split(text, room))
    assert "".join(parts) == text
    assert all(width(quoted(part)) <= room for part in parts)


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_is_read_back(value: float) -> None:
    assert ast.literal_eval(number(value)) == value


def test_a_text_is_split_after_a_line_s_end_and_before_a_word_that_does_not_fit() -> None:
    assert list(split("one two\nthree four", 12)) == ["one two\n", "three four"]
    assert list(split("one two three", 10)) == ["one two ", "three"]
    assert list(split("supercalifragilistic", 10)) == ["supercal", "ifragili", "stic"]


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("é", 1)])
def test_wide_characters_take_two_columns_and_accents_none(text: str, columns: int) -> None:
    assert width(text) == columns
