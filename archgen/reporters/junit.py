"""Reports as JUnit XML: a suite for each design, a case for each rule that ran on it."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from archgen.plugin import Finding, Report, Reporter, Severity, Waived, disarmed
from archgen.reporters.wording.items import spoken_of
from archgen.reporters.wording.sentences import more, one_line, sentence

# What fails a case. An info is worth a thought, and no fault.
FAILING = (Severity.ERROR, Severity.WARNING)
UNKNOWN = "What it would have found in this design is not known: this run is not clean."


def write(reports: Sequence[Report]) -> str:
    """Errors and warnings fail a case, a crash breaks it, and one whose findings are all accepted is skipped."""
    suites = [_suite(report) for report in reports]
    root = Element("testsuites", {"name": "archgen lint", **_counts(suites)})
    root.extend(suites)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{disarmed(tostring(root, encoding="unicode"))}\n'


def _suite(report: Report) -> Element:
    cases = [_case(report, code, name) for code, name in _rules(report)]
    named = {"name": one_line(report.design), **({"file": one_line(report.path)} if report.path else {})}
    suite = Element("testsuite")
    suite.extend(cases)
    suite.attrib.update({**named, **_counts([suite]), "skipped": str(len(suite.findall("testcase/skipped")))})
    return suite


def _counts(suites: Sequence[Element]) -> dict[str, str]:
    kinds = {"tests": "testcase", "failures": "testcase/failure", "errors": "testcase/error"}
    return {name: str(sum(len(suite.findall(path)) for suite in suites)) for name, path in kinds.items()}


def _rules(report: Report) -> Sequence[tuple[str, str]]:
    """Every rule that ran or is spoken of, with its name, by code."""
    return sorted({**dict(spoken_of(report)), **{entry.value.code: entry.name for entry in report.rules}}.items())


def _case(report: Report, code: str, name: str) -> Element:
    case = Element("testcase", classname=one_line(report.design), name=f"{code} {name}")
    found = [one for one in report.findings if one.code == code]
    failing = [one for one in found if one.severity in FAILING]
    thoughts = [_told(one) for one in found if one not in failing]
    accepted = list(_accepted(report, code))
    for crash in (one for one in report.crashes if one.code == code):
        SubElement(case, "error", type="crash", message=one_line(crash.error)).text = UNKNOWN
    if failing:
        _fail(case, failing)
    elif accepted and not found:
        SubElement(case, "skipped", message=accepted[0].partition("\n")[0]).text = _paragraphs(accepted)
        accepted = []
    if thoughts or accepted:
        SubElement(case, "system-out").text = _paragraphs([*thoughts, *accepted])
    return case


def _fail(case: Element, failing: Sequence[Finding]) -> None:
    """One failure for all, as most readers show only one: it is headed by the worst."""
    others = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
    failure = SubElement(case, "failure", type=failing[0].severity.value, message=f"{sentence(failing[0].message)}{others}")
    failure.text = _paragraphs([_told(one) for one in failing])


def _accepted(report: Report, code: str) -> Iterator[str]:
    for waived in report.waived:
        if waived.finding.code == code:
            yield f"waived: {_reason(waived)}\n{_told(waived.finding)}"
    for finding in report.baselined:
        if finding.code == code:
            yield f"kept by the baseline\n{_told(finding)}"


def _reason(waived: Waived) -> str:
    by = ", ".join(filter(None, (one_line(waived.owner), f"until {one_line(waived.until)}" if waived.until else "")))
    return f"{one_line(waived.reason)}{f' ({by})' if by else ''}"


def _told(finding: Finding) -> str:
    """The finding as people read it."""
    place = f"{one_line(str(finding.location))} " if finding.location else ""
    reasons = [f"{'    and' if index else 'because'} {one_line(reason)}" for index, reason in enumerate(finding.because)]
    lines = [sentence(finding.message), *reasons, f"fix: {one_line(finding.fix)}", f"more: {one_line(more(finding))}"]
    return "\n".join([f"{place}{finding.severity}", *(f"  {line}" for line in lines)])


def _paragraphs(texts: Sequence[str]) -> str:
    return "\n" + "\n\n".join(texts) + "\n"


reporter = Reporter(write)
