"""Few designs for the least and the most of many numbers."""

from hypothesis import given
from hypothesis import strategies as st

from archgen.estimating.margins.directions import MOST, ends, merged

WAYS = st.lists(st.tuples(*[st.sampled_from([-1, 0, 1])] * 4), max_size=8)


@given(WAYS)
def test_every_number_is_served(wanted: list[tuple[int, ...]]) -> None:
    found = merged(wanted, (1, 1, 1, 1))
    served = [any(all(not a or a == b for a, b in zip(one, made, strict=True)) for made in found) for one in wanted if any(one)]
    assert all(served)
    assert len(found) <= MOST


def test_a_number_is_most_where_what_it_falls_with_is_least() -> None:
    assert ends((1, -1), high=True) == ("high", "low")
    assert ends((1, -1), high=False) == ("low", "high")
