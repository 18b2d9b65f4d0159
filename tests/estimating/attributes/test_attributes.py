"""Every attribute that states a number is looked at by an estimate, or it is said why not."""

from functools import cache

from tests.estimating.attributes.ignored import IGNORED
from tests.estimating.attributes.reading import looked_at, numeric


@cache
def read() -> frozenset[str]:
    return frozenset(looked_at())


def test_every_number_is_looked_at_or_ignored_for_a_reason() -> None:
    assert sorted(set(numeric()) - read() - set(IGNORED)) == []


def test_nothing_is_ignored_that_is_looked_at() -> None:
    assert sorted(set(IGNORED) & read()) == []


def test_nothing_is_ignored_that_the_language_does_not_have() -> None:
    assert sorted(set(IGNORED) - set(numeric())) == []
