from archgen.model.picture import Line, Point
from archgen.svg.lines import course, heads


def test_a_corner_is_rounded_by_the_radius_of_the_line() -> None:
    assert course(Line((Point(0, 0), Point(20, 0), Point(20, 20)))) == "M0 0L14 0Q20 0 20 6L20 20"


def test_a_short_piece_shares_its_length_between_its_two_corners() -> None:
    zigzag = Line((Point(0, 0), Point(20, 0), Point(20, 6), Point(40, 6)))
    assert course(zigzag) == "M0 0L17 0Q20 0 20 3L20 3Q20 6 23 6L40 6"


def test_a_point_that_is_there_twice_makes_no_corner() -> None:
    assert course(Line((Point(0, 0), Point(0, 0), Point(9, 0)))) == "M0 0L9 0"


def test_a_head_points_along_the_last_piece() -> None:
    assert list(heads(Line((Point(0, 0), Point(0, 20))))) == ["M4 13L0 20L-4 13"]
    assert list(heads(Line((Point(0, 0), Point(0, 20), Point(20, 20))))) == ["M13 16L20 20L13 24"]


def test_a_line_with_a_tail_has_a_head_at_either_end() -> None:
    assert list(heads(Line((Point(0, 0), Point(0, 20)), tail=True), filled=True)) == ["M4 13L0 20L-4 13Z", "M-4 7L0 0L4 7Z"]


def test_a_line_without_head_or_length_has_none() -> None:
    assert list(heads(Line((Point(0, 0), Point(0, 20)), head=False))) == []
    assert (list(heads(Line((Point(3, 3),)))), course(Line((Point(3, 3), Point(3, 3))))) == ([], "")


def test_where_lines_go_on_in_one_another_the_corner_takes_all_that_is_between() -> None:
    corner = (Point(0, 0), Point(20, 0), Point(20, 6))
    assert course(Line(corner)) == "M0 0L17 0Q20 0 20 3L20 6"
    assert course(Line(corner, joins=True)) == "M0 0L14 0Q20 0 20 6L20 6"
    assert course(Line(corner[::-1], leaves=True)) == "M20 6L20 6Q20 0 14 0L0 0"
