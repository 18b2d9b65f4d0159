"""Reports: what the rules found in a design."""

from collections.abc import Sequence
from dataclasses import field, replace

from archgen.errors import Position
from archgen.model.catalogue import Entry
from archgen.model.rule import Edit, Rule, Severity
from archgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with everything that a reader needs: which rule, where, because of what, and what to do.

    `because` are sentences; those that rest on a stated attribute end with its place, which `places` holds for each of them, None
    for the others. `url` is the rule's page on a site, empty for a rule that archgen does not ship. `asks` says that it is a
    question: what the rule needs is not stated. `edits` would clear it, and are `unsafe` where they may change what the design
    means; `unmade` is why they could not be made.
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
    places: Sequence[Position | None] = ()
    edits: Sequence[Edit] = field(default=(), compare=False, repr=False)
    unsafe: bool = field(default=False, compare=False, repr=False)
    unmade: str = ""


@dataclass(frozen=True)
class Waived:
    """A finding that is accepted, and why; who answers for that, and until when as YYYY-MM-DD, where it is said.

    `places` are where the waivers stand that accept it, in a design or in a configuration; the first gives the reason.
    """

    finding: Finding
    reason: str
    owner: str = ""
    until: str = ""
    places: Sequence[Position] = ()


@dataclass(frozen=True)
class Stale:
    """An entry of a baseline that the design no longer needs in full: of the findings that it keeps, `fixed` are gone."""

    rule: str
    subjects: Sequence[str]
    fixed: int
    asks: bool = False


@dataclass(frozen=True)
class Crash:
    """A rule that failed on this design: its findings are unknown, so the run is not clean."""

    code: str
    name: str
    error: str


@dataclass(frozen=True)
class Report:
    """What linting a design gave: findings by severity, then place; what was waived; what was run and on how much.

    `rules_run` are those that came to an end: a crashed rule is not among them. `baselined` are findings that the baseline
    keeps, `stale` what it keeps without need, and `compared` says that there is one. A configuration that is at fault itself has
    a report of its own, of no component. `rules` are all that were run, crashed ones too, for forms that tell of rules; `site` is
    where their pages are published, empty where that is not known.
    """

    design: str
    path: str
    findings: Sequence[Finding]
    waived: Sequence[Waived] = ()
    baselined: Sequence[Finding] = ()
    stale: Sequence[Stale] = ()
    crashes: Sequence[Crash] = ()
    rules_run: int = 0
    rules_skipped: int = 0
    components: int = 0
    connections: int = 0
    rules: Sequence[Entry[Rule]] = field(default=(), compare=False, repr=False)
    site: str = ""
    compared: bool = False

    def count(self, severity: Severity) -> int:
        """How many findings are of that severity."""
        return sum(finding.severity is severity for finding in self.findings)


def rule_page(name: str) -> str:
    """Where a site has the page of a rule."""
    return f"rules/{name}.html"


def published(report: Report, site: str) -> Report:
    """The report with the addresses of rules' pages on a site that is published.

    >>> published(Report("Shop", "shop.yaml", ()), "https://example.org/docs").site
    'https://example.org/docs/'
    """
    base = site.rstrip("/") + "/"
    return replace(
        report,
        site=base,
        findings=[_addressed(one, base) for one in report.findings],
        waived=[replace(one, finding=_addressed(one.finding, base)) for one in report.waived],
        baselined=[_addressed(one, base) for one in report.baselined],
    )


def _addressed(finding: Finding, base: str) -> Finding:
    return replace(finding, url=base + finding.url) if finding.url else finding


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
    stale: int = 0


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
        stale=sum(one.fixed for report in reports for one in report.stale),
    )
