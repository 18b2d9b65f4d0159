"""What a configuration says of a site: its name, and where what it shows is read from."""

from dataclasses import field

from archgen.configuring.configuration import Said
from archgen.model.source_path import SourcePath
from archgen.values import dataclass

TITLE, OUTPUT = "archgen", "site/public"
Whole = bool | tuple[str, ...]


def _title() -> Said[str]:
    return Said(TITLE)


def _nothing() -> Said[str]:
    return Said("")


def _library() -> Said[Whole]:
    return Said(True)


@dataclass(frozen=True)
class SiteSettings:
    """What a site is made of; with nothing said, what archgen ships and the designs of the folder.

    `path` is the configuration, empty where there is none, and `folder` where paths and patterns of paths start. `updated` is the
    day of its last change as YYYY-MM-DD, and `hero` the name of the design that the home page shows. `library` says whether the
    patterns, decisions and rules that archgen ships are shown: all of them, none, or those of some families.
    """

    folder: str = "."
    path: str = ""
    title: Said[str] = field(default_factory=_title)
    description: Said[str] = field(default_factory=_nothing)
    updated: Said[str] = field(default_factory=_nothing)
    hero: Said[str] = field(default_factory=_nothing)
    logo: SourcePath | None = None
    specs: tuple[SourcePath, ...] = ()
    patterns: tuple[SourcePath, ...] = ()
    trees: tuple[SourcePath, ...] = ()
    problems: tuple[SourcePath, ...] = ()
    pages: SourcePath | None = None
    library: Said[Whole] = field(default_factory=_library)
    output: SourcePath | None = None
