"""The end of a document: what it comes to, in a few lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from archgen.documents.facts import joined
from archgen.documents.margins import nearest, over
from archgen.documents.needs import numbers_first
from archgen.model.dossier import Dossier, Ruling
from archgen.model.report import Report
from archgen.model.rule import Severity

# So many requirements are what a design is made for; their section holds all of them.
MADE_FOR = 3
# What goes without saying.
ONE_REGION = "One region"


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
    need = dossier.architecture.design.requirements
    needs = [f"{_within(one.lead)} {one.text}" for one in numbers_first(need) if one.lead != ONE_REGION]
    if needs:
        yield Line("Made for", f"{'; '.join(needs[:MADE_FOR])}.")
    limits = [*nearest(dossier)]
    beyond = [text for text, is_beyond in limits if is_beyond] or [one.text for one in islice(over(dossier), 1)]
    near = [text for text, is_beyond in limits if not is_beyond]
    yield from (
        Line(heading, f"{'; '.join(told)}.")
        for heading, told in (("Beyond a limit", beyond), ("Nearest to a limit", near))
        if told
    )
    yield from _decided(dossier)
    yield Line("Checked", _checked(dossier.report))
    still = " ".join(one.decided.tree.title for one in open_rulings(dossier))
    if still:
        yield Line("Still open", still)


def _decided(dossier: Dossier) -> Iterator[Line]:
    """What the design decides, and what trees advise of which it says nothing."""
    for heading, own in (("Decided", True), ("Advised", False)):
        chosen = dict.fromkeys(one.decided.choice for one in dossier.rulings if bool(one.decided.decision) is own)
        patterns = [_title(dossier, one) for one in chosen if one]
        if patterns:
            yield Line(heading, "", joined(patterns))


def _within(lead: str) -> str:
    """As it stands within a sentence."""
    return lead[:1].lower() + lead[1:]


def _title(dossier: Dossier, pattern: str) -> str:
    known = dossier.patterns.get(pattern)
    return known.title if known else pattern


def open_rulings(dossier: Dossier) -> Sequence[Ruling]:
    """The decisions that the requirements leave open and the design does not take itself."""
    rulings = [one for one in dossier.rulings if one.decided.walk.open and not one.decided.choice]
    named = [one for one in rulings if one.decided.decision]
    return named if any(one.decided.decision for one in dossier.rulings) else rulings


def counted(count: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "rule"), counted(0, "rule"), counted(1200, "rule")
    ('1 rule', 'no rules', '1,200 rules')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}" if count else f"no {noun}s"


def size(report: Report) -> str:
    """How much was looked at."""
    return f"{counted(report.components, 'component')} and {counted(report.connections, 'connection')}"


def _checked(report: Report) -> str:
    rules = f"{counted(report.rules_run, 'rule')}, {counted(len(report.findings), 'finding')}"
    errors = f", {counted(report.count(Severity.ERROR), 'error')} among them" if report.count(Severity.ERROR) else ""
    crashed = f"; {counted(len(report.crashes), 'rule')} crashed" if report.crashes else ""
    waived = f"; {len(report.waived):,} waived with a reason" if report.waived else ""
    return f"{rules}{errors}{waived}{crashed}."
