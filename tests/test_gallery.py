"""What every figure of the gallery owes: it is legible, light and dark, and says in words what it shows."""

import re
from functools import cache
from typing import TypeGuard

import pytest

from archgen.diagrams.figures import diagram
from archgen.figures import Figure, Panel, Ring
from archgen.layout.panels.kinds import KINDS, place_panel
from archgen.layout.place import place
from archgen.loading import library
from archgen.model.drawing import Panels
from archgen.model.picture import MAX_WIDTH, Picture, Text
from archgen.svg.render import render
from tests.gallery import ROOT, gallery
from tests.legibility.audit import audit_in_both

WORD = re.compile(r"[\w'-]+")
every_figure = pytest.mark.parametrize("figure", gallery().values(), ids=list(gallery()))
every_name = pytest.mark.parametrize("name", list(gallery()))


def panels(figure: Figure) -> Panels:
    (drawn,) = diagram.draw(figure)
    assert isinstance(drawn, Panels)
    return drawn


@cache
def placed(name: str) -> Picture:
    return place(panels(gallery()[name]))


@cache
def drawn(name: str) -> str:
    return render(placed(name))


@pytest.mark.graphviz
@pytest.mark.chromium
def test_every_figure_is_legible_by_light_and_in_the_dark() -> None:
    """Those of the library stand in the site, whose figures tests/test_every_figure.py looks at."""
    assert audit_in_both({name: drawn(name) for name in gallery() if (ROOT / name).is_file()}) == []


def test_figures_of_the_library_and_no_others_are_left_to_the_site() -> None:
    assert [name for name in gallery() if not (ROOT / name).is_file()] == [
        f"{entry.family}/{entry.name}" for entry in library.figures()
    ]


@every_figure
def test_every_text_of_a_figure_is_also_told(figure: Figure) -> None:
    told = panels(figure)
    assert figure.takeaway in told.description
    assert all(part.title in told.description for part in told.parts)


@every_figure
def test_what_a_panel_shows_is_told_word_by_word(figure: Figure) -> None:
    for part in panels(figure).parts:
        if isinstance(part.content, Panel) and type(part.content) in KINDS and not isinstance(part.content, Ring):
            shown = " ".join(shape.text for shape in place_panel(part.content, 800).shapes if is_read(shape))
            assert set(WORD.findall(shown.lower())) <= set(WORD.findall(part.content.told().lower()))


def is_read(shape: object) -> TypeGuard[Text]:
    """Whether it is a text, and not the number of a scale."""
    return isinstance(shape, Text) and shape.role != "legend"


@pytest.mark.graphviz
@every_name
def test_a_figure_fits_its_column_and_has_its_title_first(name: str) -> None:
    figure, picture = gallery()[name], placed(name)
    first = next(shape for shape in picture.shapes if isinstance(shape, Text))
    assert picture.width <= MAX_WIDTH
    assert figure.title.startswith(first.text)


@pytest.mark.graphviz
@every_name
def test_a_figure_is_the_same_each_time(name: str) -> None:
    assert render(place(panels(gallery()[name]))) == drawn(name)
