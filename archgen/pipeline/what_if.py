"""What if: the numbers of a design as it would be, beside those of the design as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isclose

from archgen.model.changing import NOTHING, Changes, changed
from archgen.model.estimate import Estimate, Measure, Quantity
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.pipeline.assigning import Case, cases, settings
from archgen.pipeline.judging import estimate
from archgen.pipeline.reading import Read
from archgen.pipeline.uncollected import uncollected

SAME = 1e-12


@dataclass(frozen=True)
class Change:
    """A number before and after; None where it is not known."""

    subject: str
    measure: Measure
    before: Quantity | None
    after: Quantity | None

    @property
    def name(self) -> str:
        """What it is of its subject."""
        known = self.after or self.before
        return known.name if known else ""

    @property
    def ratio(self) -> float | None:
        """By which part of what it was it grew; None where that cannot be said."""
        return self.after.value / self.before.value - 1 if self.before and self.after and self.before.value else None

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        if self.before is None or self.after is None:
            return self.before is self.after
        return self.before.bound == self.after.bound and isclose(self.before.value, self.after.value, rel_tol=SAME)


@dataclass(frozen=True)
class Outcome:
    """A case, the design as it would be, and its numbers."""

    case: Case
    design: Read
    numbers: Estimate


@uncollected()
def outcomes(design: Read, texts: Sequence[str]) -> Sequence[Outcome]:
    """What becomes of each case. Raises UsageError, UnknownNameError or SpecError."""
    supposed = list(cases(settings(design.architecture, texts)))
    designs = [(case, otherwise(design, case.changes)) for case in supposed]
    return [Outcome(case, read, estimate(read)) for case, read in designs]


def otherwise(design: Read, changes: Changes, unrounded: Changes = NOTHING) -> Read:
    """The design with these changes, linked. Raises SpecError."""
    spec = changed(design.spec, design.architecture, changes, unrounded)
    return Read(spec, link(spec), design.execute)


def bare(design: Read) -> Read:
    """The design without what makes no component fuller, so that many of its kind are estimated in less time."""
    without = replace(design.spec.design, walkthroughs=(), views=(), waivers=(), decisions=())
    spec = Spec(without, design.spec.path, design.spec.places)
    return Read(spec, link(spec), design.execute)


def compared(before: Estimate, after: Estimate) -> Iterator[Change]:
    """Every number of the two, in the order of the first, changed or not."""
    keys = dict.fromkeys([*before.quantities, *after.quantities])
    return (Change(subject, measure, before.of(subject, measure), after.of(subject, measure)) for subject, measure in keys)
