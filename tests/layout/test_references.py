import pytest

from archgen.errors import EngineError
from archgen.layout.place import place
from archgen.model.drawing import Arrow, Box, Drawing, Frame


def refusal(boxes: list[Box], *arrows: Arrow, frames: tuple[Frame, ...] = ()) -> str:
    with pytest.raises(EngineError) as caught:
        place(Drawing("d", "Shop", "", tuple(boxes), arrows, frames))
    return str(caught.value)


def test_two_boxes_with_one_id_are_refused() -> None:
    said = refusal([Box("a", "A"), Box("a", "B")])
    assert said == '"Shop" cannot be drawn: 2 parts, boxes, have the id "a", give each its own'


def test_a_box_and_a_frame_with_one_id_are_refused() -> None:
    assert 'a box and a frame, have the id "core"' in refusal([Box("core", "A")], frames=(Frame("core", "Core"),))


def test_two_frames_with_one_id_are_refused() -> None:
    assert 'frames, have the id "f"' in refusal([Box("a", "A")], frames=(Frame("f", "F"), Frame("f", "G")))


def test_an_arrow_to_an_unknown_part_is_refused_and_the_nearest_offered() -> None:
    said = refusal([Box("cache", "Cache")], Arrow("cache", "cashe"))
    assert 'the arrow from "cache" to "cashe" needs a box or frame "cashe"' in said
    assert "cache" in said.split("needs")[1]


def test_a_box_in_an_unknown_frame_is_refused() -> None:
    assert '"a" stands in a frame "edge" that there is not' in refusal([Box("a", "A", frame="edge")])


def test_frames_that_stand_in_one_another_are_refused() -> None:
    said = refusal([Box("a", "A")], frames=(Frame("f", "F", "g"), Frame("g", "G", "f")))
    assert 'the frame "f" stands in itself' in said


def test_all_that_is_wrong_is_said_at_once() -> None:
    said = refusal([Box("a", "A"), Box("a", "B")], Arrow("a", "x"), Arrow("y", "a"))
    assert [name in said for name in ('"a", give', '"x"', '"y"')] == [True, True, True]
