"""The index that a site is searched by: a script, so that it can be read from a disk too."""

import json
from collections.abc import Iterable, Iterator, Sequence

from archgen.model.page import Page
from archgen.website.addresses import SECTIONS

PATH = "assets/search-index.js"


def search_index(pages: Iterable[Page]) -> bytes:
    """Title, path, sort, code and first sentence of every page, and of the places of a page that are found by themselves."""
    rows = [row for page in pages for row in _rows(page)]
    return f"window.archgenIndex = {json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _rows(page: Page) -> Iterator[Sequence[str]]:
    sort = SECTIONS.get(page.section, "")
    yield [page.title, page.path, sort, page.code, page.lead]
    for place in page.places:
        yield [place.title, f"{page.path}#{place.anchor}", sort, "", place.lead]
