"""Designs judged, each on the terms of its own configuration."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from archgen.configuring.configuration import Configuration
from archgen.configuring.settings import Settings
from archgen.errors import Fault, SpecError
from archgen.model.report import Report
from archgen.pipeline.judging import lint
from archgen.pipeline.reading import Read
from archgen.pipeline.settling import Settling

SEVERITIES = ("error", "warning", "info")
Step = Callable[[str], None]


@dataclass(frozen=True)
class Ruling:
    """On which terms something was judged, and what was found."""

    settings: Settings
    report: Report

    def fails(self) -> bool:
        """Whether there is a finding as bad as those that fail a run, or worse."""
        threshold = self.settings.fail_on.value
        failing = SEVERITIES[: SEVERITIES.index(threshold) + 1] if threshold in SEVERITIES else ()
        return any(finding.severity in failing for finding in self.report.findings)


def rule_on(designs: Iterable[Read], settling: Settling, step: Step = lambda _: None) -> Iterator[Ruling]:
    """Each design on its own terms, without a baseline. Raises SpecError, behind the last, with the faults of all of them."""
    faults: list[Fault] = []
    for design in designs:
        step(f"checking {design.name}")
        settings = settling.of(design.spec.path)
        try:
            yield Ruling(settings, lint(design, settings=settings))
        except SpecError as problem:
            faults.extend(problem.faults)
    if faults:
        raise SpecError(faults)


def grouped(rulings: Sequence[Ruling]) -> Iterator[tuple[Configuration, list[int]]]:
    """Each configuration with the numbers of the rulings that rest on it."""
    groups: dict[str, list[int]] = {}
    for index, ruling in enumerate(rulings):
        groups.setdefault(ruling.settings.configuration.path, []).append(index)
    for indices in groups.values():
        yield rulings[indices[0]].settings.configuration, indices


def locked(rulings: Iterable[Ruling]) -> frozenset[str]:
    """The codes of the rules that nothing silences."""
    return frozenset(code for ruling in rulings for code in ruling.settings.terms.locked)
