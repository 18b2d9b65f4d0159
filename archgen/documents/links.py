"""Links of a typeset page: none that runs a script, no image from elsewhere."""

from collections.abc import MutableMapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

SCHEMES = ("", "http", "https", "mailto")


def guard_links(markdown: MarkdownIt) -> None:
    """Refuse links of any scheme but those of the web and of mail, and show an image from elsewhere as its description."""
    markdown.validateLink = _allowed  # type: ignore[method-assign]
    markdown.add_render_rule("image", _image)


def _allowed(url: str) -> bool:
    try:
        return urlsplit("".join(url.split())).scheme.lower() in SCHEMES
    except ValueError:
        return False


def _image(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
    target = urlsplit(str(tokens[index].attrGet("src")))
    if target.scheme or target.netloc:
        return self.renderInlineAsText(tokens[index].children, options, env)
    return self.image(tokens, index, options, env)
