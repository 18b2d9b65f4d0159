"""What a first visit transfers: the page, its style with the typeface, and its scripts, without figures and what serves them."""

import gzip
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.built import site_folder
from tests.site.kinds import FIGURE, all_pages, name, text_of

pytestmark = pytest.mark.graphviz

MOST = 60_000
# What is fetched where a page has figures, for them alone.
FOR_FIGURES = frozenset({"figures.css", "viewer.js", "figures.js", "parts.js", "steps.js", "picture.js"})
# What a browser fetches by itself: all but links to other pages.
FETCHED = re.compile(r"""<(?:script|img)[^>]*\ssrc="(?!data:)([^"]+)"|<link rel="(?:icon|stylesheet)" href="(?!data:)([^"]+)\"""")
BLOCKING = re.compile(r"<script(?![^>]*\s(?:defer|async)\b)[^>]*>")


@cache
def compressed(file: Path) -> int:
    """As a server sends it."""
    return len(gzip.compress(file.read_bytes(), 6))


def fetched(page: Path) -> Mapping[str, int]:
    """What a page consists of, without its figures, and how much of it is transferred."""
    html = FIGURE.sub("", text_of(page))
    files = {(page.parent / (found[1] or found[2])).resolve() for found in FETCHED.finditer(html)}
    return {
        "the page": len(gzip.compress(html.encode(), 6)),
        **{file.name: compressed(file) for file in sorted(files) if file.name not in FOR_FIGURES},
    }


def test_no_page_weighs_more_than_is_read_at_once() -> None:
    weights = {name(page): fetched(page) for page in all_pages()}
    heavy = {page: (sum(parts.values()), parts) for page, parts in weights.items() if sum(parts.values()) > MOST}
    assert {page: f"{weight} bytes: {parts}" for page, (weight, parts) in heavy.items()} == {}


def test_every_script_but_the_small_one_that_knows_the_theme_lets_the_page_be_shown_first() -> None:
    found = {name(page): BLOCKING.findall(text_of(page)) for page in all_pages()}
    assert {page: tags for page, tags in found.items() if [tag for tag in tags if not tag.endswith('assets/theme.js">')]} == {}
    assert compressed(site_folder() / "assets" / "theme.js") < 1000


def test_figures_within_a_page_do_not_bring_the_typeface_once_more() -> None:
    assert [name(page) for page in all_pages() if text_of(page).count("@font-face") > 2] == []
