"""Findings as text for people, grouped by design."""

from collections.abc import Iterator, Sequence

from archgen.plugin import Finding, Report, Reporter, Summary, summary


def write(reports: Sequence[Report]) -> str:
    """Every finding with its reasons and its fix, then one line that counts. A clean run is that line alone."""
    blocks = ["\n".join(block) for report in reports for block in _blocks(report)]
    return "\n\n".join([*blocks, _count(summary(reports))]) + "\n"


def _blocks(report: Report) -> Iterator[list[str]]:
    """A heading for a design that has something to say, then a block for each finding and crash."""
    if report.findings or report.crashes:
        yield [f"{report.design} ({report.path})" if report.path else report.design]
    for finding in report.findings:
        yield list(_finding(finding))
    for crash in report.crashes:
        yield [
            f"RULE CRASHED: {crash.code} {crash.name}: {crash.error}",
            "  what it would have found in this design is not known: this run is not clean",
        ]


def _finding(finding: Finding) -> Iterator[str]:
    place = f"{finding.location} " if finding.location else ""
    yield f"{place}{finding.severity} {finding.code} {finding.name}"
    yield f"  {finding.message}"
    for index, reason in enumerate(finding.because):
        yield f"  {'because' if not index else '    and'} {reason}"
    yield f"  fix: {finding.fix}"


def _count(total: Summary) -> str:
    crashed = f"{total.rules_crashed} CRASHED" if total.rules_crashed else "0 crashed"
    findings = (_many(total.errors, "error"), _many(total.warnings, "warning"), _many(total.infos, "info"))
    return (
        f"{', '.join(findings)}, {total.waived} waived; "
        f"{_many(total.rules_run, 'rule')} run, {total.rules_skipped} skipped, {crashed}; "
        f"{_many(total.components, 'component')} and {_many(total.connections, 'connection')} checked"
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


reporter = Reporter(write)
