"""Places of pages that a search leads to besides the pages themselves: what stands below a heading."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen.model.page import Page
from archgen.website.outline import FIGURE
from archgen.website.sentences import first_sentence, plain

HEADING = re.compile(r'<h([23])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
CODE = re.compile(r"<code>([\w.-]{2,40})</code>")
# A heading that more pages of a section have than these is a part of their form, and says nothing; of designs, any two.
FORM = 4
# So many names that stand below a heading as code lead to it.
NAMES = 40


@dataclass(frozen=True)
class Passage:
    """What stands below a heading: its anchor, its text, its first sentence, and the names in it."""

    anchor: str
    title: str
    lead: str
    words: str


def passages(pages: Sequence[Page]) -> Mapping[str, Sequence[Passage]]:
    """What each page has below its headings, by its path, without what is a part of its form or is found by itself."""
    told = {page.path: list(_told(page)) for page in pages}
    counts = Counter((page.section, one.title) for page in pages for one in told[page.path])
    most = {"designs": 1}
    return {
        page.path: [one for one in told[page.path] if counts[page.section, one.title] <= most.get(page.section, FORM)]
        for page in pages
    }


def _told(page: Page) -> Iterator[Passage]:
    html = FIGURE.sub("", page.body)
    found = list(HEADING.finditer(html))
    ends = [one.start() for one in found[1:]] + [len(html)]
    own = {place.anchor for place in page.places}
    for heading, end in zip(found, ends, strict=False):
        if heading[2] not in own:
            below = html[heading.end() : end]
            names = dict.fromkeys(CODE.findall(below))
            yield Passage(heading[2], plain(heading[3]), first_sentence(below), " ".join(list(names)[:NAMES]))
