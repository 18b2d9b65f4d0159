from archgen.layout.ranks import flow, longest_paths, names, outermost, shelved, stand_ins, tiered, wrapped
from archgen.model.drawing import Arrow, Box, Drawing, Frame

FRAMES = (Frame("edge", "Edge"), Frame("zone", "Zone", "edge"), Frame("data", "Data"), Frame("spare", "Spare"))
BOXES = (Box("web", "Web"), Box("api", "API", frame="zone"), Box("s1", "1", frame="data"), Box("s2", "2", frame="data"))
ARROWS = (Arrow("web", "edge"), Arrow("api", "s1"), Arrow("s2", "api"), Arrow("s1", "web"), Arrow("api", "s2"))
DRAWING = Drawing("d", "D", "", BOXES, ARROWS, FRAMES)
WIDTHS = {"web": 100.0, "api": 100.0, "s1": 100.0, "s2": 100.0, "spare": 100.0}


def test_a_frame_is_stood_for_by_its_first_box_and_an_empty_one_by_itself() -> None:
    ends = stand_ins(DRAWING)
    assert {frame.id: ends[frame.id] for frame in FRAMES} == {
        "edge": "api",
        "zone": "api",
        "data": "s1",
        "spare": "spare",
    }
    assert names(DRAWING) == ("web", "api", "s1", "s2", "spare")


def test_the_outermost_frame_is_the_home_of_a_box() -> None:
    assert outermost(DRAWING) == {"web": "web", "api": "edge", "s1": "data", "s2": "data", "spare": "spare"}


def test_arrows_that_lead_back_are_turned() -> None:
    pairs = flow(DRAWING)
    assert set(pairs) == {("web", "api"), ("api", "s1"), ("api", "s2"), ("web", "s1")}
    assert longest_paths(names(DRAWING), pairs) == {"web": 0, "api": 1, "s1": 2, "s2": 2, "spare": 0}


def test_an_arrow_to_itself_is_not_part_of_the_flow() -> None:
    assert flow(Drawing("d", "D", "", (Box("a", "A"),), (Arrow("a", "a"),))) == ()


def test_rows_are_no_wider_than_they_may_be() -> None:
    ranks = wrapped(DRAWING, WIDTHS, 100)
    assert sorted(ranks.values()) == [0, 1, 2, 3, 4]
    assert ranks["web"] < ranks["api"] < ranks["s1"]


def test_a_thing_wider_than_a_row_has_one_to_itself() -> None:
    assert sorted(wrapped(DRAWING, WIDTHS, 10).values()) == [0, 1, 2, 3, 4]


def test_tiers_stand_one_under_another() -> None:
    ranks = tiered(DRAWING, WIDTHS, 1000)
    assert ranks["api"] > max(ranks["web"], ranks["spare"])
    assert ranks["s1"] == ranks["s2"] > ranks["api"]


def test_on_shelves_frames_of_nearly_one_time_share_rows() -> None:
    boxes = (Box("a", "A", frame="f"), Box("b", "B", frame="f"), Box("c", "C", frame="g"), Box("d", "D", frame="g"))
    arrows = (Arrow("a", "b"), Arrow("b", "d"), Arrow("c", "d"))
    drawing = Drawing("d", "D", "", boxes, arrows, (Frame("f", "F"), Frame("g", "G")))
    widths = dict.fromkeys("abcd", 100.0)
    assert shelved(drawing, widths, 200) == {"a": 0, "b": 1, "c": 0, "d": 1}
    assert shelved(drawing, widths, 199) == tiered(drawing, widths, 199) == {"a": 0, "b": 1, "c": 2, "d": 3}
