from dataclasses import replace

from archgen.layout.placement import Area, Placement
from archgen.layout.titles import to_corners
from archgen.model.picture import Point

CORNER = Area(12, 7, 62, 25)
MOVED = Area(212, 57, 262, 75)
PLACED = Placement({"a": Area(100, 100, 200, 140)}, {"f": Area(0, 0, 400, 200)}, {"f": MOVED})


def test_a_title_goes_back_to_the_corner_of_its_frame() -> None:
    assert to_corners(PLACED, [], []).titles == {"f": CORNER}


def test_a_title_stays_where_a_line_passes_its_corner() -> None:
    assert to_corners(PLACED, [[Point(30, -50), Point(30, 90)]], []).titles == {"f": MOVED}


def test_a_title_stays_where_another_frame_is_in_its_corner() -> None:
    inner = replace(PLACED, frames={**PLACED.frames, "g": Area(10, 10, 90, 90)})
    assert to_corners(inner, [], []).titles == {"f": MOVED}
