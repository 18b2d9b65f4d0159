"""Stated values as answers show them."""

import pytest

from archgen import per_hour, per_second
from archgen.cli.terminal.stated import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (per_second(4000), "4,000/s"),
        (per_hour(6), "6/h"),
        (per_second(0.5), "30/min"),
        (per_second(1 / 7), "0.143/s"),
        (None, "not stated"),
    ],
)
def test_a_value_reads_as_its_author_wrote_it(value: object, text: str) -> None:
    assert shown(value) == text
