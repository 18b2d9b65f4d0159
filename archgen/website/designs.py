"""Pages of designs: the list of them, each with a small figure, and what stands around the document of one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape

from archgen.model.design_counts import counts
from archgen.model.dossier import anchor
from archgen.model.page import Content, DesignLeaf, DesignTold, Page
from archgen.website.addresses import SECTIONS, design_path, entry_path, index_path, relative, source_path
from archgen.website.filling import Fill
from archgen.website.highlighting import highlighted
from archgen.website.sentences import plain
from archgen.website.trees import walk_anchor

LEAD = "Whole systems: what they must do, how they are built, why they are built that way, and what the rules say."
# What a figure has that somebody reads or follows: of no use where it is small, and there twice on a page.
TOLD = re.compile(
    r'<(title|desc)\b[^>]*>.*?</\1>|</?a\b[^>]*>|\s(?:id|role|tabindex|aria-[a-z]+|data-[a-z-]+)="[^"]*"', re.DOTALL
)
# Where a document has its numbers and findings, under whatever of these headings.
NUMBERS = ("every-number", "back-of-the-envelope", "numbers", "estimate")
FINDINGS = ("what-the-rules-found", "findings")
FIGURES = ("the-solution", "the-design")
HEADING = re.compile(r'(<h([2-6])\b[^>]*>)((?:(?!<a\b|</h).)+)((?:<a class="anchor"[^>]*>[^<]*</a>)?</h\2>)', re.DOTALL)
# What a document says of decisions and patterns, and where it names one there: what is passed by, taken, or has a heading.
ABOUT_PATTERNS = re.compile(r'<h2 id="(?:decisions|patterns)[^"]*">.*?(?=<h2 |\Z)', re.DOTALL)
NAMED = re.compile(r"(<(?:em|strong|h3)\b[^>]*>)([^<]+)")
# Among the examples of archgen, the one whose figure is whole and legible on a home page.
SHOWN = "card-payments"


def designs_page(content: Content, fill: Fill) -> Iterator[Page]:
    """The list of all designs; none where there are none."""
    path, told = index_path("designs"), [design.told for design in content.designs]
    if told:
        small = {design.slug: thumbnail(design.figure.svg) for design in told if design.figure}
        body = fill("designs", path, title=SECTIONS["designs"], lead=LEAD, designs=told, small=small)
        yield Page(path, SECTIONS["designs"], body, "designs", LEAD)


def hero(content: Content) -> DesignTold | None:
    """The design that the home page shows: the one that is named, else the one that states most sorts of words."""
    told = [design.told for design in content.designs if design.told.figure]
    named = (design for wanted in (content.hero, SHOWN) for design in told if wanted in (design.slug, design.name))
    return next(named, None) or max(told, key=lambda design: design.sorts, default=None)


def led_to_its_page(design: DesignTold) -> DesignTold:
    """A design on the home page: where its figure leads to others, these are on the page of the design."""
    if design.figure is None:
        return design
    page = design_path(design)
    led = design.figure.svg.replace(f'href="#{anchor("")}', f'href="{page}#{anchor("")}')
    return replace(design, figure=replace(design.figure, svg=led))


def thumbnail(svg: str) -> str:
    """A figure to be shown small: without what is read aloud, and nothing that leads anywhere."""
    return TOLD.sub("", svg).replace("<svg", '<svg aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMin slice"', 1)


def design_values(leaf: DesignLeaf, content: Content) -> Mapping[str, object]:
    """What the page of a design is filled with. Of the content it reads which trees and patterns have pages."""
    html = _led_to_library(leaf, content)
    end = html.find("</p>\n", html.find("</h1>"))
    opening, rest = (html[: end + 5], html[end + 5 :]) if end >= 0 else ("", html)
    return {
        "opening": opening,
        "rest": rest,
        "counts": list(counts(leaf.dossier)),
        "ways": _ways(leaf),
        "patterns": {pattern.entry.name: pattern.entry.title for pattern in content.patterns},
        "source": source_path(leaf),
    }


def source_values(leaf: DesignLeaf, title: str) -> Mapping[str, object]:
    """What the page of its text is filled with."""
    sources = [(source, highlighted(source.text, source.language)) for source in leaf.sources]
    return {"leaf": leaf, "title": title, "sources": sources, "above": design_path(leaf)}


def _led_to_library(leaf: DesignLeaf, content: Content) -> str:
    """The document, where the heading of each decision leads to the page of its tree, to the way that the design takes there,
    and patterns that are decided on, refused or explained lead to theirs.
    """
    trees = {tree.entry.name for tree in content.trees}
    page, decided = design_path(leaf), [one for one in leaf.dossier.decisions if one.tree.name in trees]
    ways = {plain(escape(one.tree.title)): entry_path("trees", one.tree) + walk_anchor(one.tree, one.walk) for one in decided}
    patterns = {pattern.entry.title: entry_path("patterns", pattern.entry) for pattern in content.patterns}
    html = HEADING.sub(partial(_led, page, ways), leaf.html) if ways else leaf.html
    return ABOUT_PATTERNS.sub(lambda part: NAMED.sub(partial(_named, page, patterns), part[0]), html) if patterns else html


def _named(page: str, patterns: Mapping[str, str], found: re.Match[str]) -> str:
    way = patterns.get(plain(found[2]))
    return f'{found[1]}<a href="{escape(relative(page, way))}">{found[2]}</a>' if way else found[0]


def _led(page: str, ways: Mapping[str, str], heading: re.Match[str]) -> str:
    opened, _, text, closed = heading.groups()
    way = ways.get(plain(text))
    return f'{opened}<a href="{escape(relative(page, way))}">{text}</a>{closed}' if way else heading[0]


def _ways(leaf: DesignLeaf) -> Sequence[tuple[str, str]]:
    """What readers come for, and the place of it, as far as the document has them; the source has a page of its own."""
    wanted = [("Figures", FIGURES), ("Estimate", NUMBERS), ("Findings", FINDINGS)]
    found = [(text, next((one for one in anchors if f'id="{one}"' in leaf.html), "")) for text, anchors in wanted]
    there = [(text, f"{design_path(leaf)}#{anchor}") for text, anchor in found if anchor]
    return [*there, *([("Source", source_path(leaf))] if leaf.sources else [])]
