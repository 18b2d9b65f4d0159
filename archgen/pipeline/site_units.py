"""The units that a site is made of, each for itself: what is made of one, and what that was made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archgen.errors import Fault, Position
from archgen.loading.shipped import shipped
from archgen.model.catalogue import Entry, family_title
from archgen.model.own_page import OwnPage
from archgen.model.page import DesignTold, FamilyLeaf, Page, Section, guide_slug
from archgen.pipeline.site_pages import broken_page, team_pages
from archgen.website.addresses import entry_path
from archgen.website.failed import failed_page
from archgen.website.prepared import Prepared, prepared_data, prepared_of

if TYPE_CHECKING:
    from archgen.model.dossier import Figure
    from archgen.pipeline.site_order import SiteOrder
    from archgen.pipeline.sources import Sources


@dataclass(frozen=True)
class Unit:
    """One thing that a site tells of: an entry by its name, a design or a hand-written page by its path, a family by its id."""

    section: Section
    name: str

    def __str__(self) -> str:
        return f"{self.section}/{self.name}" if self.section in ("patterns", "trees", "rules", "families") else self.name


@dataclass(frozen=True)
class Made:
    """What became of a unit: a page with those that belong to it, or what is told of a family.

    `design` is what others know of a design, `home` what a page of the team says on the home page. `files` are the places of what
    lies beside a page, by its path in the site, `lines` the lines that its links stand in.
    """

    pages: Sequence[Prepared] = ()
    design: DesignTold | None = None
    family: FamilyLeaf | None = None
    home: OwnPage | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    faults: Sequence[Fault] = ()
    notes: Sequence[str] = ()
    reads: Mapping[str, str | None] = field(default_factory=dict)
    pictures: Sequence[str] = ()


def units(order: "SiteOrder", sources: "Sources") -> Iterator[Unit]:
    """Every unit, in the order of the site: what takes longest first."""
    yield from (Unit("designs", path) for path in order.specs)
    yield from (Unit("trees", entry.name) for entry in sources.trees)
    yield from (Unit("patterns", entry.name) for entry in sources.patterns)
    yield from (Unit("families", family) for family in sources.families)
    yield from (Unit("guide", str(path)) for path in guide_paths(sources))
    yield from (Unit("rules", entry.name) for entry in sources.rules)
    yield from (Unit("pages", file.as_posix()) for file in team_pages(order.settings.pages).files.values())


def guide_paths(sources: "Sources") -> Sequence[Path]:
    """The pages of archgen's own guide, where all that they speak of is shown."""
    from archgen.pipeline.guides import guide_files

    return guide_files(shipped("site/pages")) if sources.guided else ()


def entry_of(unit: Unit, sources: "Sources") -> Entry[Any]:
    """The entry that a unit is about."""
    shelves: Mapping[str, Any] = {"patterns": sources.patterns, "trees": sources.trees, "rules": sources.rules}
    entry: Entry[Any] = shelves[unit.section].get(unit.name)
    return entry


def stand_in(unit: Unit, faults: Sequence[Fault], sources: "Sources") -> Page | None:
    """What stands at the place of a page that could not be made; nothing for a design, whose place is not known, or a family."""
    told = [fault.message for fault in faults]
    if unit.section == "guide":
        stem = Path(unit.name).stem
        return failed_page(f"guide/{guide_slug(stem)}.html", stem, "guide", told)
    if unit.section == "pages":
        named = sources.settings.pages
        return broken_page(Path(unit.name), Path(named.path), faults) if named else None
    if unit.section in ("designs", "families"):
        return None
    entry = entry_of(unit, sources)
    title = entry.name if unit.section == "rules" else entry.title
    return failed_page(entry_path(unit.section, entry), title, unit.section, told, entry.code, family_title(entry.family))


def made_data(made: Made) -> Mapping[str, Any]:
    """What is kept of it, as plain data."""
    return {
        "pages": [*map(prepared_data, made.pages)],
        "design": _told_data(made.design) if made.design else None,
        "family": {"html": made.family.html, "figures": [*map(_figure_data, made.family.figures)]} if made.family else None,
        "home": {**vars(made.home), "figures": _figures_data(made.home)} if made.home else None,
        "files": dict(made.files),
        "lines": dict(made.lines),
        "pictures": list(made.pictures),
    }


def made_of(data: Mapping[str, Any], reads: Mapping[str, str | None]) -> Made:
    """What plain data says. Raises TypeError, KeyError or ValueError for what `made_data` did not write."""
    design, family, home = data["design"], data["family"], data["home"]
    return Made(
        tuple(map(prepared_of, data["pages"])),
        DesignTold(**{**design, **_told_of(design)}) if design else None,
        FamilyLeaf(family["html"], tuple(filter(None, map(_figure_of, family["figures"])))) if family else None,
        OwnPage(**{**home, "figures": _figures_of(home["figures"])}) if home else None,
        dict(data["files"]),
        dict(data["lines"]),
        reads=reads,
        pictures=tuple(data["pictures"]),
    )


def place_of(unit: Unit) -> Position | None:
    """The file of a unit that is one."""
    return Position(unit.name) if unit.section in ("designs", "guide", "pages") else None


def _told_of(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"figure": _figure_of(data["figure"]), "facts": tuple(data["facts"]), "takes": tuple(data["takes"])}


def _told_data(told: DesignTold) -> Mapping[str, Any]:
    return {**vars(told), "figure": _figure_data(told.figure) if told.figure else None}


def _figures_data(home: OwnPage) -> Mapping[str, Any]:
    return {path: _figure_data(figure) for path, figure in home.figures.items()}


def _figures_of(data: Mapping[str, Any]) -> "Mapping[str, Figure]":
    return {path: figure for path, one in data.items() if (figure := _figure_of(one))}


def _figure_data(figure: "Figure") -> Mapping[str, str]:
    return {"name": figure.name, "title": figure.title, "description": figure.description, "svg": figure.svg}


def _figure_of(data: Mapping[str, str] | None) -> "Figure | None":
    from archgen.model.dossier import Figure

    return Figure(data["name"], data["title"], data["description"], data["svg"]) if data else None
