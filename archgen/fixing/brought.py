"""What edits make of the findings: which they clear, and whether they bring others."""

from collections import Counter
from collections.abc import Iterable, Sequence

from archgen.model.report import Finding, Report
from archgen.model.rule import Severity

# A rule's findings about the same parts of one design, as bad as that or worse.
Key = tuple[str, str, Sequence[str], Severity]


def brought(before: Iterable[Report], after: Iterable[Report]) -> str:
    """The first finding that is new or has become worse, in a few words; empty where there is none.

    Messages do not count: they hold numbers, which may change for the better too.
    """
    known, known_crashes = Counter[Key](), set[tuple[str, str]]()
    for report in before:
        known.update(key for finding in report.findings for key in _keys(report, finding))
        known_crashes |= {(report.path, crash.code) for crash in report.crashes}
    there = Counter[Key]()
    for report in after:
        for crash in report.crashes:
            if (report.path, crash.code) not in known_crashes:
                return f"a crash of {crash.code} {crash.name}"
        for finding in report.findings:
            there.update(_keys(report, finding))
            if any(there[key] > known[key] for key in _keys(report, finding)):
                return f"{finding.severity.value} {finding.code} {finding.name}"
    return ""


def cleared(before: Iterable[Report], after: Iterable[Report], path: str, finding: Finding) -> bool:
    """Whether there are fewer findings of that rule about the same parts of the design in that file."""
    return _count(after, path, finding) < _count(before, path, finding)


def _count(reports: Iterable[Report], path: str, finding: Finding) -> int:
    same = (one for report in reports if report.path == path for one in report.findings)
    return sum((one.code, one.subjects) == (finding.code, finding.subjects) for one in same)


def _keys(report: Report, finding: Finding) -> list[Key]:
    milder = (severity for severity in Severity if severity.rank >= finding.severity.rank)
    return [(report.path, finding.code, tuple(finding.subjects), severity) for severity in milder]
