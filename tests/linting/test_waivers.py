"""Findings that are accepted, and waivers that accept nothing."""

from dataclasses import replace
from datetime import date

import pytest

from archgen import Client, Service, Waiver
from archgen.model.report import Report
from archgen.model.terms import ConfiguredWaiver, Terms
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
    assert codes(linted(rules=[NOTHING, UNKNOWN], left_out=[LONE], waivers=[Waiver("AR901", reason=REASON)])) == []


def test_an_unknown_rule_is_found_even_if_rules_are_left_out() -> None:
    assert codes(linted(rules=[NOTHING, UNKNOWN], left_out=[LONE], waivers=[Waiver("AR9010", reason=REASON)])) == ["AG002"]


def test_a_waiver_of_a_rule_that_crashed_is_not_judged() -> None:
    crashing = entry("AR906", "crashing", lambda architecture, estimate: [1 / 0])  # type: ignore[list-item]
    report = linted(rules=[crashing, NOTHING, UNKNOWN], waivers=[Waiver("AR906", reason=REASON)])
    assert codes(report) == []


def test_without_its_rule_an_idle_waiver_is_not_reported() -> None:
    assert codes(linted(rules=[LONE], waivers=[Waiver("AR901", reason=REASON)])) == []


def test_what_a_waiver_says_of_itself_goes_along_with_the_finding() -> None:
    waiver = Waiver("AR901", reason=REASON, owner="Edge team", until="2027-03-31")
    report = linted(Service("API"), waivers=[waiver], places={(waiver, None): at(30)})
    assert [(one.owner, one.until, one.places) for one in report.waived] == [("Edge team", "2027-03-31", (at(30),))]


@pytest.mark.parametrize("today", [None, date(2027, 3, 30), date(2027, 3, 31)])
def test_a_waiver_holds_to_the_end_of_its_last_day_and_for_ever_where_no_day_is_known(today: date | None) -> None:
    report = linted(Service("API"), waivers=[Waiver("AR901", reason=REASON, until="2027-03-31")], terms=Terms(today=today))
    assert (codes(report), len(report.waived)) == ([], 1)


def test_a_waiver_past_its_date_waives_nothing_and_is_a_finding() -> None:
    waiver = Waiver("AR901", reason=REASON, owner="Edge team", until="2027-03-31")
    report = linted(Service("API"), waivers=[waiver], terms=Terms(today=date(2027, 4, 1)), places={(waiver, "until"): at(31)})
    assert [(one.code, one.message, one.because) for one in report.findings] == [
        ("AR901", "API is alone", ("API: replicas is not stated",)),
        (
            "AG003",
            "the waiver of AR901 ended on 2027-03-31, and waives nothing since",
            ("its last day was 2027-03-31; Edge team answers for it (line 31)",),
        ),
    ]
    assert report.waived == []


def test_a_waiver_of_a_locked_rule_waives_nothing_and_is_a_finding() -> None:
    locked = Terms(locked={"AR901": at(3, "archgen.toml")})
    report = linted(Service("API"), waivers=[Waiver("lone-service", reason=REASON, until="2020-01-01")], terms=locked)
    assert [(one.code, one.message, one.because) for one in report.findings] == [
        ("AG005", "the waiver of lone-service waives nothing: the rule is locked", ("AR901 is locked (archgen.toml:3:3)",)),
        ("AR901", "API is alone", ("API: replicas is not stated",)),
    ]


def test_without_waivers_nothing_is_waived_and_no_waiver_is_judged() -> None:
    waivers = [
        Waiver("AR901", reason=REASON),
        Waiver("AR9010", reason=REASON),
        Waiver("AG001", reason=REASON, until="2020-01-01"),
    ]
    report = linted(Service("API"), waivers=waivers, terms=Terms(waive=False, today=date(2027, 1, 1), waivers=[configured()]))
    assert (codes(report), report.waived) == (["AR901"], [])


def test_a_waiver_by_a_name_that_the_rule_once_had_still_waives() -> None:
    renamed = replace(LONE, value=replace(LONE.value, formerly=("AR555", "single-service")))
    for name in ("AR555", "Single_Service"):
        report = linted(Service("API"), rules=[renamed, NOTHING, UNKNOWN], waivers=[Waiver(name, reason=REASON)])
        assert (codes(report), len(report.waived)) == ([], 1)


def configured(subject: str = "", until: str = "") -> ConfiguredWaiver:
    return ConfiguredWaiver("AR901", subject, "", "bought as it is", "", until, at(7, "archgen.toml"))


@pytest.mark.parametrize(
    ("pattern", "left"), [("", []), ("*", []), ("a*", ["search"]), ("API", ["api", "search"]), ("z*", ["api", "search"])]
)
def test_a_waiver_of_the_configuration_names_parts_by_a_pattern(pattern: str, left: list[str]) -> None:
    report = linted(Service("API"), Service("Search"), terms=Terms(waivers=[configured(pattern)]))
    assert [finding.subjects[0] for finding in report.findings] == left


def test_a_finding_that_two_waivers_accept_names_both_and_neither_is_idle() -> None:
    own = Waiver("AR901", reason=REASON)
    report = linted(Service("API"), waivers=[own], places={(own, None): at(30)}, terms=Terms(waivers=[configured()]))
    assert codes(report) == []
    assert [(one.reason, one.places) for one in report.waived] == [(REASON, (at(30), at(7, "archgen.toml")))]


def test_a_waiver_of_the_configuration_ends_on_its_last_day_too() -> None:
    terms = Terms(waivers=[configured(until="2027-03-31")], today=date(2027, 4, 1))
    assert codes(linted(Service("API"), terms=terms)) == ["AR901"]
