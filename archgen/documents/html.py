"""Typesetting: from Markdown and figures to HTML."""

from collections.abc import Mapping
from pathlib import Path

import jinja2
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from archgen.documents.figures import place_figures
from archgen.documents.headings import anchor_headings, headings
from archgen.documents.links import guard_links
from archgen.documents.tables import scroll_tables
from archgen.model.units import bound

TEMPLATE = "document/page.html.j2"


def typeset(markdown: str, *, title: str, figures: Mapping[str, str], templates: Path, style: str) -> str:
    """Set a document as a page that stands alone: `figures` maps the links of images to SVG, `style` is its style sheet."""
    typesetter = _typesetter(figures, linked=False)
    tokens = typesetter.parse(markdown)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE).render(
        title=title,
        style=Markup(style.replace("</", "<\\/")),  # a style sheet of archgen's, not a design's text
        body=Markup(_render(typesetter, tokens)),  # typeset with HTML switched off
        contents=[heading for heading in headings(tokens) if heading.level == 2],
    )


def fragment(markdown: str, figures: Mapping[str, str] | None = None) -> str:
    """Set Markdown as a part of a page. Figures lead to their own files, which their links name."""
    typesetter = _typesetter(figures or {}, linked=True)
    return _render(typesetter, typesetter.parse(markdown))


def _typesetter(figures: Mapping[str, str], *, linked: bool) -> MarkdownIt:
    """CommonMark with tables; HTML in the text is shown, not passed on."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    guard_links(markdown)
    scroll_tables(markdown)
    anchor_headings(markdown)
    place_figures(markdown, figures, linked=linked)
    markdown.core.ruler.push("units", _bind_units)
    return markdown


def _bind_units(state: StateCore) -> None:
    """No line breaks between a number and its unit."""
    for inner in (inner for token in state.tokens for inner in token.children or () if inner.type == "text"):
        inner.content = bound(inner.content)


def _render(typesetter: MarkdownIt, tokens: list[Token]) -> str:
    html: str = typesetter.renderer.render(tokens, typesetter.options, {})
    return html
