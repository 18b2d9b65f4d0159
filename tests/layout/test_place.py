import pytest
from hypothesis import given, settings

from archgen.layout.anatomy import Anatomy
from archgen.layout.layered_picture import paint
from archgen.layout.place import in_streets, place
from archgen.layout.placement import Area
from archgen.layout.streets.drawn_out import Outcome
from archgen.model.drawing import Arrow, Box, Drawing, Frame, LegendEntry, Message, Sequence
from archgen.model.picture import MAX_WIDTH, Line, Picture, Rect, Text
from tests.layout.drawings import area, drawings, lines, on_border, overlapping, rects, strokes
from tests.layout.programs import SYSTEM_DOT

pytestmark = pytest.mark.graphviz
CLIENT, SERVICE, STORE = Box("client", "Client"), Box("service", "Service", "2 replicas"), Box("store", "Store")


def drawn(*boxes: Box, arrows: tuple[Arrow, ...] = (), frames: tuple[Frame, ...] = ()) -> Drawing:
    return Drawing("some", "Some", "Some parts.", boxes, arrows, frames)


def labels(picture: Picture) -> str:
    """All that labels say, words in the order in which they are painted."""
    return " ".join(shape.text for shape in picture.shapes if isinstance(shape, Text) and shape.role == "label")


@settings(max_examples=25, deadline=None, derandomize=True)
@given(drawings())
def test_any_drawing_is_legible(drawing: Drawing) -> None:
    picture = place(drawing)
    boxes = rects(picture, "box", "question", "answer")
    halos = rects(picture, "halo")
    assert len(boxes) == len(drawing.boxes)
    assert len(rects(picture, "frame")) == len(drawing.frames)
    assert len(halos) == sum(bool(arrow.label) for arrow in drawing.arrows)
    assert labels(picture).split() == " ".join(arrow.label for arrow in drawing.arrows).split()
    assert overlapping([*boxes, *halos]) == []
    whole = Area(0, 0, picture.width, picture.height)
    assert all(holds(whole, area(shape)) for shape in picture.shapes)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(drawings())
def test_every_line_goes_from_its_source_to_its_target_around_all_else(drawing: Drawing) -> None:
    picture = place(drawing)
    boxes = dict(zip((box.id for box in drawing.boxes), rects(picture, "box", "question", "answer"), strict=True))
    frames = rects(picture, "frame")
    titles = [area(shape) for shape in picture.shapes if isinstance(shape, Text) and shape.role == "frame-title"]
    for arrow, line in zip(drawing.arrows, lines(drawing, picture), strict=True):
        for end, point in ((arrow.source, line.points[0]), (arrow.target, line.points[-1])):
            borders = [boxes[end]] if end in boxes else frames
            assert any(on_border(point.x, point.y, border) for border in borders)
        for stroke in strokes(line):
            assert not any(stroke.grown(0.4).overlaps(title) for title in titles)
            assert not any(stroke.overlaps(box.grown(-1)) for box in boxes.values())


@settings(max_examples=25, deadline=None, derandomize=True)
@given(drawings())
def test_labels_hide_no_other_line_and_no_head(drawing: Drawing) -> None:
    picture = place(drawing)
    halos = iter(rects(picture, "halo"))
    own = {number: next(halos) for number, arrow in enumerate(drawing.arrows) if arrow.label}
    for number, line in enumerate(lines(drawing, picture)):
        tip = line.points[-1]
        head = Area(tip.x - 6, tip.y - 6, tip.x + 6, tip.y + 6)
        for other, halo in own.items():
            assert not halo.overlaps(head)
            assert other == number or not any(halo.overlaps(stroke.grown(0.5)) for stroke in strokes(line))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(drawings())
def test_lines_never_share_a_lane(drawing: Drawing) -> None:
    picture = place(drawing)
    every = [stroke for line in lines(drawing, picture) for stroke in strokes(line)]
    for upright in (True, False):
        along = [stroke for stroke in every if (stroke.width == 0) == upright]
        grown = [stroke.grown(0.3) for stroke in along]
        assert [pair for pair in overlapping(grown) if not touching_ends(*pair)] == []


@settings(max_examples=25, deadline=None, derandomize=True)
@given(drawings())
def test_frames_hold_what_is_theirs_and_nothing_else(drawing: Drawing) -> None:
    picture = place(drawing)
    boxes = dict(zip((box.id for box in drawing.boxes), rects(picture, "box", "question", "answer"), strict=True))
    frames = rects(picture, "frame")
    for box in drawing.boxes:
        around = [frame for frame in frames if frame.overlaps(boxes[box.id])]
        assert len(around) == depth(drawing, box.frame)
        assert all(holds(frame, boxes[box.id]) for frame in around)
    assert [pair for pair in overlapping(frames) if not holds(*pair) and not holds(*pair[::-1])] == []


@settings(max_examples=30, deadline=None, derandomize=True)
@given(drawings())
def test_texts_stay_in_their_boxes(drawing: Drawing) -> None:
    picture = place(drawing)
    boxes = rects(picture, "box", "question", "answer")
    for shape in picture.shapes:
        if isinstance(shape, Text) and shape.role in ("title", "subtitle"):
            assert any(holds(box, area(shape)) for box in boxes)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(drawings())
def test_the_same_drawing_gives_the_same_picture(drawing: Drawing) -> None:
    assert place(drawing) == place(drawing)


def test_one_box_is_a_picture() -> None:
    picture = place(drawn(CLIENT))
    assert (picture.width, picture.height) == (140, 80)


