"""Reports: what the rules found in a design."""

from collections.abc import Sequence
from dataclasses import dataclass

from archgen.errors import Position
from archgen.model.rule import Severity


@dataclass(frozen=True)
class Finding:
    """A problem with everything that a reader needs: which rule, where, because of what, and what to do.

    `because` are sentences; those that rest on a stated attribute end with its place. `url` is the rule's page on a site.
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


@dataclass(frozen=True)
class Waived:
    """A finding that the design accepts, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True)
class Crash:
    """A rule that failed on this design: its findings are unknown, so the run is not clean."""

    code: str
    name: str
    error: str


@dataclass(frozen=True)
class Report:
    """What linting a design gave: findings by severity, then place; what was waived; what was run and on how much."""

    design: str
    path: str
    findings: Sequence[Finding]
    waived: Sequence[Waived] = ()
    crashes: Sequence[Crash] = ()
    rules_run: int = 0
    rules_skipped: int = 0
    components: int = 0
    connections: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings are of that severity."""
        return sum(finding.severity is severity for finding in self.findings)
