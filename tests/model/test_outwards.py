"""Walking a graph depth first."""

from hypothesis import given
from hypothesis import strategies as st

from archgen.model.outwards import outwards

graphs = st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=4), max_size=10)


def walked(graph: dict[int, list[int]], *starts: int) -> list[int]:
    done: dict[int, None] = {}
    for start in starts:
        for one in outwards(start, lambda node: graph.get(node, []), done):
            done[one] = None
    return list(done)


def test_each_comes_after_all_that_it_leads_to() -> None:
    assert walked({1: [2, 3], 2: [4], 3: [4]}, 1) == [4, 2, 3, 1]


def test_what_leads_back_ends_the_way() -> None:
    assert walked({1: [2], 2: [1, 3]}, 1) == [3, 2, 1]


def test_what_was_walked_before_is_not_walked_again() -> None:
    assert walked({1: [2], 3: [2, 4]}, 1, 3, 1) == [2, 1, 4, 3]


def test_a_long_row_is_walked_to_its_end() -> None:
    assert walked({number: [number + 1] for number in range(50_000)}, 0) == [*range(50_000, -1, -1)]


@given(graphs, st.lists(st.integers(0, 9)))
def test_all_that_is_reached_is_walked_once(graph: dict[int, list[int]], starts: list[int]) -> None:
    reached, waiting = set(starts), list(starts)
    while waiting:
        fresh = set(graph.get(waiting.pop(), [])) - reached
        reached |= fresh
        waiting += fresh
    assert sorted(walked(graph, *starts)) == sorted(reached)
