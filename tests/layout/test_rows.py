from archgen.layout.dot_source import Plan
from archgen.layout.placement import Area
from archgen.layout.rows import settle
from archgen.model.drawing import Arrow, Box, Drawing, Frame
from archgen.model.picture import Point

BOXES = (Box("a", "A"), Box("b", "B", frame="f"))
DRAWING = Drawing("d", "D", "", BOXES, (Arrow("a", "b"),), (Frame("f", "F"),))
SIZES = {"a": (100.0, 40.0), "b": (120.0, 60.0)}


def test_rows_go_down_on_lanes_with_frames_between_lanes() -> None:
    placement = settle(DRAWING, Plan("down", SIZES), {"a": Point(52, 10), "b": Point(48, 90)})
    assert placement.boxes == {"a": Area(0, 0, 100, 40), "b": Area(-10, 100, 110, 160)}
    assert placement.frames == {"f": Area(-25, 65, 125, 175)}
    assert placement.titles["f"].left == -13


def test_rows_go_to_the_right() -> None:
    placement = settle(DRAWING, Plan("right", SIZES), {"a": Point(0, 30), "b": Point(200, 30)})
    assert placement.boxes["a"] == Area(0, 10, 100, 50)
    assert placement.boxes["b"].left - placement.boxes["a"].right >= 60


def test_boxes_of_a_row_that_are_nearly_equally_high_become_so() -> None:
    placement = settle(DRAWING, Plan("down", SIZES), {"a": Point(0, 10), "b": Point(200, 10)})
    assert placement.boxes["a"].height == placement.boxes["b"].height == 60


def test_a_long_title_widens_its_frame() -> None:
    frames = (Frame("f", "Availability zone eu-west-1a, the second"),)
    drawing = Drawing("d", "D", "", BOXES, (), frames)
    placement = settle(drawing, Plan("down", SIZES), {"a": Point(0, 10), "b": Point(0, 90)})
    assert placement.frames["f"].right >= placement.titles["f"].right + 12


def test_a_frame_around_a_frame_keeps_room_for_both_titles() -> None:
    frames = (Frame("o", "Outer"), Frame("f", "F", "o"))
    drawing = Drawing("d", "D", "", BOXES, (), frames)
    placement = settle(drawing, Plan("down", SIZES), {"a": Point(0, 10), "b": Point(0, 90)})
    assert not placement.titles["o"].overlaps(placement.frames["f"])
    assert placement.frames["o"].top > placement.boxes["a"].bottom
