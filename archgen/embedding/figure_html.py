"""An embedded figure as HTML: within the page, where it follows the light and the dark of the page, or as a file beside it."""

import re
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from typing import Final

from archgen.pipeline.asked import Asked
from archgen.pipeline.embedded import Embedded, alt_of

SHEET: Final = "archgen.css"
# How the themes of MkDocs and of Sphinx mark a page as light or dark, besides by the attribute that figures follow anyway.
SIDES: Final = {
    "light": ('[data-theme="light"]', '[data-md-color-scheme="default"]', '[data-bs-theme="light"]', '[data-color-mode="light"]'),
    "dark": ('[data-theme="dark"]', '[data-md-color-scheme="slate"]', '[data-bs-theme="dark"]', '[data-color-mode="dark"]'),
}
IDENTITY: Final = re.compile(r'<svg [^>]*?class="([^" ]+)')
STYLE: Final = """\
.archgen-figure{margin:1.5em 0;text-align:center}
.archgen-figure svg,.archgen-figure img{max-width:100%;height:auto}
.archgen-figure a{border:0;text-decoration:none}
.archgen-fault{margin:1em 0;border:2px solid #c44139;border-radius:6px;padding:.75em 1em;white-space:pre-wrap}
"""


def style_sheet() -> str:
    """What pages with figures need: the typeface of the figures, once for all, and their places."""
    from archgen.svg.style import typeface

    return f"{typeface()}\n{STYLE}"


def in_the_page(svg: str, taken: set[str]) -> str:
    """A figure to stand within a page: it wears what the page wears, and its ids are its own. `taken` are those of the page."""
    for side, selectors in SIDES.items():
        svg = svg.replace(f'[data-theme="{side}"]', f":is({','.join(selectors)})")
    found = IDENTITY.search(svg)
    identity = found[1] if found else ""
    own = next(name for name in _numbered(identity) if name not in taken)
    taken.add(own)
    return _renamed(svg, identity, own).strip()


def _numbered(name: str) -> Iterable[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _renamed(svg: str, identity: str, own: str) -> str:
    return svg if own == identity else re.sub(rf"\b{re.escape(identity)}\b", own, svg)


def file_name(svg: str, name: str, suffix: str = "svg") -> str:
    """The file of a figure: another one for another figure, the same for the same."""
    return f"archgen-{name}-{sha256(svg.encode()).hexdigest()[:12]}.{suffix}"


def image(figure: Embedded, address: str) -> str:
    """The figure as an image that is read from a file."""
    size = f'width="{figure.width:.0f}" height="{figure.height:.0f}"'
    return f'<img src="{escape(address)}" alt="{escape(alt_of(figure))}" {size} loading="lazy" />'


def framed(inner: str, asked: Asked, link: str = "") -> str:
    """The figure with its caption; `link` is where it leads where the page does not say."""
    target = asked.link or link
    linked = f'<a href="{escape(target)}">{inner}</a>' if target else inner
    caption = f"\n<figcaption>{escape(asked.caption)}</figcaption>" if asked.caption else ""
    return f'<figure class="archgen-figure">\n{linked}{caption}\n</figure>'


def fault(message: str) -> str:
    """What is wrong with a figure, in its place."""
    return f'<div class="archgen-fault" role="alert"><strong>This figure cannot be drawn.</strong>\n{escape(message)}</div>'
