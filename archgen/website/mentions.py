"""Mentions: a name of the library that stands in a text as code leads to its page."""

import re
from collections.abc import Mapping
from html import escape

from archgen.website.addresses import relative

# What stands in a link, a heading or a figure is passed over, and what is said of lines to take over.
PASSAGE = re.compile(r'<(a|h1|svg|pre|p(?= class="place"))\b.*?</\1>|<code>([A-Za-z0-9-]+)</code>', re.DOTALL)
# A link to a name instead of an address.
SPOKEN = re.compile(r'<a href="([A-Za-z0-9-]+)">(.*?)</a>', re.DOTALL)
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


def link_words(html: str, page: str, paths: Mapping[str, str]) -> str:
    """Lead words of an article to what they name, `<a href="dead-letter-queue">dead letters</a>`; what has no page stays words.

    >>> link_words('<a href="a-tree">how</a> and <a href="gone">why</a>', "families/x.html", {"a-tree": "trees/a-tree.html"})
    '<a href="../trees/a-tree.html">how</a> and why'
    """

    def led(found: re.Match[str]) -> str:
        return _link(page, paths[found[1]], found[2]) if found[1] in paths else found[2]

    return SPOKEN.sub(led, html)


def _is_word(name: str, target: str) -> bool:
    return "#" in target and bool(KIND.fullmatch(name))


def _link(page: str, target: str, html: str) -> str:
    return f'<a href="{escape(relative(page, target))}">{html}</a>'
