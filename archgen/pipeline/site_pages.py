"""A team's own pages, ready to be framed; one that cannot be made has another in its place, which says why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archgen.errors import Fault, Position, SpecError
from archgen.model.own_page import OwnPage
from archgen.model.page import Page
from archgen.model.source_path import SourcePath
from archgen.pipeline.own_pages import own_page, page_files, page_path
from archgen.website.failed import failed_page

HOME = "index.html"


@dataclass(frozen=True)
class TeamPages:
    """`home` is what the home page says, if one of them does; `files` are what lies beside them, by its path in the site."""

    pages: Sequence[Page] = ()
    home: OwnPage | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    faults: Sequence[Fault] = ()


def team_pages(named: SourcePath | None) -> TeamPages:
    """All pages of the folder that is named. Raises ConfigurationError where it is none, or has none."""
    if named is None:
        return TeamPages()
    folder, made, pages = Path(named.path), list[OwnPage](), list[Page]()
    faults: list[Fault] = []
    taken: dict[str, Path] = {}
    for file in page_files(named):
        path = page_path(file, folder)
        other = taken.setdefault(path, file)
        if other != file:
            message = f"{other.as_posix()} has the same address, {path}; give one another name"
            faults.append(Fault(message, Position(file.as_posix())))
            continue
        try:
            made.append(own_page(file, folder))
            pages.append(_page(made[-1]))
        except SpecError as problem:
            faults += problem.faults
            pages.append(failed_page(path, file.stem, "pages", [str(fault) for fault in problem.faults]))
    files = {path: data for page in made for path, data in page.files.items()}
    home = next((page for page in made if page.path == HOME), None)
    return TeamPages([page for page in pages if page.path != HOME], home, files, faults)


def _page(own: OwnPage) -> Page:
    return Page(
        own.path, own.title, own.html, "pages", own.lead, figures={path: figure.svg for path, figure in own.figures.items()}
    )
