"""What a run reports, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from archgen import Client, Service
from archgen.errors import Position
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.report import Crash, Finding, Report
from archgen.model.rule import Problem, Rule, Severity
from archgen.model.terms import Terms
from tests.linting.linted import LONE, NOTHING, PATH, UNKNOWN, at, entry, linted


def of(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def fails_halfway(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    yield Problem(next(architecture.components()), "found before the crash", [], "nothing")
    raise KeyError("replicas")


def test_a_finding_carries_the_rule_the_place_the_reasons_and_the_page() -> None:
    api = Service("API")
    assert linted(api, rules=[LONE], places={(api, None): at(4)}) == Report(
        design="Chat",
        path=PATH,
        findings=[
            Finding(
                code="AR901",
                name="lone-service",
                severity=Severity.WARNING,
                message="API is alone",
                because=("API: replicas is not stated",),
                subjects=("api",),
                location=at(4),
                fix="state its replicas",
                url="rules/lone-service.html",
                places=(None,),
            )
        ],
        rules_run=1,
        components=1,
        crashes=[],
        waived=[],
    )


def test_a_report_holds_the_rules_that_were_run_crashed_ones_too() -> None:
    crashing = entry("AR900", "fails-halfway", fails_halfway)
    assert linted(Service("API"), rules=[LONE, crashing]).rules == [crashing, LONE]


def test_a_rule_that_raises_is_a_crash_and_never_a_pass() -> None:
    report = linted(Service("API"), rules=[entry("AR902", "fails-halfway", fails_halfway), LONE])
    assert report.crashes == [Crash("AR902", "fails-halfway", "KeyError: 'replicas'")]
    assert [of(finding) for finding in report.findings] == [("AR901", "API is alone")]
    assert report.rules_run == 1


def test_a_rule_that_gives_something_else_than_problems_is_a_crash() -> None:
    nonsense = entry("AR903", "nonsense", lambda architecture, estimate: ["not a problem"])  # type: ignore[list-item]
    report = linted(Service("API"), rules=[nonsense])
    assert [crash.code for crash in report.crashes] == ["AR903"]


def test_what_was_skipped_and_checked_is_counted() -> None:
    report = linted(Service("API"), Client("App"), rules=[LONE], left_out=[NOTHING, UNKNOWN])
    assert (report.rules_run, report.rules_skipped, report.components, report.connections) == (1, 2, 2, 0)


def test_findings_stand_by_severity_then_place_then_code() -> None:
    early, late = Service("Early"), Service("Late")

    def on_late(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
        yield Problem(late, "bad", [], "mend it")

    rules = [entry("AR999", "bad", on_late, Severity.ERROR), LONE, entry("AR900", "too", lone_too)]
    report = linted(late, early, rules=rules, places={(early, None): at(2), (late, None): at(10)})
    assert [of(finding) for finding in report.findings] == [
        ("AR999", "bad"),
        ("AR900", "too"),
        ("AR901", "Early is alone"),
        ("AR900", "too"),
        ("AR901", "Late is alone"),
    ]


def lone_too(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    return (Problem(service, "too", [], "nothing") for service in architecture.components(Service))


def test_a_finding_given_twice_is_reported_once() -> None:
    def twice(architecture: Architecture, estimate: Estimate) -> list[Problem]:
        return [Problem(service, "again", [], "nothing") for service in (*architecture.components(),) * 2]

    assert [of(finding) for finding in linted(Service("API"), rules=[entry("AR904", "twice", twice)]).findings] == [
        ("AR904", "again")
    ]


def test_a_problem_may_be_milder_than_its_rule_but_not_worse() -> None:
    def of_severity(severity: Severity) -> Severity:
        def check(architecture: Architecture, estimate: Estimate) -> list[Problem]:
            return [Problem(api, "x", [], "y", severity=severity)]

        return linted(api, rules=[entry("AR905", "mild", check)]).findings[0].severity

    api = Service("API")
    assert [of_severity(severity) for severity in Severity] == [Severity.WARNING, Severity.WARNING, Severity.INFO]


@pytest.mark.parametrize(("configured", "seen"), [("error", ["error", "warning", "info"]), ("info", ["info"] * 3)])
def test_a_severity_that_is_configured_stands_in_place_of_that_of_the_rule(configured: str, seen: list[str]) -> None:
    def check(architecture: Architecture, estimate: Estimate) -> list[Problem]:
        milder = Problem(api, "milder", [], "y", severity=Severity.WARNING)
        return [Problem(api, "x", [], "y"), milder, Problem(api, "asks", [], "y", asks=True)]

    api = Service("API")
    terms = Terms(severities={"AR905": Severity(configured)})
    report = linted(api, rules=[entry("AR905", "of-three-kinds", check)], terms=terms)
    assert [finding.severity.value for finding in report.findings] == seen


@dataclass(frozen=True)
class Fewest:
    replicas: int = 2


@pytest.mark.parametrize(("options", "found"), [({}, ["two"]), ({"AR906": Fewest(3)}, ["two", "three"]), ({"AR1": 3}, ["two"])])
def test_a_rule_with_options_is_given_those_that_are_configured(options: dict[str, object], found: list[str]) -> None:
    def check(architecture: Architecture, estimate: Estimate, options: Fewest) -> Iterator[Problem]:
        for service in architecture.components(Service):
            if service.replicas and service.replicas <= options.replicas:
                yield Problem(service, service.name, [], "more")

    few = Entry("few", "architecture", "few", "", Rule("AR906", Severity.INFO, check, [], [], options=Fewest), "AR906")
    report = linted(Service("two", replicas=2), Service("three", replicas=3), rules=[few], terms=Terms(options=options))
    assert sorted(finding.message for finding in report.findings) == sorted(found)


def test_where_only_the_file_is_known_a_finding_points_at_it() -> None:
    assert linted(Service("API"), rules=[LONE]).findings[0].location == Position(PATH)
