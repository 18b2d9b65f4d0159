"""Reports: what the rules found in a design."""

from collections.abc import Sequence
from dataclasses import dataclass

from archgen.errors import Position
from archgen.model.rule import Severity


@dataclass(frozen=True)
class Finding:
    """A problem with everything that a reader needs: which rule, where, because of what, and what to do.

    `because` are sentences; those that rest on a stated attribute end with its place. `url` is the rule's page on a site. `asks`
    says that it is a question: what the rule needs is not stated.
    """

    code: str
    name: str
    severity: Severity
    message: str
    because: Sequence[str]
    subjects: Sequence[str]
    location: Position | None
    fix: str
    url: str
    asks: bool = False


@dataclass(frozen=True)
class Waived:
    """A finding that is accepted, and why; who answers for that, and until when as YYYY-MM-DD, where it is said."""

    finding: Finding
    reason: str
    owner: str = ""
    until: str = ""


@dataclass(frozen=True)
class Crash:
    """A rule that failed on this design: its findings are unknown, so the run is not clean."""

    code: str
    name: str
    error: str


@dataclass(frozen=True)
class Report:
    """What linting a design gave: findings by severity, then place; what was waived; what was run and on how much.

    `rules_run` are those that came to an end: a crashed rule is not among them. `baselined` are findings that the baseline keeps.
    """

    design: str
    path: str
    findings: Sequence[Finding]
    waived: Sequence[Waived] = ()
    baselined: Sequence[Finding] = ()
    crashes: Sequence[Crash] = ()
    rules_run: int = 0
    rules_skipped: int = 0
    components: int = 0
    connections: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings are of that severity."""
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True)
class Summary:
    """What a run over any number of designs comes to. Rules count once, however many designs they ran on."""

    components: int
    connections: int
    rules_run: int
    rules_skipped: int
    rules_crashed: int
    errors: int
    warnings: int
    infos: int
    waived: int
    baselined: int


def summary(reports: Sequence[Report]) -> Summary:
    """Add reports up. A rule that crashed on one design counts as crashed."""
    crashed = len({crash.code for report in reports for crash in report.crashes})
    return Summary(
        components=sum(report.components for report in reports),
        connections=sum(report.connections for report in reports),
        rules_run=max((report.rules_run + len(report.crashes) for report in reports), default=crashed) - crashed,
        rules_skipped=max((report.rules_skipped for report in reports), default=0),
        rules_crashed=crashed,
        errors=sum(report.count(Severity.ERROR) for report in reports),
        warnings=sum(report.count(Severity.WARNING) for report in reports),
        infos=sum(report.count(Severity.INFO) for report in reports),
        waived=sum(len(report.waived) for report in reports),
        baselined=sum(len(report.baselined) for report in reports),
    )
