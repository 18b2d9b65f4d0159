"""Navigation: the sections of a site, the way down to a page, and what stands beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen.model.page import Page
from archgen.website.addresses import SECTIONS, family_path, index_path
from archgen.website.outline import Outline, outline

MENU = ("pages", "guide", "problems", "designs", "patterns", "trees", "rules", "numbers")
# Of more pages than these, so many before and behind the reader's are shown beside it.
MANY, NEAR = 16, 3
# More headings than these, of sections or in all, are listed.
FEW, SEVERAL = 2, 8


@dataclass(frozen=True)
class Way:
    """A link of the navigation: its text, the path it leads to, whether it is where the reader is, and a rule's code."""

    text: str
    path: str
    here: bool = False
    code: str = ""
    level: int = 2


def menu(pages: Sequence[Page], page: Page) -> Iterator[Way]:
    """The sections that have pages, in the order of the menu."""
    for section in MENU:
        if any(one.section == section for one in pages):
            yield Way(SECTIONS[section], index_path(section), page.section == section)


def breadcrumbs(page: Page, families: Mapping[str, str], titles: Mapping[str, str]) -> Iterator[Way]:
    """The way down to a page, without the page itself.

    `families` maps the title of a family to its id, `titles` the path of a page to its title.
    """
    index = index_path(page.section)
    if page.section != "home":
        yield Way("Home", "index.html")
    if page.section != "home" and page.path != index:
        yield Way(SECTIONS[page.section], index)
    if page.group in families and page.section != "families":
        yield Way(page.group, family_path(families[page.group]))
    if page.above:
        yield Way(titles[page.above], page.above)


def contents(page: Page, read: Outline | None = None) -> Sequence[Way]:
    """The headings of a page that is long enough to need a list of them; `read` is its outline where that is known."""
    headings = (read or outline(page.body)).headings
    found = [Way(text, f"{page.path}#{anchor}", level=level) for level, anchor, text in headings]
    long = sum(way.level == 2 for way in found) > FEW or len(found) > SEVERAL
    return found if long and page.section != "home" else []


def neighbours(pages: Sequence[Page], page: Page) -> Mapping[str, str]:
    """The paths of the pages before and behind one in its section, under the names that links have for them."""
    alike = [one.path for one in pages if _beside(one, page)]
    if page.path not in alike:
        return {}
    here = alike.index(page.path)
    around = {"prev": alike[here - 1 : here] if here else [], "next": alike[here + 1 : here + 2]}
    return {relation: paths[0] for relation, paths in around.items() if paths}


def siblings(pages: Sequence[Page], page: Page, whole: str) -> Sequence[Way]:
    """The pages of the same section, of the same family where the section has families; of a further page those of its page.

    Of very many those near by, and the way to `whole`, the path of the page that lists them all.
    """
    if page.section in ("home", "families") or page.path == index_path(page.section):
        return []
    alike = [one for one in pages if one.group == page.group and _beside(one, page)]
    ways = [Way(one.title, one.path, one.path == page.path, one.code) for one in alike]
    if len(ways) <= MANY or page.section == "guide":
        return ways
    here = next(place for place, way in enumerate(ways) if way.here)
    return [*ways[max(0, here - NEAR) : here + NEAR + 1], Way(f"All {len(ways)}", whole)]


def _beside(one: Page, page: Page) -> bool:
    return (one.section, one.above) == (page.section, page.above) and one.path != index_path(one.section)
