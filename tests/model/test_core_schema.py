"""What texts without quotes are in YAML."""

import pytest

from archgen.model.core_schema import core_scalar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("TRUE", True),
        ("false", False),
        ("~", None),
        ("", None),
        ("-12", -12),
        ("007", 7),
        (".5", 0.5),
        ("2.", 2.0),
        ("1e3", 1000.0),
    ],
)
def test_numbers_booleans_and_nothing_are_known(text: str, value: object) -> None:
    assert (core_scalar(text), type(core_scalar(text))) == (value, type(value))


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "1:30", "2024-01-01", "1_000", "0x1F", ".inf", ".nan", "1.2.3", "4k/s", "1e", "."]
)
def test_all_else_is_a_text(text: str) -> None:
    assert core_scalar(text) == text


def test_a_number_of_too_many_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="a number of 19 digits is not supported; a text of digits goes in quotes"):
        core_scalar("1" * 19)
