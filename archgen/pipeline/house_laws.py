"""What the rules that archgen ships owe besides: codes of their family, words that fit both forms of a design, near misses."""

import re
from collections.abc import Iterator

from archgen.errors import Fault
from archgen.linting.configuration_faults import UNMATCHED_PATH
from archgen.model.catalogue import FAMILIES
from archgen.model.rule import Severity
from archgen.pipeline.rule_laws import LAWS, Law, has_cases
from archgen.pipeline.rule_trial import ACCEPTED, ENGINE, FLAGGED, Trial

# An attribute with its value as one language writes it: `retry=True`, `delay: 3s`, `seconds(3)`.
NOTATION = re.compile(r"\w=\S|\b[a-z]+_[a-z_]+: |\b\w+\([^)]*\)|\bTrue\b|\bFalse\b|\bNone\b")
FEWEST = {FLAGGED: 2, ACCEPTED: 3}


def has_a_code_of_its_family(trial: Trial) -> Iterator[Fault]:
    """The letters of the family, and three digits."""
    entry = trial.entry
    letters = FAMILIES[entry.family].code
    if not re.fullmatch(rf"{letters}\d\d\d", entry.code):
        yield Fault(f"the code {entry.code} must be {letters} and three digits, as its family is {entry.family}", trial.place)


def is_named_for_what_it_flags(trial: Trial) -> Iterator[Fault]:
    """Neither for what is missing nor for the remedy."""
    if trial.entry.name.startswith(("no-", "missing-")):
        yield Fault(f"the name {trial.entry.name} does not say what is flagged", trial.place)


def has_enough_cases(trial: Trial) -> Iterator[Fault]:
    """At least two that it flags and three that it accepts."""
    for sort, fewest in FEWEST.items():
        count = sum(case.sort == sort for case in trial.cases)
        if count < fewest and _judges_designs(trial):
            yield Fault(f"the rule has {count} {sort} cases, and needs {fewest}", trial.place)


def is_as_bad_as_it_says_in_its_first_case(trial: Trial) -> Iterator[Fault]:
    """The page shows it."""
    first = next(trial.tried(FLAGGED), None)
    if first and {finding.severity for finding in first.findings} != {trial.rule.severity}:
        yield Fault(f"{first.case} is not as bad as the rule says: {trial.rule.severity}", first.case.place)


def reads_the_same_for_a_design_in_python_and_in_yaml(trial: Trial) -> Iterator[Fault]:
    """Neither the page nor a fix has anything in the notation of one of them."""
    said = {"the page": trial.entry.page}
    said |= {f"the fix of {tried.case}": one.fix for tried in trial.tried() for one in tried.findings}
    for name, text in said.items():
        for match in NOTATION.finditer(text):
            yield Fault(f'{name} has "{match[0]}", which only one form of a design has', trial.place)


def leaves_full_stops_to_the_reporters(trial: Trial) -> Iterator[Fault]:
    """Messages are parts of sentences and of lists."""
    for tried in trial.tried():
        for finding in tried.findings:
            if finding.message.endswith("."):
                yield Fault(f'{tried.case}: the message "{finding.message}" ends with a full stop', tried.case.place)


def is_about_parts_of_the_design(trial: Trial) -> Iterator[Fault]:
    """Every finding is about something that can be named in a waiver."""
    for tried in trial.tried():
        known = set(tried.architecture.ids.values())
        for finding in tried.findings:
            if trial.entry.family != ENGINE and not (finding.subjects and known.issuperset(finding.subjects)):
                yield Fault(f'{tried.case}: "{finding.message}" is about no part of the design', tried.case.place)


def accepts_what_no_other_rule_calls_an_error(trial: Trial) -> Iterator[Fault]:
    """An accepted case is a good example."""
    for tried in trial.tried(ACCEPTED):
        for finding in trial.bench.judged(tried.architecture.design).findings:
            if finding.severity is Severity.ERROR and finding.code != trial.entry.code:
                yield Fault(f'{tried.case}: {finding.code} says "{finding.message}"', tried.case.place)


def is_flagged_by_no_other_rule_that_it_does_not_name(trial: Trial) -> Iterator[Fault]:
    """A flagged case has the one fault that it shows; whoever else calls it an error or a warning stands in `beside`."""
    named = dict.fromkeys(trial.rule.beside, False)
    for tried in trial.tried(FLAGGED):
        for finding in trial.bench.judged(tried.architecture.design).findings:
            if finding.code in named:
                named[finding.code] |= finding.severity is not Severity.INFO
            elif finding.severity is not Severity.INFO and finding.code != trial.entry.code:
                message = f'{tried.case}: {finding.code} says "{finding.message}"; mend that, or name {finding.code} in `beside`'
                yield Fault(message, tried.case.place)
    for code in (code for code, speaks in named.items() if not speaks):
        yield Fault(f"`beside` names {code}, which warns of none of the flagged cases", trial.place)


def _judges_designs(trial: Trial) -> bool:
    """A rule that judges configurations has no designs to show."""
    return trial.entry.code != UNMATCHED_PATH


HOUSE_LAWS: tuple[Law, ...] = (
    *(law for law in LAWS if law is not has_cases),
    has_enough_cases,
    has_a_code_of_its_family,
    is_named_for_what_it_flags,
    is_as_bad_as_it_says_in_its_first_case,
    reads_the_same_for_a_design_in_python_and_in_yaml,
    leaves_full_stops_to_the_reporters,
    is_about_parts_of_the_design,
    accepts_what_no_other_rule_calls_an_error,
    is_flagged_by_no_other_rule_that_it_does_not_name,
)
