"""TOML as data with places, and what is said of a text that is no TOML."""

import pytest

from archgen.configuring.toml_text import parse
from archgen.errors import ConfigurationError, Position


def test_values_know_their_places() -> None:
    root = parse('[lint]\nselect = ["RT"]\nday = 2027-01-31\n', "archgen.toml")
    assert root.plain() == {"lint": {"select": ["RT"], "day": "2027-01-31"}}
    assert root.at("lint", "select", 0) == Position("archgen.toml", 2, 11)
    assert root.at("lint", "day") == Position("archgen.toml", 3, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select = [", "archgen.toml:1: this is not TOML: invalid value"),
        ("a = 1\nb = yes", "archgen.toml:2:5: this is not TOML: invalid value; texts stand in quotes"),
        ("a = 1\na = 2\n\nb = 3\n", "archgen.toml:2:6: this is not TOML: cannot overwrite a value"),
    ],
)
def test_what_is_no_toml_is_refused_at_its_place(text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        parse(text, "archgen.toml")
    assert str(caught.value).startswith(said)


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="nested too deep"):
        parse(f"a = {'[' * 20000}", "archgen.toml")
