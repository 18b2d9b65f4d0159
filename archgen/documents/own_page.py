"""Pages that a team writes: Markdown as HTML, with links as the site needs them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from archgen.documents.figures import place_figures
from archgen.documents.headings import anchor_headings, text_of
from archgen.documents.links import is_elsewhere, leads_on
from archgen.documents.tables import scroll_tables
from archgen.documents.typesetter import typesetter

# From a link, and the line from 1 that it stands in, to the link that is written.
Leads = Callable[[str, int], str]


@dataclass(frozen=True)
class Typeset:
    """A page as HTML, and the text of its first heading, empty where it has none of the first level."""

    html: str
    title: str


def links_of(markdown: str) -> Iterator[tuple[str, int]]:
    """Every link and image of a page, with its line."""
    found: list[tuple[str, int]] = []

    def note(link: str, line: int) -> str:
        found.append((link, line))
        return link

    typeset_page(markdown, {}, note)
    yield from found


def shown_as_text(markdown: str) -> Iterator[tuple[str, int]]:
    """Every link that would run something or leads to no web, and every image from elsewhere, with its line."""
    setter = typesetter()
    setter.validateLink = lambda url: True  # type: ignore[method-assign]
    for block in setter.parse(markdown):
        for token in block.children or ():
            link = str(token.attrGet("src" if token.type == "image" else "href") or "")
            if not leads_on(link) or (token.type == "image" and is_elsewhere(link)):
                yield link, _line(block)


def typeset_page(markdown: str, figures: Mapping[str, str], leads: Leads) -> Typeset:
    """Set a page. `figures` maps links, as `leads` gives them, to SVG that stands in the page itself."""

    def figured(setter: MarkdownIt) -> None:
        place_figures(setter, figures, linked=True)

    setter = typesetter(lambda one: _lead(one, leads), scroll_tables, anchor_headings, figured)
    tokens = setter.parse(markdown)
    first = next((text_of(inline) for opening, inline in pairwise(tokens) if opening.tag == "h1"), "")
    html: str = setter.renderer.render(tokens, setter.options, {})
    return Typeset(html, first)


def _lead(markdown: MarkdownIt, leads: Leads) -> None:
    def lead(state: StateCore) -> None:
        for block in state.tokens:
            for token in block.children or ():
                name = {"link_open": "href", "image": "src"}.get(token.type)
                if name:
                    token.attrSet(name, leads(str(token.attrGet(name)), _line(block)))

    markdown.core.ruler.push("leads", lead)


def _line(block: Token) -> int:
    return (block.map[0] if block.map else 0) + 1
