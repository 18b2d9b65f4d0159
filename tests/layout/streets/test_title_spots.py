from archgen.layout.placement import Area, Placement
from archgen.layout.streets.title_spots import place_titles
from archgen.model.picture import Point

FRAMED = Placement({}, {"f": Area(0, 0, 200, 100)}, {"f": Area(12, 7, 62, 25)})


def test_a_title_stands_in_the_corner_where_that_is_free() -> None:
    placement, lost = place_titles(FRAMED, [[Point(150, -50), Point(150, 50)]])
    assert lost == []
    assert placement.titles["f"].left == 12


def test_a_title_stands_right_of_a_line_through_the_corner() -> None:
    placement, lost = place_titles(FRAMED, [[Point(30, -50), Point(30, 50)]])
    assert lost == []
    assert placement.titles["f"].left > 30


def test_a_title_that_is_free_nowhere_is_told() -> None:
    _, lost = place_titles(FRAMED, [[Point(x, -50), Point(x, 50)] for x in (40, 80, 120, 160)])
    assert lost == ["f"]
