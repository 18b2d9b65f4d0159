"""Documents as mail: one column of HTML that mail readers keep as it is, no longer than they show."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jinja2
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from archgen.documents.call_outs import set_call_outs
from archgen.documents.escaping import one_line
from archgen.documents.figures import description, replace_figures
from archgen.documents.links import describe_images, keep_outer_links, without_marks
from archgen.documents.long_words import let_long_words_break
from archgen.documents.mail_rows import stacked
from archgen.documents.mail_style import FAMILY, Colours, dark_style, dress
from archgen.documents.rows import replace_tables
from archgen.documents.sections import Place, places, without
from archgen.documents.typesetter import typesetter
from archgen.values import dataclass

TEMPLATE = "document/mail.html.j2"
WIDTH, PADDING = 680, 16
# Gmail cuts a mail off behind 102 kB; what sends it adds a few lines of its own.
LIMIT = 100_000
MARKED: Place = ("Appendix",)  # where marks of assumptions lead to
# What goes first where a mail is too long: the appendix piece by piece, then what argues, never what the design comes to.
GOES_FIRST: Sequence[Place] = (
    ("Appendix", "Every number"),
    ("Appendix", "Every connection"),
    ("Appendix", "Every component"),
    ("Appendix", "Every step"),
    MARKED,
    ("The data",),
    ("States",),
    ("Workflows",),
    ("Migrations",),
    ("What was waived, and why",),
    ("Patterns, and what they cost",),
    ("Decisions",),
    ("What can fail", "What is only missed"),
    ("What can fail", "What holds up work"),
    ("How a request travels",),
    ("What it must hold", "Where a part must do otherwise"),
    ("What the rules found",),
    ("What can fail",),
)


@dataclass(frozen=True)
class Shown:
    """An image of a figure: where it is found, and how many pixels it is wide."""

    src: str
    width: int


@dataclass(frozen=True)
class Mail:
    """A document as mail: its HTML, the headings of the sections that were left out, the links of the figures that it shows."""

    html: str
    left_out: Sequence[str]
    figures: Sequence[str]
    limit: int = LIMIT

    @property
    def size(self) -> int:
        """How many bytes it has, without its figures."""
        return len(self.html.encode())


def mail(
    markdown: str,
    *,
    title: str,
    figures: Mapping[str, Shown],
    colours: Colours,
    dark: Colours | None,
    templates: Path,
    limit: int = LIMIT,
) -> Mail:
    """Set a document as mail. `figures` maps the links of images to their PNG; `dark` is for readers who prefer that.

    One above `limit` bytes goes without the sections of GOES_FIRST, one by one until it fits, and says so at its head. With
    the appendix go the marks that lead there.
    """
    setter = _typesetter(figures, colours)
    tokens = setter.parse(markdown)
    spare = [place for place in GOES_FIRST if place in set(places(tokens))]
    for count in range(len(spare) + 1):
        kept, told = without(tokens, spare[:count]), _titles(spare[:count])
        if MARKED in spare[:count]:
            kept = without_marks(kept)
        html = _page(templates, title, colours, dark, told, setter.renderer.render(kept, setter.options, {}))
        if len(html.encode()) <= limit:
            break
    return Mail(html, told, [link for link, shown in figures.items() if f'src="{escape(shown.src)}"' in html], limit)


def _titles(left_out: Sequence[Place]) -> list[str]:
    """What is left out, by its heading; not what is in a section that is left out as a whole."""
    return [one[-1] for one in left_out if not any(one[: len(other)] == other for other in left_out if other != one)]


def _typesetter(figures: Mapping[str, Shown], colours: Colours) -> MarkdownIt:
    return typesetter(
        set_call_outs,
        keep_outer_links,
        describe_images,
        lambda markdown: replace_figures(markdown, lambda image, caption: _figure(figures, colours, image, caption)),
        lambda markdown: replace_tables(markdown, stacked),
        let_long_words_break,
        lambda markdown: dress(markdown, colours),
    )


def _figure(figures: Mapping[str, Shown], colours: Colours, image: Token, caption: str) -> str | None:
    """As wide as its column where it is not wider than itself; Outlook goes by the attribute, all others by the style."""
    shown = figures.get(unquote(str(image.attrGet("src"))))
    if shown is None:
        return None
    style = f"display:block;width:100%;max-width:{shown.width}px;height:auto;border:0;border-radius:8px"
    width = min(shown.width, WIDTH - 2 * PADDING)
    img = f'<img src="{escape(shown.src)}" width="{width}" alt="{escape(description(image))}" style="{style}">'
    if urlsplit(shown.src).scheme in ("http", "https"):
        img = f'<a href="{escape(shown.src)}">{img}</a>'
    below = f'<p class="m" style="margin:0 0 20px;font-size:14px;color:{colours["--muted"]}">{caption}</p>\n' if caption else ""
    return f'<p style="margin:16px 0 8px">{img}</p>\n{below}'


def _page(templates: Path, title: str, colours: Colours, dark: Colours | None, left_out: Sequence[str], body: str) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE).render(
        title=one_line(title),
        colours=colours,
        schemes="light dark" if dark else colours["color-scheme"],
        dark=Markup(dark_style(dark)) if dark else "",  # made of colours alone
        family=FAMILY,
        width=WIDTH,
        padding=PADDING,
        left_out=left_out,
        body=Markup(body),  # typeset with HTML switched off
    )
