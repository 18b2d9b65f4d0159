"""Documents on paper: from Markdown to the data that the template of a printed document sets."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from archgen.documents.call_outs import set_call_outs, tone_of
from archgen.documents.escaping import one_line
from archgen.documents.figures import caption_of, description, lone_image
from archgen.documents.headings import anchor_headings
from archgen.documents.links import SCHEMES, describe_images, is_mark
from archgen.documents.long_words import PIECE
from archgen.documents.paging import marked
from archgen.documents.typesetter import typesetter

Node = SyntaxTreeNode
# Data as JSON holds it: a block, and a part of a line, which may be a text.
Block = Mapping[str, object]
Piece = Block | str
# Where no line breaks of itself: longer runs may be broken behind marks, or anywhere where there are none.
SOLID, NARROW = 36, 12
BREAK, JOINED = "\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}"
PER = re.compile(r"(?<=\d)/(?=(?:s|min|h|d)\b)")
# Cells of more letters may be parted by the end of a page.
LONG_CELL = 500
# The room of a page for a figure with its caption, in points, upright and lying; a figure lies where that makes it so much larger
# than too small. At the largest, its letters are as those of the text.
UPRIGHT, LYING = (516.0, 665.0), (712.0, 420.0)
SMALL, LARGE, GAIN = 0.65, 0.8, 1.2
# No figure is made smaller to fill a page than leaves its letters of 9 points 6.5.
READABLE = 6.5 / 9
# So many blocks may be from a paragraph to the figure that it leads to, beside which it stays.
LEADING = 2
# No column is taken for wider than so many letters, nor a wide one for narrower.
WIDEST, NARROWEST = 60, 9
INLINE: Mapping[str, str] = {"strong": "strong", "em": "emph", "s": "strike"}


@dataclass(frozen=True)
class Printed:
    """A figure on paper: its file, and its size in points."""

    file: str
    width: float
    height: float


def printed(markdown: str, *, title: str, figures: Mapping[str, Printed], colours: Mapping[str, str]) -> str:
    """A document as JSON: `figures` maps the links of images to their files, `colours` are those of its page."""
    setter = typesetter(describe_images, set_call_outs, anchor_headings)
    tree = Node(setter.parse(markdown))
    setting = _Setting(figures, {str(node.attrs["id"]) for node in tree.children if node.type == "heading"})
    heading, opening, sections = _parted(tree.children)
    whole = {
        "title": one_line(title),
        "colours": {name.removeprefix("--"): colour for name, colour in colours.items() if name.startswith("--")},
        "heading": list(setting.inline(heading.children[0])) if heading else [one_line(title)],
        "opening": list(setting.blocks(opening)),
        "sections": marked(_lying([*setting.blocks(sections)])),
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def _parted(nodes: Sequence[Node]) -> tuple[Node | None, Sequence[Node], Sequence[Node]]:
    """The heading of the whole, what stands before the first section, and the sections."""
    whole = bool(nodes) and nodes[0].type == "heading" and nodes[0].tag == "h1"
    rest = nodes[1:] if whole else nodes
    start = next((place for place, node in enumerate(rest) if node.type == "heading"), len(rest))
    return (nodes[0] if whole else None, rest[:start], rest[start:])


def _lying(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, those figures that lie on pages of their own, with the headings above them."""
    kept: list[Block] = []
    for block in blocks:
        if block.get("lying"):
            start = len(kept)
            while start and kept[start - 1]["sort"] == "heading":
                start -= 1
            kept[start:] = [{"sort": "lying", "body": [*kept[start:], block]}]
        else:
            kept.append(block)
    return kept


