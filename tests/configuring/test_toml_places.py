"""Where things stand in a TOML text."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from archgen.configuring.toml_places import Path as Within
from archgen.configuring.toml_places import places

TEXT = (Path(__file__).parent / "tricky.toml").read_text("utf-8")


def paths(value: object, path: Within = ()) -> Iterator[Within]:
    """Every path within the data."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))


def shown(text: str, path: Within) -> str:
    """What stands at the place of the path, to the end of its line."""
    line, column = places(text)[path]
    return text.split("\n")[line - 1][column - 1 :]


def test_everything_that_is_read_has_a_place_and_nothing_else_has() -> None:
    assert set(places(TEXT)) == set(paths(tomllib.loads(TEXT)))


def test_places_are_those_of_keys_of_headers_and_of_the_entries_of_lists() -> None:
    lint = ("tool", "archgen", "lint")
    assert places(TEXT)[("title",)] == (2, 1)
    assert shown(TEXT, ("quoted key", "inner", "with \t tab")) == '"with \\t tab" = 1'
    assert shown(TEXT, ("raw",)) == "raw = '''it's"
    assert shown(TEXT, (*lint, "select", 1)) == "'LT017',"
    assert shown(TEXT, (*lint, "select", 2, 1)) == "3.0], {a = 1, b.c = [ 2 ]},"
    assert shown(TEXT, (*lint, "select", 3, "b", "c", 0)) == "2 ]},"
    assert shown(TEXT, (*lint, "severity", "RT001")) == 'RT001 = "off"'
    assert shown(TEXT, (*lint, "waivers", 1, "rule")) == 'rule = "LT018"'
    assert shown(TEXT, (*lint, "waivers", 0, "more", "deep")) == "deep = true"
    assert shown(TEXT, (*lint, "waivers", 1, "within", 1, "x")) == "x = []"
    assert shown(TEXT, ("tool", "archgen", "late")) == "late = nan"


KEYS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=5)
LEAVES = st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False) | KEYS
DATA = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12)


def written(value: object, comma: str) -> str:
    """A value as TOML; `comma` stands between what is in a list."""
    match value:
        case dict():
            return "{" + ", ".join(f"{quoted(key)} = {written(inner, comma)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + comma.join(written(inner, comma) for inner in value) + "]"
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
    return repr(value)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@given(st.dictionaries(KEYS, DATA, max_size=4), st.sampled_from([", ", ",\n  # ] \" '''\n", " , "]))
def test_of_any_data_everything_has_a_place(data: dict[str, object], comma: str) -> None:
    text = "\n".join(f"{quoted(key)} = {written(value, comma)}" for key, value in data.items())
    found = places(text)
    assert set(found) == set(paths(tomllib.loads(text)))
    assert all(shown(text, path) for path in found)
