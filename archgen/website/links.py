"""Links of a site: each leads somewhere within it, and nothing is fetched from elsewhere."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from archgen.model.page import Site
from archgen.website.outline import Outline, outline


def faults(site: Site) -> Iterator[str]:
    """Say of each link that leads nowhere, and of each thing fetched from elsewhere, on which page it stands."""
    outlines = {path: outline(content.decode()) for path, content in site.items() if path.endswith(".html")}
    for path, fault in broken(site, outlines):
        yield f"{path}: {fault}"


def broken(files: Collection[str], outlines: Mapping[str, Outline]) -> Iterator[tuple[str, str]]:
    """The path of a page and what is wrong with a link of it, for each; `outlines` are those of all pages among the files."""
    anchors = {path: frozenset(one.anchors) for path, one in outlines.items()}
    known: dict[tuple[str, str, bool], str | None] = {}
    for path, page in outlines.items():
        within, fetched = posixpath.dirname(path), set(page.fetched)
        for link in dict.fromkeys((*page.links, *page.fetched)):
            # Pages of one folder lead to the same places by the same links.
            place = (path if link[:1] in ("", "#") else within, link, link in fetched)
            if place not in known:
                known[place] = _fault(path, link, files, anchors, fetched=link in fetched)
            if fault := known[place]:
                yield path, fault


def _fault(path: str, link: str, files: Collection[str], anchors: Mapping[str, Collection[str]], *, fetched: bool) -> str | None:
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return f'"{link}" is fetched from elsewhere' if fetched and address.scheme != "data" else None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address.path))) if address.path else path
    if target not in files:
        return f'"{link}" leads to {target}, which does not exist'
    if address.fragment and target in anchors and unquote(address.fragment) not in anchors[target]:
        return f'"{link}" leads to a place of {target} that does not exist'
    return None
