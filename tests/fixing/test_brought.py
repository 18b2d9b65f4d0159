"""What edits make of the findings."""

from archgen.fixing.brought import brought, cleared
from archgen.model.report import Crash, Finding, Report
from archgen.model.rule import Severity


def finding(code: str, *subjects: str, severity: Severity = Severity.WARNING, message: str = "m") -> Finding:
    return Finding(code, "name", severity, message, (), subjects, None, "f", "u")


def reports(*findings: Finding, path: str = "d.yaml", crashes: tuple[Crash, ...] = ()) -> list[Report]:
    return [Report("D", path, findings, crashes=crashes)]


def test_a_finding_that_was_there_is_not_new_whatever_numbers_it_says_now() -> None:
    assert brought(reports(finding("A", "x", message="4 a second")), reports(finding("A", "x", message="2 a second"))) == ""


def test_a_finding_of_another_rule_or_about_another_part_or_once_more_is_new() -> None:
    before = reports(finding("A", "x"))
    assert brought(before, reports(finding("A", "x"), finding("B", "x"))) == "warning B name"
    assert brought(before, reports(finding("A", "y"))) == "warning A name"
    assert brought(before, reports(finding("A", "x"), finding("A", "x", message="n"))) == "warning A name"
    assert brought(before, reports(finding("A", "x"), path="e.yaml")) == "warning A name"


def test_a_finding_that_has_become_worse_is_new_and_one_that_is_milder_is_not() -> None:
    bad, mild = finding("A", "x", severity=Severity.ERROR), finding("A", "x", severity=Severity.INFO)
    assert brought(reports(mild), reports(bad)) == "error A name"
    assert brought(reports(bad), reports(mild)) == ""


def test_a_rule_that_crashes_now_is_new() -> None:
    crash = Crash("A", "name", "ValueError")
    assert brought(reports(), reports(crashes=(crash,))) == "a crash of A name"
    assert brought(reports(crashes=(crash,)), reports(crashes=(crash,))) == ""


def test_a_finding_is_cleared_where_the_rule_says_less_of_the_same_parts() -> None:
    one = finding("A", "x")
    assert cleared(reports(one), reports(), "d.yaml", one)
    assert not cleared(reports(one), reports(finding("A", "x", message="still")), "d.yaml", one)
    assert cleared(reports(one, finding("A", "x", message="too")), reports(one), "d.yaml", one)
