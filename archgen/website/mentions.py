"""Mentions: a name of the library that stands in a text as code leads to its page."""

import re
from collections.abc import Mapping
from html import escape

from archgen.website.addresses import relative

# What stands in a link, a heading or a figure is passed over, and what is said of lines to take over.
PASSAGE = re.compile(r'<(a|h1|svg|pre|p(?= class="place"))\b.*?</\1>|<code>([A-Za-z0-9-]+)</code>', re.DOTALL)


def link_mentions(html: str, page: str, paths: Mapping[str, str]) -> str:
    """Link each mention in the body of the page at the path `page`, but for those of the page itself."""

    def linked(found: re.Match[str]) -> str:
        target = paths.get(found[2]) if found[2] else None
        return found[0] if target in (None, page) else f'<a href="{escape(relative(page, str(target)))}">{found[0]}</a>'

    return PASSAGE.sub(linked, html)
