"""JSON stays JSON, indented by two."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.errors import SpecError
from archgen.formatting.json_layout import lay_out

data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_json_is_indented_by_two() -> None:
    assert lay_out('{"a":1,"b":["é",{}]}', "d.json") == '{\n  "a": 1,\n  "b": [\n    "é",\n    {}\n  ]\n}\n'


@given(data)
def test_json_says_the_same_and_is_laid_out_once(value: object) -> None:
    made = lay_out(json.dumps(value), "d.json")
    assert json.loads(made) == value
    assert lay_out(made, "d.json") == made


def test_what_is_not_seen_stays_escaped() -> None:
    assert lay_out('["\\u2028 \\ufeff \\u0085 \\u00e9"]', "d.json") == '[\n  "\\u2028 \\ufeff \\u0085 é"\n]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{a: 1}", "d.json:1:2: this is YAML, but not JSON (Expecting property name enclosed in double quotes)"),
        ('{\n  "a": 1 # b\n}', "d.json:2:10: this is YAML, but not JSON (Expecting ',' delimiter)"),
        ('{"a": NaN}', "d.json: this is YAML, but not JSON, which has no NaN; write it in quotes"),
    ],
)
def test_what_only_yaml_allows_is_refused(text: str, message: str) -> None:
    with pytest.raises(SpecError) as refused:
        lay_out(text, "d.json")
    assert str(refused.value).startswith(message)