class _Setting:
    """Sets the blocks of one document. `places` are what links within it may lead to."""

    def __init__(self, figures: Mapping[str, Printed], places: set[str]) -> None:
        self.figures = {unquote(link): figure for link, figure in figures.items()}
        self.places = places
        self.solid = SOLID
        self.known: Mapping[str, Callable[[Node], Block]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": self._quote,
            "table": self._table,
            "fence": self._code,
            "code_block": self._code,
            "hr": lambda _: {"sort": "rule"},
        }

    def blocks(self, nodes: Sequence[Node]) -> Iterator[Block]:
        """Every block, in order."""
        made = [self.known[node.type](node) for node in nodes]
        for place, block in enumerate(made, 1):
            following = (one["sort"] for one in made[place : place + LEADING] if one["sort"] != "paragraph")
            yield {**block, "leads": next(following, "") == "figure"} if block["sort"] == "paragraph" else block

    def inline(self, node: Node) -> Iterator[Piece]:
        """The pieces of a line."""
        for child in node.children:
            yield from self._piece(child)

    def _piece(self, node: Node) -> Iterator[Piece]:
        if node.type in ("softbreak", "hardbreak"):
            yield " " if node.type == "softbreak" else {"sort": "break"}
        elif node.type == "code_inline":
            text = self._breakable(node.content)
            yield {"sort": "code" if BREAK not in text else "plain-code", "text": text}
        elif node.type in INLINE:
            yield {"sort": INLINE[node.type], "body": list(self.inline(node))}
        elif node.type == "link":
            yield from self._link(str(node.attrs.get("href", "")), list(self.inline(node)))
        elif node.type == "image":
            yield self._breakable(description(_token(node)))
        elif node.type == "text":
            yield self._breakable(node.content)

    def _link(self, target: str, body: list[Piece]) -> Iterator[Piece]:
        """What leads to a place of the document or to the web; what leads to files beside it is a text."""
        place = unquote(target.removeprefix("#"))
        if target.startswith("#") and place in self.places:
            yield {"sort": "mark" if is_mark("".join(map(str, body))) else "place", "to": place, "body": body}
        elif urlsplit(target).scheme in [scheme for scheme in SCHEMES if scheme]:
            yield {"sort": "link", "to": target, "body": body}
        else:
            yield from body

    def _breakable(self, text: str) -> str:
        """The text, in which lines may break within what is very long, and not before a unit."""
        whole = PER.sub(f"/{JOINED}", text)
        return re.sub(rf"\S{{{self.solid + 1},}}", lambda run: BREAK.join(PIECE.findall(run[0])), whole)

    def _heading(self, node: Node) -> Block:
        level = max(int(node.tag[1]) - 1, 1)
        return {"sort": "heading", "level": level, "id": str(node.attrs["id"]), "body": list(self.inline(node.children[0]))}

    def _paragraph(self, node: Node) -> Block:
        inline = node.children[0]
        image = lone_image([_opening(node), _token(inline)])
        figure = self.figures.get(unquote(str(image.attrGet("src")))) if image else None
        if image is None or figure is None:
            return {"sort": "paragraph", "body": list(self.inline(inline))}
        told = Token("inline", "", 0, children=list(caption_of(_token(inline))))
        upright, lying = _share(figure, UPRIGHT), _share(figure, LYING)
        lies = upright < SMALL and lying > upright * GAIN
        return {
            "sort": "figure",
            "file": figure.file,
            "width": figure.width * (lying if lies else upright),
            "least": figure.width * min(upright, READABLE),
            "ratio": figure.height / max(figure.width, 1),
            "lying": lies,
            "alt": description(image),
            "caption": list(self.inline(Node([told]).children[0])),
        }

    def _list(self, node: Node) -> Block:
        items = [list(self.blocks(item.children)) for item in node.children]
        tight = all(_opening(inner).hidden for item in node.children for inner in item.children if inner.type == "paragraph")
        if node.type == "bullet_list":
            return {"sort": "list", "tight": tight, "items": items}
        return {"sort": "enum", "tight": tight, "items": items, "start": int(node.attrs.get("start", 1))}

    def _quote(self, node: Node) -> Block:
        return {"sort": "quote", "tone": tone_of(_opening(node)), "body": list(self.blocks(node.children))}

    def _code(self, node: Node) -> Block:
        return {"sort": "code", "text": node.content.rstrip("\n")}

    def _table(self, node: Node) -> Block:
        """Its columns as wide as what is in them asks for."""
        rows = [row.children for part in node.children for row in part.children]
        self.solid = NARROW
        cells = [[list(self.inline(cell.children[0])) for cell in row] for row in rows]
        self.solid = SOLID
        lengths = [[len(_text(cell)) for cell in row] for row in rows]
        return {
            "sort": "table",
            "aligned": [str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in rows[0]],
            "widths": list(_widths(rows, lengths)),
            "head": cells[0],
            "rows": [{"cells": row, "long": max(long) > LONG_CELL} for row, long in zip(cells[1:], lengths[1:], strict=True)],
        }


def _share(figure: Printed, room: tuple[float, float]) -> float:
    """How large it is there, of its own size."""
    return min(LARGE, room[0] / max(figure.width, 1), room[1] / max(figure.height, 1))


def _widths(rows: Sequence[Sequence[Node]], lengths: Sequence[Sequence[int]]) -> Iterator[float | None]:
    """Of each column its share of the room, None for as much as it takes: one that is short needs no more."""
    for column in range(len(rows[0])):
        longest = max(length[column] for length in lengths)
        word = min(max((len(one) for row in rows for one in _text(row[column]).split()), default=0), 2 * NARROWEST)
        short = longest <= 2 * NARROWEST
        yield None if short else round(max(min(longest, WIDEST), word, NARROWEST) ** 0.9, 2)


def _text(cell: Node) -> str:
    return "".join(inner.content for inner in cell.walk() if inner.type in ("text", "code_inline", "text_special"))


def _token(node: Node) -> Token:
    if node.token is None:
        raise TypeError(f"{node.type} is no single token")
    return node.token


def _opening(node: Node) -> Token:
    return node.nester_tokens.opening if node.nester_tokens else _token(node)
