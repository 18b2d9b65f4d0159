"""The schema takes ranges and what is about so much wherever archgen does."""

import re

import pytest

from archgen.schema.plain_values import plain_values
from tests.dsl.test_ranged import READ


@pytest.mark.parametrize(("sort", "text"), [(sort, text) for sort, text, *_ in READ])
def test_what_is_read_is_taken(sort: str, text: str) -> None:
    assert re.search(str(plain_values()[sort]["pattern"]), text)


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("count", "2k.."),
        ("count", "~"),
        ("count", "1..2..3..4"),
        ("rate", "2/s..5MB"),
        ("duration", "~1h by x"),
        ("share", "~120%"),
    ],
)
def test_what_is_no_range_of_its_sort_is_refused(sort: str, text: str) -> None:
    assert not re.search(str(plain_values()[sort]["pattern"]), text)
