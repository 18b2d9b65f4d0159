"""Findings in Markdown, for comments on changes and for the summaries of builds."""

from collections.abc import Iterator, Sequence

from archgen.plugin import Crash, Finding, Manner, Report, Reporter, Severity, Waived, summary
from archgen.reporters.wording.marked import code, linked, plain
from archgen.reporters.wording.sentences import counted, effort, mended, outcome, sentence

HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Worth a thought"}
UNKNOWN = "What it would have found is not known: this run is not clean."


def write(reports: Sequence[Report]) -> str:
    """What it comes to, then each design with its findings, the worst first; what is accepted is folded away."""
    return show(reports, Manner())


def show(reports: Sequence[Report], manner: Manner) -> str:
    """The same, with open questions behind the findings of their design."""
    total = summary(reports)
    questions = sum(finding.asks for report in reports for finding in report.findings) if manner.ask else 0
    blocks = ["## archgen lint", f"**{outcome(total, questions=questions)}**<br>{effort(total)}"]
    for report in reports:
        blocks += _design(report, manner)
    return "\n\n".join(blocks) + "\n"


def _design(report: Report, manner: Manner) -> Iterator[str]:
    if report.findings or report.crashes or report.waived or report.baselined or report.stale:
        yield f"### {plain(report.design)}" + (f" ({code(report.path)})" if report.path else "")
    if report.crashes:
        yield from ("#### Rules that crashed", "\n".join(map(_crash, report.crashes)))
    asked = [finding for finding in report.findings if manner.ask and finding.asks]
    for severity, heading in HEADINGS.items():
        found = [finding for finding in report.findings if finding.severity is severity and finding not in asked]
        if found:
            yield from (f"#### {heading}", "\n".join(map(_finding, found)))
    if asked:
        yield from ("#### To be answered", "\n".join(map(_finding, asked)))
    if report.stale:
        yield from ("#### No longer needed in the baseline", "\n".join(f"- {plain(mended(one))}" for one in report.stale))
    yield from _folded("waived", [_waived(one) for one in report.waived])
    yield from _folded("baselined", [_line(one) for one in report.baselined])


def _finding(finding: Finding) -> str:
    """An entry of a list: what is wrong, then why, then what to do."""
    reasons = [f"  - {'and' if index else 'because'} {plain(reason)}" for index, reason in enumerate(finding.because)]
    return "\n".join([_line(finding), *reasons, f"  - **Fix:** {plain(sentence(finding.fix))}"])


def _line(finding: Finding) -> str:
    rule = linked(f"{code(finding.code)} {plain(finding.name)}", finding.url)
    place = f", {code(str(finding.location))}" if finding.location else ""
    return f"- **{plain(sentence(finding.message))}** {rule}{place}"


def _waived(waived: Waived) -> str:
    owner = f", {plain(waived.owner)}" if waived.owner else ""
    until = f", until {plain(waived.until)}" if waived.until else ""
    return f"{_line(waived.finding)}\n  - waived{owner}{until}: {plain(sentence(waived.reason))}"


def _crash(crash: Crash) -> str:
    return f"- **{code(crash.code)} {plain(crash.name)} crashed:** {plain(sentence(crash.error))} {UNKNOWN}"


def _folded(what: str, entries: Sequence[str]) -> Iterator[str]:
    """A list that opens when it is clicked on."""
    if entries:
        yield f"<details><summary>{counted(len(entries), 'finding')} {what}</summary>"
        yield "\n".join(entries)
        yield "</details>"


reporter = Reporter(write, show)
