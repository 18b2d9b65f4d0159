"""The simple layout: what it places is whole, and legible, without Graphviz."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.layout.arrangements import arrangements
from archgen.layout.place import place
from archgen.layout.plain_layers import SWEEPS, centres
from archgen.layout.rows import settle
from archgen.model.drawing import Arrow, Box, Drawing, Frame
from archgen.pipeline.means import Means
from archgen.pipeline.reading import read
from archgen.pipeline.viewing import Views
from archgen.svg.render import render
from tests.built import EXAMPLES
from tests.layout.drawings import drawings, rects
from tests.legibility.audit import audit


def within(drawing: Drawing, name: str, frame: str) -> bool:
    homes = {**{box.id: box.frame for box in drawing.boxes}, **{one.id: one.parent for one in drawing.frames}}
    home = homes[name]
    return home == frame or (home is not None and within(drawing, home, frame))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(drawings(), st.integers(0, 30))
def test_what_is_placed_lies_on_nothing_that_it_does_not_belong_to(drawing: Drawing, number: int) -> None:
    found = list(arrangements(drawing))
    plan = found[number % len(found)].plan
    placement = settle(drawing, plan, centres(drawing, plan))
    areas = {**placement.frames, **placement.boxes}
    assert set(areas) == {*(box.id for box in drawing.boxes), *(frame.id for frame in drawing.frames)}
    on_one_another = [
        (one, other)
        for one, other in combinations(areas, 2)
        if areas[one].overlaps(areas[other]) and not within(drawing, one, other) and not within(drawing, other, one)
    ]
    assert on_one_another == []


@settings(max_examples=20, deadline=None, derandomize=True)
@given(drawings())
def test_the_same_drawing_gives_the_same_places(drawing: Drawing) -> None:
    assert all(centres(drawing, each.plan) == centres(drawing, each.plan) for each in arrangements(drawing))


def test_what_is_linked_stands_below_one_another() -> None:
    boxes = tuple(Box(name, name) for name in ("a", "b", "c", "left", "middle", "right"))
    ends = (("a", "right"), ("b", "left"), ("c", "middle"))
    drawing = Drawing("d", "D", "", boxes, tuple(Arrow(*pair) for pair in ends))
    places = centres(drawing, next(iter(arrangements(drawing))).plan)
    assert sorted("abc", key=lambda name: places[name].x) == sorted("abc", key=lambda name: places[dict(ends)[name]].x)


def test_a_hundred_boxes_in_frames_within_frames_are_placed() -> None:
    frames = tuple(Frame(f"f{n}", f"Zone {n}", f"f{n - 1}" if n % 3 else None) for n in range(9))
    boxes = tuple(Box(f"b{n}", f"Service {n}", frame=f"f{n % 9}") for n in range(100))
    drawing = Drawing("d", "D", "", boxes, tuple(Arrow(f"b{n}", f"b{n + 7}") for n in range(62)), frames)
    plan = next(iter(arrangements(drawing))).plan
    assert all(centres(drawing, plan, sweeps).keys() == {box.id for box in boxes} for sweeps in SWEEPS)
    picture = place(drawing, engine="simple")
    assert (len(rects(picture, "box")), len(rects(picture, "frame"))) == (100, 9)


@pytest.mark.chromium
@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_designs_are_legible_as_a_set_of_figures_and_as_one(path: str) -> None:
    architecture = read(str(path)).architecture
    views = Views(Means(engine="simple"))
    whole = replace(views, one=True)  # what is one figure in any case is placed and looked at once
    figures = {f"{drawn.name} as one": render(whole.picture(drawn)) for drawn in whole.of(architecture)}
    figures |= {drawn.name: render(views.picture(drawn)) for drawn in views.of(architecture)}
    assert audit({name: svg for svg, name in {svg: name for name, svg in figures.items()}.items()}) == []
