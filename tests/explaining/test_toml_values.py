import tomllib

import pytest

from archgen import gigabytes, minutes, per_second
from archgen.explaining.toml_values import toml_value


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (minutes(90), "90min"),
        (per_second(4000), "4k/s"),
        (gigabytes(2), "2GB"),
        (200_000, "200k"),
        (12, 12),
        (0.5, 0.5),
        (False, False),
        ('a "b"\n\\c', 'a "b"\n\\c'),
    ],
)
def test_toml_reads_what_was_written(value: object, read: object) -> None:
    assert tomllib.loads(f"x = {toml_value(value)}")["x"] == read


def test_nothing_is_written_for_nothing() -> None:
    assert toml_value(None) == ""
