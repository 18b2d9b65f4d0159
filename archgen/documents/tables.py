"""Tables and code of a typeset page: what is wider than its column scrolls by itself, and the keyboard reaches it."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML


def scroll_tables(markdown: MarkdownIt) -> None:
    """Put each table in a frame that scrolls, and that the keyboard reaches."""
    markdown.add_render_rule("table_open", lambda *_: '<div class="table-frame" tabindex="0"><table>\n')
    markdown.add_render_rule("table_close", lambda *_: "</table></div>\n")


def scroll_code(markdown: MarkdownIt) -> None:
    """Let the keyboard reach each block of code, where wide lines are."""
    plain = RendererHTML()
    markdown.add_render_rule("fence", _reached(plain.fence))
    markdown.add_render_rule("code_block", _reached(plain.code_block))


def _reached(render: Callable[..., str]) -> Callable[..., str]:
    return lambda _, *given: render(*given).replace("<pre>", '<pre tabindex="0">', 1)
