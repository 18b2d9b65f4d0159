"""Quotes stay where the reader needs them, and nowhere else."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.formatting.quoting import one_line
from archgen.formatting.tree import Text
from tests.formatting.laying_out import plain

# What YAML gives a meaning to, and what it does not.
SIGNS = "-?:,[]{}#&*!|>'\"%@` \\.a1\n\té"


def written(value: str, *, key: bool = False, flow: bool = False) -> str:
    """A text that stood in double quotes."""
    return one_line(Text(value, '"', f'"{value}"', flow=False), plain, key=key, flow=flow)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("plain", "plain"), ("two words", "two words"), ("it's", "it's"), ("yes", "yes"), ("1:30", "1:30"),
        ("2026-01-31", "2026-01-31"), ("0x1F", "0x1F"), ("-x", "-x"),
        ("a:b", "a:b"), ("a#b", "a#b"), ("é 😀", "é 😀"), ("a, b", "a, b"), ("who?", "who?"),
        ("", '""'), ("12", '"12"'), ("1e3", '"1e3"'), ("true", '"true"'), ("Null", '"Null"'), ("~", '"~"'),
        ("9" * 20, f'"{"9" * 20}"'),
        ("a: b", '"a: b"'), ("a #b", '"a #b"'), ("- a", '"- a"'), ("#a", '"#a"'), ("a:", '"a:"'), (" a", '" a"'), ("a ", '"a "'),
        ("[a", '"[a"'), ("*a", '"*a"'), ('"a"', "'\"a\"'"), ("\\: x", "'\\: x'"), ("it's: \"x", '"it\'s: \\"x"'),
        ("a\nb", '"a\\nb"'), ("a\tb", '"a\\tb"'), ("a\x07b", '"a\\x07b"'), ("\u2028", '"\\u2028"'), ("\ufeff", '"\\ufeff"'),
    ],
)  # fmt: skip
def test_quotes_stay_where_they_are_needed(value: str, form: str) -> None:
    assert written(value) == form


def test_brackets_need_more_quotes() -> None:
    assert [written(value, flow=True) for value in ("a, b", "a]", "a{", "a b")] == ['"a, b"', '"a]"', '"a{"', "a b"]


def test_a_key_that_looks_like_a_number_keeps_its_quotes() -> None:
    assert [written(value, key=True) for value in ("12", "true", "a b", "--- a", "?")] == [
        '"12"',
        '"true"',
        "a b",
        '"--- a"',
        '"?"',
    ]


def test_what_is_not_seen_is_escaped_only_where_it_was() -> None:
    assert one_line(Text("\xa0: a", '"', '"\xa0: a"', flow=False), plain) == '"\xa0: a"'
    assert one_line(Text("\xa0: a", '"', '"\\xa0: a"', flow=False), plain) == '"\\xa0: a"'


def test_plain_texts_and_numbers_stay_plain() -> None:
    assert [one_line(Text(value, "", value, flow=False), plain) for value in ("a b", "1.50", "true", "~")] == [
        "a b",
        "1.50",
        "true",
        "~",
    ]


@pytest.mark.parametrize(("key", "flow"), list(product([False, True], repeat=2)))
@given(st.text(st.sampled_from(SIGNS), max_size=4) | st.text(max_size=6))
def test_a_text_is_read_back_as_it_was(key: bool, flow: bool, value: str) -> None:
    form = written(value, key=key, flow=flow)
    mapping = f"{form}: 0" if key else f"k: {form}"
    expected = {value: 0} if key else {"k": value}
    assert plain(f"{{{mapping}}}" if flow else mapping) == expected
    assert "\n" not in form
