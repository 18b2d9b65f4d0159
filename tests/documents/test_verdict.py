from dataclasses import replace

from archgen.documents.verdict import by_severity, names_of, opened, verdict
from archgen.model.link import link
from archgen.model.report import Report
from archgen.model.rule import Severity
from tests.documents.parcels import parcels, report

FINDING = report().findings[0]


def test_the_worst_findings_come_first() -> None:
    found = [replace(FINDING, severity=level) for level in (Severity.INFO, Severity.ERROR)]
    assert [heading for heading, _ in by_severity(Report("x", "", found))] == ["Errors", "Notes"]


def test_every_sort_of_finding_is_counted() -> None:
    found = [replace(FINDING, severity=level) for level in (Severity.INFO, Severity.INFO, Severity.WARNING, Severity.ERROR)]
    said = verdict(Report("x", "", found, rules_run=1200, rules_skipped=1, components=1, connections=0))
    expected = "1,200 rules ran over 1 component and no connections, and found 1 error, 1 warning and 2 notes."
    assert said == f"{expected} 1 rule was left out of the run."


def test_a_finding_names_its_subjects() -> None:
    assert names_of(link(parcels()), replace(FINDING, subjects=("desk", "front", "gone"))) == "Desk, Front, gone"


def test_a_sentence_begins_with_a_capital_letter_but_for_a_name() -> None:
    architecture = link(parcels())
    assert opened(architecture, "nothing is kept") == "Nothing is kept"
