"""Markdown of authors, written anew: what it shows stays, raw HTML and what is in links that run something become texts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from archgen.documents.call_outs import ALERTS, call_out_of, set_call_outs
from archgen.documents.escaping import Markdown, code, link, plain
from archgen.documents.links import guard_links

Node = SyntaxTreeNode
# Gives the figure of a name, as Markdown; None where there is none.
Shown = Callable[[str], Markdown | None]
MARKS: Mapping[str, str] = {"strong": "**", "em": "*", "s": "~~"}
DEEPEST = 6
ALIGNED: Mapping[str, str] = {"left": ":--", "center": ":-:", "right": "--:"}


def authored(text: str, *, level: int, shown: Shown = lambda _: None) -> Markdown:
    """The text with its highest headings at `level`. An image is a figure that `shown` knows by name, else its description."""
    nodes = Node(_parser().parse(text)).children
    highest = min((int(node.tag[1]) for node in nodes if node.type == "heading"), default=1)
    return Markdown("\n\n".join(_Writing(level - highest, shown).blocks(nodes)))


def images(text: str) -> Iterator[str]:
    """What the images of a text are called, in order."""
    for node in Node(_parser().parse(text)).walk():
        if node.type == "image":
            yield str(node.attrs.get("src", ""))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    guard_links(parser)
    set_call_outs(parser)
    return parser


class _Writing:
    """Writes blocks. `lowered` is how much deeper headings become."""

    def __init__(self, lowered: int, shown: Shown) -> None:
        self.lowered, self.shown, self.in_table = lowered, shown, False
        self.known: Mapping[str, Callable[[Node], str]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": lambda node: self._list(node, "-*"),
            "ordered_list": lambda node: self._list(node, ".)"),
            "blockquote": self._quote,
            "table": self._table,
            "fence": _code,
            "code_block": _code,
            "hr": lambda _: "***",
        }

    def blocks(self, nodes: Sequence[Node]) -> Iterator[str]:
        """Every block, in order."""
        for node in nodes:
            yield self.known[node.type](node)

    def _heading(self, node: Node) -> str:
        depth = min(max(int(node.tag[1]) + self.lowered, 1), DEEPEST)
        return f"{'#' * depth} {self._inline(node.children[0])}".rstrip()

    def _paragraph(self, node: Node) -> str:
        line = [child for child in node.children[0].children if child.type != "softbreak"]
        if {child.type for child in line} != {"image"}:
            return self._inline(node.children[0])
        shown = (self.shown(str(image.attrs.get("src"))) or self._inline(image) for image in line)
        return "\n\n".join(filter(None, shown))

    def _list(self, node: Node, marks: str) -> str:
        """A list that stands below another of its kind has another mark, so that both stay two."""
        before, second = node.previous_sibling, False
        while before is not None and before.type == node.type:
            second, before = not second, before.previous_sibling
        mark, first = marks[second], int(node.attrs.get("start", 1))
        tight = all(one.hidden for item in node.children for one in item.children if one.type == "paragraph")
        items = []
        for number, item in enumerate(node.children, first):
            start = f"{mark} " if node.type == "bullet_list" else f"{number}{mark} "
            inner = ("\n" if tight else "\n\n").join(self.blocks(item.children))
            items.append(_indented(start, " " * len(start), inner))
        return ("\n" if tight else "\n\n").join(items)

    def _quote(self, node: Node) -> str:
        opened = node.nester_tokens.opening if node.nester_tokens else None
        sort = call_out_of(opened) if opened else ""
        if sort not in ALERTS:
            return _indented("> ", "> ", "\n\n".join(self.blocks(node.children)))
        inner = "\n\n".join(self.blocks(node.children[1:]))
        return _indented("> ", "> ", f"[!{sort.upper()}]\n{'' if _is_line(node.children[1:]) else chr(10)}{inner}")

    def _table(self, node: Node) -> str:
        rows = [row.children for part in node.children for row in part.children]
        self.in_table = True
        lines = [f"| {' | '.join(self._inline(cell.children[0]) for cell in row)} |" for row in rows]
        self.in_table = False
        aligned = (ALIGNED.get(str(cell.attrs.get("style", "")).removeprefix("text-align:"), "---") for cell in rows[0])
        return "\n".join([lines[0], f"|{'|'.join(aligned)}|", *lines[1:]])

    def _inline(self, node: Node) -> str:
        return "".join(self._piece(child) for child in node.children)

    def _piece(self, node: Node) -> str:
        if node.type in ("softbreak", "hardbreak"):
            return "\n" if node.type == "softbreak" else "\\\n"
        if node.type == "code_inline":
            return code(node.content).replace("|", "\\|") if self.in_table else code(node.content)
        if node.type in MARKS:
            return f"{MARKS[node.type]}{self._inline(node)}{MARKS[node.type]}"
        if node.type == "link":
            return f"[{self._inline(node)}]({link(str(node.attrs.get('href', '')))})"
        if node.type == "image":
            return self._inline(node) or plain(str(node.attrs.get("src", "")))
        return _text(node.content)


def _text(content: str) -> str:
    """A text within a line, its marks escaped; one that ends in an exclamation would make images of links behind it."""
    escaped = re.sub(r"!$", r"\\!", plain(content))
    before, after = " " * (content[:1].isspace()), " " * (content[-1:].isspace() and bool(escaped))
    return f"{before}{escaped}{after}"


def _code(node: Node) -> str:
    longest = max((len(run) for run in re.findall("`+", node.content)), default=0)
    fence = "`" * max(3, longest + 1)
    named = re.match(r"[\w+-]*", node.info or "", re.ASCII)
    return f"{fence}{named[0] if named else ''}\n{_printable(node.content)}{fence}"


def _printable(lines: str) -> str:
    """Lines as they are, without what makes other things of them."""
    return "".join(f"{_verbatim(line)}\n" for line in lines.removesuffix("\n").split("\n"))


def _verbatim(line: str) -> str:
    return "".join(mark if mark == "\t" or mark.isprintable() else " " for mark in line)


def _is_line(nodes: Sequence[Node]) -> bool:
    return bool(nodes) and nodes[0].type == "paragraph"


def _indented(first: str, rest: str, text: str) -> str:
    lines = text.split("\n")
    return "\n".join([f"{first}{lines[0]}".rstrip(), *(f"{rest}{line}".rstrip() for line in lines[1:])])
