"""What a site has besides where its address is known, by the schemes of sitemaps.org and RFC 4287."""

from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from archgen.documents.html import fragment
from archgen.model.page import FamilyLeaf, Site
from archgen.website.assemble import assemble
from archgen.website.published import FEED, SITEMAP, address
from tests.website.library import TEMPLATES, content, site

BASE = "https://example.org/my%20docs/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@cache
def published() -> Site:
    families = {"multi_step_processes": FamilyLeaf(fragment("# Steps & <more>\n\nMany steps. Then others."))}
    return assemble(replace(content(), address=BASE, updated="2027-01-31", families=families), TEMPLATES)


def feed() -> ElementTree.Element:
    return ElementTree.fromstring(published()[FEED])


def test_a_site_whose_address_nobody_says_has_neither() -> None:
    assert [path for path in (SITEMAP, FEED) if path in site()] == []
    assert "application/atom+xml" not in site()["index.html"].decode()


def test_a_site_whose_last_change_nobody_says_has_no_feed() -> None:
    built = assemble(replace(content(), address=BASE), TEMPLATES)
    assert (SITEMAP in built, FEED in built) == (True, False)
    assert "application/atom+xml" not in built["index.html"].decode()


def test_the_sitemap_has_every_page_once_and_nothing_else() -> None:
    found = [loc.text for loc in ElementTree.fromstring(published()[SITEMAP]).iterfind(f"{MAP}url/{MAP}loc")]
    pages = [path for path in published() if path.endswith(".html") and path != "404.html"]
    assert sorted(map(str, found)) == sorted(address(BASE, path) for path in pages)
    assert {child.tag for url in ElementTree.fromstring(published()[SITEMAP]) for child in url} == {f"{MAP}loc"}


def test_the_feed_has_the_articles_and_the_designs() -> None:
    entries = [(entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")) for entry in feed().iterfind(f"{ATOM}entry")]
    assert entries == [
        ("Multi-step processes", "Many steps."),
        ("Parcels", content().designs[0].told.summary),
    ]


def test_a_family_without_an_article_is_no_entry() -> None:
    built = assemble(replace(content(), address=BASE, updated="2027-01-31"), TEMPLATES)
    assert [entry.findtext(f"{ATOM}title") for entry in ElementTree.fromstring(built[FEED]).iterfind(f"{ATOM}entry")] == [
        "Parcels"
    ]


def test_the_feed_and_each_entry_have_what_a_feed_must_have() -> None:
    root = feed()
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("href") for link in root.iterfind(f"{ATOM}link") if link.get("rel") == "self"] == [f"{BASE}feed.xml"]
    for one in (root, *root.iterfind(f"{ATOM}entry")):
        assert all(len(one.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated"))
        assert one.findtext(f"{ATOM}updated") == "2027-01-31T00:00:00Z"
        assert one.findtext(f"{ATOM}title")
    ids = [str(id.text) for id in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(urlsplit(id).scheme == "https" for id in ids)


@pytest.mark.parametrize(("path", "link"), [("index.html", "feed.xml"), ("rules/index.html", "../feed.xml")])
def test_each_page_leads_to_the_feed(path: str, link: str) -> None:
    assert f'<link rel="alternate" href="{link}" type="application/atom+xml"' in published()[path].decode()


def test_a_path_is_written_as_addresses_are() -> None:
    assert address("https://example.org/", "designs/ü b.html") == "https://example.org/designs/%C3%BC%20b.html"
