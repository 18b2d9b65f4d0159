"""SARIF: what the schema does not say of it."""

from dataclasses import replace
from typing import Any

from archgen.errors import Position
from archgen.model.report import Finding, Report, published
from archgen.reporters.sarif import reporter
from tests.reporters import forms
from tests.reporters.reports import ACCEPTED, CLEAN, CONFIGURED, CRASHED, DELIVERY, MIXED, SPREAD, UPGRADE, WAIVED, WHOLE


def run(*reports: Report) -> Any:
    return forms.sarif(reporter.write(reports))


def results(*findings: Finding, path: str = "chat.yaml") -> list[Any]:
    return list(run(Report("Chat", path, findings))["results"])


def test_a_clean_run_has_results_and_was_successful() -> None:
    clean = run(CLEAN)
    assert (clean["results"], clean["invocations"]) == ([], [{"executionSuccessful": True}])


def test_nothing_is_compared_where_there_is_no_baseline() -> None:
    assert all("baselineState" not in result for result in run(MIXED, WAIVED)["results"])


def test_with_a_baseline_it_is_said_what_is_new() -> None:
    states = [(result["ruleId"], result["baselineState"]) for result in run(WHOLE)["results"]]
    new = [("RT041", "new"), ("RT001", "new"), ("RT002", "new")]
    assert states == [*new, ("RT001", "unchanged"), ("RT002", "unchanged"), ("RT001", "unchanged")]


def test_what_is_found_beside_an_empty_baseline_is_all_new() -> None:
    assert {result["baselineState"] for result in run(replace(MIXED, compared=True))["results"]} == {"new"}


def test_severities_are_levels_and_a_question_is_marked() -> None:
    found = [(result["level"], result["properties"]["asks"]) for result in results(DELIVERY, UPGRADE, SPREAD)]
    assert found == [("error", False), ("warning", False), ("note", True)]


def test_a_finding_points_at_its_line_and_at_what_it_rests_on() -> None:
    (result,) = results(replace(UPGRADE, location=Position("./my designs/a.yaml", 9, 5), places=(Position("b.yaml", 3), None)))
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20designs/a.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 9, "startColumn": 5},
    }
    assert [one["name"] for one in location["logicalLocations"]] == ["edge_lb", "phone-calls-edge_lb"]
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "Edge LB: layer = 7 (line 9)"
    assert related["physicalLocation"]["region"] == {"startLine": 3}


def test_a_finding_of_unknown_place_points_at_the_first_line() -> None:
    assert results(DELIVERY)[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_a_design_without_a_file_has_no_line() -> None:
    assert "physicalLocation" not in results(DELIVERY, path="")[0]["locations"][0]


def test_a_file_elsewhere_is_named_in_full() -> None:
    (result,) = results(replace(UPGRADE, location=Position("/designs/chat.yaml", 1)))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///designs/chat.yaml"}


def test_what_a_finding_is_known_by_outlasts_other_lines_and_other_numbers() -> None:
    edited = replace(UPGRADE, location=Position("chat.yaml", 40, 1), message="otherwise", because=(), places=())
    assert results(UPGRADE)[0]["partialFingerprints"] == results(edited)[0]["partialFingerprints"]


def test_two_findings_of_a_rule_on_the_same_parts_are_known_apart() -> None:
    one, other = results(UPGRADE, replace(UPGRADE, message="and besides"))
    assert one["partialFingerprints"] != other["partialFingerprints"]


def test_a_waiver_in_the_design_and_one_elsewhere_are_told_apart() -> None:
    given = run(replace(WAIVED, waived=[ACCEPTED, CONFIGURED, replace(ACCEPTED, places=())]))["results"]
    (here,), (elsewhere,), (unknown,) = (result["suppressions"] for result in given)
    assert (here["kind"], here["justification"]) == ("inSource", "the proxy goes in spring")
    assert here["properties"] == {"owner": "edge team", "until": "2031-04-30"}
    assert (elsewhere["kind"], elsewhere["status"]) == ("external", "accepted")
    assert elsewhere["location"]["physicalLocation"]["artifactLocation"]["uri"] == "archgen.toml"
    assert unknown["kind"] == "inSource"


def test_a_rule_that_crashed_makes_the_run_unsuccessful() -> None:
    (invocation,) = run(CRASHED)["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert (told["associatedRule"], told["exception"]) == ({"id": "XX001", "index": 0}, {"kind": "KeyError", "message": "'x'"})


def test_rules_that_found_nothing_are_described_as_well() -> None:
    rules = run(replace(CLEAN, rules=WHOLE.rules))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["RT001", "RT028", "RT041"]
    assert rules[0]["deprecatedIds"] == ["RT900"]
    assert rules[0]["properties"]["tags"] == ["architecture", "real-time-updates"]
    assert rules[2]["defaultConfiguration"] == {"level": "error"}


def test_a_published_site_gives_rules_their_pages() -> None:
    rules = run(published(WHOLE, "https://example.org"))["tool"]["driver"]["rules"]
    assert [rule["helpUri"] for rule in rules][-1] == "https://example.org/rules/my-rule.html"


def test_braces_of_a_message_are_not_taken_for_places_to_fill_in() -> None:
    (result,) = results(replace(UPGRADE, message="Edge LB serves /users/{0}"))
    assert result["message"]["text"].startswith("Edge LB serves /users/{{0}}.\n")


def test_markdown_of_a_message_shows_what_a_design_says_and_obeys_none_of_it() -> None:
    (result,) = results(replace(UPGRADE, message="<img src=x> *now*"))
    assert result["message"]["markdown"].startswith("**\\<img src=x\\> \\*now\\*.**\n")
