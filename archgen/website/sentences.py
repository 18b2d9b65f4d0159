"""What a reader sees of HTML, and the first sentence of it."""

import re
from html import unescape


def plain(html: str) -> str:
    """The text of a piece of HTML, on one line.

    >>> plain("<h1>A <em>b</em><a class='x' href='#'>c</a> &amp; d</h1>")
    'A bc & d'
    """
    return " ".join(unescape(re.sub(r'<a class="anchor".*?</a>|<[^>]+>', "", html)).split())


def first_sentence(html: str) -> str:
    """The first sentence of the first paragraph, behind what stands in bold before it; empty where there is none.

    >>> first_sentence("<h1>Title</h1><p>Read <b>this</b>. Then that.</p>")
    'Read this.'
    """
    paragraph = re.search(r"<p>(?:<strong>[^<]*[.:]</strong>\s*)?(.*?)</p>", html, re.DOTALL)
    return re.split(r"(?<=[.!?])\s", plain(paragraph[1]))[0] if paragraph else ""
