from itertools import pairwise

from archgen.layout.bundling.branches import ROUND
from archgen.layout.bundling.strokes import sharing
from archgen.layout.laid import Bundle
from archgen.model.picture import Line, Point
from archgen.svg.lines import course, heads

LEFT = (Point(0, 0), Point(0, 100), Point(200, 100), Point(200, 160))
INNER = (Point(100, 0), Point(100, 100), Point(200, 100), Point(200, 160))
OTHER = (Point(300, 0), Point(300, 160))


def line(points: tuple[Point, ...], id: str) -> Line:
    return Line(points, style="dashed", mark=f"line:{id}")


def drawn(*, fans_out: bool) -> list[Line]:
    ways = [LEFT, OTHER, INNER]
    lines = [line(way[::-1] if fans_out else way, id) for way, id in zip(ways, "abc", strict=True)]
    return list(sharing(lines, [Bundle((0, 2), fans_out)]))


def test_lines_keep_their_order_and_marks_and_what_they_share_comes_last() -> None:
    assert [each.mark for each in drawn(fans_out=False)] == ["line:a", "line:b", "line:c", "bundle:a|c"]
    assert drawn(fans_out=False)[1] == line(OTHER, "b")


def test_what_lines_to_one_place_share_has_the_only_head() -> None:
    left, _, inner, stem = drawn(fans_out=False)
    assert (left.head, inner.head, stem.head) == (False, False, True)
    assert left.points[-1] == inner.points[-1] == stem.points[0] == Point(100 + ROUND, 100)
    assert stem.points[-1] == Point(200, 160)
    assert len(list(heads(stem))) == 1


def test_lines_that_fan_out_have_a_head_each() -> None:
    left, _, inner, stem = drawn(fans_out=True)
    assert (left.head, inner.head, stem.head) == (True, True, False)
    assert left.points[0] == inner.points[0] == stem.points[-1]
    assert list(heads(stem)) == []


def test_lines_round_into_one_another_where_they_meet() -> None:
    """The corner takes all of the way to the place where both join, so that none of them runs on over the other."""
    _, _, inner, stem = drawn(fans_out=False)
    assert course(inner).endswith("L100 90Q100 100 110 100L110 100")
    assert course(stem).startswith("M110 100L190 100Q200 100 200 110")
    _, _, inner, _ = drawn(fans_out=True)
    assert course(inner).startswith("M110 100L110 100Q100 100 100 90")


def test_all_of_one_style_stays_so() -> None:
    assert {each.style for each in drawn(fans_out=False)} == {"dashed"}
    assert all(one != other for each in drawn(fans_out=True) for one, other in pairwise(each.points))
