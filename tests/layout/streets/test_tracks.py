from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.streets.tracks import Level, stack

PLACES = st.integers(0, 40).map(lambda place: place * 10.0)
LEVELS = st.lists(st.builds(Level, PLACES, PLACES, st.sampled_from([10.0, 21.0]), st.booleans()), max_size=14)


@given(LEVELS)
def test_no_piece_lies_on_another(levels: list[Level]) -> None:
    depths, deepest = stack(levels)
    assert all(0 < depth < deepest for depth in depths)
    for (one, above), (other, below) in combinations(zip(levels, depths, strict=True), 2):
        if one.low < other.high and other.low < one.high:
            assert abs(above - below) >= (one.thick + other.thick) / 2


def test_pieces_that_lead_the_same_way_do_not_cross() -> None:
    levels = [Level(0, 100, 10), Level(20, 120, 10), Level(40, 140, 10)]
    depths, _ = stack(levels)
    assert depths[2] < depths[1] < depths[0]


def test_a_piece_that_comes_down_where_another_leaves_runs_above_it() -> None:
    depths, _ = stack([Level(200, 100, 10), Level(100, 30, 10)])
    assert depths[1] < depths[0]


def test_pieces_side_by_side_share_a_depth() -> None:
    depths, deepest = stack([Level(0, 100, 10), Level(200, 300, 10)])
    assert depths[0] == depths[1]
    assert deepest == 10
