"""Waivers: which findings are accepted, by the design itself or by the configuration."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import chain
from operator import itemgetter

from archgen.dsl.waiver import Waiver
from archgen.errors import Position
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Shelf
from archgen.model.report import Finding, Waived
from archgen.model.rule import Rule
from archgen.model.spec import Spec
from archgen.model.terms import ConfiguredWaiver, Terms, past


@dataclass(frozen=True)
class Acceptance:
    """A waiver, where it stands, and the code of the rule that it is of; None where there is no such rule."""

    waiver: Waiver | ConfiguredWaiver
    rule: str | None
    place: Position | None

    def holds(self, terms: Terms) -> bool:
        """Whether it accepts anything at all: its rule exists and is not locked, its last day is not over."""
        return self.rule is not None and self.rule not in terms.locked and not past(self.waiver.until, terms.today)

    def fits(self, architecture: Architecture, finding: Finding) -> bool:
        """Whether the finding is of its rule and of its subject."""
        if finding.code != self.rule:
            return False
        if isinstance(self.waiver, Waiver):
            return self.waiver.subject is None or architecture.id(self.waiver.subject) in finding.subjects
        pattern = self.waiver.subject
        return not pattern or any(fnmatchcase(subject, pattern) for subject in finding.subjects)


@dataclass(frozen=True)
class Sorted:
    """Findings apart: those that stand and those that are waived, and the waivers that no finding needed."""

    findings: Sequence[Finding]
    waived: Sequence[Waived]
    unused: Collection[Acceptance]


def acceptances(spec: Spec, rules: Shelf[Rule], terms: Terms) -> Iterator[Acceptance]:
    """All waivers that there are for the design, its own first."""
    if terms.waive:
        for waiver in spec.design.waivers:
            entry = rules.find(waiver.rule)
            yield Acceptance(waiver, entry.code if entry else None, spec.locate(waiver))
        for configured in terms.waivers:
            yield Acceptance(configured, configured.rule, configured.place)


def apply(architecture: Architecture, findings: Iterable[Finding], accepting: Sequence[Acceptance]) -> Sorted:
    """Take out what is waived. The first waiver that fits gives the reason."""
    if not accepting:
        return Sorted([*findings], [], {})
    candidates = _Candidates(architecture, accepting)
    fitting = {one: [each for each in candidates.of(one) if each.fits(architecture, one)] for one in findings}
    used = {one for fits in fitting.values() for one in fits}
    return Sorted(
        [finding for finding, fits in fitting.items() if not fits],
        [_waived(finding, fits) for finding, fits in fitting.items() if fits],
        {one: None for one in accepting if one not in used},
    )


class _Candidates:
    """Waivers by what they are for: each finding is held against those alone that are of its rule, and of its subject or none."""

    def __init__(self, architecture: Architecture, accepting: Iterable[Acceptance]) -> None:
        self._found: dict[tuple[str | None, str | None], list[tuple[int, Acceptance]]] = {}
        for place, one in enumerate(accepting):
            subject = one.waiver.subject if isinstance(one.waiver, Waiver) else None
            key = (one.rule, None if subject is None else architecture.id(subject))
            self._found.setdefault(key, []).append((place, one))

    def of(self, finding: Finding) -> Iterator[Acceptance]:
        """In the order in which they stand."""
        keys = ((finding.code, subject) for subject in (None, *finding.subjects))
        return (one for _, one in sorted(chain.from_iterable(self._found.get(key, ()) for key in keys), key=itemgetter(0)))


def _waived(finding: Finding, fits: Sequence[Acceptance]) -> Waived:
    first = fits[0].waiver
    places = tuple(one.place for one in fits if one.place)
    return Waived(finding, first.reason, first.owner or "", first.until or "", places)
