"""The page of the language: an index of its words, and an anchor for each attribute of each word."""

import re
from collections.abc import Iterator

from archgen.website.prepared import LEFT

LANGUAGE = "language"
PART = re.compile(r'(?=<h[23] id=")')
HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)(?:<a class="anchor"|</h)', re.DOTALL)
# The first cell of a row, with the attribute's name as code.
ATTRIBUTE = re.compile(r"(<tr>\s*<td)>(<code>(\w+)</code>)")


def with_index(html: str) -> str:
    """The typeset page with the index before its first heading, and with tables that fit a narrow window.

    An attribute of a word stands at `word--attribute`.
    """
    opening, *parts = PART.split(html.replace(LEFT, ""))
    told = "".join(map(_anchored, parts)).replace("<table>", '<table class="attributes">')
    return f"{opening}{''.join(_index(parts))}{told}" if parts else html


def _index(parts: list[str]) -> Iterator[str]:
    yield '<nav class="words" aria-label="Every word">\n'
    for place, part in enumerate(parts):
        found = HEADING.match(part)
        if found and found[1] == "2":
            yield f'{"</p>" if place else ""}<p><a class="words-title" href="#{found[2]}">{found[3].strip()}</a>\n'
        elif found:
            yield f'<a href="#{found[2]}">{found[3].strip()}</a>\n'
    yield "</p></nav>\n"


def _anchored(part: str) -> str:
    found = HEADING.match(part)
    word = found[2] if found else ""
    return ATTRIBUTE.sub(lambda cell: f'{cell[1]} id="{word}--{cell[3]}">{cell[2]}', part)
