"""Lists of pages: the home page, one for each section, one for each family."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archgen.model.catalogue import FAMILIES, Entry, family_title
from archgen.model.own_page import OwnPage
from archgen.model.page import TITLE, Content, FamilyLeaf, Page
from archgen.website.addresses import SECTIONS, family_path, figure_path, index_path, named_paths
from archgen.website.designs import designs_page, hero, led_to_its_page
from archgen.website.filling import Fill
from archgen.website.mentions import link_words
from archgen.website.numbers import numbers_page
from archgen.website.problems import problems_page, well_known
from archgen.website.sentences import first_sentence
from archgen.website.topics import Topic, by_topic

LEADS: Mapping[str, str] = {
    "pages": "What else there is to read.",
    "guide": "How to describe a system, and what archgen makes of the description.",
    "patterns": "Solutions that are known to work, each with its shape, its steps and its price.",
    "trees": "Questions that a system's requirements answer, down to the pattern that fits.",
    "rules": "What archgen looks for in a design, why it matters, and what to do about it.",
    "families": "The problems that patterns, decisions and rules are about.",
}
LEAD = "Describe a system once."
# What a home page begins with: what archgen says of itself, the title that a team gives its site, or what the team says there.
OURS, NAMED, OWN = "ours", "named", "own"
GROUPED = ("patterns", "trees", "rules")
# A list of more pages than these can be sifted.
MANY = 30


def lists(content: Content, pages: Sequence[Page], fill: Fill) -> Iterator[Page]:
    """The home page and every list. A section without pages has none."""
    families = families_of(content)
    yield _home(content, pages, families, fill)
    for section, title in SECTIONS.items():
        path, found = index_path(section), [page for page in pages if page.section == section and not page.above]
        if found and section in LEADS:
            groups, articles = _groups(found, content, families), articles_of(content)
            body = fill("index", path, title=title, lead=LEADS[section], groups=groups, articles=articles, many=len(found) > MANY)
            yield Page(path, title, body, section, LEADS[section])  # type: ignore[arg-type]  # SECTIONS names sections
    yield from designs_page(content, fill)
    yield from problems_page(content, families, articles_of(content), fill)
    yield from numbers_page(content, fill)
    for family in families:
        yield _family(content, family, pages, fill)
    if families:
        body = fill("families", index_path("families"), families=_counts(pages, families, content), lead=LEADS["families"])
        yield Page(index_path("families"), SECTIONS["families"], body, "families", LEADS["families"])


def families_of(content: Content) -> Sequence[str]:
    """The families that have entries, in the order of the catalogue."""
    entries: list[Entry[Any]] = [
        *(leaf.entry for leaf in content.patterns),
        *(leaf.entry for leaf in content.trees),
        *(leaf.entry for leaf in content.rules),
    ]
    found = sorted({entry.family for entry in entries})
    known = [family for family in FAMILIES if family in found]
    return [*known, *(family for family in found if family not in FAMILIES)]


def articles_of(content: Content) -> Mapping[str, str]:
    """Where the article of each family is that has one, by the family's title."""
    return {family_title(family): family_path(family) for family, leaf in content.families.items() if "<h2" in leaf.html}


def _home(content: Content, pages: Sequence[Page], families: Sequence[str], fill: Fill) -> Page:
    shown = hero(content)
    whose = OWN if content.home else NAMED if content.title != TITLE else OURS
    guides = [page for page in pages if page.section == "guide"]
    problems = [family for family in families if family != "engine"]
    values = {
        "shown": led_to_its_page(shown) if shown else None,
        "designs": [design.told for design in content.designs],
        "guides": guides,
        "content": content,
        "rules": len(content.rules),
        "known": list(well_known(content.problems)),
        "own": [page for page in pages if page.section == "pages"],
        "whose": whose,
    }
    body = fill("home", "index.html", families=_counts(pages, problems, content), **values)
    home = content.home or OwnPage("index.html", content.title, "", content.description or (LEAD if whose == OURS else ""))
    figures = {path: figure.svg for path, figure in home.figures.items()}
    return Page("index.html", content.title, body, "home", home.lead, figures=figures)


def _family(content: Content, family: str, pages: Sequence[Page], fill: Fill) -> Page:
    path, title, leaf = family_path(family), family_title(family), content.families.get(family, FamilyLeaf(""))
    own = {section: [page for page in pages if page.section == section and page.group == title] for section in GROUPED}
    html = link_words(_untitled(leaf.html, title), path, named_paths(content))
    body = fill("family", path, title=title, html=html, own=own, sections=SECTIONS)
    figures = {figure_path("families", family.replace("_", "-"), figure.name): figure.svg for figure in leaf.figures}
    return Page(path, title, body, "families", first_sentence(html), figures=figures)


def _untitled(html: str, title: str) -> str:
    """What begins with the title, which stands above it, without that."""
    begun = f"<p>{title}: "
    return f"<p>{html[len(begun)].upper()}{html[len(begun) + 1 :]}" if html.startswith(begun) and html[len(begun) :] else html


def _groups(pages: Sequence[Page], content: Content, families: Sequence[str]) -> Sequence[tuple[str, str, Sequence[Topic]]]:
    """Title and anchor of each group, and its parts; one group without a title where there are no families."""
    ids = {family_title(family): family for family in families}
    found: list[tuple[str, str, Sequence[Topic]]] = []
    for title, family in ids.items():
        anchor, article = family.replace("_", "-"), content.families.get(family, FamilyLeaf("")).html
        if alike := [page for page in pages if page.group == title]:
            found.append((title, anchor, by_topic(alike, article, anchor)))
    rest = [page for page in pages if page.group not in ids]
    return [*found, *([("", "", [Topic("", "", rest)])] if rest else [])]


def _counts(pages: Sequence[Page], families: Sequence[str], content: Content) -> Sequence[tuple[str, Mapping[str, int], str]]:
    """Each family with how many pages of each section it has, and what is said of it; those with most patterns come first."""
    found = [
        (
            family,
            {section: sum(p.section == section and p.group == family_title(family) for p in pages) for section in GROUPED},
            first_sentence(_untitled(content.families.get(family, FamilyLeaf("")).html, family_title(family))),
        )
        for family in families
    ]
    return sorted(found, key=lambda one: not one[1]["patterns"])
