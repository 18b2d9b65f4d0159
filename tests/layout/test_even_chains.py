from archgen.layout.even_chains import evened
from archgen.model.drawing import Arrow, Box, Drawing, Frame

WIDTHS = {"a": 100.0, "b": 180.0, "c": 120.0, "d": 140.0}


def drawing(*ends: str, frames: tuple[Frame, ...] = ()) -> Drawing:
    boxes = tuple(Box(name, name) for name in WIDTHS)
    return Drawing("d", "D", "", boxes, tuple(Arrow(pair[0], pair[-1]) for pair in ends), frames)


def test_boxes_of_a_chain_are_as_wide_as_the_widest_of_them() -> None:
    assert evened(drawing("a b", "b c"), WIDTHS) == {"a": 180.0, "b": 180.0, "c": 180.0}


def test_boxes_that_lead_elsewhere_too_stay_as_they_are() -> None:
    assert evened(drawing("a b", "b c", "b d"), WIDTHS) == {}
    assert evened(drawing("a b", "b c", "d c"), WIDTHS) == {}
    assert evened(drawing("a b", "b c", "c a"), WIDTHS) == {}


def test_two_boxes_are_no_chain_nor_is_what_leads_to_a_frame() -> None:
    assert evened(drawing("a b"), WIDTHS) == {}
    assert evened(drawing("a b", "b c", "c f", frames=(Frame("f", "F"),)), WIDTHS) == {}