def test_boxes_one_below_the_other_are_joined_by_straight_lines() -> None:
    picture = place(drawn(CLIENT, SERVICE, STORE, arrows=(Arrow("client", "service"), Arrow("service", "store"))))
    assert [len(shape.points) for shape in picture.shapes if isinstance(shape, Line)] == [2, 2]


def test_four_lines_between_two_boxes_are_four_straight_lines() -> None:
    arrows = tuple(Arrow("service", "store", name) for name in ("read", "write", "delete", "lock"))
    picture = place(drawn(SERVICE, STORE, arrows=arrows))
    found = [shape.points for shape in picture.shapes if isinstance(shape, Line)]
    assert [len(points) for points in found] == [2, 2, 2, 2]
    assert len({points[0].x for points in found}) == 4


def test_many_boxes_in_one_row_are_wrapped_to_the_width_of_a_page() -> None:
    stores = tuple(Box(f"s{number}", f"Search index {number}", "OpenSearch, 3 nodes") for number in range(12))
    picture = place(drawn(CLIENT, *stores, arrows=tuple(Arrow("client", store.id) for store in stores)))
    assert picture.width <= MAX_WIDTH


def test_a_drawing_to_the_right_that_is_too_wide_goes_down() -> None:
    boxes = tuple(Box(str(number), f"Step {number} of many", "and what it does") for number in range(9))
    arrows = tuple(Arrow(str(number), str(number + 1), "hands over") for number in range(8))
    picture = place(Drawing("steps", "Steps", "", boxes, arrows, direction="right"))
    assert picture.width <= MAX_WIDTH


def test_a_drawing_to_the_right_goes_right_where_it_fits() -> None:
    arrows = (Arrow("client", "service", "asks"), Arrow("service", "store", "reads"))
    picture = place(Drawing("right", "Right", "", (CLIENT, SERVICE, STORE), arrows, direction="right"))
    tops = [shape.y for shape in picture.shapes if isinstance(shape, Rect) and shape.role == "box"]
    assert max(tops) - min(tops) < 20


def test_the_legend_stands_under_everything() -> None:
    entries = (LegendEntry("solid", "a call"), LegendEntry("dashed", "a message"))
    picture = place(Drawing("d", "D", "", (CLIENT, SERVICE), (Arrow("client", "service"),), legend=entries))
    legend = [shape for shape in picture.shapes if isinstance(shape, Text) and shape.role == "legend"]
    assert [text.text for text in legend] == ["a call", "a message"]
    assert min(text.y - 12 for text in legend) > max(rect.bottom for rect in rects(picture, "box"))


def test_the_systems_dot_places_the_same_parts() -> None:
    drawing = drawn(CLIENT, SERVICE, STORE, arrows=(Arrow("client", "service", "asks"), Arrow("client", "store")))
    picture = place(drawing, dot=SYSTEM_DOT)
    assert len(rects(picture, "box")) == 3
    assert labels(picture) == "asks"


def test_a_sequence_is_placed_along_lifelines() -> None:
    picture = place(Sequence("s", "S", "", (CLIENT, SERVICE), (Message("client", "service", "asks"),)))
    assert any(isinstance(shape, Line) and shape.role == "lifeline" for shape in picture.shapes)


def holds(outer: Area, inner: Area) -> bool:
    grown = outer.grown(0.2)
    return grown.left <= inner.left and grown.top <= inner.top and grown.right >= inner.right and grown.bottom >= inner.bottom


def depth(drawing: Drawing, frame: str | None) -> int:
    parents = {each.id: each.parent for each in drawing.frames}
    count = 0
    while frame is not None:
        frame, count = parents[frame], count + 1
    return count


def touching_ends(a: Area, b: Area) -> bool:
    """Whether two pieces only follow one another, as the pieces of one straight line do."""
    return min(a.right, b.right) - max(a.left, b.left) <= 0.7 and min(a.bottom, b.bottom) - max(a.top, b.top) <= 0.7


def no_way(_: Drawing) -> tuple[dict[str, Anatomy], Outcome]:
    raise IndexError("list index out of range")


def test_where_lines_find_no_way_between_rows_all_is_drawn_simply_and_told() -> None:
    notes: list[str] = []
    drawing = drawn(CLIENT, SERVICE, STORE, arrows=(Arrow("client", "service", "asks"), Arrow("service", "store", "reads")))
    picture = paint(drawing, in_streets(drawing, notes.append, no_way))
    assert len(rects(picture, "box")) == 3
    assert labels(picture) == "asks reads"
    assert notes == [
        '"Some" is drawn by the built-in simple layout, because lines found no way between rows '
        "(IndexError: list index out of range); please report this"
    ]


def test_what_belongs_to_a_box_a_frame_or_a_connection_is_marked() -> None:
    boxes = Box("a", "App", frame="f"), Box("b", "Store")
    arrows = Arrow("a", "b", "reads", of=("a-reads-b",)), Arrow("b", "a", "all of them")
    picture = place(drawn(*boxes, arrows=arrows, frames=(Frame("f", "Edge"),)))
    marks = {shape.text: shape.mark for shape in picture.shapes if isinstance(shape, Text)}
    assert marks == {"App": "part:a", "Store": "part:b", "Edge": "part:f", "reads": "line:a-reads-b", "all of them": ""}
    assert [shape.mark for shape in picture.shapes if isinstance(shape, Line)] == ["line:a-reads-b", ""]
