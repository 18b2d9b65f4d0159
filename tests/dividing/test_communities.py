"""Communities keep to their size, leave nobody out, and are the same whatever happens before."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from archgen.dividing.communities import Pair, communities

TIES = st.dictionaries(st.tuples(st.integers(0, 29), st.integers(0, 29)), st.floats(0.5, 9), max_size=80)


@given(TIES, st.integers(1, 12))
def test_each_is_in_one_set_and_no_set_is_too_large(ties: Mapping[Pair, float], most: int) -> None:
    sets = communities(30, ties, most)
    assert sorted(one for members in sets for one in members) == list(range(30))
    assert max(map(len, sets)) <= most


@given(TIES)
def test_the_order_in_which_ties_are_told_does_not_matter(ties: Mapping[Pair, float]) -> None:
    told = {pair: float(round(weight)) for pair, weight in ties.items()}
    assert communities(30, told, 7) == communities(30, dict(reversed(told.items())), 7)


def test_what_is_tied_closely_stays_together() -> None:
    rings = {(first + one, first + (one + 1) % 4): 1.0 for first in (0, 4, 8) for one in range(4)}
    bridges = {(0, 4): 1.0, (4, 8): 1.0}
    assert communities(12, rings | bridges, 4) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]


def test_what_is_tied_to_nothing_is_put_together_in_its_order() -> None:
    assert communities(5, {}, 2) == [[0, 1], [2, 3], [4]]
