"""Call-outs: quotes that begin as GitHub's alerts do, and pairs of quotes that tell how it is without a thing and with it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from archgen.documents.escaping import Markdown, plain

# What each of GitHub's alerts is headed by; pages without alerts show the marker as a text.
ALERTS: Mapping[str, str] = {
    "note": "Note",
    "tip": "Tip",
    "important": "Important",
    "warning": "Warning",
    "caution": "Caution",
}
PAIR = ("without", "with")
# The colours that each wears, by the names of pages; the others wear that of quotes.
TONES: Mapping[str, str] = {
    "tip": "good",
    "with": "good",
    "important": "warn",
    "warning": "warn",
    "caution": "bad",
    "without": "bad",
}
QUOTE = "accent"
MARKER = re.compile(r"\[!([A-Za-z]+)\]\s*")
META = "call_out"


def call_out(sort: str, *paragraphs: object) -> Markdown:
    r"""A call-out of one of ALERTS; a text that is no Markdown yet is escaped.

    >>> print(call_out("tip", "Ask *first*."))
    > [!TIP]
    > Ask \*first\*.
    """
    return _quoted([f"[!{sort.upper()}]\n{_made(paragraphs[0])}", *map(_made, paragraphs[1:])])


def compared(thing: object, without: object, with_it: object) -> Markdown:
    """How it would be without a thing, and how it is with it: two quotes, one below the other."""
    both = ((f"**Without {_made(thing)}**", without), (f"**With {_made(thing)}**", with_it))
    return Markdown("\n\n".join(_quoted([head, _made(text)]) for head, text in both))


def set_call_outs(markdown: MarkdownIt) -> None:
    """Tell quotes that are call-outs from others, and head alerts by their names. An escaped marker makes none."""

    def tell(state: StateCore) -> None:
        state.tokens = [*_told(state.tokens)]

    markdown.core.ruler.before("text_join", "call_outs", tell)


def call_out_of(quote: Token) -> str:
    """What sort of call-out a quote is: one of ALERTS or PAIR, empty for a quote that is none."""
    return str(quote.meta.get(META, ""))


def tone_of(quote: Token) -> str:
    """The name of the colour that a quote wears."""
    return TONES.get(call_out_of(quote), QUOTE)


def name_call_outs(markdown: MarkdownIt) -> None:
    """Name call-outs for style sheets."""

    def opened(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
        sort = call_out_of(tokens[index])
        return f'<blockquote class="call-out {sort}">\n' if sort else "<blockquote>\n"

    markdown.add_render_rule("blockquote_open", opened)


def _made(text: object) -> Markdown:
    return text if isinstance(text, Markdown) else plain(text)


def _quoted(paragraphs: Sequence[str]) -> Markdown:
    lines = "\n\n".join(paragraphs).split("\n")
    return Markdown("\n".join(f"> {line}".rstrip() for line in lines))


def _told(tokens: Sequence[Token]) -> Iterator[Token]:
    place = 0
    while place < len(tokens):
        first = tokens[place : place + 4]
        place += 1
        yield first[0]
        if [token.type for token in first[:3]] != ["blockquote_open", "paragraph_open", "inline"]:
            continue
        alert = _alert(first[2])
        first[0].meta = {**first[0].meta, META: alert or _side(first[2])}
        if alert:
            yield from _headed(alert, first[1:])
            place += 3


def _alert(inline: Token) -> str:
    """Which alert a paragraph marks: it begins with a marker that has a line of its own."""
    children = inline.children or []
    found = MARKER.fullmatch(children[0].content) if children and children[0].type == "text" else None
    alone = len(children) == 1 or (len(children) > 1 and children[1].type in ("softbreak", "hardbreak"))
    return found[1].lower() if found and alone and found[1].lower() in ALERTS else ""


def _side(inline: Token) -> str:
    """Which half of a pair a paragraph heads: all of it is bold, and it begins with the word."""
    children = [child for child in inline.children or [] if child.content or child.nesting]
    if not children or children[0].type != "strong_open" or children[-1].type != "strong_close":
        return ""
    word = "".join(child.content for child in children).split(" ", 1)[0].lower()
    return word if word in PAIR else ""


def _headed(alert: str, paragraph: Sequence[Token]) -> Iterator[Token]:
    """The paragraph with its marker as a heading of its own, and without what would be empty."""
    opened, inline, closed = paragraph
    yield Token("paragraph_open", "p", 1, block=True, level=opened.level)
    named = (Token("strong_open", "strong", 1), Token("text", "", 0, content=ALERTS[alert]), Token("strong_close", "strong", -1))
    yield Token("inline", "", 0, content=ALERTS[alert], children=[*named], block=True, level=inline.level)
    yield Token("paragraph_close", "p", -1, block=True, level=closed.level)
    rest = (inline.children or [])[2:]
    if rest:
        inline.children = rest
        yield from (opened, inline, closed)
