from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.placement import Area, Placement
from archgen.layout.sideways import crosswise, high, holds, low, middle, pushed, rebuilt, stands_free
from archgen.model.drawing import Box, Direction, Drawing, Frame

NUMBERS = st.integers(-500, 500).map(float)
DIRECTIONS: tuple[Direction, ...] = ("down", "right")


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(DIRECTIONS))
def test_what_is_pushed_keeps_its_size_and_its_place_across(left: float, top: float, by: float, direction: Direction) -> None:
    area = Area(left, top, left + 100, top + 40)
    after = pushed(area, by, direction)
    assert (after.width, after.height) == (100, 40)
    assert low(after, direction) == low(area, direction) + by
    assert high(after, direction) == high(area, direction) + by
    assert middle(after, crosswise(direction)) == middle(area, crosswise(direction))


def test_an_empty_frame_stays_where_it_was() -> None:
    drawing = Drawing("d", "D", "", (Box("a", "A"),), (), (Frame("f", "F"),))
    frame = Area(195, -5, 305, 45)
    before = Placement({"a": Area(0, 0, 100, 40)}, {"f": frame}, {})
    after = rebuilt(drawing, before, {"a": Area(50, 0, 150, 40)})
    assert after.frames["f"] == frame
    assert after.boxes["a"].left == 50


def test_a_box_that_comes_too_near_to_another_does_not_stand_free() -> None:
    before = Placement({"a": Area(0, 0, 100, 40), "b": Area(200, 0, 300, 40)}, {}, {})
    near = Placement({"a": Area(90, 0, 190, 40), "b": before.boxes["b"]}, {}, {})
    assert stands_free(before, before, "a")
    assert not stands_free(before, near, "a")
    assert holds(Area(0, 0, 300, 40), near.boxes["a"])
