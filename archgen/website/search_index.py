"""The index that a site is searched by: a script, so that it can be read from a disk too."""

import json
from collections.abc import Iterator, Sequence

from archgen.model.page import Page
from archgen.website.addresses import SECTIONS
from archgen.website.places import Passage, passages

PATH = "assets/search-index.js"
# The pages of the language, of which each heading is a word; their index has the same headings once more.
LANGUAGE, INDEX = "guide/language/", "guide/language.html"
# A first sentence is shown on one line; more of it is seldom seen.
LONGEST = 160


def search_index(pages: Sequence[Page]) -> bytes:
    """Every page, and the places of pages that are found by themselves, a row each.

    A row is title, path, sort, code, first sentence, further words that it is looked for by, and the page that it is a place of.
    What is empty at its end is left out.
    """
    below = {path: told if path != INDEX else () for path, told in passages(pages).items()}
    rows = [row for page in pages for row in _rows(page, below[page.path])]
    return f"window.archgenIndex = {json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _rows(page: Page, below: Sequence[Passage]) -> Iterator[Sequence[str]]:
    sort = SECTIONS.get(page.section, "")
    yield _row(page.title, page.path, sort, page.code, page.lead)
    for place in page.places:
        yield _row(place.title, f"{page.path}#{place.anchor}", sort, "", place.lead, place.words)
    for one in below:
        within = "Language" if page.path.startswith(LANGUAGE) else sort
        yield _row(one.title, f"{page.path}#{one.anchor}", within, "", one.lead, one.words, page.title)


def _row(title: str, path: str, sort: str, code: str, lead: str, words: str = "", within: str = "") -> Sequence[str]:
    short = lead if len(lead) <= LONGEST else lead[:LONGEST].rsplit(" ", 1)[0] + "…"
    row = [title, path, sort, code, short, words, within]
    while not row[-1]:
        row.pop()
    return row
