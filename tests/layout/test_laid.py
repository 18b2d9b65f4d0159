from archgen.layout.laid import Layered
from archgen.layout.placement import Area, Placement

FRAME = {"f": Area(0, 0, 100, 100)}


def intruding(*boxes: Area) -> int:
    return Layered({}, Placement(dict(zip("abc", boxes, strict=False)), FRAME, {}), (), ()).intruding


def test_a_box_that_lies_partly_in_a_frame_intrudes() -> None:
    assert intruding(Area(90, 10, 150, 40)) == 1


def test_a_box_within_a_frame_or_beside_it_does_not() -> None:
    assert intruding(Area(10, 10, 90, 40), Area(110, 10, 150, 40)) == 0
