"""Rules on trial: a rule with its cases made, linked and judged, for laws to look at."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from archgen.dsl.design import Design
from archgen.dsl.later import refused
from archgen.errors import Position, SpecError
from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.loading import library
from archgen.loading.running import said
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry, Shelf
from archgen.model.link import link
from archgen.model.refusal import refusals, word_named
from archgen.model.report import Finding, Report
from archgen.model.rule import Problem, Rule
from archgen.model.spec import Spec
from archgen.model.terms import Terms

if TYPE_CHECKING:
    from archgen.dsl.pattern import Pattern

FLAGGED, ACCEPTED = "flagged", "accepted"
ENGINE = "engine"
# What the engine's own reports are judged by: a day, and a rule that is locked.
TERMS = Terms(today=date(2026, 1, 1), locked={"LT017": Position("archgen.toml", 2)})


class Bench:
    """Where rules are tried: the rules that there are, one of which may speak of another, and what gives the patterns."""

    def __init__(self, rules: Shelf[Rule], patterns: "Callable[[], Shelf[Pattern]]" = library.patterns) -> None:
        self.rules, self.patterns = rules, patterns

    @cached_property
    def names(self) -> Collection[str]:
        """What a rule may point to."""
        return {*self.rules.names(), *self.patterns().names()}

    def judged(self, design: Design, rules: Iterable[Entry[Rule]] | None = None) -> Report:
        """What these rules, or all, say of a design."""
        architecture = link(design)
        return lint(Spec(design), architecture, estimate(architecture), self.rules if rules is None else rules, terms=TERMS)


@dataclass(frozen=True)
class Case:
    """A design that a rule must flag or accept. `number` counts from 1, `place` is where the case is written."""

    sort: str
    number: int
    make: Callable[[], Design]
    place: Position

    def __str__(self) -> str:
        return f"{self.sort} case {self.number}"


@dataclass(frozen=True)
class Tried:
    """A case that was made and judged. `crash` is how the rule crashed on it, empty where it did not."""

    case: Case
    architecture: Architecture
    report: Report
    findings: Sequence[Finding]
    problems: Sequence[Problem]
    crash: str = ""


@dataclass(frozen=True)
class Unmade:
    """A case of which no design came, and why."""

    case: Case
    reason: str


class Trial:
    """One rule on a bench; each of its cases is made once."""

    def __init__(self, entry: Entry[Rule], bench: Bench) -> None:
        self.entry, self.bench = entry, bench

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        return self.entry.value

    @cached_property
    def cases(self) -> Sequence[Case]:
        """All cases, those first that it must flag."""
        sorts = {FLAGGED: self.rule.flagged, ACCEPTED: self.rule.accepted}
        return [
            Case(sort, number, make, self._place(make)) for sort, made in sorts.items() for number, make in enumerate(made, 1)
        ]

    @cached_property
    def place(self) -> Position:
        """The rule's file."""
        return Position(self.entry.path or _shown(getattr(self.rule.check, "__code__", None)))

    @cached_property
    def _outcomes(self) -> Sequence[Tried | Unmade]:
        return [self._try(case) for case in self.cases]

    @property
    def unmade(self) -> Iterator[Unmade]:
        """The cases that could not be made."""
        return (one for one in self._outcomes if isinstance(one, Unmade))

    def tried(self, sort: str = "") -> Iterator[Tried]:
        """The cases that could be, of one sort or of both."""
        return (one for one in self._outcomes if isinstance(one, Tried) and sort in ("", one.case.sort))

    def found(self, design: Design) -> Sequence[Finding]:
        """What the rule says of a design; a rule of the engine speaks last, when all others have run."""
        return _of(self.entry, self.judged(design))

    def judged(self, design: Design) -> Report:
        """What it comes to when a design is judged by the rule."""
        return self.bench.judged(design, None if self.entry.family == ENGINE else [self.entry])

    def _try(self, case: Case) -> Tried | Unmade:
        """A case is somebody's code: whatever it raises is why there is no design."""
        try:
            design = case.make()
            architecture = link(design)
        except KeyboardInterrupt:
            raise
        except refused() as problem:
            faults = refusals(problem, word_named(problem.title), lambda _: None)
            return Unmade(case, "; ".join(fault.message for fault in faults))
        except BaseException as problem:
            return Unmade(case, str(problem) if isinstance(problem, SpecError) else said(problem))
        report = self.judged(design)
        crash = next((one.error for one in report.crashes), "")
        problems = [] if crash else list(self.rule.problems(architecture, estimate(architecture)))
        return Tried(case, architecture, report, _of(self.entry, report), problems, crash)

    def _place(self, make: Callable[[], Design]) -> Position:
        code = getattr(make, "__code__", None)
        if code is None:
            return self.place
        own = self.entry.path and os.path.realpath(self.entry.path) == os.path.realpath(code.co_filename)
        return Position(self.entry.path if own else _shown(code), code.co_firstlineno)


def _of(entry: Entry[Rule], report: Report) -> Sequence[Finding]:
    return [finding for finding in report.findings if finding.code == entry.code]


def _shown(code: object) -> str:
    """The file of a piece of code, from the current folder where it is below that."""
    path, here = str(getattr(code, "co_filename", "")), os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 only texts are compared
    return path.removeprefix(here)
