"""The reference of the language: an index of its words, and a page for each sort of them with an anchor for each attribute."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from archgen.model.page import Guide, Page
from archgen.website.addresses import guide_path, relative
from archgen.website.prepared import LEFT
from archgen.website.sentences import first_sentence, plain

LANGUAGE = "language"
CHAPTER, WORD = re.compile(r'(?=<h2 id=")'), re.compile(r'(?=<h3 id=")')
HEADING = re.compile(r'<h[23] id="([^"]+)"[^>]*>(.*?)(?:<a class="anchor".*?)?</h[23]>', re.DOTALL)
# The last paragraph of what stands before the first chapter says how to read the tables.
LAST = re.compile(r"(?s)(.*)(<p>.*)")
# The first cell of a row, with the attribute's name as code.
ATTRIBUTE = re.compile(r"(<tr>\s*<td)>(<code>(\w+)</code>)")

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
# So many words of a chapter stand in the sentence that says what it is about.
FIRST = 4


@dataclass(frozen=True)
class Part:
    """A chapter or a word: the anchor of its heading, the text of that, and what stands below."""

    anchor: str
    title: str
    html: str


def language_pages(guide: Guide) -> Iterator[Page]:
    """The index, which is the page of the text itself, then a page for each chapter of it.

    An attribute of a word stands at `word--attribute`.
    """
    opening, *chapters = CHAPTER.split(guide.html.replace(LEFT, ""))
    parts = {_part(chapter): [_part(word) for word in WORD.split(chapter)[1:]] for chapter in chapters}
    index, told, lead = guide_path(guide), LAST.fullmatch(opening), first_sentence(guide.html)
    before, reading = (told[1], told[2]) if told and parts else (opening, "")
    title = plain(opening.partition("</h1>")[0])
    yield Page(index, title, f"{before}{''.join(_index(parts, index))}", "guide", lead)
    places = {one.anchor: chapter_path(chapter.anchor) for chapter, words in parts.items() for one in (chapter, *words)}
    for chapter, words in parts.items():
        path = chapter_path(chapter.anchor)
        how = reading if _whole(words) else ""
        html = "".join((f"<h1>{chapter.title}</h1>\n", _way_back(path, index, words), how, *map(_word, words)))
        some = ", ".join(plain(word.title) for word in words[:FIRST])
        lead = f"Words of the language, and what can be stated of each: {some}{' and others' if words[FIRST:] else ''}."
        yield Page(path, plain(chapter.title), _led(html, path, places), "guide", lead, above=index)


def chapter_path(anchor: str) -> str:
    """The page of a chapter."""
    return f"guide/{LANGUAGE}/{anchor}.html"


def _part(html: str) -> Part:
    heading = HEADING.match(html)
    return Part(heading[1], heading[2].strip(), html[heading.end() :]) if heading else Part("", "", html)


def _index(parts: Mapping[Part, Sequence[Part]], index: str) -> Iterator[str]:
    for chapter, words in parts.items():
        way = escape(relative(index, chapter_path(chapter.anchor)))
        yield f'<h2 id="{chapter.anchor}"><a href="{way}">{chapter.title}</a></h2>\n<dl class="words">\n'
        for word in words:
            link = f'<a href="{way}#{word.anchor}">{word.title}</a>'
            yield f'<div><dt id="{word.anchor}">{link}</dt><dd>{escape(first_sentence(word.html), quote=False)}</dd></div>\n'
        yield "</dl>\n"


def _way_back(path: str, index: str, words: Sequence[Part]) -> str:
    way = escape(relative(path, index))
    count = f"{len(words)} word{'s' if len(words) != 1 else ''}"
    return f'<p>{count} of <a href="{way}">the language</a>, and what can be stated of each.</p>\n'


def _word(word: Part) -> str:
    """A word with its heading, of which each attribute has an anchor and the table fits a narrow window."""
    html = TABLE.sub(lambda table: _narrowed(table[0]), word.html)
    told = ATTRIBUTE.sub(lambda cell: f'{cell[1]} id="{word.anchor}--{cell[3]}">{cell[2]}', html)
    link = f'<a class="anchor" href="#{word.anchor}" aria-label="Link to this section">#</a>'
    return f'<h2 id="{word.anchor}">{word.title}{link}</h2>' + told.replace("<table>", '<table class="attributes">')


def _narrowed(table: str) -> str:
    """A table without its last column where that is empty in all rows."""
    empty = table.count("<td></td>\n</tr>") == table.count("<tr>") - 1
    return re.sub(r"\n<(t[hd])>[^<]*</\1>(?=\n</tr>)", "", table) if empty else table


def _whole(words: Sequence[Part]) -> bool:
    """Whether any table of a chapter has its last column; a chapter without tables has all that it needs."""
    tables = [table for word in words for table in TABLE.findall(word.html)]
    return not tables or any(_narrowed(table) == table for table in tables)


def _led(html: str, path: str, places: Mapping[str, str]) -> str:
    """The page, where links to words of other chapters lead to the pages of these."""
    return re.sub(
        r'href="#([^"]+)"',
        lambda link: f'href="{escape(relative(path, f"{places[link[1]]}#{link[1]}"))}"' if link[1] in places else link[0],
        html,
    )
