"""The typesetter of all forms of documents: CommonMark with tables, in which the text of a design stays text."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from archgen.documents.links import guard_links
from archgen.model.units import bound


def typesetter(*set_ups: Callable[[MarkdownIt], None]) -> MarkdownIt:
    """One that shows HTML in the text instead of passing it on. Each of `set_ups` adds its rules to it, in that order."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    guard_links(markdown)
    for set_up in set_ups:
        set_up(markdown)
    markdown.core.ruler.push("units", _bind_units)
    return markdown


def _bind_units(state: StateCore) -> None:
    """No line breaks between a number and its unit."""
    for inner in (inner for token in state.tokens for inner in token.children or () if inner.type == "text"):
        inner.content = bound(inner.content)
