import pytest

from archgen.documents.article import named_figures, with_figures
from archgen.errors import CatalogueError

ARTICLE = "First.\n\n![](two-hops)\n*Both hops.*\n\nThen ![](inline) and `![](code)`.\n\n![](ring)\n"


def test_figures_are_named_where_they_stand_alone() -> None:
    assert named_figures(ARTICLE) == ["two-hops", "ring"]


def test_each_figure_leads_to_its_file_and_keeps_its_caption() -> None:
    placed = with_figures(ARTICLE, {"two-hops": "a/two-hops.svg", "ring": "a/ring.svg"})
    assert "![](a/two-hops.svg)\n*Both hops.*" in placed
    assert "Then ![](inline)" in placed


def test_a_figure_that_the_family_lacks_is_told_with_the_nearest() -> None:
    with pytest.raises(CatalogueError, match='places the figure "ring", which its family lacks; did you mean "rings"'):
        with_figures(ARTICLE, {"two-hops": "a.svg", "rings": "b.svg"})
