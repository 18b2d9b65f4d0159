from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.bundling.straights import BESIDE, CROSSING, Straight, are_plain, crossings_among, is_plain, straight, without
from archgen.model.picture import Point

ends = st.tuples(st.integers(0, 60), st.integers(0, 60)).filter(lambda pair: pair[0] != pair[1]).map(sorted)


@st.composite
def pieces(draw: st.DrawFn) -> Straight:
    (low, high), at = draw(ends), draw(st.integers(0, 60))
    return Straight(True, at, low, at, high) if draw(st.booleans()) else Straight(False, low, at, high, at)


LEVEL = Straight(False, 0, 20, 100, 20)


def test_a_line_is_taken_apart_at_its_corners_whichever_way_it_leads() -> None:
    route = [Point(0, 20), Point(100, 20), Point(100, 5)]
    assert straight(route) == [LEVEL, Straight(True, 100, 5, 100, 20)]
    assert straight(route[::-1]) == straight(route)[::-1]
    assert [piece.length for piece in straight(route)] == [100, 15]


def test_what_lies_on_another_piece_is_left_out() -> None:
    within, beyond, across = Straight(False, 10, 20, 100, 20), Straight(False, 10, 20, 101, 20), Straight(True, 50, 0, 50, 40)
    assert without([within, beyond, across], [LEVEL]) == [beyond, across]
    assert without([within], []) == [within]


def test_lines_cross_between_their_ends() -> None:
    assert crossings_among([LEVEL, Straight(True, 50, 0, 50, 40), Straight(True, 60, 0, 60, 40)]) == 2
    assert crossings_among([LEVEL, Straight(True, 0, 0, 0, 40), Straight(True, 50, 20, 50, 40)]) == 0


def test_lines_are_plain_far_apart_or_where_they_cross_far_from_their_ends() -> None:
    assert is_plain(LEVEL, Straight(False, 0, 20 + BESIDE, 100, 20 + BESIDE))
    assert not is_plain(LEVEL, Straight(False, 0, 19 + BESIDE, 100, 19 + BESIDE))
    assert is_plain(LEVEL, Straight(True, CROSSING, 0, CROSSING, 40))
    assert not is_plain(LEVEL, Straight(True, CROSSING - 1, 0, CROSSING - 1, 40))
    assert not is_plain(LEVEL, Straight(True, 50, 20, 50, 40))


@given(pieces(), pieces())
def test_it_is_one_whichever_is_asked_of_first(one: Straight, other: Straight) -> None:
    assert is_plain(one, other) == is_plain(other, one)


@given(st.lists(pieces(), max_size=4), st.lists(pieces(), max_size=4))
def test_some_are_plain_where_each_is_from_each(some: list[Straight], others: list[Straight]) -> None:
    assert are_plain(some, others) == all(is_plain(one, other) for one in some for other in others)


@given(st.lists(pieces(), max_size=6))
def test_what_is_crossed_crosses(every: list[Straight]) -> None:
    assert crossings_among(every) == crossings_among(every[::-1])
    assert crossings_among([piece for piece in every if piece.upright]) == 0
