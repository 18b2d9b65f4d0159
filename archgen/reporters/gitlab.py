"""Findings as a Code Quality report of GitLab: what stands, as what is waived or baselined is accepted."""

import json
from collections import Counter
from collections.abc import Sequence

from archgen.plugin import Crash, Report, Reporter, Severity, disarmed_json
from archgen.reporters.wording.items import Item, identity, items
from archgen.reporters.wording.places import posix, standing
from archgen.reporters.wording.sentences import one_line, sentence

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def write(reports: Sequence[Report]) -> str:
    """One list; a rule that crashed blocks."""
    seen: Counter[str] = Counter()
    crashes = [_crash(report, crash, seen) for report in reports for crash in report.crashes]
    found = [_finding(item) for item in items(reports) if not item.waived and not item.baselined]
    return disarmed_json(json.dumps([*crashes, *found], ensure_ascii=False, indent=2)) + "\n"


def _finding(item: Item) -> dict[str, object]:
    finding, place = item.finding, standing(item.report, item.finding)
    return {
        "description": f"{sentence(finding.message)} Fix: {sentence(finding.fix)}",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": item.identity,
        "severity": SEVERITIES[finding.severity],
        "location": _location(place.path, place.line) if place else _location(""),
    }


def _crash(report: Report, crash: Crash, seen: Counter[str]) -> dict[str, object]:
    return {
        "description": f"The rule crashed, and what it would have found is not known: {one_line(crash.error)}",
        "check_name": f"{crash.code} {crash.name}",
        "fingerprint": identity(["crash", crash.code, report.design, posix(report.path)], seen),
        "severity": "blocker",
        "location": _location(posix(report.path)),
    }


def _location(path: str, line: int | None = None) -> dict[str, object]:
    """A file and a line, which GitLab will not do without."""
    return {"path": one_line(path) or "design", "lines": {"begin": line or 1}}


reporter = Reporter(write)
