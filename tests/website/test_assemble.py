from collections import Counter
from dataclasses import replace

import pytest

from archgen.errors import CatalogueError
from archgen.model.page import Content, Guide
from archgen.website.assemble import assemble
from archgen.website.links import faults
from archgen.website.outline import outline
from tests.website.library import TEMPLATES, content, site

PAGES = [path for path in site() if path.endswith(".html")]


def test_every_link_leads_somewhere_and_nothing_is_fetched_from_elsewhere() -> None:
    assert list(faults(site())) == []


def test_a_broken_link_is_refused() -> None:
    broken = replace(content(), guides=[Guide("a", '<h1>A</h1><p><a href="gone.html">x</a></p>')])
    with pytest.raises(CatalogueError, match=r'guide/a\.html: "gone\.html" leads to guide/gone\.html'):
        assemble(broken, TEMPLATES)


def test_the_same_content_gives_the_same_bytes_in_the_same_order() -> None:
    assert list(assemble(content(), TEMPLATES).items()) == list(site().items())


def test_each_figure_is_a_file_with_its_typeface() -> None:
    figure = site()["figures/rules/call-without-timeout/flagged.svg"].decode()
    assert figure.count("@font-face") == 2


def test_an_empty_site_has_a_home_page() -> None:
    assert "index.html" in assemble(Content(assets=content().assets), TEMPLATES)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_two_places_of_one_name(path: str) -> None:
    counts = Counter(anchor for anchor in outline(site()[path].decode()).anchors if not anchor.startswith("figure-"))
    assert [anchor for anchor, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_one_title_and_one_main_part(path: str) -> None:
    html = site()[path].decode()
    assert (html.count("<h1"), html.count("<main"), html.count("<title>") - html.count("<title>A figure")) == (1, 1, 1)
