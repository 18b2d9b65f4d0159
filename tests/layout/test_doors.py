from archgen.layout.doors import connected
from archgen.model.drawing import Arrow, Box, Drawing, Frame

FRAMES = (Frame("core", "Core"), Frame("inner", "Inner", "core"), Frame("empty", "Empty"))
BOXES = (Box("app", "App"), Box("a", "A", frame="core"), Box("b", "B", frame="inner"), Box("c", "C", frame="core"))
ARROWS = (Arrow("a", "b"), Arrow("app", "app"))
DRAWING = Drawing("d", "D", "", BOXES, ARROWS, FRAMES)


def pairs(source: str, target: str, *, back: bool = False) -> list[tuple[str, str]]:
    return list(connected(DRAWING, Arrow(source, target, back=back)))


def test_boxes_stand_for_themselves() -> None:
    assert pairs("app", "a") == [("app", "a")]


def test_an_arrow_to_a_frame_leads_to_the_boxes_that_nothing_in_it_leads_to() -> None:
    assert pairs("app", "core") == [("app", "a"), ("app", "c")]


def test_an_arrow_from_a_frame_comes_from_the_boxes_that_lead_on_to_nothing_in_it() -> None:
    assert pairs("core", "app") == [("b", "app"), ("c", "app")]


def test_an_empty_frame_stands_for_itself() -> None:
    assert pairs("app", "empty") == [("app", "empty")]


def test_an_arrow_between_a_frame_and_what_is_in_it_speaks_of_the_rest_of_the_frame() -> None:
    assert pairs("core", "inner") == [("a", "b"), ("c", "b")]
    assert pairs("b", "core") == [("b", "a"), ("b", "c")]


def test_an_arrow_from_a_frame_to_itself_puts_nothing_in_order() -> None:
    assert pairs("core", "core") == []


def test_an_arrow_back_puts_its_end_first() -> None:
    assert pairs("app", "a", back=True) == [("a", "app")]
    assert pairs("app", "core", back=True) == [("b", "app"), ("c", "app")]
