"""The markup of every page: parsed as the standard says, with ids of its own, and links that all lead somewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from tests.built import site_folder
from tests.site.kinds import ONE_OF_EACH, all_pages, name, text_of, without_figures

pytestmark = pytest.mark.graphviz

TAG = re.compile(r"<[a-zA-Z][^>]*>")
IDS = re.compile(r"""\sid=["']([^"']*)["']""")
LEADS = re.compile(r"""\s(?:href|src|xlink:href)=["']([^"']*)["']""")
REFERS = re.compile(r"""\s(?:for|aria-(?:labelledby|describedby|controls|details|owns))=["']([^"']*)["']""")
# Ids that a script gives to what it makes.
MADE_BY_SCRIPTS = re.compile(r"^(?:result|walk|viewer|step)-")
ABROAD = re.compile(r"^(?:https?|mailto):")


@cache
def tags(page: Path) -> tuple[str, ...]:
    return tuple(TAG.findall(text_of(page)))


@cache
def ids(page: Path) -> Counter[str]:
    return Counter(found[1] for tag in tags(page) if (found := IDS.search(tag)))


def errors(html: str) -> list[str]:
    """What is wrong with a page, and the text around it."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    lines = html.splitlines()
    return [f"{code} {values} at {lines[line - 1][max(0, at - 60) : at + 20]!r}" for (line, at), code, values in parser.errors]


def test_every_page_is_parsed_without_an_error() -> None:
    """Figures, which are XML and much of what there is, are read as a part of one page of each kind."""
    whole = {site_folder() / path for path in ONE_OF_EACH.values()}
    found = {
        name(page): errors(html if page in whole else without_figures(html)) for page in all_pages() for html in [text_of(page)]
    }
    assert {page: said[:3] for page, said in found.items() if said} == {}


def test_no_two_elements_of_a_page_have_one_id() -> None:
    found = {name(page): [id for id, count in ids(page).items() if count > 1 or not id or " " in id][:5] for page in all_pages()}
    assert {page: doubled for page, doubled in found.items() if doubled} == {}


def test_every_link_leads_to_a_page_and_a_place_that_are_there() -> None:
    assert {name(page): broken[:5] for page in all_pages() if (broken := list(_broken(page)))} == {}


def _broken(page: Path) -> Iterator[str]:
    for link in {found[1] for tag in tags(page) for found in LEADS.finditer(tag)}:
        if ABROAD.match(link) or link.startswith("data:"):
            continue
        parts = urlsplit(link.replace("&amp;", "&"))
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if parts.scheme or not target.is_file():
            yield f"{link}: there is no such file"
        elif parts.fragment and target.suffix in (".html", ".svg") and unquote(parts.fragment) not in ids(target):
            yield f"{link}: the page has no such place"


def test_what_names_another_element_names_one_of_its_page() -> None:
    found = {name(page): [id for id in _named(page) if id not in ids(page)][:5] for page in all_pages()}
    assert {page: missing for page, missing in found.items() if missing} == {}


def _named(page: Path) -> Iterator[str]:
    for tag in tags(page):
        for found in REFERS.finditer(tag):
            yield from (id for id in found[1].split() if not MADE_BY_SCRIPTS.match(id))


def test_no_page_has_a_script_within_it_or_fetches_from_elsewhere() -> None:
    inner = re.compile(r"<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", re.IGNORECASE)
    fetched = re.compile(
        r"""<(?:script|img|link(?![^>]*rel="(?:alternate|canonical)")|iframe|source|object)[^>]*["'](?:https?:)?//"""
    )
    found = {
        name(page): [tag[:120] for tag in tags(page) if inner.search(tag) or fetched.search(tag)][:3] for page in all_pages()
    }
    assert {page: said for page, said in found.items() if said} == {}


def test_what_a_page_is_called_is_said_once_and_is_its_own() -> None:
    titles = {name(page): re.findall(r"<title>([^<]*)</title>\s*<", text_of(page).partition("<body")[0]) for page in all_pages()}
    assert {page: said for page, said in titles.items() if len(said) != 1} == {}
    counts = Counter(said[0] for said in titles.values())
    assert [title for title, count in counts.items() if count > 1] == []
    headings = {name(page): len(re.findall(r"<h1\b", text_of(page))) for page in all_pages()}
    assert {page: count for page, count in headings.items() if count != 1} == {}
