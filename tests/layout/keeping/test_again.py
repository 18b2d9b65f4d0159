"""Figures that are arranged as they were."""

from dataclasses import replace

from hypothesis import given, settings

from archgen.layout.place import place, standing
from archgen.model.drawing import Arrow, Box, Drawing, Frame
from archgen.model.kept import Hint, Kept, Stand
from tests.benchmarks.stability import DESIGNS, design, grown
from tests.layout.drawings import drawings, lines, on_border, overlapping, rects
from tests.layout.keeping.kept import boxes, kept_drawings, moved

EACH_TENTH = range(0, DESIGNS, 10)  # of the designs that are measured: how much moves differs from one to another
CHAIN = Drawing(
    "c", "C", "", tuple(Box(f"b{n}", f"Box {n}") for n in range(4)), tuple(Arrow(f"b{n}", f"b{n + 1}") for n in range(3))
)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(kept_drawings())
def test_whatever_is_asked_for_no_box_hides_another_and_lines_lead_to_what_they_lead_to(drawing: Drawing) -> None:
    picture = place(drawing)
    found = boxes(drawing)
    assert len(rects(picture, "frame")) == len(drawing.frames)
    assert overlapping(list(found.values())) == []
    for arrow, line in zip(drawing.arrows, lines(drawing, picture), strict=True):
        for end, point in ((arrow.source, line.points[0]), (arrow.target, line.points[-1])):
            assert end not in found or on_border(point.x, point.y, found[end])


@settings(max_examples=15, deadline=None, derandomize=True)
@given(drawings())
def test_what_is_kept_is_drawn_in_the_rows_and_in_the_order_that_it_had(drawing: Drawing) -> None:
    kept = standing(replace(drawing, direction="down"))
    again = standing(replace(drawing, direction="down", kept=kept))
    assert kept is not None
    assert again is not None
    assert [[stand.part for stand in row] for row in again.rows] == [[stand.part for stand in row] for row in kept.rows]


def test_a_design_that_grows_by_a_component_keeps_nearly_all_where_they_were() -> None:
    shares = []
    for seed in EACH_TENTH:
        whole = design(seed)
        kept = standing(whole)
        assert moved(boxes(whole), boxes(replace(whole, kept=kept))) == set()
        shares.append(len(moved(boxes(whole), boxes(replace(grown(whole, seed), kept=kept)))) / len(whole.boxes))
    assert sum(shares) / len(shares) < 0.15


def test_texts_that_change_move_nothing() -> None:
    whole = design(2)
    told = replace(whole, boxes=(replace(whole.boxes[0], subtitle="5 replicas"), *whole.boxes[1:]), kept=standing(whole))
    assert moved(boxes(whole), boxes(told)) == set()


def test_rows_and_order_are_those_that_are_written() -> None:
    rows = ((Stand("b3"), Stand("b0")), (Stand("b2"), Stand("b1")))
    found = boxes(replace(CHAIN, kept=Kept(rows)))
    assert found["b3"].right < found["b0"].left
    assert found["b2"].right < found["b1"].left
    assert found["b3"].bottom < found["b2"].top


def test_where_little_is_known_all_is_arranged_anew_and_that_is_said() -> None:
    notes: list[str] = []
    little = replace(CHAIN, kept=Kept(((Stand("b3", 3), Stand("gone", 9)),)))
    assert place(little, note=notes.append) == place(CHAIN)
    assert notes == [
        '"C" is arranged anew, as the layout file has places for 1 of its 4 parts; "archgen layout" writes those of all'
    ]


def test_what_runs_to_the_right_is_left_alone() -> None:
    right = replace(CHAIN, direction="right")
    assert standing(right) is None
    assert place(replace(right, kept=Kept(((Stand("b3"),),)))) == place(right)


def test_a_hint_that_a_group_stands_against_is_said() -> None:
    frames = (Frame("f", "F"), Frame("g", "G"))
    parts = (Box("a", "A", frame="f"), Box("b", "B", frame="f"), Box("c", "C", frame="g"), Box("d", "D", frame="g"))
    drawing = Drawing("d", "D", "", parts, (Arrow("a", "b"), Arrow("b", "c"), Arrow("c", "d")), frames)
    hints = (Hint("a", "left_of", "c"), Hint("b", "right_of", "d"))
    notes: list[str] = []
    place(replace(drawing, kept=Kept(hints=hints)), note=notes.append)
    assert notes == ['"D": B is not right of D: other hints, or groups, stand against it']
