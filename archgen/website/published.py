"""What a site has besides where its address is known: a map of its pages for search engines, and a feed for readers."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from archgen.model.page import Content, Page
from archgen.website.addresses import design_path, family_path

SITEMAP, FEED, HOME = "sitemap.xml", "feed.xml", "index.html"


def published(content: Content, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Both files, path to bytes; none where the address is not known."""
    if content.address:
        yield SITEMAP, _written(_sitemap(content.address, pages))
    if has_feed(content):
        yield FEED, _written(_feed(content, pages))


def has_feed(content: Content) -> bool:
    """Whether there is one: a feed must say when it and each of its entries were changed last, and no clock is asked for it."""
    return bool(content.address and content.updated)


def address(base: str, path: str) -> str:
    """The whole address of a page; that of the home page is the site's.

    >>> address("https://example.org/docs/", "rules/a.html"), address("https://example.org/docs/", "index.html")
    ('https://example.org/docs/rules/a.html', 'https://example.org/docs/')
    """
    return base + ("" if path == HOME else quote(path))


def _sitemap(base: str, pages: Sequence[Page]) -> Element:
    """Every page, by its address alone: when it was changed and how often is left out, as the format permits."""
    root = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for path in sorted(page.path for page in pages):
        SubElement(SubElement(root, "url"), "loc").text = address(base, path)
    return root


def _feed(content: Content, pages: Sequence[Page]) -> Element:
    """The articles, then the designs."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _heading(root, content.title, content.address, content)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=content.address + FEED)
    SubElement(SubElement(root, "author"), "name").text = content.title
    by_path = {page.path: page for page in pages}
    for path in _told(content):
        _entry(root, by_path[path], content)
    return root


def _told(content: Content) -> Iterator[str]:
    """The paths of articles and designs; a family without an article has a page that begins with no title of its own."""
    yield from (family_path(family) for family, leaf in content.families.items() if leaf.html.startswith("<h1"))
    yield from map(design_path, content.designs)


def _entry(root: Element, page: Page, content: Content) -> None:
    where = address(content.address, page.path)
    entry = SubElement(root, "entry")
    _heading(entry, page.title, where, content)
    SubElement(entry, "category", term=page.section, label="Article" if page.section == "families" else "Design")
    if page.lead:
        SubElement(entry, "summary").text = page.lead


def _heading(element: Element, title: str, where: str, content: Content) -> None:
    """What a feed and each of its entries must have; an address is known by itself."""
    SubElement(element, "title").text = title
    SubElement(element, "id").text = where
    SubElement(element, "updated").text = f"{content.updated}T00:00:00Z"
    SubElement(element, "link", rel="alternate", type="text/html", href=where)


def _written(root: Element) -> bytes:
    indent(root)
    text: bytes = tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"
