"""Headings of a typeset page: each with an anchor, and the list of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

ANCHORED = ("h2", "h3")


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1, its anchor, and its text."""

    level: int
    anchor: str
    text: str


def anchor_headings(markdown: MarkdownIt) -> None:
    """Give every heading an id made of its text, unique on the page, and a link to itself."""

    def anchor(state: StateCore) -> None:
        taken: set[str] = set()
        for opening, inline in pairwise(state.tokens):
            if opening.type == "heading_open":
                opening.attrSet("id", _unique(_slug(text_of(inline)), taken))
                if opening.tag in ANCHORED and inline.children is not None:
                    inline.children.append(_self_link(str(opening.attrGet("id"))))

    markdown.core.ruler.push("anchors", anchor)


def headings(tokens: list[Token]) -> Iterator[Heading]:
    """The headings of a typeset page, in order."""
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            yield Heading(int(opening.tag[1]), str(opening.attrGet("id")), text_of(inline))


def text_of(inline: Token) -> str:
    """A heading's text without its markup."""
    return "".join(child.content for child in inline.children or [] if child.type in ("text", "code_inline", "text_special"))


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-") or "section"


def _unique(stem: str, taken: set[str]) -> str:
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name


def _self_link(anchor: str) -> Token:
    html = f'<a class="anchor" href="#{anchor}" aria-label="Link to this section">#</a>'
    return Token("html_inline", "", 0, content=html)
