"""Values on one line of YAML."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from archgen.importers.yaml_text.nodes import parse
from archgen.model.positioned import Reading
from archgen.model.yaml_scalar import scalar

shown = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"), max_size=8)
signs = st.text(st.sampled_from("ab1 -:#,[]{}\"'\\?!&*|>%@~.=\n\t"), max_size=6)
values = (
    shown | signs | st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.none()
)


def read(text: str) -> object:
    return parse(text, "d.yaml", Reading()).plain()


@given(values)
def test_any_value_is_read_back(value: object) -> None:
    assert read(f"- {scalar(value)}\n") == [value]
    assert read(f"key: {scalar(value)}\n") == {"key": value}
    assert read(f"{{a: [{scalar(value, flow=True)}, 1]}}\n") == {"a": [value, 1]}


@pytest.mark.parametrize("text", ["=", "<<"])
def test_signs_of_older_yaml_are_read_by_its_readers_too(text: str) -> None:
    assert yaml.safe_load(f"- {scalar(text)}\n") == [text]
    assert yaml.safe_load(f"{scalar(text, key=True)}: {scalar(text)}\n") == {text: text}


@given(shown | signs)
def test_any_text_can_be_a_key(text: str) -> None:
    assert read(f"{scalar(text, key=True)}: 1\n") == {text: 1}
    assert read(f"{{{scalar(text, key=True, flow=True)}: 1}}\n") == {text: 1}


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "2024-01-01",
        "4k/s",
        "30 days",
        "who is in the room?",
        "a#b",
        "a:b",
        "it's",
        "x, y",
        "-5 percent",
        "漢字",
    ],
)
def test_a_text_has_no_quotes_where_it_needs_none(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        ("12", '"12"'),
        ("True", '"True"'),
        ("~", '"~"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        (' "a"', "' \"a\"'"),
        ("one\ntwo", '"one\\ntwo"'),
        ("1" * 40, f'"{"1" * 40}"'),
    ],
)
def test_a_text_that_would_be_something_else_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


def test_a_comma_needs_quotes_within_brackets_alone() -> None:
    assert (scalar("x, y"), scalar("x, y", flow=True)) == ("x, y", '"x, y"')


def test_other_readers_of_yaml_take_quoted_texts_for_the_same() -> None:
    texts = ["a\\b", 'say "so"', "it's: so", "\u2028", "\ufeff", "tab\t", "line\r"]
    assert [yaml.safe_load(scalar(text)) for text in texts] == texts
