"""Pages of a site: from the catalogue, the designs and the hand-written texts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from archgen.model.catalogue import Entry, family_title, retired
from archgen.model.dossier import Figure
from archgen.model.met import met
from archgen.model.page import Content, DesignLeaf, Guide, Leaf, Page, RuleLeaf, Section
from archgen.website.addresses import design_path, entry_path, figure_path, guide_path, named_paths, relative, source_path
from archgen.website.designs import design_values, source_values
from archgen.website.filling import Fill
from archgen.website.highlighting import with_highlights
from archgen.website.language import LANGUAGE, language_pages
from archgen.website.numbers import option_paths
from archgen.website.problems import problems_with
from archgen.website.sentences import first_sentence, plain
from archgen.website.side_by_side import side_by_side
from archgen.website.trees import leading, tree_values

# A name that stands in brackets as code.
ASIDE = re.compile(r"\(<code>([a-z0-9-]+)</code>\)")


def pages(content: Content, fill: Fill) -> Iterator[Page]:
    """Every page that is about one thing."""
    for guide in sorted(content.guides, key=lambda guide: guide.name):
        yield from guide_pages(guide)
    for leaf in content.designs:
        if isinstance(leaf, DesignLeaf):
            yield design_page(leaf, content, fill)
            yield from source_pages(leaf, fill)
    yield from (entry_page("patterns", leaf, content, fill) for leaf in content.patterns)
    yield from (entry_page("trees", leaf, content, fill) for leaf in content.trees)
    yield from (rule_page(leaf, content, fill) for leaf in content.rules if isinstance(leaf, RuleLeaf))


def guide_pages(guide: Guide) -> Iterator[Page]:
    """The page of a hand-written text; of the language, with those of its words."""
    yield from language_pages(guide) if guide.slug == LANGUAGE else [guide_page(guide)]


def guide_page(guide: Guide) -> Page:
    """The page of a text that has one."""
    title = re.search(r"<h1[^>]*>(.*?)</h1>", guide.html, re.DOTALL)
    name, figures = plain(title[1]) if title else guide.name, _files("guide", guide.slug, guide.figures)
    return Page(guide_path(guide), name, with_highlights(guide.html), "guide", first_sentence(guide.html), figures=figures)


def design_page(leaf: DesignLeaf, content: Content, fill: Fill) -> Page:
    """The page of a design."""
    path = design_path(leaf)
    lead = leaf.dossier.architecture.design.summary or ""
    figures = _files("designs", leaf.slug, leaf.dossier.figures)
    body = fill("design", path, leaf=leaf, **design_values(leaf, content))
    return Page(path, leaf.name, body, "designs", lead, figures=figures)


def source_pages(leaf: DesignLeaf, fill: Fill) -> Iterator[Page]:
    """The page of the text that a design was made from; none where that is not known."""
    if leaf.sources:
        path, title = source_path(leaf), f"Source of {leaf.name}"
        lead = f"What the design {leaf.name} is made from, as a text."
        yield Page(path, title, fill("source", path, **source_values(leaf, title)), "designs", lead, above=design_path(leaf))


def entry_page(section: Section, leaf: Leaf[Any], content: Content, fill: Fill) -> Page:
    """The page of a pattern or a tree. Of the content it reads what is listed alone, and nothing of designs."""
    titles = {one.entry.name: one.entry.title for one in content.patterns}
    opening, rest = _opened(_by_title(leaf.html, entry_path(section, leaf.entry), content))
    values = {"leaf": leaf, "entry": leaf.entry, "opening": opening, "rest": rest, "titles": titles}
    values |= {"needs": [(need.text, list(met(need))) for need in getattr(leaf.entry.value, "requires", ())]}
    values |= {"rules": [rule.entry for rule in content.rules if leaf.entry.name in rule.entry.value.see]}
    values |= {
        "captions": {one.name: _caption(one, leaf.entry.title) for one in leaf.figures},
        "led": leading(leaf.entry, content),
    }
    values |= {"problems": problems_with(leaf.entry.name, content.problems), **tree_values(leaf.entry, content.words)}
    body = fill(section.removesuffix("s"), entry_path(section, leaf.entry), **values)
    return _paged(section, leaf.entry, leaf.entry.title, body, leaf.figures)


def _by_title(html: str, page: str, content: Content) -> str:
    """The text, in which a pattern that it leads to in brackets has its title for its name."""
    patterns = {one.entry.name: one.entry for one in content.patterns}

    def titled(found: re.Match[str]) -> str:
        entry = patterns.get(found[1])
        return f'(<a href="{relative(page, entry_path("patterns", entry))}">{escape(entry.title)}</a>)' if entry else found[0]

    return ASIDE.sub(titled, html)


def rule_page(leaf: RuleLeaf, content: Content, fill: Fill) -> Page:
    """The page of a rule."""
    path, (opening, rest) = entry_path("rules", leaf.entry), _opened(leaf.html)
    shown = [figure for figure in (leaf.flagged, leaf.accepted) if figure]
    values = {"leaf": leaf, "entry": leaf.entry, "explained": leaf.explained, "opening": opening, "rest": rest}
    values |= {"beside": side_by_side(shown), "formerly": retired(leaf.entry), "numbers": option_paths(content)}
    values |= {"entries": named_paths(content)}
    return _paged("rules", leaf.entry, leaf.entry.name, fill("rule", path, **values), shown)


def _paged(section: Section, entry: Entry[Any], title: str, body: str, figures: Iterable[Figure]) -> Page:
    files = _files(section, entry.name, figures)
    return Page(entry_path(section, entry), title, body, section, entry.claim, entry.code, family_title(entry.family), files)


def _caption(figure: Figure, title: str) -> str:
    """What a figure shows, without the title of the page above it."""
    said = figure.title.removeprefix(f"{title}: ")
    return "The steps" if said == title and said != figure.title else said[:1].upper() + said[1:]


def _files(section: str, owner: str, figures: Iterable[Figure]) -> Mapping[str, str]:
    return {figure_path(section, owner, figure.name): figure.svg for figure in figures}


def _opened(html: str) -> Sequence[str]:
    """The first paragraph of a typeset page, and the rest."""
    opening, end, rest = html.partition("</p>\n")
    return (opening + end, rest) if html.startswith("<p>") else ("", html)
