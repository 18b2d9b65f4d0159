"""What a site has besides where its address is known: a map of its pages for search engines, and a feed for readers."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from archgen.model.page import Content, Page
from archgen.website.addresses import design_path, family_path

SITEMAP, FEED, HOME = "sitemap.xml", "feed.xml", "index.html"
# A feed must say when each entry was changed last. Nothing in a design or an article does, and no clock is asked.
UNKNOWN = "1970-01-01T00:00:00Z"


def published(content: Content, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Both files, path to bytes; none where the address is not known."""
    if content.address:
        yield SITEMAP, _written(_sitemap(content.address, pages))
        yield FEED, _written(_feed(content, pages))


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
    _heading(root, content.title, content.address, content.address)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=content.address + FEED)
    SubElement(SubElement(root, "author"), "name").text = content.title
    by_path = {page.path: page for page in pages}
    for path in _told(content):
        _entry(root, by_path[path], content.address)
    return root


def _told(content: Content) -> Iterator[str]:
    """The paths of articles and designs; a family without an article has a page that begins with no title of its own."""
    yield from (family_path(family) for family, leaf in content.families.items() if leaf.html.startswith("<h1"))
    yield from map(design_path, content.designs)


def _entry(root: Element, page: Page, base: str) -> None:
    where = address(base, page.path)
    entry = SubElement(root, "entry")
    _heading(entry, page.title, where, where)
    SubElement(entry, "category", term=page.section, label="Article" if page.section == "families" else "Design")
    if page.lead:
        SubElement(entry, "summary").text = page.lead


def _heading(element: Element, title: str, id: str, link: str) -> None:
    """What a feed and each of its entries must have."""
    SubElement(element, "title").text = title
    SubElement(element, "id").text = id
    SubElement(element, "updated").text = UNKNOWN
    SubElement(element, "link", rel="alternate", type="text/html", href=link)


def _written(root: Element) -> bytes:
    indent(root)
    text: bytes = tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"
