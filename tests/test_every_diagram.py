"""What every kind of figure owes: it draws what there is, and its arrows end at its boxes and frames."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archgen import DecisionTree, Design
from archgen.figures import Figure, Panel, Walked
from archgen.loading import library
from archgen.loading.figure_file import load_figure
from archgen.loading.spec_file import load
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.drawing import Diagram, Drawing, Drawn, Panels, Sequence
from archgen.model.link import link

EXAMPLES = Path(__file__).parents[1] / "examples"
GALLERY = sorted((EXAMPLES / "gallery").rglob("[a-z]*.py"))
KINDS = Path(__file__).parent / "kinds"
DIAGRAMS = list(library.diagrams())
every_diagram = pytest.mark.parametrize("entry", DIAGRAMS, ids=[entry.name for entry in DIAGRAMS])


def subjects(of: type[object]) -> list[object]:
    if of is DecisionTree:
        return [entry.value for entry in library.trees()]
    if of is Walked:
        return [Walked(entry.value, answers=[next(iter(entry.value.root.branches))]) for entry in library.trees()]
    if of is Figure:
        return [*(load_figure(str(path)) for path in GALLERY), *(entry.value for entry in library.figures())]
    assert of is Architecture
    designs = [link(load(str(path))) for folder in (EXAMPLES, KINDS) for path in sorted(folder.glob("[a-z]*.py"))]
    return [*designs, *(link(entry.value.structure) for entry in library.patterns())]


def figures(diagram: Diagram[Any]) -> list[Drawn]:
    return [drawing for subject in subjects(diagram.of) for drawing in diagram.draw(subject)]


def drawn(diagram: Diagram[Any]) -> list[Drawing | Sequence]:
    return [part for drawing in figures(diagram) for part in parts(drawing)]


def parts(drawing: Drawn) -> Iterator[Drawing | Sequence]:
    """The drawings that a figure of panels holds, else itself."""
    if not isinstance(drawing, Panels):
        yield drawing
        return
    yield from (part.content for part in drawing.parts if not isinstance(part.content, Panel))


def boxes(drawing: Drawing | Sequence) -> list[str]:
    return [box.id for box in (drawing.boxes if isinstance(drawing, Drawing) else drawing.participants)]


@every_diagram
def test_it_draws_something_of_the_library_and_the_designs(entry: Entry[Diagram[Any]]) -> None:
    assert figures(entry.value)


@every_diagram
def test_its_boxes_and_frames_have_names_of_their_own(entry: Entry[Diagram[Any]]) -> None:
    for drawing in drawn(entry.value):
        names = [*boxes(drawing), *(frame.id for frame in (drawing.frames if isinstance(drawing, Drawing) else ()))]
        assert len(names) == len(set(names))


@every_diagram
def test_every_line_ends_at_a_box_or_a_frame(entry: Entry[Diagram[Any]]) -> None:
    for drawing in drawn(entry.value):
        lines = drawing.arrows if isinstance(drawing, Drawing) else drawing.messages
        frames = {frame.id for frame in drawing.frames} if isinstance(drawing, Drawing) else set()
        assert {end for line in lines for end in (line.source, line.target)} <= {*boxes(drawing), *frames}


@every_diagram
def test_it_says_in_words_what_it_shows(entry: Entry[Diagram[Any]]) -> None:
    for drawing in drawn(entry.value):
        titles = [box.title for box in (drawing.boxes if isinstance(drawing, Drawing) else drawing.participants)]
        assert [title for title in titles if title not in drawing.description] == []


@every_diagram
def test_nothing_is_drawn_of_an_empty_design(entry: Entry[Diagram[Any]]) -> None:
    if entry.value.of is Architecture:
        assert list(entry.value.draw(link(Design("Nothing", [])))) == []


@every_diagram
def test_its_page_says_what_it_shows(entry: Entry[Diagram[Any]]) -> None:
    assert entry.page
