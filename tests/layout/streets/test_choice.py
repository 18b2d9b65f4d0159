"""What holds for any drawing whose lines run in streets, of any size."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from archgen.layout.laid import Layered
from archgen.layout.layered_picture import paint
from archgen.layout.place import place
from archgen.layout.placement import Area
from archgen.layout.score import crossed
from archgen.layout.spots import pieces
from archgen.layout.streets.choice import LARGE, choose, extent_of
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.picture import MAX_WIDTH, Picture, Text
from tests.benchmarks.layered_graph import drawing as layered
from tests.layout.drawings import area, drawings, lines, on_border, overlapping, rects, strokes
from tests.legibility.generated import figure


def in_streets(drawing: Drawing) -> Picture:
    anatomies, drawn = choose(drawing)
    assert drawn.lost == 0
    return paint(drawing, Layered(anatomies, drawn.placement, drawn.routes, drawn.spots))


def assert_legible(drawing: Drawing, picture: Picture) -> None:
    boxes, halos = rects(picture, "box", "question", "answer"), rects(picture, "halo")
    titles = [area(shape) for shape in picture.shapes if isinstance(shape, Text) and shape.role == "frame-title"]
    assert len(boxes) == len(drawing.boxes)
    assert len(halos) == sum(bool(arrow.label) for arrow in drawing.arrows)
    assert overlapping([*boxes, *halos]) == []
    places = dict(zip((box.id for box in drawing.boxes), boxes, strict=True))
    for arrow, line in zip(drawing.arrows, lines(drawing, picture), strict=True):
        for end, point in ((arrow.source, line.points[0]), (arrow.target, line.points[-1])):
            assert any(on_border(point.x, point.y, border) for border in [places.get(end), *rects(picture, "frame")] if border)
        for stroke in strokes(line):
            assert not any(stroke.overlaps(box.grown(-1)) for box in boxes)
            assert not any(stroke.grown(0.4).overlaps(title) for title in titles)


def shared(drawing: Drawing, picture: Picture) -> list[tuple[Area, Area]]:
    """The pieces of different lines that run over one another."""
    found = []
    for upright in (True, False):
        owned = [(n, s) for n, line in enumerate(lines(drawing, picture)) for s in strokes(line) if (s.width == 0) == upright]
        for at, (one, a) in enumerate(owned):
            for other, b in owned[at + 1 :]:
                apart = abs(a.left - b.left) if upright else abs(a.top - b.top)
                along = min(a.bottom, b.bottom) - max(a.top, b.top) if upright else min(a.right, b.right) - max(a.left, b.left)
                if one != other and apart < 1 and along > 1:
                    found.append((a, b))
    return found


@settings(max_examples=40, deadline=None, derandomize=True)
@given(drawings(most=9))
def test_any_drawing_is_legible(drawing: Drawing) -> None:
    picture = in_streets(drawing)
    assert_legible(drawing, picture)
    assert shared(drawing, picture) == []


@settings(max_examples=20, deadline=None, derandomize=True)
@given(drawings(most=9))
def test_one_figure_of_very_many_is_legible_too(drawing: Drawing) -> None:
    one = replace(drawing, among=LARGE + 1)
    assert_legible(one, place(one))


@pytest.mark.parametrize("seed", [5, 26, 47])
def test_a_large_generated_design_is_legible(seed: int) -> None:
    drawing = figure(seed)
    assert_legible(drawing, in_streets(drawing))


def test_the_same_drawing_gives_the_same_picture() -> None:
    assert place(layered(30)) == place(layered(30))


def test_a_dozen_parts_fit_a_page() -> None:
    picture = place(layered(12))
    assert picture.width <= MAX_WIDTH
    assert picture.width / 2.2 <= picture.height <= 1.6 * picture.width + 1


def test_a_hundred_parts_have_few_crossings() -> None:
    _, drawn = choose(layered(100))
    assert crossed([piece for route in drawn.routes for piece in pieces(route)]) <= 66


def test_no_label_is_far_from_its_line() -> None:
    drawing = layered(100)
    _, drawn = choose(drawing)
    for route, spot in zip(drawn.routes, drawn.spots, strict=True):
        assert spot is None or any(spot.area.overlaps(piece.area.grown(1)) for piece in pieces(route))


def test_loops_and_many_lines_between_two_boxes_have_their_own_places() -> None:
    arrows = (*(Arrow("a", "a", f"again {n}") for n in range(4)), *(Arrow("a", "b", f"asks {n}") for n in range(8)))
    drawing = Drawing("d", "D", "", (Box("a", "A"), Box("b", "B")), arrows)
    picture = in_streets(drawing)
    assert_legible(drawing, picture)
    assert shared(drawing, picture) == []


@pytest.mark.parametrize("seed", [2, 8])
def test_a_trial_that_fits_a_page_is_drawn_as_ever(seed: int) -> None:
    small = replace(figure(seed), divisible=False)
    anatomies, drawn = choose(replace(small, trial=True))
    assert extent_of(drawn).width <= MAX_WIDTH
    assert (anatomies, drawn) == choose(small)


def test_a_trial_that_fits_no_page_is_as_plainly_too_wide_and_holds_everything() -> None:
    large = figure(4)
    _, drawn = choose(replace(large, trial=True))
    assert extent_of(drawn).width > MAX_WIDTH
    assert len(drawn.placement.boxes) == len(large.boxes)
    assert len(drawn.routes) == len(large.arrows)
