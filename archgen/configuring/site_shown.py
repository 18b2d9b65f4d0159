"""What a site is made of, as it is shown: every value, and where it comes from."""

from collections.abc import Iterator, Sequence

from archgen.configuring.configuration import DEFAULT, Said
from archgen.configuring.shown import NONE, Row
from archgen.configuring.site_settings import OUTPUT, SiteSettings
from archgen.configuring.tables import origin
from archgen.model.rule_path import RulePath
from archgen.model.source_path import SourcePath

FOUND = "the folder's designs"


def site_rows(
    settings: SiteSettings, others: Sequence[Row], rules: Sequence[RulePath], specs: Sequence[str], output: str | None = None
) -> Iterator[Row]:
    """Every value of a site. `others` are what stands above [site], `specs` the designs that were found.

    `output` is the folder that the command line names, None where it names none.
    """
    yield Row("configuration", settings.path or NONE, "the nearest")
    yield _said("title", settings.title)
    yield _said("description", settings.description)
    yield _said("updated", settings.updated)
    yield _said("hero", settings.hero)
    yield _path("logo", settings.logo, "archgen's")
    yield from others
    yield from _paths("specs", settings.specs, FOUND)
    yield from _paths("patterns", settings.patterns)
    yield from _paths("trees", settings.trees)
    yield from (Row("rules", named.written, origin(named.place)) for named in rules if named.place)
    if not rules:
        yield Row("rules", NONE)
    yield from _paths("problems", settings.problems)
    yield _path("pages", settings.pages, NONE)
    yield Row("library", _library(settings), settings.library.origin)
    yield Row("output", output, "--output") if output else _path("output", settings.output, OUTPUT)
    yield from (Row("design", path, "found") for path in specs)


def _said(name: str, said: Said[str]) -> Row:
    return Row(name, said.value or NONE, said.origin)


def _path(name: str, path: SourcePath | None, default: str) -> Row:
    return Row(name, path.written, origin(path.place)) if path else Row(name, default, DEFAULT)


def _paths(name: str, paths: Sequence[SourcePath], default: str = NONE) -> Iterator[Row]:
    yield from (Row(name, one.written, origin(one.place)) for one in paths)
    if not paths:
        yield Row(name, default)


def _library(settings: SiteSettings) -> str:
    said = settings.library.value
    return str(said).lower() if isinstance(said, bool) else ", ".join(said) or NONE
