from archgen.layout.alignment import align
from archgen.layout.placement import Area, Placement
from archgen.layout.rows import surround
from archgen.model.drawing import Arrow, Box, Drawing, Frame

BOXES = (Box("a", "A"), Box("b", "B"), Box("c", "C"), Box("d", "D"))


def placed(**lefts: tuple[float, float]) -> Placement:
    return Placement({name: Area(x, y, x + 100, y + 40) for name, (x, y) in lefts.items()}, {}, {})


def test_neighbours_trade_places_where_lines_would_cross() -> None:
    drawing = Drawing("d", "D", "", BOXES, (Arrow("a", "d"), Arrow("b", "c")))
    crossed = placed(a=(0, 0), b=(140, 0), c=(0, 100), d=(140, 100))
    boxes = align(drawing, "down", crossed).boxes
    assert boxes["a"].left == boxes["d"].left
    assert boxes["b"].left == boxes["c"].left


def test_a_box_slides_to_where_its_line_runs_straight() -> None:
    drawing = Drawing("d", "D", "", BOXES[:2], (Arrow("a", "b"),))
    boxes = align(drawing, "down", placed(a=(0, 0), b=(30, 100))).boxes
    assert boxes["a"].left == boxes["b"].left


def test_a_box_does_not_leave_its_frame() -> None:
    drawing = Drawing("d", "D", "", (Box("a", "A"), Box("b", "B", frame="f")), (Arrow("a", "b"),), (Frame("f", "A long title"),))
    before = surround(drawing, placed(a=(300, 0), b=(0, 100)).boxes)
    after = align(drawing, "down", before)
    frame, box = after.frames["f"], after.boxes["b"]
    assert frame.left + 15 <= box.left
    assert box.right <= frame.right - 15
