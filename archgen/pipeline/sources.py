"""What a site is made of: what archgen ships, as far as a site shows it, and what a team has of its own."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from archgen.configuring.site_settings import SiteSettings
from archgen.loading import library
from archgen.loading.own_library import OwnLibrary
from archgen.model.catalogue import FAMILIES, Entry, Shelf
from archgen.values import dataclass

if TYPE_CHECKING:
    from archgen.dsl.decision_tree import DecisionTree
    from archgen.dsl.pattern import Pattern
    from archgen.figures.figure import Figure
    from archgen.model.known_problem import KnownProblem
    from archgen.model.rule import Rule

T = TypeVar("T")


@dataclass(frozen=True)
class Sources:
    """The shelves of a site, its problems, and what is told of its families.

    `shown` are the families of archgen that it shows. `own` is what the own files of a team hold; their entries have a `path`.
    """

    settings: SiteSettings
    patterns: "Shelf[Pattern]"
    trees: "Shelf[DecisionTree]"
    figures: "Shelf[Figure]"
    rules: "Shelf[Rule]"
    problems: "Sequence[KnownProblem]"
    shown: Sequence[str]
    own: OwnLibrary

    @property
    def families(self) -> Sequence[str]:
        """The families that have an entry: those of archgen in the order of the catalogue, then the others by name."""
        present = {entry.family for shelf in (self.rules, self.patterns, self.trees) for entry in shelf}
        return [*filter(present.__contains__, FAMILIES), *sorted(present - FAMILIES.keys())]

    @property
    def guided(self) -> bool:
        """Whether archgen's own guide is shown: only beside all that it speaks of."""
        return self.settings.library.value is True

    def article(self, family: str) -> str:
        """What is taught about a family: the team's own article goes before that of archgen."""
        return self.own.article(family) or (library.article(family) if family in self.shown else "")

    def pages(self, family: str) -> Sequence[str]:
        """What the folders of a family say of it, where there is no article."""
        shipped = (library.family_page(sort, family) for sort in (library.PATTERNS, library.RULES) if family in self.shown)
        return [*filter(None, (*shipped, self.own.page(family)))]


def sources(settings: SiteSettings, *, execute: bool = True) -> Sources:
    """Read what a configuration names. Raises ConfigurationError, for what would have to be run where `execute` is False too."""
    from archgen.configuring.command_line import CommandLine
    from archgen.pipeline.own_entries import read_own
    from archgen.pipeline.settling import Settling, known_rules

    own = read_own(settings.patterns, settings.trees, execute=execute)
    settling = Settling(CommandLine(config=settings.path or None, isolated=not settings.path, execute=execute))
    rules = known_rules(settling.configuration(settings.path))
    shown = _shown(settings)
    return Sources(
        settings,
        patterns=_on(library.patterns(), shown, own.patterns),
        trees=_on(library.trees(), shown, own.trees),
        figures=_on(library.figures(), shown, own.figures),
        rules=_on(rules, shown, [entry for entry in rules if entry.path]),
        problems=_problems(settings, shown, own),
        shown=shown,
        own=own,
    )


def shipped_sources() -> Sources:
    """All that archgen ships, and nothing else."""
    return sources(SiteSettings())


def _shown(settings: SiteSettings) -> Sequence[str]:
    said = settings.library.value
    if isinstance(said, bool):
        return list(FAMILIES) if said else []
    return [family for family in FAMILIES if family in said]


def _on(shelf: "Shelf[T]", shown: Sequence[str], own: "Iterable[Entry[T]]") -> "Shelf[T]":
    """The entries of archgen that are shown, and those of the team."""
    return Shelf(shelf.sort, tuple(entry for entry in shelf if entry.family in shown and not entry.path)).joined(own)


def _problems(settings: SiteSettings, shown: Sequence[str], own: OwnLibrary) -> "Sequence[KnownProblem]":
    from archgen.loading.known_problems import known_problems
    from archgen.pipeline.own_problems import own_problems

    shipped = [problem for problem in known_problems() if problem.family in shown]
    return [*shipped, *own_problems(settings.problems, own.problems(), [problem.id for problem in shipped])]
