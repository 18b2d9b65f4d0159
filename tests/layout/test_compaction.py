from archgen.layout.compaction import compact
from archgen.layout.placement import Area, Placement
from archgen.layout.rows import surround
from archgen.model.drawing import Box, Drawing, Frame

ROW = {name: Area(200.0 * place, 0, 200.0 * place + 100, 40) for place, name in enumerate("abcd")}


def drawing(*framed: str) -> Drawing:
    boxes = tuple(Box(name, name, frame="f" if name in framed else None) for name in "abcd")
    return Drawing("d", "D", "", boxes, (), (Frame("f", "F"),) if framed else ())


def test_boxes_far_apart_are_pushed_together_in_their_order() -> None:
    placed = compact(drawing(), Placement(ROW, {}, {}), 500)
    assert [placed.boxes[name].left for name in "abcd"] == [0, 140, 270, 400]


def test_a_row_that_drifts_aside_comes_back_under_the_one_above() -> None:
    drifted = {**ROW, "c": Area(800, 100, 900, 140), "d": Area(1000, 100, 1100, 140)}
    placed = compact(drawing(), Placement(drifted, {}, {}), 400)
    assert placed.extent.width <= 400
    assert placed.boxes["d"].left - placed.boxes["c"].right >= 30


def test_what_stands_outside_a_frame_stays_outside() -> None:
    inside = drawing("b", "c")
    placed = compact(inside, surround(inside, ROW), 500)
    assert placed.boxes["a"].right < placed.frames["f"].left < placed.boxes["b"].left
    assert placed.boxes["c"].right < placed.frames["f"].right < placed.boxes["d"].left


def test_what_is_too_wide_whatever_is_done_is_as_narrow_as_can_be() -> None:
    assert compact(drawing(), Placement(ROW, {}, {}), 200).extent.width == 490


def test_frames_that_lie_across_one_another_are_parted() -> None:
    boxes = (Box("a", "a", frame="f"), Box("b", "b", frame="g"))
    across = Drawing("d", "D", "", boxes, (), (Frame("f", "F"), Frame("g", "G")))
    areas = {"a": Area(0, 0, 100, 40), "b": Area(200, 0, 300, 40)}
    frames = {"f": Area(-15, -35, 240, 55), "g": Area(185, -35, 315, 55)}
    placed = compact(across, Placement(areas, frames, {}), 200)
    assert placed.frames["f"].right < placed.frames["g"].left
