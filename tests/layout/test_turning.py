from archgen.layout.alignment import align
from archgen.layout.placement import Area, Placement
from archgen.layout.rows import surround
from archgen.layout.turning import turned
from archgen.model.drawing import Arrow, Box, Drawing, Frame

FRAMES = (Frame("f", "F"), Frame("g", "G"), Frame("h", "H"), Frame("k", "K"))
BOXES = (
    Box("near", "Near", frame="h"),
    Box("far", "Far", frame="k"),
    Box("a", "A", frame="f"),
    Box("b", "B", frame="g"),
    Box("c", "C", frame="g"),
)
PLACES = {"near": (20, 0), "far": (380, 0), "a": (20, 200), "b": (240, 200), "c": (380, 200)}


def drawing(*arrows: Arrow) -> Drawing:
    return Drawing("d", "D", "", BOXES, arrows, FRAMES)


def placed(drawn: Drawing) -> Placement:
    return surround(drawn, {name: Area(x, y, x + 100, y + 40) for name, (x, y) in PLACES.items()})


def test_frames_beside_one_another_change_sides_and_each_is_mirrored() -> None:
    drawn = drawing()
    before = placed(drawn)
    orders = [sorted("abc", key=lambda name: each.boxes[name].left) for each in turned(drawn, "down", before)]
    assert orders == [["b", "c", "a"], ["a", "b", "c"], ["a", "c", "b"]]


def test_nothing_that_is_turned_leaves_the_room_of_what_it_changes_with() -> None:
    drawn = drawing()
    before = placed(drawn)
    for each in turned(drawn, "down", before):
        assert each.extent.left == before.extent.left
        assert each.extent.right == before.extent.right
        assert {area.top for area in each.boxes.values()} == {0, 200}


def test_frames_change_sides_until_no_lines_between_them_cross() -> None:
    drawn = drawing(Arrow("far", "a"), Arrow("near", "b"))
    before = placed(drawn)
    boxes = align(drawn, "down", before).boxes
    assert before.boxes["near"].left < before.boxes["far"].left
    assert before.boxes["a"].left < before.boxes["b"].left
    assert (boxes["near"].left < boxes["far"].left) == (boxes["b"].left < boxes["a"].left)
