from archgen.layout.placement import Area, Placement
from archgen.layout.streets.label_spots import place_labels
from archgen.model.drawing import Arrow
from archgen.model.picture import Point

NOTHING = Placement({}, {}, {})
DROP = [Point(50, 40), Point(50, 140)]


def test_a_label_stands_on_the_middle_of_its_line() -> None:
    (spot,), lost = place_labels([Arrow("a", "b", "asks")], NOTHING, [DROP])
    assert lost == []
    assert spot is not None
    assert spot.area.centre == Point(50, 90)


def test_a_label_keeps_clear_of_a_line_that_crosses() -> None:
    crossing = [Point(-200, 90), Point(200, 90)]
    (spot, _), _ = place_labels([Arrow("a", "b", "asks"), Arrow("c", "d")], NOTHING, [DROP, crossing])
    assert spot is not None
    assert not spot.area.overlaps(Area(-200, 89, 200, 91))


def test_labels_of_lines_close_together_stand_aside() -> None:
    beside = [Point(70, 40), Point(70, 140)]
    spots, lost = place_labels([Arrow("a", "b", "asks it"), Arrow("a", "b", "tells it")], NOTHING, [DROP, beside])
    assert lost == []
    one, other = spots
    assert one is not None
    assert other is not None
    assert not one.area.overlaps(other.area)


def test_a_label_without_room_is_told() -> None:
    assert place_labels([Arrow("a", "b", "asks")], NOTHING, [[Point(0, 0), Point(0, 30)]]) == ([None], [0])


def test_a_label_across_a_border_is_told_and_stands_there() -> None:
    framed = Placement({}, {"f": Area(0, 0, 52, 200)}, {})
    (spot,), lost = place_labels([Arrow("a", "b", "asks")], framed, [DROP])
    assert spot is not None
    assert lost == [0]


def test_a_label_stands_far_from_the_middle_of_a_long_line_rather_than_across_a_border() -> None:
    framed = Placement({}, {"f": Area(0, 600, 52, 3000)}, {})
    (spot,), lost = place_labels([Arrow("a", "b", "asks")], framed, [[Point(50, 0), Point(50, 3000)]])
    assert lost == []
    assert spot is not None
    assert spot.area.bottom < 600


def test_a_label_keeps_clear_of_both_heads_of_a_line() -> None:
    (spot,), _ = place_labels([Arrow("a", "b", "asks", both=True)], NOTHING, [[Point(50, 0), Point(50, 60)]])
    assert spot is not None
    assert spot.area.top >= 10
    assert spot.area.bottom <= 50


def test_a_label_stands_away_from_where_another_line_crosses_its_own() -> None:
    line, crossing = [Point(50, 0), Point(50, 200)], [Point(-200, 85), Point(200, 85)]
    (spot, _), _ = place_labels([Arrow("a", "b", "asks"), Arrow("c", "d")], NOTHING, [line, crossing])
    assert spot is not None
    assert spot.area.top >= 85 + 14


def test_labels_side_by_side_are_parted_where_a_line_has_room() -> None:
    beside = [Point(104, 0), Point(104, 200)]
    arrows = [Arrow("a", "b", "asks it"), Arrow("a", "b", "tells it")]
    (one, other), lost = place_labels(arrows, NOTHING, [[Point(50, 0), Point(50, 200)], beside])
    assert lost == []
    assert one is not None
    assert other is not None
    assert one.area.bottom + 5 <= other.area.top or other.area.bottom + 5 <= one.area.top


def test_a_label_at_the_side_stands_within_the_page_where_it_can() -> None:
    boxes = Placement({"b": Area(-300, 0, -200, 40)}, {}, {})
    (free,), _ = place_labels([Arrow("a", "b", "asks it")], boxes, [DROP])
    (spot,), lost = place_labels([Arrow("a", "b", "asks it")], boxes, [DROP], room=370)
    assert lost == []
    assert free is not None
    assert spot is not None
    assert spot.area.right < free.area.right
