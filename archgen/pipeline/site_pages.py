"""A team's own pages: which there are, and each as a page of the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archgen.errors import Fault, Position
from archgen.model.own_page import OwnPage
from archgen.model.page import Page
from archgen.model.source_path import SourcePath
from archgen.pipeline.own_pages import page_files, page_path
from archgen.website.failed import failed_page

HOME = "index.html"


@dataclass(frozen=True)
class TeamPages:
    """The files of pages, by where these stand; `faults` are of others that would stand there too.

    `beside` is all that is in the folder.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    faults: Sequence[Fault] = ()
    beside: Sequence[str] = ()


def team_pages(named: SourcePath | None) -> TeamPages:
    """All pages of the folder that is named. Raises ConfigurationError where it is none, or has none."""
    if named is None:
        return TeamPages()
    folder, taken, faults = Path(named.path), dict[str, Path](), list[Fault]()
    for file in page_files(named):
        path = page_path(file, folder)
        other = taken.setdefault(path, file)
        if other != file:
            message = f"{other.as_posix()} has the same address, {path}; give one another name"
            faults.append(Fault(message, Position(file.as_posix())))
    return TeamPages(taken, faults, sorted(path.as_posix() for path in folder.rglob("*")))


def page_of(own: OwnPage) -> Page:
    """A page as others know it."""
    return Page(
        own.path, own.title, own.html, "pages", own.lead, figures={path: figure.svg for path, figure in own.figures.items()}
    )


def broken_page(file: Path, folder: Path, faults: Sequence[Fault]) -> Page | None:
    """What stands in the place of a page that cannot be made; a home page is there without what the team says on it."""
    path = page_path(file, folder)
    return None if path == HOME else failed_page(path, file.stem, "pages", [str(fault) for fault in faults])
