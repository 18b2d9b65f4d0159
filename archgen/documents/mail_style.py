"""What the parts of a mail look like: styles on each part, since most mail readers keep no style sheet."""

from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from archgen.documents.call_outs import QUOTE, TONES, tone_of

# Colours by the names that they have in the style sheets of pages.
Colours = Mapping[str, str]

# Outlook takes the first alone, so that must be one that Windows has.
FAMILY = "'Segoe UI',-apple-system,Roboto,Helvetica,Arial,sans-serif"
MONO = "Consolas,Menlo,'DejaVu Sans Mono',monospace"
SIZES = {"h1": "28px", "h2": "22px", "h3": "18px", "h4": "16px"}
MARGINS = {"h1": "0 0 16px", "h2": "36px 0 12px", "h3": "26px 0 10px", "h4": "20px 0 8px", "p": "0 0 14px"}
INNER_LIST = "margin:6px 0 0;padding:0 0 0 22px"
PLAIN_TABLE = {"width": "100%", "cellspacing": "0", "cellpadding": "6"}


def dress(markdown: MarkdownIt, colours: Colours) -> None:
    """Give each part of a mail the style that it has."""
    styles = {**_of_text(colours), **_of_tables(colours)}

    def put_on(state: StateCore) -> None:
        for token in (one for outer in state.tokens for one in (outer, *(outer.children or ()))):
            if token.nesting >= 0 and token.tag in styles:
                _align(token)
                token.attrJoin("style", INNER_LIST if token.level and token.tag in ("ul", "ol") else styles[token.tag])
            if token.type == "table_open":
                token.attrs.update(PLAIN_TABLE)
            elif token.type == "tr_open":
                token.attrSet("valign", "top")

    markdown.core.ruler.push("dress", put_on)
    markdown.add_render_rule("blockquote_open", lambda _, tokens, index, *__: _quote(colours, tone_of(tokens[index])))
    markdown.add_render_rule("blockquote_close", lambda *_: "</td></tr></table>\n")


def dark_style(colours: Colours) -> str:
    """Rules for mail readers that keep a style sheet, and whose readers prefer the dark."""
    ink, muted, raised = colours["--ink"], colours["--muted"], colours["--raised"]
    rules = [
        f"body,.g{{background:{colours['--ground']}!important;color:{ink}!important}}",
        f"table,td,th{{color:{ink}!important;border-color:{colours['--edge']}!important}}",
        f"code,pre{{background:{raised}!important}}",
        f".q{{background:{colours['--accent-ground']}!important;border-color:{colours['--accent']}!important}}",
        *(
            f".{tone}{{background:{colours[f'--{tone}-ground']}!important;border-color:{colours[f'--{tone}']}!important}}"
            for tone in sorted(set(TONES.values()))
        ),
        f".w{{background:{colours['--warn-ground']}!important;color:{colours['--warn']}!important}}",
        f".m,th{{color:{muted}!important}}",
        f"a{{color:{colours['--accent']}!important}}",
    ]
    return "@media (prefers-color-scheme:dark){" + "".join(rules) + "}"


def _of_text(colours: Colours) -> Mapping[str, str]:
    headings = {tag: f"margin:{MARGINS[tag]};font-size:{size};line-height:1.3" for tag, size in SIZES.items()}
    verbatim = f"font-family:{MONO};font-size:90%;word-break:break-word;background:{colours['--raised']}"
    return {
        **headings,
        "p": f"margin:{MARGINS['p']}",
        "ul": "margin:0 0 14px;padding:0 0 0 22px",
        "ol": "margin:0 0 14px;padding:0 0 0 26px",
        "li": "margin:0 0 6px",
        "a": f"color:{colours['--accent']}",
        "code": verbatim,
        "pre": f"margin:0 0 14px;padding:10px 12px;white-space:pre-wrap;{verbatim}",
        "span": f"color:{colours['--muted']}",
    }


def _of_tables(colours: Colours) -> Mapping[str, str]:
    table = f"margin:0 0 18px;border-collapse:collapse;font:14px/1.5 {FAMILY};color:{colours['--ink']}"
    return {
        "table": table,
        "th": f"font-size:13px;color:{colours['--muted']}",
        "td": f"border-top:1px solid {colours['--edge']}",
    }


def _align(token: Token) -> None:
    """Cells stand at the left unless something else is said, and say so by an attribute, which is shorter."""
    aligned = str(token.attrs.pop("style", "")).removeprefix("text-align:") if token.tag in ("td", "th") else ""
    if aligned == "right":
        token.attrSet("align", "right")
    elif token.tag == "th":
        token.attrSet("align", aligned or "left")


def _quote(colours: Colours, tone: str) -> str:
    """A call-out: as a table, whose ground and edge Outlook keeps."""
    attributes = (
        '<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="margin:0 0 18px;table-layout:fixed"><tr>'
    )
    ground, edge = colours[f"--{tone}-ground"], colours[f"--{tone}"]
    style = f"padding:14px 16px 1px;background:{ground};border-left:4px solid {edge}"
    return f'{attributes}<td class="{"q" if tone == QUOTE else f"q {tone}"}" style="{style}">\n'
