from archgen.layout.labels import label
from archgen.layout.placement import Area, Placement
from archgen.layout.stretch import Cut, room_for, squeeze, stretch
from archgen.model.drawing import Arrow
from archgen.model.picture import Point

UPPER, LOWER = Area(0, 0, 100, 40), Area(0, 70, 100, 110)
SHORT = [Point(50, 40), Point(50, 70)]
TWO = Placement({"a": UPPER, "b": LOWER}, {}, {})


def test_all_beyond_a_cut_moves() -> None:
    placement, routes = stretch(TWO, [SHORT], [Cut("y", 55, 20)])
    assert placement.boxes == {"a": UPPER, "b": Area(0, 90, 100, 130)}
    assert routes == [[Point(50, 40), Point(50, 90)]]


def test_what_a_cut_runs_through_grows_but_titles_do_not() -> None:
    around = Placement({"b": LOWER}, {"f": Area(-15, 35, 115, 125)}, {"f": Area(-3, 42, 60, 60)})
    placement, _ = stretch(around, [], [Cut("x", 20, 30)])
    assert placement.boxes == {"b": Area(0, 70, 130, 110)}
    assert placement.frames == {"f": Area(-15, 35, 145, 125)}
    assert placement.titles == around.titles


def test_room_is_made_for_a_label_on_a_short_line() -> None:
    placement, routes = stretch(TWO, [SHORT], room_for("asks", SHORT, TWO, [SHORT]))
    (spot,) = label([Arrow("a", "b", "asks")], placement, routes)
    assert spot is not None


def test_room_is_made_between_lines_that_are_too_close() -> None:
    lines = [[Point(x, 40), Point(x, 70)] for x in (40, 50, 60)]
    cuts = room_for("who is online?", lines[1], TWO, lines)
    placement, routes = stretch(TWO, lines, cuts)
    spot = label([Arrow("a", "b"), Arrow("a", "b", "who is online?"), Arrow("a", "b")], placement, routes)[1]
    assert spot is not None


def test_emptiness_between_rows_is_taken_out_and_labels_move_along() -> None:
    far = Placement({"a": UPPER, "b": Area(0, 340, 100, 380)}, {}, {})
    line = [Point(50, 40), Point(50, 340)]
    spots = label([Arrow("a", "b", "asks")], far, [line])
    placement, routes, moved = squeeze(far, [line], spots)
    assert placement.boxes["b"].top < 130
    assert routes[0][-1] == Point(50, placement.boxes["b"].top)
    assert moved[0] is not None
    assert 40 < moved[0].area.top < moved[0].area.bottom < placement.boxes["b"].top - 16


def test_rows_that_are_close_stay_as_they_are() -> None:
    assert squeeze(TWO, [SHORT], [None]) == (TWO, [SHORT], [None])
