from dataclasses import replace
from xml.etree.ElementTree import Element

from archgen.model.report import Report
from archgen.reporters.junit import reporter
from tests.reporters import forms
from tests.reporters.reports import ACCEPTED, CLEAN, CRASHED, DELIVERY, MIXED, RULES, SPREAD, UPGRADE, WHOLE


def cases(*reports: Report) -> dict[str, list[str]]:
    """Every case, by the code of its rule: what stands in it."""
    root = forms.junit(reporter.write(reports))
    return {case.attrib["name"].split()[0]: [part.tag for part in case] for case in root.iter("testcase")}


def of(root: Element, path: str) -> Element:
    found = root.find(path)
    assert found is not None
    return found


def test_a_rule_that_ran_and_found_nothing_is_a_case_that_passed() -> None:
    assert cases(replace(CLEAN, rules=RULES)) == {"RT001": [], "RT028": [], "RT041": []}


def test_errors_and_warnings_fail_a_case_and_infos_do_not() -> None:
    report = Report("Chat", "chat.yaml", [DELIVERY, UPGRADE, SPREAD])
    assert cases(report) == {"RT041": ["failure"], "RT001": ["failure"], "RT002": ["system-out"]}


def test_a_crash_is_an_error_and_what_is_accepted_is_skipped() -> None:
    report = Report("Chat", "chat.yaml", [], [ACCEPTED], [DELIVERY], crashes=CRASHED.crashes)
    assert cases(report) == {"RT001": ["skipped"], "RT041": ["skipped"], "XX001": ["error"]}


def test_of_a_case_that_fails_the_message_is_the_first_and_the_text_has_all() -> None:
    root = forms.junit(reporter.write([Report("Chat", "chat.yaml", [UPGRADE, replace(UPGRADE, message="another")])]))
    failure = of(root, ".//failure")
    assert failure.attrib == {"type": "warning", "message": "Edge LB ends WebSocket connections at layer 7. (and 1 more)"}
    assert (failure.text or "").count("fix: use layer=4") == 2


def test_what_is_skipped_says_why_who_and_until_when() -> None:
    skipped = of(forms.junit(reporter.write([Report("Shop", "shop.py", [], [ACCEPTED])])), ".//skipped")
    assert skipped.attrib["message"] == "waived: the proxy goes in spring (edge team, until 2031-04-30)"


def test_suites_and_the_whole_are_counted() -> None:
    root = forms.junit(reporter.write([WHOLE, MIXED]))
    assert {**root.attrib, "name": ""} == {"name": "", "tests": "7", "failures": "4", "errors": "1"}
    suites = [(suite.attrib["name"], suite.attrib["tests"], suite.attrib["skipped"]) for suite in root]
    assert suites == [("Chat", "5", "0"), ("Chat", "2", "0")]
