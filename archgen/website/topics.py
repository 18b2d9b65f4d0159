"""Topics: the sections of a family's article, each with the patterns and rules of which it is the first to speak."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen.model.page import Page
from archgen.website.sentences import plain

# A heading of an article, or a name that it mentions, with words of its own or without.
TOLD = re.compile(r'<h2[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>|<code>([A-Za-z0-9-]+)</code>|<a href="([A-Za-z0-9-]+)">', re.DOTALL)
# Fewer pages than these are one list.
FEW = 25
REST = "Further ones"


@dataclass(frozen=True)
class Topic:
    """A part of a long list: its heading, empty where there is one part alone, the anchor of that, and its pages."""

    title: str
    anchor: str
    pages: Sequence[Page]


def by_topic(pages: Sequence[Page], article: str, anchor: str) -> Sequence[Topic]:
    """The pages of a family under the headings of its article; those that it does not speak of come last.

    Few pages, and those of a family without an article, are one part without a heading. `anchor` is the family's on the list.
    """
    told = topics(article, {name: page for page in pages for name in _names(page)})
    if len(pages) < FEW or not told:
        return [Topic("", "", pages)]
    spoken_of = {page.path for topic in told for page in topic.pages}
    rest = [page for page in pages if page.path not in spoken_of]
    ending = [Topic(REST, "further", rest)] if rest else []
    return [Topic(topic.title, f"{anchor}--{topic.anchor}", topic.pages) for topic in (*told, *ending)]


def topics(article: str, known: Mapping[str, Page]) -> Sequence[Topic]:
    """The sections of an article that are the first to speak of some of these, by their names, in the article's order."""
    found: dict[tuple[str, str], list[Page]] = {}
    told: set[str] = set()
    for heading, page in _mentioned(article, known):
        if page.path not in told:
            found.setdefault(heading, []).append(page)
            told.add(page.path)
    return [Topic(title, anchor, pages) for (title, anchor), pages in found.items()]


def in_order(pages: Iterable[Page], articles: Iterable[str]) -> Mapping[str, int]:
    """The rank of each page by where articles speak of it first, so that what belongs together stands together."""
    every = list(pages)
    known = {name: page for page in every for name in _names(page)}
    spoken_of = [page for article in articles for topic in topics(article, known) for page in topic.pages]
    return {path: rank for rank, path in enumerate(dict.fromkeys(page.path for page in (*spoken_of, *every)))}


def _mentioned(article: str, known: Mapping[str, Page]) -> Iterator[tuple[tuple[str, str], Page]]:
    heading = ("", "")
    for one in TOLD.finditer(article):
        name = one[3] or one[4]
        if one[1]:
            heading = (plain(one[2]), one[1])
        elif name in known and heading[0]:
            yield heading, known[name]


def _names(page: Page) -> Iterator[str]:
    yield page.path.rpartition("/")[2].removesuffix(".html")
    if page.code:
        yield page.code
