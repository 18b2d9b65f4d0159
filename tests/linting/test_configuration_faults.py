"""What is wrong with a configuration itself."""

from dataclasses import replace
from datetime import date

import pytest

from archgen.errors import Position
from archgen.linting.configuration_faults import Judged, configuration_report
from archgen.model.catalogue import Entry, Shelf
from archgen.model.report import Report, Waived
from archgen.model.rule import Rule, Severity
from archgen.model.terms import ConfiguredWaiver, Terms
from tests.linting.findings import RULES, finding, report

ENGINE = tuple(
    Entry(name, "engine", name, "", Rule(code, Severity.WARNING, lambda a, e: (), [], []), code)
    for code, name in (("AG001", "waiver-matches-nothing"), ("AG003", "waiver-past-its-date"), ("AG004", "path-of-no-file"))
)
PLACE = Position("archgen.toml", 7, 3)
WAIVER = ConfiguredWaiver("AR901", "jobs*", "legacy/**", "bought as it is", "Edge team", "2027-01-31", PLACE)


def judged(*waivers: Judged, terms: Terms = Terms(), rules: tuple[Entry[Rule], ...] = ENGINE) -> Report:  # noqa: B008
    return configuration_report("archgen.toml", waivers, {"gone/**": Position("archgen.toml", 2, 1)}, Shelf("rule", rules), terms)


def told(found: Report) -> list[tuple[str, str, str]]:
    return [(one.code, one.severity.value, one.message) for one in found.findings if one.code != "AG004"]


def test_a_path_that_no_file_has_is_told_at_its_place() -> None:
    (found,) = judged().findings
    assert (found.code, found.severity, found.location) == ("AG004", Severity.WARNING, Position("archgen.toml", 2, 1))
    assert found.message == 'no file has the path "gone/**"'


def test_an_idle_waiver_is_told_once_all_designs_of_its_path_were_checked() -> None:
    message = 'the waiver of AR901 on "jobs*" matches no finding'
    assert told(judged(Judged(WAIVER, [report(), report(design="Shop")], complete=True))) == [("AG001", "warning", message)]
    assert told(judged(Judged(WAIVER, [report()], complete=False))) == []
    assert told(judged(Judged(WAIVER, [], complete=False))) == []


def test_an_idle_waiver_without_a_path_is_a_thought() -> None:
    (found,) = (
        one for one in judged(Judged(WAIVER, [report(), report(design="Shop")], complete=None)).findings if one.code == "AG001"
    )
    assert (found.severity, found.location) == (Severity.INFO, PLACE)
    assert found.because == ('AR901 finds nothing on "jobs*" in Chat, Shop',)
    assert found.fix.endswith("if it is for a design that was not checked, give the path of that")


def test_a_waiver_that_is_needed_anywhere_is_not_told() -> None:
    needed = replace(
        report(design="Shop"), waived=[Waived(finding("lone", "jobs"), "bought", places=(Position("a.yaml"), PLACE))]
    )
    assert told(judged(Judged(WAIVER, [report(), needed], complete=True))) == []


def test_where_its_rule_did_not_come_to_an_end_a_waiver_is_not_judged() -> None:
    for unknown in (report(crashed="lone"), report(rules=[entry for entry in RULES if entry.name != "lone"])):
        assert told(judged(Judged(WAIVER, [report(), unknown], complete=True))) == []


@pytest.mark.parametrize(("today", "codes"), [(date(2027, 1, 31), ["AG001"]), (date(2027, 2, 1), ["AG003"]), (None, ["AG001"])])
def test_a_waiver_past_its_date_is_told_whatever_was_checked(today: date | None, codes: list[str]) -> None:
    found = judged(Judged(WAIVER, [report()], complete=True), terms=Terms(today=today))
    assert [code for code, _, _ in told(found)] == codes


def test_without_waivers_none_is_judged() -> None:
    terms = Terms(today=date(2028, 1, 1), waive=False)
    assert told(judged(Judged(WAIVER, [report()], complete=True), terms=terms)) == []


def test_rules_that_do_not_run_tell_nothing_and_severities_are_those_configured() -> None:
    assert judged(rules=ENGINE[:2]).findings == []
    (found,) = judged(terms=Terms(severities={"AG004": Severity.ERROR})).findings
    assert found.severity is Severity.ERROR
