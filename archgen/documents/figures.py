"""The typesetting rule that puts a figure in its place: an image alone in its paragraph, its caption in italics below it."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from archgen.model.dossier import anchor
from archgen.model.figure_parts import anchored, figure_name

PROLOGUE = re.compile(r"^\s*(?:<\?xml.*?\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?", re.DOTALL)


def place_figures(markdown: MarkdownIt, figures: Mapping[str, str], *, linked: bool) -> None:
    """Set images whose link is a key of `figures` as that SVG, with a caption; `linked` leads from it to the file itself.

    Linked ones have a place on the page, and so do those that others lead to; one that is shown again has none there.
    """
    known = {unquote(link): svg for link, svg in figures.items()}
    led_to = {target for svg in figures.values() for target in re.findall(rf'href="#({anchor("")}[^"]+)"', svg)}

    shown: set[str] = set()
    times: Counter[str] = Counter()

    def placed(image: Token, caption: str) -> str | None:
        src = str(image.attrGet("src"))
        svg = known.get(unquote(src))
        told = caption or escape(str(image.attrGet("title") or ""))
        places = {_place(src)} - shown if linked else led_to & {_place(src)}
        shown.update(places)
        times[src] += 1
        return (
            None if svg is None else figure_html(_again(svg, times[src]), told, src * linked, places if times[src] == 1 else ())
        )

    replace_figures(markdown, placed)


def replace_figures(markdown: MarkdownIt, placed: Callable[[Token, str], str | None]) -> None:
    """Set each image alone in its paragraph as `placed` has it, given its caption as HTML; None leaves it as it is."""

    def place(state: StateCore) -> None:
        for index in range(len(state.tokens) - 2):
            image = lone_image(state.tokens[index : index + 3])
            if image:
                caption = RendererHTML().renderInline(caption_of(state.tokens[index + 1]), markdown.options, state.env)
                html = placed(image, caption)
                if html is not None:
                    state.tokens[index : index + 3] = [*_replaced(state.tokens[index], html)]

    markdown.core.ruler.push("figures", place)


def description(image: Token) -> str:
    """What an image says to those who do not see it, as text."""
    return "".join(child.content for child in image.children or ())


def figure_html(svg: str, caption: str, link: str, places: Collection[str] = ()) -> str:
    """A figure of a page: SVG, caption as HTML, and where the figure's own file is, empty for nowhere.

    One that leads to other figures is no link as a whole. `places` is what leads to it on its page, if anything does.
    """
    inner, name = PROLOGUE.sub("", svg).strip(), figure_name(link)
    inner = anchored(inner, name) if link and places else inner
    leads = "<a href=" in inner
    inner = inner.replace(' role="img"', ' role="group"', 1) if leads else inner  # what is in an image is not reached
    whole = link and not leads
    framed = f'<a class="figure-link" href="{escape(link)}" title="Open the figure by itself">{inner}</a>' if whole else inner
    told = caption if whole or not link else f'{caption} <a href="{escape(link)}">Open the figure by itself</a>'
    below = f"\n<figcaption>{told}</figcaption>" if told else ""
    ids = "".join(f' id="{escape(place)}"' for place in places)
    ids += f' data-figure="{escape(name)}"' if link else ""
    return f'<figure class="figure"{ids}>\n<div class="figure-frame" tabindex="0">{framed}</div>{below}\n</figure>\n'


def _again(svg: str, time: int) -> str:
    """A figure that is shown another time on a page, where what it calls by ids has others."""
    if time == 1:
        return svg
    names = {name: f"{name}-again-{time}" for name in re.findall(r'\sid="([^"]+)"', svg)}
    called = re.compile(r'(\sid="|url\(#|href="#|aria-(?:labelledby|describedby)="|(?<=[\w-]) )([^"\s)]+)(?=["\s)])')
    return called.sub(lambda found: found[1] + names.get(found[2], found[2]), svg) if names else svg


def _place(src: str) -> str:
    """What other figures lead to this one by: its name is the stem of its file."""
    return anchor(figure_name(src))


def lone_image(tokens: Sequence[Token]) -> Token | None:
    """The image of a paragraph that holds nothing else but perhaps a caption in italics on the next line."""
    if tokens[0].type != "paragraph_open" or not tokens[1].children or tokens[1].children[0].type != "image":
        return None
    types = [child.type for child in tokens[1].children if not (child.type == "text" and not child.content)]
    captioned = types[1:3] == ["softbreak", "em_open"] and types[-1] == "em_close" and types.count("em_close") == 1
    return tokens[1].children[0] if len(types) == 1 or captioned else None


def caption_of(inline: Token) -> Sequence[Token]:
    """The caption below an image, as it is within its line."""
    children = inline.children or []
    opened = next((place for place, child in enumerate(children) if child.type == "em_open"), None)
    closed = max((place for place, child in enumerate(children) if child.type == "em_close"), default=0)
    return [] if opened is None else children[opened + 1 : closed]


def _replaced(paragraph: Token, html: str) -> Sequence[Token]:
    """As many tokens as before, so that a walk over them stays in step."""
    figure = Token("html_block", "", 0, content=html, map=paragraph.map, block=True)
    return (figure, Token("html_block", "", 0), Token("html_block", "", 0))
