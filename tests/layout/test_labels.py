from dataclasses import replace

from archgen.layout.labels import label
from archgen.layout.placement import Area, Placement
from archgen.layout.spots import last_resort, size, texts
from archgen.model.drawing import Arrow
from archgen.model.picture import Point

DROP = [Point(50, 40), Point(50, 120)]
NOTHING = Placement({}, {}, {})


def test_a_label_stands_on_the_middle_of_its_line() -> None:
    (spot,) = label([Arrow("a", "b", "asks")], NOTHING, [DROP])
    assert spot is not None
    assert spot.area.centre.x == 50
    assert 60 < spot.area.centre.y < 95


def test_a_line_without_a_label_gets_none() -> None:
    assert label([Arrow("a", "b")], NOTHING, [DROP]) == [None]


def test_a_label_keeps_clear_of_another_line_that_crosses() -> None:
    crossing = [Point(-200, 75), Point(200, 75)]
    spot, _ = label([Arrow("a", "b", "asks"), Arrow("c", "d")], NOTHING, [DROP, crossing])
    assert spot is not None
    assert not spot.area.overlaps(Area(-200, 74, 200, 76))


def test_a_label_moves_for_one_that_has_no_other_place() -> None:
    long, short = [Point(0, 0), Point(0, 300)], [Point(30, 130), Point(30, 172)]
    first, second = label([Arrow("a", "b", "asks it"), Arrow("c", "d", "tells")], NOTHING, [long, short])
    assert first is not None
    assert second is not None
    assert not first.area.overlaps(second.area)


def test_labels_one_right_below_another_are_parted_where_a_line_has_room() -> None:
    taken = Placement({"b": Area(160, 130, 260, 240)}, {}, {})
    long, short = [Point(140, 0), Point(140, 300)], [Point(200, 0), Point(200, 60)]
    arrows = [Arrow("a", "b", "the provider agrees"), Arrow("a", "c", "no answer within 6 s")]
    first, second = label(arrows, taken, [long, short])
    assert first is not None
    assert second is not None
    assert not replace(first.area, top=first.area.top - 6, bottom=first.area.bottom + 6).overlaps(second.area)


def test_labels_side_by_side_are_parted_where_a_line_has_room() -> None:
    lines = [Point(0, 0), Point(0, 300)], [Point(110, 0), Point(110, 300)]
    first, second = label([Arrow("a", "b", "hold, charge"), Arrow("a", "c", "hold, charge, refund")], NOTHING, lines)
    assert first is not None
    assert second is not None
    assert not replace(first.area, right=first.area.right + 12).overlaps(second.area)


def test_a_label_stands_away_from_where_another_line_crosses_its_own() -> None:
    line, crossing = [Point(50, 0), Point(50, 200)], [Point(-200, 80), Point(200, 80)]
    spot, _ = label([Arrow("a", "b", "asks"), Arrow("c", "d")], NOTHING, [line, crossing])
    assert spot is not None
    assert spot.area.top > 80 + 20


def test_there_is_no_place_on_a_line_that_is_too_short() -> None:
    assert label([Arrow("a", "b", "asks")], NOTHING, [[Point(0, 0), Point(0, 30)]]) == [None]


def test_a_label_that_is_long_is_broken_into_three_lines_at_most() -> None:
    for text in ("take a job that has waited long enough", "word " * 60):
        assert all(1 <= len(lines) <= 3 or len(text) > 200 for lines, _ in texts(text))
    assert [list(lines) for lines, _ in texts("asks")] == [["asks"]]


def test_the_last_resort_is_the_middle_of_the_longest_piece() -> None:
    spot = last_resort("asks", [Point(0, 0), Point(0, 10), Point(100, 10)])
    assert (spot.area.centre.x, spot.area.centre.y) == (50, 10)
    assert (spot.area.width, spot.area.height) == size(["asks"])
