"""Lists of pages: the home page, one for each section, one for each family."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archgen.model.catalogue import FAMILIES, Entry, family_title
from archgen.model.own_page import OwnPage
from archgen.model.page import TITLE, Content, FamilyLeaf, Page
from archgen.website.addresses import SECTIONS, family_path, figure_path, index_path
from archgen.website.designs import designs_page, hero, led_to_its_page
from archgen.website.filling import Fill
from archgen.website.numbers import numbers_page
from archgen.website.problems import problems_page, well_known
from archgen.website.sentences import first_sentence

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


def lists(content: Content, pages: Sequence[Page], fill: Fill) -> Iterator[Page]:
    """The home page and every list. A section without pages has none."""
    families = families_of(content)
    yield _home(content, pages, families, fill)
    for section, title in SECTIONS.items():
        path, found = index_path(section), [page for page in pages if page.section == section and not page.above]
        if found and section in LEADS:
            body = fill("index", path, title=title, lead=LEADS[section], groups=_groups(found, families), section=section)
            yield Page(path, title, body, section, LEADS[section])  # type: ignore[arg-type]  # SECTIONS names sections
    yield from designs_page(content, fill)
    yield from problems_page(content, families, fill)
    yield from numbers_page(content, fill)
    for family in families:
        yield _family(content, family, pages, fill)
    if families:
        body = fill("families", index_path("families"), families=_counts(pages, families), lead=LEADS["families"])
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
    body = fill("home", "index.html", families=_counts(pages, problems), **values)
    home = content.home or OwnPage("index.html", content.title, "", content.description or (LEAD if whose == OURS else ""))
    figures = {path: figure.svg for path, figure in home.figures.items()}
    return Page("index.html", content.title, body, "home", home.lead, figures=figures)


def _family(content: Content, family: str, pages: Sequence[Page], fill: Fill) -> Page:
    path, title, leaf = family_path(family), family_title(family), content.families.get(family, FamilyLeaf(""))
    own = {section: [page for page in pages if page.section == section and page.group == title] for section in GROUPED}
    body = fill("family", path, title=title, html=leaf.html, own=own, sections=SECTIONS)
    figures = {figure_path("families", family.replace("_", "-"), figure.name): figure.svg for figure in leaf.figures}
    return Page(path, title, body, "families", first_sentence(leaf.html), figures=figures)


def _groups(pages: Sequence[Page], families: Sequence[str]) -> Sequence[tuple[str, str, Sequence[Page]]]:
    """Title and anchor of each group, and its pages; one group without a title where there are no families."""
    titles = {family_title(family): family.replace("_", "-") for family in families}
    known = [(title, anchor, [page for page in pages if page.group == title]) for title, anchor in titles.items()]
    rest = [page for page in pages if page.group not in titles]
    return [group for group in (*known, ("", "", rest)) if group[2]]


def _counts(pages: Sequence[Page], families: Sequence[str]) -> Sequence[tuple[str, Mapping[str, int]]]:
    """Each family with how many pages of each section it has."""
    return [
        (family, {section: sum(p.section == section and p.group == family_title(family) for p in pages) for section in GROUPED})
        for family in families
    ]
