"""What a reader sees of HTML, and the first sentence of it."""

import re
from html import unescape


def plain(html: str) -> str:
    """The text of a piece of HTML, on one line.

    >>> plain("<h1>A <em>b</em><a class='x' href='#'>c</a> &amp; d</h1>")
    'A bc & d'
    """
    return " ".join(unescape(re.sub(r'<a class="anchor".*?</a>|<[^>]+>', "", html)).split())


def sentence(text: str) -> str:
    """The text with a capital; a name that is not all in small letters stays as it is, and so does archgen's.

    >>> sentence("an entry can stay wrong"), sentence("p99 of 6 min"), sentence("max_depth is not stated")
    ('An entry can stay wrong', 'p99 of 6 min', 'max_depth is not stated')
    """
    return text[:1].upper() + text[1:] if re.match(r"(?!archgen\b)[a-z]+\b", text) else text


def first_sentence(html: str) -> str:
    """The first sentence of the first paragraph, behind what stands in bold before it; empty where there is none.

    A paragraph of bold text alone is a heading.

    >>> first_sentence("<h1>Title</h1><p>Read <b>this</b>. Then that.</p>")
    'Read this.'
    """
    paragraph = re.search(r"<p>(?!<strong>[^<]*</strong></p>)(?:<strong>[^<]*[.:]</strong>\s*)?(.*?)</p>", html, re.DOTALL)
    return re.split(r"(?<=[.!?])\s", plain(paragraph[1]))[0] if paragraph else ""
