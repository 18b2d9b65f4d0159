"""From a picture to one SVG document: self-contained, titled, described, and the same every time."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from archgen.model.picture import Icon, Line, LineStyle, Link, Picture, Rect, Shape, Text
from archgen.svg.glyphs import SQUARE, outline
from archgen.svg.lines import course, heads
from archgen.svg.markup import content, element
from archgen.svg.numbers import number
from archgen.svg.paint import Classes, Colours, Painter
from archgen.svg.strokes import STROKES, TIP
from archgen.svg.style import has_code, sheet, typeface
from archgen.svg.theme import FILLED, ICON, LINES, RECTS, TEXTS, Theme
from archgen.svg.themes import AUTO, Scheme

try:
    from _blake2 import blake2b  # without the ten times larger library that hashlib brings for others
except ImportError:
    from hashlib import blake2b

GROUND_RADIUS = 8
# From the name of a figure to where it is found.
Links = Callable[[str], str]


def no_links(_: str) -> str:
    """Lead nowhere, as a figure must that stands alone."""
    return ""


def render(
    picture: Picture,
    *,
    scheme: Scheme = AUTO,
    flat: Theme | None = None,
    embed_typeface: bool = True,
    links: Links = no_links,
    named: bool = False,
) -> str:
    """Draw a picture as SVG.

    It wears `scheme` by style sheet, and so may follow its reader's preference. With `flat`, every colour of that theme
    is written out instead, which is what rasterisers need. A page with many figures may embed the typeface itself, once;
    that of code comes with each figure that shows some.
    `links` says where a figure is found, by its name; empty for nowhere. With `named`, the shapes of one mark stand in a group
    that says so in `data-part`, `data-line`, `data-bundle` or `data-step`.
    """
    identity = _identity(picture)
    painter: Painter = Colours(flat) if flat else Classes()
    parts = [
        element("title", {"id": f"{identity}-title"}, content(picture.title)),
        element("desc", {"id": f"{identity}-desc"}, content(picture.description or picture.title)),
        *([] if flat else [_style(picture, identity, scheme, embed_typeface)]),
        _ground(picture, flat),
        *_shapes(picture, painter, no_links if flat else links, named=named),
    ]
    inner = "".join(f"\n{part}" for part in parts if part) + "\n"
    return element("svg", _root(picture, identity), inner) + "\n"


def _identity(picture: Picture) -> str:
    """Name the figure: what tells its ids and its style from those of other figures on a page."""
    plain = unicodedata.normalize("NFKD", picture.title).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:40].strip("-")
    told = "\0".join([picture.title, picture.description])
    digest = blake2b(told.encode("utf-8", "replace"), digest_size=3).hexdigest()
    return "-".join(filter(None, ["figure", slug, digest]))


def _root(picture: Picture, identity: str) -> Mapping[str, str]:
    width, height = number(picture.width), number(picture.height)
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": identity,
        "viewBox": f"0 0 {width} {height}",
        "width": width,
        "height": height,
        "role": "img",
        "aria-labelledby": f"{identity}-title",
        "aria-describedby": f"{identity}-desc",
    }


def _style(picture: Picture, identity: str, scheme: Scheme, embed_typeface: bool) -> str:
    faces = [*([typeface()] if embed_typeface else []), *([typeface("JetBrains Mono")] if has_code(picture) else [])]
    return element("style", {}, "\n".join([*faces, sheet(identity, picture, scheme)]))


def _ground(picture: Picture, flat: Theme | None) -> str:
    size = {"width": number(picture.width), "height": number(picture.height)}
    look = {"fill": flat.ground} if flat else {"class": "ground", "rx": number(GROUND_RADIUS)}
    return element("rect", {**size, **look})


def _shapes(picture: Picture, painter: Painter, links: Links, *, named: bool) -> Iterator[str]:
    for mark, shapes in groupby(picture.shapes, lambda shape: shape.mark if named else ""):
        drawn = [one for shape in shapes for one in _drawn(shape, painter, links) if one]
        if mark and drawn:
            sort, _, id = mark.partition(":")
            yield element("g", {f"data-{sort}": id}, "\n".join(drawn))
        else:
            yield from drawn


def _drawn(shape: Shape, painter: Painter, links: Links) -> Iterator[str]:
    match shape:
        case Rect():
            yield _rect(shape, painter)
        case Line():
            yield from _line(shape, painter)
        case Text():
            yield _text(shape, painter)
        case Icon():
            yield _icon(shape, painter)
        case Link():
            yield _link(shape, links)


def _rect(rect: Rect, painter: Painter) -> str:
    place = {"x": rect.x, "y": rect.y, "width": max(rect.width, 0), "height": max(rect.height, 0), "rx": rect.radius}
    written = {name: number(value) for name, value in place.items()}
    return element("rect", {**painter.shape(rect.role, RECTS[rect.role], rect.tone), **written})


def _line(line: Line, painter: Painter) -> Iterator[str]:
    paint, along, stroke = LINES[line.role], course(line), STROKES[line.style]
    if along:
        yield element("path", {**painter.shape(line.role, paint, line.tone, line=line.style), "d": along})
    for tip in heads(line, stroke.head, filled=stroke.filled):
        if stroke.filled:
            yield element("path", {**painter.shape(TIP, FILLED, line.tone), "d": tip})
        else:
            plain: LineStyle = "merged" if line.style == "merged" else "solid"
            yield element("path", {**painter.shape(line.role, paint, line.tone, line=plain), "d": tip})


def _text(text: Text, painter: Painter) -> str:
    if not text.text.strip():
        return ""
    attributes = {**painter.text(text.role, TEXTS[text.role], text.tone), "x": number(text.x), "y": number(text.y)}
    if text.anchor != "start":
        attributes["text-anchor"] = text.anchor
    if text.width > 0:
        attributes |= {"textLength": number(text.width), "lengthAdjust": "spacingAndGlyphs"}
    return element("text", attributes, content(text.text))


def _icon(icon: Icon, painter: Painter) -> str:
    scale = icon.size / SQUARE
    placed = f"translate({number(icon.x)} {number(icon.y)})" + (f" scale({scale:.3f})" if scale != 1 else "")
    return element("path", {**painter.shape("icon", ICON, icon.tone), "transform": placed, "d": outline(icon.name)})


def _link(link: Link, links: Links) -> str:
    """What leads to another figure, above what it shows."""
    found = links(link.to)
    if not found:
        return ""
    place = {"x": link.x, "y": link.y, "width": link.width, "height": link.height, "rx": link.radius}
    rect = element("rect", {"class": "link", **{name: number(value) for name, value in place.items()}})
    return element("a", {"href": found}, element("title", {}, content(link.title)) + rect)
