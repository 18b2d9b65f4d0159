"""Typesetting: from Markdown and figures to HTML."""

from collections.abc import Mapping
from pathlib import Path

import jinja2
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from archgen.documents.call_outs import name_call_outs, set_call_outs
from archgen.documents.figures import place_figures
from archgen.documents.headings import anchor_headings, headings
from archgen.documents.tables import scroll_code, scroll_tables
from archgen.documents.typesetter import typesetter

TEMPLATE = "document/page.html.j2"


def typeset(markdown: str, *, title: str, figures: Mapping[str, str], templates: Path, style: str) -> str:
    """Set a document as a page that stands alone: `figures` maps the links of images to SVG, `style` is its style sheet."""
    setter = _typesetter(figures, linked=False)
    tokens = setter.parse(markdown)
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
        body=Markup(_render(setter, tokens)),  # typeset with HTML switched off
        contents=[heading for heading in headings(tokens) if heading.level == 2],
    )


def fragment(markdown: str, figures: Mapping[str, str] | None = None) -> str:
    """Set Markdown as a part of a page. Figures lead to their own files, which their links name."""
    setter = _typesetter(figures or {}, linked=True)
    return _render(setter, setter.parse(markdown))


def _typesetter(figures: Mapping[str, str], *, linked: bool) -> MarkdownIt:
    return typesetter(
        set_call_outs,
        name_call_outs,
        scroll_tables,
        scroll_code,
        anchor_headings,
        lambda markdown: place_figures(markdown, figures, linked=linked),
    )


def _render(setter: MarkdownIt, tokens: list[Token]) -> str:
    html: str = setter.renderer.render(tokens, setter.options, {})
    return html
