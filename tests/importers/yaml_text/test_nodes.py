"""From YAML text to data with places."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.errors import SpecError
from archgen.importers.yaml_text.nodes import MAX_DEPTH, MAX_NODES, parse
from archgen.plugin import UNSHOWN, Fault, Position, Reading

printable = st.text(max_size=20).filter(lambda text: not UNSHOWN.search(text))
data = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**16), 10**16) | st.floats(allow_nan=False, allow_infinity=False) | printable,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(printable, inner, max_size=4),
    max_leaves=20,
)


def plain(text: str, path: str = "d.yaml") -> object:
    return parse(text, path, Reading()).plain()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"), ("No", "No"), ("on", "on"), ("true", True), ("FALSE", False), ("null", None), ("~", None), ("Null", None),
        ("1:30", "1:30"), ("2026-01-31", "2026-01-31"), ("012", 12), ("0x1F", "0x1F"), ("1_000", "1_000"), ("-5", -5), ("+7", 7),
        (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), (".nan", ".nan"), ("1.2.3", "1.2.3"), ("'5'", "5"), ('"true"', "true"),
        ("''", ""), ("4k/s", "4k/s"), ("٣", "٣"),
    ],
)  # fmt: skip
def test_a_scalar_is_read_by_the_core_schema(text: str, value: object) -> None:
    assert plain(f"- {text}") == [value]
    assert type(plain(f"- {text}")) is list


def test_everything_has_its_place() -> None:
    root = parse("a:\n  - é: [1, x]\n", "d.yaml", Reading())
    assert [root.at(*path) for path in ((), ("a",), ("a", 0), ("a", 0, "é"), ("a", 0, "é", 1))] == [
        Position("d.yaml", *place) for place in ((1, 1), (2, 3), (2, 5), (2, 8), (2, 12))
    ]


def test_a_key_that_stands_twice_keeps_its_first_value() -> None:
    reading = Reading()
    assert parse("a: 1\na: 2", "d.yaml", reading).plain() == {"a": 1}
    assert reading.faults == [Fault('"a" stands here a second time; the first is on line 1', Position("d.yaml", 2, 1))]


@given(data)
def test_json_is_read_as_json_reads_it(value: object) -> None:
    assert plain(json.dumps([value]), "d.json") == [value]


def test_json_may_be_tight_or_indented_with_tabs() -> None:
    assert plain('{"a":1,"b":[true,null]}', "d.json") == plain('{\n\t"a":\t1,\n\t"b": [\n\t\ttrue, null]\n}', "d.json")


def test_only_json_has_escapes_in_pairs() -> None:
    assert plain(r"- \ud83d\ude00") == [r"\ud83d\ude00"]
    assert plain(r'["\ud83d\ude00", "\\ud83d\\ude00"]', "d.json") == ["😀", r"\ud83d\ude00"]


def test_a_nest_may_be_as_deep_as_a_design_needs() -> None:
    nest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert json.dumps(plain(nest)) == nest
    with pytest.raises(SpecError, match=r"^d\.yaml:1:61: this is nested more than 60 levels deep$"):
        plain(f"[{nest}]")


@pytest.mark.parametrize("text", ["[" * 4_900_000, "{a: " * 1_200_000, "- " * 2_400_000, "? " * 2_400_000])
def test_a_file_that_is_nothing_but_a_nest_is_refused(text: str) -> None:
    with pytest.raises(SpecError, match="this is nested more than 60 levels deep"):
        plain(text)


def test_a_file_of_more_values_than_a_design_has_is_refused() -> None:
    with pytest.raises(SpecError, match="this holds more than 200,000 values"):
        plain("[" + "1," * (MAX_NODES + 1) + "]")


def test_a_text_of_megabytes_is_a_text() -> None:
    assert plain("- " + "x" * 4_900_000) == ["x" * 4_900_000]


@pytest.mark.parametrize(("text", "place"), [("a: é\x00", "1:5"), ("a: 1\nb: \x9b", "2:4"), ("\ud800", "1:1")])
def test_a_character_that_cannot_be_shown_is_refused_at_its_place(text: str, place: str) -> None:
    with pytest.raises(SpecError, match=rf"^d\.yaml:{place}: the character U\+\w{{4}} cannot be shown; leave it out$"):
        plain(text)
