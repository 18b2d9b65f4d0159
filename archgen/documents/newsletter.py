"""Documents for the editors of newsletters: headings, paragraphs, lists, quotes and images, as they take them."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import unquote

import jinja2
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from archgen.documents.call_outs import set_call_outs
from archgen.documents.escaping import one_line
from archgen.documents.figures import description, replace_figures
from archgen.documents.links import describe_images, keep_outer_links, without_marks
from archgen.documents.rows import Cell, Rows, replace_tables, told
from archgen.documents.sections import places, without
from archgen.documents.typesetter import typesetter

TEMPLATE = "document/newsletter.html.j2"
# What is looked up and not read: nobody sends it, and a word at the end says where it is.
LEFT_OUT = ("Appendix",)


def newsletter(markdown: str, *, title: str, figures: Mapping[str, str], templates: Path) -> str:
    """Set a document to be copied into an editor. `figures` maps the links of images to where each PNG is found.

    It goes without the appendix, and without the marks that lead there.
    """
    setter = typesetter(
        set_call_outs,
        keep_outer_links,
        describe_images,
        lambda setter: replace_figures(setter, lambda image, caption: _figure(figures, image, caption)),
        lambda setter: replace_tables(setter, _list),
        _plain_blocks,
    )
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    tokens = without_marks(setter.parse(markdown))
    below = [one[1] for one in places(tokens) if one[: len(LEFT_OUT)] == LEFT_OUT and len(one) == len(LEFT_OUT) + 1]
    body = setter.renderer.render(without(tokens, [LEFT_OUT]), setter.options, {})
    return environment.get_template(
        TEMPLATE
    ).render(
        title=one_line(title),
        body=Markup(body),  # set with HTML switched off
        left_out=[one[:1].lower() + one[1:] for one in below],
    )


def _figure(figures: Mapping[str, str], image: Token, caption: str) -> str | None:
    """The image alone, its caption as a paragraph below: editors differ in what else they keep."""
    src = figures.get(unquote(str(image.attrGet("src"))))
    if src is None:
        return None
    below = f"<p><em>{caption}</em></p>\n" if caption else ""
    return f'<img src="{escape(src)}" alt="{escape(description(image))}">\n{below}'


def _list(table: Rows) -> Sequence[Token]:
    return [
        Token("bullet_list_open", "ul", 1, block=True),
        *(token for row in table.rows for token in _item(table, row)),
        Token("bullet_list_close", "ul", -1, block=True),
    ]


def _item(table: Rows, row: Sequence[Cell]) -> Iterator[Token]:
    """What a row is of in bold, then each cell behind the name of its column, on lines of their own."""
    yield Token("list_item_open", "li", 1, block=True)
    yield Token("paragraph_open", "p", 1, block=True)
    yield Token("inline", "", 0, children=[*told(table, row, _named)])
    yield Token("paragraph_close", "p", -1, block=True)
    yield Token("list_item_close", "li", -1, block=True)


def _named(head: str) -> Sequence[Token]:
    return (Token("text", "", 0, content=head),)


def _plain_blocks(markdown: MarkdownIt) -> None:
    """Show blocks of code as quotes of their lines, and no line across the page; list items are paragraphs throughout."""

    def replace(state: StateCore) -> None:
        state.tokens = [*_plain(state.tokens)]

    markdown.core.ruler.push("plain_blocks", replace)


def _plain(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type in ("fence", "code_block"):
            lines = "<br>\n".join(escape(line) for line in token.content.rstrip("\n").split("\n"))
            yield Token("html_block", "", 0, content=f"<blockquote>\n<p>{lines}</p>\n</blockquote>\n", block=True)
        elif token.type != "hr":
            token.hidden = False
            yield token
