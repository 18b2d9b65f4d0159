"""Links of a site: each leads somewhere within it, and nothing is fetched from elsewhere."""

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from archgen.model.page import Site
from archgen.website.outline import Outline, outline


def faults(site: Site) -> Iterator[str]:
    """Say of each link that leads nowhere, and of each thing fetched from elsewhere, on which page it stands."""
    outlines = {path: outline(content.decode()) for path, content in site.items() if path.endswith(".html")}
    for path, page in outlines.items():
        for link in dict.fromkeys((*page.links, *page.fetched)):
            fault = _fault(path, link, site, outlines, fetched=link in page.fetched)
            if fault:
                yield f"{path}: {fault}"


def _fault(path: str, link: str, site: Site, outlines: Mapping[str, Outline], *, fetched: bool) -> str | None:
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return f'"{link}" is fetched from elsewhere' if fetched else None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address.path))) if address.path else path
    if target not in site:
        return f'"{link}" leads to {target}, which does not exist'
    if address.fragment and target in outlines and unquote(address.fragment) not in outlines[target].anchors:
        return f'"{link}" leads to a place of {target} that does not exist'
    return None
