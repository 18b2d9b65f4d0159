"""What every rule owes, whoever writes it: cases that prove it, a page that explains it, findings that help.

A law looks at a rule on trial and tells what is wrong, each thing with its place; nothing where the rule keeps it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archgen.dsl.design import Design
from archgen.dsl.shape import shape
from archgen.errors import Fault, offer, suggestion
from archgen.model.catalogue import folded
from archgen.model.rule import Problem
from archgen.model.rule_options import rule_options
from archgen.pipeline.left_out import brought_by_leaving_out
from archgen.pipeline.rule_trial import ACCEPTED, FLAGGED, Trial, Tried

SECTIONS = ("Why it matters", "What to do", "When it does not apply")
Law = Callable[[Trial], Iterator[Fault]]


def has_cases(trial: Trial) -> Iterator[Fault]:
    """It brings a design of either sort at the least."""
    for sort in (FLAGGED, ACCEPTED):
        if not any(case.sort == sort for case in trial.cases):
            yield Fault(f"the rule has no {sort} case; give it `{sort}=[...]`", trial.place)


def makes_designs_of_its_cases(trial: Trial) -> Iterator[Fault]:
    """Each of them can be made, and links."""
    for one in trial.unmade:
        yield Fault(f"{one.case} is no design: {one.reason}", one.case.place)


def does_not_crash(trial: Trial) -> Iterator[Fault]:
    """It comes to an end on each of its cases."""
    for tried in trial.tried():
        if tried.crash:
            yield Fault(f"{tried.case} crashes the rule: {tried.crash}", tried.case.place)


def flags_what_it_says_that_it_flags(trial: Trial) -> Iterator[Fault]:
    """It finds something in each flagged case."""
    for tried in trial.tried(FLAGGED):
        if not tried.findings and not tried.crash:
            yield Fault(f"{tried.case} is not flagged: the rule finds nothing in it", tried.case.place)


def accepts_what_it_says_that_it_accepts(trial: Trial) -> Iterator[Fault]:
    """It finds nothing in an accepted case."""
    for tried in trial.tried(ACCEPTED):
        for finding in tried.findings:
            yield Fault(f'{tried.case} is not accepted: the rule says "{finding.message}"', tried.case.place)


def says_what_is_wrong_because_of_what_and_what_to_do(trial: Trial) -> Iterator[Fault]:
    """Each finding has a message, reasons and a fix."""
    for tried in trial.tried():
        for finding in tried.findings:
            said = {"message": finding.message, "fix": finding.fix, "because": "".join(finding.because)}
            for name in (name for name, text in said.items() if not text.strip()):
                yield Fault(f"{tried.case}: a finding has no {name}", tried.case.place)
            if any(not sentence.strip() for sentence in finding.because):
                yield Fault(f"{tried.case}: a finding has a reason that says nothing", tried.case.place)


def is_never_worse_than_it_says(trial: Trial) -> Iterator[Fault]:
    """The rule's severity is the worst that its findings have, and one of the flagged cases is as bad."""
    worst = trial.rule.severity
    for tried, problem in _problems(trial):
        if problem.severity and problem.severity.rank < worst.rank:
            message = f"{tried.case}: a finding is {problem.severity}, worse than the {worst} that the rule says"
            yield Fault(message, tried.case.place)
    severities = {finding.severity for tried in trial.tried(FLAGGED) for finding in tried.findings}
    if severities and worst not in severities:
        yield Fault(f"no flagged case is as bad as the rule says: {worst}", trial.place)


def has_a_page_with_its_sections(trial: Trial) -> Iterator[Fault]:
    """The page claims something, then says why it matters, what to do and when it does not apply."""
    entry = trial.entry
    if entry.claim.startswith("#") or not entry.claim.endswith("."):
        yield Fault("the page must begin with a claim, a sentence that ends with a full stop", trial.place)
    for heading in SECTIONS:
        if not entry.section(heading):
            yield Fault(f'the page has nothing under "## {heading}"', trial.place)


def points_to_what_exists(trial: Trial) -> Iterator[Fault]:
    """Patterns and rules that it names under `see` are there."""
    names = trial.bench.names
    known = set(map(folded, names))
    for name in trial.rule.see:
        if folded(name) not in known:
            near = offer(name, names, "`archgen list rules` and `archgen list patterns` list them")
            yield Fault(f'`see` names "{name}", and there is no such rule or pattern{near}', trial.place)


def says_nothing_of_an_empty_design(trial: Trial) -> Iterator[Fault]:
    """Where there is nothing, nothing is wrong."""
    report = trial.judged(Design("Nothing yet", []))
    for crash in report.crashes:
        yield Fault(f"an empty design crashes the rule: {crash.error}", trial.place)
    for finding in trial.found(Design("Nothing yet", [])):
        yield Fault(f'of an empty design the rule says "{finding.message}"', trial.place)


def takes_nothing_stated_for_no(trial: Trial) -> Iterator[Fault]:
    """Whatever is left out of an accepted case, that brings no error."""
    for tried in trial.tried(ACCEPTED):
        for place, message in brought_by_leaving_out(tried.architecture, trial):
            yield Fault(f'{tried.case}: without {place} the rule says "{message}", as if that stated a no', tried.case.place)


def edits_what_can_be_stated(trial: Trial) -> Iterator[Fault]:
    """An edit states an attribute that its part has and that does not say so already; a safe one replaces nothing."""
    for tried, problem in _problems(trial):
        for edit in problem.edits:
            known = shape(type(edit.part))
            fault = ""
            if edit.attribute not in known:
                fault = f"an attribute that its part has not{suggestion(edit.attribute, known)}"
            elif getattr(edit.part, edit.attribute) == edit.value:
                fault = "what is stated already"
            elif not problem.unsafe and getattr(edit.part, edit.attribute) is not None:
                fault = "something else than what is stated; make it unsafe=True"
            if fault:
                yield Fault(f"{tried.case}: an edit of {edit.attribute} states {fault}", tried.case.place)


def says_what_its_options_mean(trial: Trial) -> Iterator[Fault]:
    """Every option has a text below it."""
    for option in rule_options(trial.rule):
        if not option.meaning:
            yield Fault(f"the option {option.attribute} has no text below it that says what it means", trial.place)


def _problems(trial: Trial) -> Iterator[tuple[Tried, Problem]]:
    return ((tried, problem) for tried in trial.tried() for problem in tried.problems)


LAWS: tuple[Law, ...] = (
    has_cases,
    makes_designs_of_its_cases,
    does_not_crash,
    flags_what_it_says_that_it_flags,
    accepts_what_it_says_that_it_accepts,
    says_what_is_wrong_because_of_what_and_what_to_do,
    is_never_worse_than_it_says,
    has_a_page_with_its_sections,
    points_to_what_exists,
    says_nothing_of_an_empty_design,
    takes_nothing_stated_for_no,
    edits_what_can_be_stated,
    says_what_its_options_mean,
)


@dataclass(frozen=True)
class Broken:
    """A law that a rule does not keep, and one thing that shows it."""

    law: str
    fault: Fault


def name_of(law: Law) -> str:
    """A law as it is told.

    >>> name_of(does_not_crash)
    'does not crash'
    """
    return law.__name__.replace("_", " ")


def broken(trial: Trial, laws: tuple[Law, ...] = LAWS) -> Iterator[Broken]:
    """Every way in which the rule does not keep the laws."""
    return (Broken(name_of(law), fault) for law in laws for fault in law(trial))
