"""The pages of the whole site: all of them, and one of each kind."""

import re
from functools import cache
from pathlib import Path

from archgen.loading.shipped import shipped
from tests.built import site_folder

# As the guide tells it.
POLICY = str(re.search(r"`(default-src .+?)`", (shipped("site/pages") / "47-site.md").read_text("utf-8"))[1])  # type: ignore[index]
FIGURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
ONE_OF_EACH = {
    "home": "index.html",
    "guide": "guide/index.html",
    "page of the guide": "guide/rules-and-waivers.html",
    "page of the guide with charts": "guide/numbers.html",
    "language": "guide/language.html",
    "words of the language": "guide/language/components.html",
    "families": "families/index.html",
    "family": "families/real-time-updates.html",
    "patterns": "patterns/index.html",
    "pattern": "patterns/websocket.html",
    "trees": "trees/index.html",
    "tree": "trees/client-protocol.html",
    "rules": "rules/index.html",
    "rule": "rules/attempts-without-an-end.html",
    "designs": "designs/index.html",
    "small design": "designs/card-payments.html",
    "design with walkthroughs": "designs/group-chat.html",
    "divided design": "designs/video-platform.html",
    "source of a design": "designs/video-platform/source.html",
    "problems": "problems/index.html",
    "numbers": "numbers/index.html",
    "missing": "404.html",
}


def all_pages() -> list[Path]:
    """Every page, as a file."""
    return sorted(site_folder().rglob("*.html"))


def name(page: Path) -> str:
    """The page as tests name it: by its path within the site."""
    return page.relative_to(site_folder()).as_posix()


@cache
def text_of(page: Path) -> str:
    """The HTML of a page."""
    return page.read_text("utf-8")


def without_figures(html: str) -> str:
    """The page as it is without what is drawn in it."""
    return FIGURE.sub("<svg></svg>", html)
