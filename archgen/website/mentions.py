"""Mentions: a name of the library that stands in a text as code leads to its page."""

import re
from collections.abc import Mapping
from html import escape

from archgen.website.addresses import relative

# What stands in a link, a heading or a figure is passed over, and what is said of lines to take over.
PASSAGE = re.compile(r'<(a|h1|svg|pre|p(?= class="place"))\b.*?</\1>|<code>([A-Za-z0-9-]+)</code>', re.DOTALL)
# A word of the language in a specification. As code in a sentence its kind may be any other word: there its class alone is meant.
WORD = re.compile(r'<span class="t">(\w+)</span>')
KIND = re.compile(r"[a-z]+(?:_[a-z]+)*")


def link_mentions(html: str, page: str, paths: Mapping[str, str]) -> str:
    """Link each mention in the body of the page at the path `page`, but for those of the page itself."""

    def linked(found: re.Match[str]) -> str:
        target = paths.get(found[2]) if found[2] else None
        told_there = target is not None and target.partition("#")[0] == page
        return found[0] if target is None or told_there or _is_word(found[2], target) else _link(page, target, found[0])

    def told(found: re.Match[str]) -> str:
        target = paths.get(found[1])
        return _link(page, target, found[0]) if target else found[0]

    return WORD.sub(told, PASSAGE.sub(linked, html))


def _is_word(name: str, target: str) -> bool:
    return "#" in target and bool(KIND.fullmatch(name))


def _link(page: str, target: str, html: str) -> str:
    return f'<a href="{escape(relative(page, target))}">{html}</a>'
