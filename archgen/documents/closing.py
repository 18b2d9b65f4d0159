"""The end of a document: what it comes to, in a few lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.documents.needs import numbers_first
from archgen.model.dossier import Dossier, Ruling
from archgen.model.report import Report
from archgen.model.rule import Severity

# So many requirements are what a design is made for; their section holds all of them.
MADE_FOR = 3


@dataclass(frozen=True)
class Line:
    """A line of the end: its heading, what it says, and the pattern that it ends in, empty for none."""

    heading: str
    text: str
    pattern: str = ""


def closing(dossier: Dossier) -> Iterator[Line]:
    """Every line."""
    groups = f", in {counted(len(dossier.architecture.groups), 'group')}" if dossier.architecture.groups else ""
    yield Line("Shape", f"{size(dossier.report)}{groups}.")
    needs = [f"{one.lead} {one.text}" for one in numbers_first(dossier.architecture.design.requirements)]
    if needs:
        yield Line("Made for", f"{'; '.join(needs[:MADE_FOR])}.")
    for ruling in dossier.rulings:
        if ruling.decided.choice:
            yield Line("Decided", _question(ruling), _title(dossier, ruling.decided.choice))
    yield Line("Checked", _checked(dossier.report))
    for ruling in open_rulings(dossier):
        yield Line("Still open", _question(ruling))


def _title(dossier: Dossier, pattern: str) -> str:
    known = dossier.patterns.get(pattern)
    return known.title if known else pattern


def open_rulings(dossier: Dossier) -> Sequence[Ruling]:
    """The decisions that the requirements leave open and the design does not take itself."""
    return [one for one in dossier.rulings if one.decided.walk.open and not one.decided.choice]


def counted(count: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "rule"), counted(0, "rule"), counted(1200, "rule")
    ('1 rule', 'no rules', '1,200 rules')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}" if count else f"no {noun}s"


def size(report: Report) -> str:
    """How much was looked at."""
    return f"{counted(report.components, 'component')} and {counted(report.connections, 'connection')}"


def _question(ruling: Ruling) -> str:
    return ruling.decided.tree.title


def _checked(report: Report) -> str:
    rules = f"{counted(report.rules_run, 'rule')}, {counted(len(report.findings), 'finding')}"
    errors = f", {counted(report.count(Severity.ERROR), 'error')} among them" if report.count(Severity.ERROR) else ""
    crashed = f"; {counted(len(report.crashes), 'rule')} crashed" if report.crashes else ""
    waived = f"; {len(report.waived):,} waived with a reason" if report.waived else ""
    return f"{rules}{errors}{waived}{crashed}."
