"""Findings that are accepted, and waivers that accept nothing."""

import pytest

from archgen import Client, Service, Waiver
from archgen.model.report import Report
from tests.linting.linted import LONE, NOTHING, UNKNOWN, at, entry, linted

REASON = "the vendor runs it"


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("name", ["AR901", "ar901", "lone-service", " Lone-Service "])
def test_a_waiver_takes_out_a_finding_by_code_or_name(name: str) -> None:
    report = linted(Service("API"), waivers=[Waiver(name, reason=REASON)])
    assert codes(report) == []
    assert [(waived.finding.code, waived.reason) for waived in report.waived] == [("AR901", REASON)]


def test_a_waiver_of_one_part_leaves_the_others() -> None:
    api, search = Service("API"), Service("Search")
    report = linted(api, search, waivers=[Waiver("AR901", subject=api, reason=REASON)])
    assert [finding.subjects for finding in report.findings] == [("search",)]


def test_a_waiver_that_matches_nothing_is_itself_a_finding() -> None:
    waiver = Waiver("AR901", reason=REASON)
    report = linted(Service("API", replicas=2), waivers=[waiver], places={(waiver, None): at(30)})
    assert [(one.code, one.message, one.location) for one in report.findings] == [
        ("AG001", "the waiver of AR901 matches no finding", at(30))
    ]


def test_a_waiver_of_the_wrong_part_is_a_finding_that_names_the_part() -> None:
    app = Client("App")
    report = linted(Service("API"), app, waivers=[Waiver("AR901", subject=app, reason=REASON)])
    assert [(one.code, one.message, one.subjects) for one in report.findings] == [
        ("AG001", "the waiver of AR901 on App matches no finding", ("app",)),
        ("AR901", "API is alone", ("api",)),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("lone-servise", "lone-service"), ("Lone-Services", "lone-service"), ("AR91", "AR901"), ("ar91", "AR901")],
)
def test_a_waiver_of_an_unknown_rule_offers_the_nearest(written: str, meant: str) -> None:
    report = linted(rules=[LONE, UNKNOWN], waivers=[Waiver(written, reason=REASON)])
    assert [(one.code, one.message) for one in report.findings] == [
        ("AG002", f'the design waives a rule "{written}", which does not exist; did you mean "{meant}"?')
    ]


def test_a_waiver_of_a_rule_that_was_left_out_is_not_judged() -> None:
    waivers = [Waiver("AR700", reason=REASON)]
    assert codes(linted(waivers=waivers, skipped=1)) == []
    assert codes(linted(waivers=waivers, skipped=1, known=["AR700", "AR701"])) == []


def test_with_all_names_known_an_unknown_rule_is_found_even_if_rules_are_left_out() -> None:
    assert codes(linted(waivers=[Waiver("AR7000", reason=REASON)], skipped=1, known=["AR700"])) == ["AG002"]


def test_a_waiver_of_a_rule_that_crashed_is_not_judged() -> None:
    crashing = entry("AR906", "crashing", lambda architecture, estimate: [1 / 0])  # type: ignore[list-item]
    report = linted(rules=[crashing, NOTHING, UNKNOWN], waivers=[Waiver("AR906", reason=REASON)])
    assert codes(report) == []


def test_without_its_rule_an_idle_waiver_is_not_reported() -> None:
    assert codes(linted(rules=[LONE], waivers=[Waiver("AR901", reason=REASON)])) == []
