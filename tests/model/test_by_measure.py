"""Values by subject and measure are a mapping as any other."""

import pickle

import pytest
from hypothesis import given
from hypothesis.strategies import dictionaries, integers, none, sampled_from, tuples

from archgen.model.by_measure import ByMeasure

KEYS = tuples(sampled_from("abcd"), sampled_from(("rate", "capacity", "storage")))


@given(dictionaries(KEYS, integers() | none()), KEYS)
def test_it_holds_what_is_known_as_a_dictionary_would(told: dict[tuple[str, str], int | None], key: tuple[str, str]) -> None:
    found, known = ByMeasure(told), {key: value for key, value in told.items() if value is not None}
    assert found == known
    assert len(found) == len(known) == len([*found])
    assert found.get(key) == found.of(*key) == known.get(key)
    assert found.get(key, 7) == known.get(key, 7)
    assert (key in found) is (key in known)
    assert found.renamed({one: one * 2 for one in "abcd"}) == {
        (one * 2, measure): value for (one, measure), value in known.items()
    }
    assert pickle.loads(pickle.dumps(found)) == found


def test_what_is_told_last_counts_and_what_is_not_known_changes_nothing() -> None:
    found = ByMeasure({("api", "rate"): 3})
    found.tell("api", "rate", 4)
    found.take({("api", "rate"): None, ("shop", "rate"): 5})
    assert [*found.items()] == [(("api", "rate"), 4), (("shop", "rate"), 5)]


def test_what_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match="'api', 'rate'"):
        ByMeasure[str, str, int]()["api", "rate"]
