"""What every rule owes: cases that prove it, a page that explains it, names that lead somewhere."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from archgen.dsl.design import Design
from archgen.errors import Position
from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.loading import library
from archgen.model.catalogue import FAMILIES, Entry, folded
from archgen.model.link import link
from archgen.model.report import Finding, Report
from archgen.model.rule import Rule, Severity
from archgen.model.rule_options import rule_options
from archgen.model.spec import Spec
from archgen.model.terms import Terms

RULES = list(library.rules())
# What the engine's own reports are judged by: a day, and a rule that is locked.
TERMS = Terms(today=date(2026, 1, 1), locked={"LT017": Position("archgen.toml", 2)})
SECTIONS = ("Why it matters", "What to do", "When it does not apply")
# An attribute with its value as one language writes it: `retry=True`, `delay: 3s`, `seconds(3)`.
NOTATION = re.compile(r"\w=\S|\b[a-z]+_[a-z_]+: |\b\w+\([^)]*\)|\bTrue\b|\bFalse\b|\bNone\b")
Case = tuple[Entry[Rule], Callable[[], Design]]
FLAGGED: list[Case] = [(entry, case) for entry in RULES for case in entry.value.flagged]
ACCEPTED: list[Case] = [(entry, case) for entry in RULES for case in entry.value.accepted]


def ids(cases: list[Case]) -> list[str]:
    seen: dict[str, int] = {}
    for entry, _ in cases:
        seen[entry.code] = seen.get(entry.code, 0) + 1
    counts = {code: iter(range(1, count + 1)) for code, count in seen.items()}
    return [f"{entry.code}-{next(counts[entry.code])}" for entry, _ in cases]


def report(design: Design) -> Report:
    architecture = link(design)
    return lint(Spec(design), architecture, estimate(architecture), RULES, terms=TERMS)


def of(entry: Entry[Rule], found: Report) -> list[Finding]:
    return [finding for finding in found.findings if finding.code == entry.code]


every_rule = pytest.mark.parametrize("entry", RULES, ids=[entry.code for entry in RULES])
# A rule that judges configurations has no designs to show: tests/linting/test_configuration_faults.py proves it.
every_rule_of_designs = pytest.mark.parametrize(
    "entry", [entry for entry in RULES if entry.code != "AG004"], ids=lambda entry: entry.code
)
every_flagged = pytest.mark.parametrize(("entry", "case"), FLAGGED, ids=ids(FLAGGED))
every_accepted = pytest.mark.parametrize(("entry", "case"), ACCEPTED, ids=ids(ACCEPTED))


@every_flagged
def test_a_rule_flags_what_it_says_that_it_flags(entry: Entry[Rule], case: Callable[[], Design]) -> None:
    found = report(case())
    assert of(entry, found)
    assert not found.crashes


@every_flagged
def test_a_finding_says_what_is_wrong_because_of_what_and_what_to_do(entry: Entry[Rule], case: Callable[[], Design]) -> None:
    for finding in of(entry, report(case())):
        assert finding.message.strip()
        assert finding.because
        assert all(sentence.strip() for sentence in finding.because)
        assert finding.fix.strip()
        assert not finding.message.endswith(".")
        assert finding.severity.rank >= entry.value.severity.rank


@every_flagged
def test_a_fix_reads_the_same_for_a_design_in_python_and_in_yaml(entry: Entry[Rule], case: Callable[[], Design]) -> None:
    for finding in of(entry, report(case())):
        assert not NOTATION.search(finding.fix)


@every_flagged
def test_a_finding_is_about_a_part_of_the_design(entry: Entry[Rule], case: Callable[[], Design]) -> None:
    if entry.family != "engine":
        design = case()
        known = set(link(design).ids.values())
        assert all(finding.subjects and known.issuperset(finding.subjects) for finding in of(entry, report(design)))


@every_accepted
def test_a_rule_accepts_what_it_says_that_it_accepts(entry: Entry[Rule], case: Callable[[], Design]) -> None:
    assert of(entry, report(case())) == []


@every_accepted
def test_what_one_rule_accepts_no_other_rule_calls_an_error(entry: Entry[Rule], case: Callable[[], Design]) -> None:
    found = report(case()).findings
    assert [finding for finding in found if finding.severity is Severity.ERROR and finding.code != entry.code] == []


@every_rule_of_designs
def test_a_rule_has_at_least_two_flagged_and_three_accepted_cases(entry: Entry[Rule]) -> None:
    assert len(entry.value.flagged) >= 2
    assert len(entry.value.accepted) >= 3


@every_rule_of_designs
def test_the_first_flagged_case_is_as_bad_as_the_rule_says(entry: Entry[Rule]) -> None:
    assert {finding.severity for finding in of(entry, report(entry.value.flagged[0]()))} == {entry.value.severity}


@every_rule
def test_a_page_claims_something_and_has_its_sections(entry: Entry[Rule]) -> None:
    assert entry.claim.endswith(".")
    assert not entry.claim.startswith("#")
    assert all(entry.section(heading) for heading in SECTIONS)


@every_rule
def test_a_page_reads_the_same_for_a_design_in_python_and_in_yaml(entry: Entry[Rule]) -> None:
    assert not NOTATION.search(entry.page)


@every_rule
def test_a_code_belongs_to_its_family(entry: Entry[Rule]) -> None:
    family = FAMILIES[entry.family].code
    assert entry.code.startswith(family)
    assert entry.code.removeprefix(family).isdigit()
    assert len(entry.code) == len(family) + 3


@every_rule
def test_a_name_says_what_is_flagged(entry: Entry[Rule]) -> None:
    assert not entry.name.startswith(("no-", "missing-"))


@every_rule
def test_what_a_rule_points_to_exists(entry: Entry[Rule]) -> None:
    known = {name.lower() for shelf in (library.rules(), library.patterns()) for name in shelf.names()}
    assert [name for name in entry.value.see if name.lower() not in known] == []


@every_rule
def test_a_rule_says_nothing_of_an_empty_design(entry: Entry[Rule]) -> None:
    assert of(entry, report(Design("Nothing yet", []))) == []


@every_rule
def test_every_option_says_what_it_means(entry: Entry[Rule]) -> None:
    assert [option.name for option in rule_options(entry.value) if not option.meaning.endswith(".")] == []


def test_codes_and_names_are_given_once() -> None:
    names = [folded(name) for entry in RULES for name in (entry.code, entry.name, *entry.value.formerly)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("folder", sorted({entry.family for entry in RULES}))
def test_a_family_of_rules_has_a_page(folder: str) -> None:
    assert library.family_page(library.RULES, folder)
