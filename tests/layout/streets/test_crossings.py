import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.streets.crossings import MANY, crossings, excess

LINKS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)
PLACES = st.lists(st.integers(0, 9), max_size=8).map(sorted)


@given(LINKS)
def test_links_that_cross_are_counted_as_by_trying_all_pairs(links: list[tuple[int, int]]) -> None:
    assert crossings(links) == sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(links, 2))


@given(PLACES, PLACES)
def test_what_a_trade_saves_is_what_crosses_now_less_what_crosses_then(left: list[int], right: list[int]) -> None:
    assert excess(left, right) == sum(a > b for a in left for b in right) - sum(a < b for a in left for b in right)


def test_many_links_are_counted_as_few_are() -> None:
    chance = random.Random(1)
    links = [(place, chance.randrange(500)) for place in range(MANY + 1)]
    first, last = links[: MANY // 2], links[MANY // 2 :]
    between = sum(below > other for _, below in first for _, other in last)
    assert crossings(links) == crossings(first) + crossings(last) + between
