"""The index that a site is searched by: a script, so that it can be read from a disk too."""

import json
from collections.abc import Iterable

from archgen.model.page import Page
from archgen.website.addresses import SECTIONS

PATH = "assets/search-index.js"


def search_index(pages: Iterable[Page]) -> bytes:
    """Title, path, sort, code and first sentence of every page."""
    rows = [[page.title, page.path, SECTIONS.get(page.section, ""), page.code, page.lead] for page in pages]
    return f"window.archgenIndex = {json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n".encode()
