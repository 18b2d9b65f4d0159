"""Findings as one JSON object, for programs. `schema_version` grows when a reader must change."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from archgen.plugin import Finding, Report, Reporter, disarmed_json, summary

SCHEMA_VERSION = 1


def write(reports: Sequence[Report]) -> str:
    """All reports of a run and what they come to; keys stand in a fixed order."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "designs": [_design(report) for report in reports],
        "summary": asdict(summary(reports)),
    }
    return disarmed_json(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _design(report: Report) -> dict[str, object]:
    return {
        "name": report.design,
        "path": report.path,
        "findings": [_finding(finding) for finding in report.findings],
        "waived": [
            {**_finding(waived.finding), "reason": waived.reason, "owner": waived.owner, "until": waived.until}
            for waived in report.waived
        ],
        "baselined": [_finding(finding) for finding in report.baselined],
        "stale": [asdict(one) for one in report.stale],
        "crashes": [asdict(crash) for crash in report.crashes],
    }


def _finding(finding: Finding) -> dict[str, object]:
    place = finding.location
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "because": list(finding.because),
        "subjects": list(finding.subjects),
        "location": {"path": place.path, "line": place.line, "column": place.column} if place else None,
        "fix": finding.fix,
        "url": finding.url or None,
        "asks": finding.asks,
        "fixable": ("unsafe" if finding.unsafe else "safe") if finding.edits else None,
        "unmade": finding.unmade,
    }


reporter = Reporter(write)
