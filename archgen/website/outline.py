"""The outline of a page: its links, anchors, headings and whatever it fetches, read from its HTML."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

FIGURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
PLACE = re.compile(r'\bid="(figure--[^"]*)"')
REACHES_OUT = re.compile(r"href|src|<(?:image|script|foreignObject)", re.IGNORECASE)
# Attributes by which a page fetches something on its own.
FETCHES = ("src", "srcset", "poster", "data")


@dataclass
class Outline:
    """`links` are followed by people, `fetched` by the browser; `headings` are of level two and three."""

    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)


def outline(html: str) -> Outline:
    """Read a page. Figures that lead nowhere and fetch nothing are passed over: they are most of what there is to read."""
    reader = _Reader()
    reader.outline.anchors.extend(found for figure in FIGURE.findall(html) for found in PLACE.findall(figure))
    reader.feed(FIGURE.sub(lambda figure: figure[0] if REACHES_OUT.search(figure[0]) else "", html))
    reader.close()
    return reader.outline


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.outline = Outline()
        self._heading: tuple[int, str] | None = None
        self._texts: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.outline.anchors.append(values["id"])
        if "href" in values:
            (self.outline.links if tag == "a" else self.outline.fetched).append(values["href"])
        self.outline.fetched.extend(values[name] for name in FETCHES if name in values)
        if tag in ("h2", "h3") and "id" in values:
            self._heading, self._texts = (int(tag[1]), values["id"]), []
        self._hidden = tag == "a" and values.get("class") == "anchor"

    def handle_data(self, data: str) -> None:
        if self._heading and not self._hidden:
            self._texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if self._heading and tag == f"h{self._heading[0]}":
            level, anchor = self._heading
            self.outline.headings.append((level, anchor, "".join(self._texts).strip()))
            self._heading = None
