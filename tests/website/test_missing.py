"""The page that a server shows at whatever address it has nothing for."""

from dataclasses import replace

import pytest

from archgen.model.page import Page
from archgen.website.assemble import assemble
from archgen.website.filling import filling
from archgen.website.missing import missing
from archgen.website.outline import outline
from tests.website.library import TEMPLATES, content, page

BASE = "https://example.org/docs/"


def with_address() -> str:
    return assemble(replace(content(), address=BASE), TEMPLATES)["404.html"].decode()


@pytest.mark.parametrize("html", [page("404.html"), with_address()], ids=["no address", "address"])
def test_it_needs_no_file_beside_it(html: str) -> None:
    assert [link.partition(",")[0] for link in outline(html).fetched] == ["data:image/svg+xml;base64"]
    assert "<script" not in html
    assert "url(data:" in html


@pytest.mark.parametrize(
    ("data", "icon"), [(b"\xff\xd8", ["data:image/jpeg;base64,/9g="]), (b"x" * 30_000, [])], ids=["a small one", "a large one"]
)
def test_the_mark_of_a_team_is_its_icon(data: bytes, icon: list[str]) -> None:
    own = replace(content(), address=BASE, logo="site-logo.jpg", assets={**content().assets, "site-logo.jpg": data})
    assert outline(missing(own, [Page("index.html", "Ours", "", "home")], filling(TEMPLATES))).fetched == icon


def test_it_leads_to_the_sections_by_whole_addresses() -> None:
    links = outline(with_address()).links
    assert links[:3] == [BASE, f"{BASE}guide/index.html", f"{BASE}problems/index.html"]
    assert links[-1] == BASE


def test_where_nobody_says_the_address_it_leads_nowhere() -> None:
    assert outline(page("404.html")).links == []
    assert "Take away the end of the address" in page("404.html")


def test_it_is_not_among_the_pages_that_are_searched() -> None:
    assert "404.html" not in page("assets/search-index.js")
