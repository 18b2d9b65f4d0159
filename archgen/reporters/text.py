"""Findings as text for people, grouped by design."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.plugin import Crash, Finding, Manner, Report, Reporter, Severity, disarmed, summary
from archgen.reporters.wording.sentences import effort, mended, more, one_line, outcome

COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;34"}
BOLD, DIM, GREEN = "1", "2", "32"
# Narrower than this, breaking lines does more harm than good.
NARROWEST = 40
UNKNOWN = "what it would have found in this design is not known: this run is not clean"


def write(reports: Sequence[Report]) -> str:
    """Every finding with its reasons and its fix, then one line that counts. A clean run is that line alone."""
    return show(reports, Manner())


def show(reports: Sequence[Report], manner: Manner) -> str:
    """The same for a terminal: in its width and in colours, and open questions behind the findings of their design."""
    page = _Page(manner, [finding for report in reports for finding in report.findings])
    blocks = ["\n".join(block) for report in reports for block in page.blocks(report)]
    text = "\n\n".join([*blocks, page.closing(reports)]) + "\n"
    return disarmed(text)


@dataclass(frozen=True)
class _Page:
    """What is written, in which manner; of a rule's findings the first leads to the rule's page."""

    manner: Manner
    findings: Sequence[Finding]

    def blocks(self, report: Report) -> Iterator[list[str]]:
        """A heading for a design that has something to say, a block for each finding and crash, then what else there is."""
        asked = [finding for finding in report.findings if self.manner.ask and finding.asks]
        if report.findings or report.crashes or report.stale:
            heading = f"{report.design} ({report.path})" if report.path else report.design
            yield [self._painted(one_line(heading), BOLD)]
        for finding in report.findings:
            if finding not in asked:
                yield list(self._finding(finding))
        for crash in report.crashes:
            yield list(self._crash(crash))
        if asked:
            yield list(self._questions(asked))
        if report.stale:
            yield [
                "No longer needed in the baseline:",
                *(line for one in report.stale for line in self._lines("- ", mended(one))),
            ]

    def closing(self, reports: Sequence[Report]) -> str:
        """What it comes to."""
        total = summary(reports)
        questions = sum(finding.asks for finding in self.findings) if self.manner.ask else 0
        bad = total.errors or total.rules_crashed
        style = COLOURS[Severity.ERROR] if bad else COLOURS[Severity.WARNING] if total.warnings else GREEN
        return f"{self._painted(outcome(total, questions=questions), style)}; {effort(total)}"

    def _finding(self, finding: Finding) -> Iterator[str]:
        severity = self._painted(finding.severity.value, COLOURS[finding.severity])
        place = _place(finding)
        long = 0 < self.manner.width < len(f"{place}{finding.severity.value} {finding.code} {finding.name}")
        yield f"{place}{severity} {finding.code}{'' if long else f' {finding.name}'}"
        yield from self._lines("", finding.name) if long else ()
        yield from self._lines("", finding.message, BOLD)
        for index, reason in enumerate(finding.because):
            yield from self._lines("    and " if index else "because ", reason, DIM)
        yield from self._lines("fix: ", finding.fix)
        yield from self._lines("not fixed: ", finding.unmade) if finding.unmade else ()
        yield from self._more(finding)

    def _questions(self, asked: Sequence[Finding]) -> Iterator[str]:
        """What has to be stated before the rules that ask can tell whether anything is wrong."""
        yield self._painted("To be answered:", COLOURS[Severity.INFO])
        for finding in asked:
            yield from self._lines("- ", f"{_place(finding)}{finding.code} {finding.message}")
            yield from self._lines("  ", finding.fix, DIM)
            yield from self._more(finding, "  ")

    def _crash(self, crash: Crash) -> Iterator[str]:
        yield self._painted(f"RULE CRASHED: {crash.code} {crash.name}: {one_line(crash.error)}", COLOURS[Severity.ERROR])
        yield from self._lines("", UNKNOWN)

    def _more(self, finding: Finding, margin: str = "") -> Iterator[str]:
        first = next(other for other in self.findings if other.code == finding.code)
        if first is finding:
            yield f"  {margin}more: {self._painted(one_line(more(finding)), DIM)}"

    def _lines(self, label: str, text: str, style: str = "") -> Iterator[str]:
        """A label and a text below a margin, broken where the terminal ends."""
        room = max(NARROWEST, self.manner.width - 2 - len(label))
        line = one_line(text)
        for index, part in enumerate(self.manner.broken(line, room)):
            yield f"  {' ' * len(label) if index else label}{self._painted(part, style)}"

    def _painted(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if style and self.manner.colour else text


def _place(finding: Finding) -> str:
    return f"{one_line(str(finding.location))} " if finding.location else ""


reporter = Reporter(write, show)
