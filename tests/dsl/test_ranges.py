"""What an author says of a number that is not known exactly."""

import pytest

from archgen import Client, Database, about, between, megabytes, per_hour, per_second
from archgen.dsl.readable import readable

APP = Client("App", devices=about(20_000), send_rate=between(per_hour(3), per_hour(12)))
NOTES = Database("Notes", max_write_rate=between(per_second(50), per_second(200), likely=per_second(80)))


def test_it_counts_as_its_likely_value() -> None:
    assert APP.devices == 20_000
    assert NOTES.max_write_rate == 80


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (APP.devices, "about 20,000"),
        (NOTES.max_write_rate, "50/s to 200/s, likely 80/s"),
        (between(0.5, 0.7), "0.5 to 0.7"),
        (about(megabytes(2), by=3), "about 2 MB, off by a factor of 3 at most"),
    ],
)
def test_people_read_what_is_stated(value: object, text: str) -> None:
    assert readable(value) == text
