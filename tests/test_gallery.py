"""What every figure of the gallery owes: it is legible, light and dark, and says in words what it shows."""

from functools import cache

import pytest

from archgen.diagrams.figures import diagram
from archgen.figures import Figure
from archgen.layout.place import place
from archgen.model.drawing import Panels
from archgen.model.picture import MAX_WIDTH, Text
from archgen.svg.render import render
from tests.gallery import gallery
from tests.legibility.audit import audit

every_figure = pytest.mark.parametrize("figure", gallery().values(), ids=list(gallery()))


def panels(figure: Figure) -> Panels:
    (drawn,) = diagram.draw(figure)
    assert isinstance(drawn, Panels)
    return drawn


@cache
def drawn() -> dict[str, str]:
    return {name: render(place(panels(figure))) for name, figure in gallery().items()}


@pytest.mark.graphviz
@pytest.mark.chromium
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_figure_is_legible(dark: bool) -> None:
    assert audit(drawn(), dark=dark) == []


@every_figure
def test_every_text_of_a_figure_is_also_told(figure: Figure) -> None:
    told = panels(figure)
    assert figure.takeaway in told.description
    assert all(part.title in told.description for part in told.parts)


@pytest.mark.graphviz
@every_figure
def test_a_figure_fits_its_column_and_has_its_title_first(figure: Figure) -> None:
    picture = place(panels(figure))
    first = next(shape for shape in picture.shapes if isinstance(shape, Text))
    assert picture.width <= MAX_WIDTH
    assert figure.title.startswith(first.text)


@pytest.mark.graphviz
@every_figure
def test_a_figure_is_the_same_each_time(figure: Figure) -> None:
    assert render(place(panels(figure))) == render(place(panels(figure)))
