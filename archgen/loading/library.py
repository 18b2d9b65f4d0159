"""The library: every sort of entry that archgen ships, imported when it is asked for."""

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from archgen.errors import UnknownNameError
from archgen.loading.discovery import Folder, discover, find, page
from archgen.loading.shipped import PACKAGE, shipped
from archgen.model.catalogue import Entry, Shelf

if TYPE_CHECKING:
    from archgen.dsl.decision_tree import DecisionTree
    from archgen.dsl.pattern import Pattern
    from archgen.figures.figure import Figure
    from archgen.model.drawing import Diagram
    from archgen.model.exchange import Exporter, Importer, Reporter
    from archgen.model.rule import Rule

RULES = Folder("rule", PACKAGE / "rules", "archgen.rules", "rule")
PATTERNS = Folder("pattern", shipped("patterns"), "patterns", "pattern", without=("trees", "figures"))
TREES = Folder("tree", shipped("patterns"), "patterns", "tree", only="trees")
FIGURES = Folder("figure", shipped("patterns"), "patterns", "figure", only="figures")
DIAGRAMS = Folder("diagram", PACKAGE / "diagrams", "archgen.diagrams", "diagram", without=("notation",))
REPORTERS = Folder("report format", PACKAGE / "reporters", "archgen.reporters", "reporter", without=("wording", "sarif_form"))
EXPORTERS = Folder(
    "export format", PACKAGE / "exporters", "archgen.exporters", "exporter", without=("yaml_form", "python_form", "picture_form")
)
IMPORTERS = Folder("import format", PACKAGE / "importers", "archgen.importers", "importer", without=("yaml_text", "design_form"))

STARTS = Folder("starting point", shipped("templates") / "new", "archgen_starts", "design")


@cache
def rules() -> "Shelf[Rule]":
    """All rules, by code."""
    return cast("Shelf[Rule]", discover(RULES))


@cache
def patterns() -> "Shelf[Pattern]":
    """All patterns, by id."""
    return cast("Shelf[Pattern]", discover(PATTERNS))


@cache
def trees() -> "Shelf[DecisionTree]":
    """All decision trees, by id."""
    return cast("Shelf[DecisionTree]", discover(TREES))


@cache
def figures() -> "Shelf[Figure]":
    """All figures that explain an idea, by id."""
    return cast("Shelf[Figure]", discover(FIGURES))


@cache
def diagrams() -> "Shelf[Diagram[Any]]":
    """All kinds of figure."""
    return cast("Shelf[Diagram[Any]]", discover(DIAGRAMS))


@cache
def importers() -> "Shelf[Importer]":
    """All formats that designs are read from."""
    return cast("Shelf[Importer]", discover(IMPORTERS))


def start(name: str) -> Entry[Any]:
    """The starting point of that name: what makes a design of a name, of clients and of requests a second."""
    return cast("Entry[Any]", _one(STARTS, name))


def reporter(name: str) -> "Reporter":
    """The report format of that name. Raises UnknownNameError."""
    return cast("Reporter", _one(REPORTERS, name).value)


def exporter(name: str) -> "Exporter":
    """The export format of that name. Raises UnknownNameError."""
    return cast("Exporter", _one(EXPORTERS, name).value)


def formats(folder: Folder) -> list[str]:
    """The names of a folder's entries, without importing any."""
    return [path.stem.replace("_", "-") for path in folder.files()]


def family_page(sort: Folder, family: str) -> str:
    """The page of a family of rules or patterns, in Markdown; empty where it has none."""
    return page(sort, family)


def article(family: str) -> str:
    """What is taught about a family, in Markdown; empty where nothing is. A figure stands where an image names its id."""
    path = PATTERNS.root / family / "article.md"
    return path.read_text("utf-8") if path.is_file() else ""


def _one(folder: Folder, name: str) -> Entry[object]:
    entry = find(folder, name)
    if entry is None:
        raise UnknownNameError(folder.sort, name, formats(folder))
    return entry
