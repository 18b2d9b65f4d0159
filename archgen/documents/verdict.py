"""What the rules found, in words and in groups."""

from collections.abc import Sequence

from archgen.documents.closing import counted, size
from archgen.dsl.readable import named
from archgen.errors import UnknownNameError
from archgen.model.architecture import Architecture
from archgen.model.report import Finding, Report
from archgen.model.rule import Severity

HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Notes"}


def by_severity(report: Report) -> Sequence[tuple[str, Sequence[Finding]]]:
    """The findings under their headings, the worst first; what is asked stands among the open questions."""
    told = [one for one in report.findings if not one.asks]
    groups = ((HEADINGS[level], [one for one in told if one.severity is level]) for level in Severity)
    return [(heading, findings) for heading, findings in groups if findings]


def verdict(report: Report) -> str:
    """How many rules ran over how much, and what came of it."""
    checked = f"{counted(report.rules_run, 'rule')} ran over {size(report)}"
    return f"{checked}, and {_outcome(report)}.{_skipped(report)}"


def names_of(architecture: Architecture, finding: Finding, *, first: bool = False) -> str:
    """What the finding is about, by name; the first is what it is about above all."""
    return ", ".join(_name(architecture, subject) for subject in finding.subjects[: 1 if first else None])


def opened(architecture: Architecture, text: str) -> str:
    """The sentence with a capital first letter, unless it begins with the name of a component."""
    return text if text.startswith(tuple(one.name for one in architecture.components())) else text[:1].upper() + text[1:]


def _outcome(report: Report) -> str:
    told, asked = [one.severity for one in report.findings if not one.asks], sum(one.asks for one in report.findings)
    levels = ((told.count(level), noun) for level, noun in zip(Severity, ("error", "warning", "note"), strict=True))
    found = [counted(count, noun) for count, noun in levels if count]
    found += [counted(asked, "question")] if asked else []
    if not found:
        return "the design gave none of them anything to report" if not report.waived else "what they found has been waived"
    return "found " + " and ".join(filter(None, (", ".join(found[:-1]), found[-1])))


def _name(architecture: Architecture, subject: str) -> str:
    try:
        return named(architecture.part(subject))
    except UnknownNameError:
        return subject


def _skipped(report: Report) -> str:
    count = report.rules_skipped
    return f" {counted(count, 'rule')} {'was' if count == 1 else 'were'} left out of the run." if count else ""
