"""The page that a server shows where there is none: it needs no file beside it, so that it is whole at any depth."""

from base64 import b64encode
from collections.abc import Sequence

from archgen.model.page import LOGO, Content, Page
from archgen.website.filling import Fill
from archgen.website.navigation import menu
from archgen.website.published import HOME, address

PATH = "404.html"
TYPES = {"svg": "svg+xml", "jpg": "jpeg"}
MOST_ICON = 24_000  # bytes
SHEETS = ("prose.css", "site.css")


def missing(content: Content, pages: Sequence[Page], fill: Fill) -> str:
    """The page. It leads to the sections by their whole addresses where that of the site is known, else nowhere."""
    home = next(page for page in pages if page.path == HOME)
    ways = [(way.text, address(content.address, way.path)) for way in menu(pages, home)] if content.address else []
    style = "\n".join([content.typeface, *(_text(content, name) for name in SHEETS)])
    logo = _text(content, LOGO) if content.logo == LOGO else ""
    icon = _icon(content)
    return fill("missing", PATH, style=style, logo=logo, icon=icon, ways=ways, home=content.address, title=content.title)


def _icon(content: Content) -> str:
    """The mark, within the page; empty where it is large, as the page fetches nothing."""
    data, suffix = content.assets.get(content.logo, b""), content.logo.rpartition(".")[2]
    told = f"data:image/{TYPES.get(suffix, suffix)};base64,{b64encode(data).decode()}"
    return told if 0 < len(data) <= MOST_ICON else ""


def _text(content: Content, asset: str) -> str:
    return content.assets.get(asset, b"").decode()
