from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.bundling.branches import ROUND, branched, cut, length_of, shared_length
from archgen.layout.placement import Route
from archgen.model.picture import Point

# From above to a bus at 100, along it to a stem at 200, and down to 160.
columns = st.lists(st.integers(0, 20).map(lambda at: at * 40.0), min_size=2, max_size=8, unique=True)


def comb(at: float, stem: float = 200.0) -> Route:
    if at == stem:
        return [Point(at, 0), Point(at, 160)]
    return [Point(at, 0), Point(at, 100), Point(stem, 100), Point(stem, 160)]


def inked(routes: list[Route]) -> set[tuple[float, float]]:
    """Every pixel that lines run over."""
    found: set[tuple[float, float]] = set()
    for route in routes:
        for one, other in pairwise(route):
            steps = int(abs(one.x - other.x) + abs(one.y - other.y))
            right, down = (other.x > one.x) - (other.x < one.x), (other.y > one.y) - (other.y < one.y)
            found |= {(one.x + right * step, one.y + down * step) for step in range(steps + 1)}
    return found


def test_lines_share_what_they_run_along_together_before_they_end() -> None:
    assert shared_length(comb(0), comb(80)) == 60 + 120
    assert shared_length(comb(0), comb(360)) == 60
    assert shared_length(comb(0), [Point(0, 200), Point(300, 200)]) == 0


def test_a_route_is_cut_so_far_before_its_end() -> None:
    before, after = cut(comb(0), 100)
    assert (before[-1], after[0]) == (Point(160, 100), Point(160, 100))
    assert length_of(before) + length_of(after) == length_of(comb(0))
    assert cut(comb(0), 60) == ([Point(0, 0), Point(0, 100), Point(200, 100)], [Point(200, 100), Point(200, 160)])


def test_each_line_has_its_own_part_up_to_where_it_turned_into_the_others() -> None:
    way = branched({1: comb(0), 2: comb(80), 3: comb(200)})
    assert way.own[2] == [Point(80, 0), Point(80, 100), Point(80 + ROUND, 100)]
    assert way.own[3] == [Point(200, 0), Point(200, 100 + ROUND)]
    assert {section.arrows: section.route[0] for section in way.sections} == {
        (1, 2): Point(80 + ROUND, 100),
        (1, 2, 3): Point(200, 100 + ROUND),
    }
    assert [section.arrows for section in way.sections if section.ends] == [(1, 2, 3)]


@given(columns)
def test_all_of_every_line_is_drawn_once_as_its_own_or_as_shared(columns: list[float]) -> None:
    routes = {number: comb(at) for number, at in enumerate(columns)}
    way = branched(routes)
    parts = [*way.own.values(), *(section.route for section in way.sections)]
    assert inked(parts) == inked(list(routes.values()))
    for arrow, route in routes.items():
        shared = [section.route for section in way.sections if arrow in section.arrows]
        assert length_of(way.own[arrow]) + sum(map(length_of, shared)) == pytest.approx(length_of(route))
    assert [section.arrows for section in way.sections if section.ends] == [tuple(range(len(columns)))]


def test_lines_huddle_that_turn_shortly_before_they_meet() -> None:
    beside = [Point(80, 0), Point(80, 90), Point(95, 90), Point(95, 100), Point(200, 100), Point(200, 160)]
    assert list(branched({1: comb(0), 2: comb(80)}).huddled()) == []
    assert 2 in branched({1: comb(0), 2: beside}).huddled()
    assert list(branched({1: comb(0), 2: comb(80), 3: comb(90)}).huddled())
