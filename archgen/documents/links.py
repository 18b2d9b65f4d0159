"""Links of what is typeset: none that runs a script, no image from elsewhere."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from itertools import zip_longest
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

# What a text refers to something by that stands elsewhere.
MARK = re.compile(r"[A-Z]\d+")
LEADS_NOWHERE = "mark"  # what a mark that is no link is known by
SCHEMES = ("", "http", "https", "mailto")


def guard_links(markdown: MarkdownIt) -> None:
    """Refuse links of any scheme but those of the web and of mail, and show an image from elsewhere as its description."""
    markdown.validateLink = leads_on  # type: ignore[method-assign]
    markdown.add_render_rule("image", _image)


def keep_outer_links(markdown: MarkdownIt) -> None:
    """Leave the text of links that lead to places of the page or to files beside it: where it goes, there are none."""

    def keep(state: StateCore) -> None:
        for token in state.tokens:
            token.children = [*_outer(token.children)] if token.children else token.children

    markdown.core.ruler.push("outer_links", keep)


def without_marks(tokens: Sequence[Token]) -> list[Token]:
    """Blocks, parsed with `keep_outer_links`, without the marks of what stands elsewhere, and the space before each."""
    return [token.copy(children=[*_unmarked(token.children)]) if token.children else token for token in tokens]


def describe_images(markdown: MarkdownIt) -> None:
    """Show images that no other rule has placed as their descriptions."""
    markdown.add_render_rule("image", _described)


def leads_on(url: str) -> bool:
    """Whether a link is of a scheme that is shown as one: of the web or of mail, or of none at all."""
    try:
        return urlsplit("".join(url.split())).scheme.lower() in SCHEMES
    except ValueError:
        return False


def is_elsewhere(url: str) -> bool:
    """Whether what it names is on another server, which a page asks for nothing."""
    try:
        target = urlsplit(url)
    except ValueError:
        return True
    return bool(target.scheme or target.netloc)


def is_mark(text: str) -> bool:
    """Whether the text of a link is a mark, as of an assumption, and no words of a sentence."""
    return bool(MARK.fullmatch(text))


def _outer(children: Sequence[Token]) -> Iterator[Token]:
    """Marks that lead nowhere are put in brackets, so that they are not read as words."""
    kept = True
    for child in children:
        if child.type == "link_open":
            kept = _leads_out(child)
        if not kept and child.type == "text" and is_mark(child.content):
            yield Token("text", "", 0, content=f"({child.content})", meta={LEADS_NOWHERE: True})
        elif kept or child.type not in ("link_open", "link_close"):
            yield child
        kept = kept or child.type == "link_close"


def _unmarked(children: Sequence[Token]) -> Iterator[Token]:
    for child, follower in zip_longest(children, children[1:]):
        if child.type == "text" and follower and LEADS_NOWHERE in follower.meta:
            yield child.copy(content="" if LEADS_NOWHERE in child.meta else child.content.rstrip())
        elif LEADS_NOWHERE not in child.meta:
            yield child


def _leads_out(link: Token) -> bool:
    return bool(urlsplit(str(link.attrGet("href"))).scheme)


def _described(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    return self.renderInlineAsText(tokens[index].children, options, env)


def _image(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
    if is_elsewhere(str(tokens[index].attrGet("src"))):
        return self.renderInlineAsText(tokens[index].children, options, env)
    return self.image(tokens, index, options, env)
