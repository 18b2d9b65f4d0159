from dataclasses import replace

from archgen.errors import Position
from archgen.model.report import Report
from archgen.reporters.gitlab import reporter
from tests.reporters import forms
from tests.reporters.reports import CLEAN, CRASHED, DELIVERY, MIXED, SPREAD, UPGRADE, WAIVED, WHOLE


def test_an_entry_has_all_that_gitlab_reads() -> None:
    (entry,) = forms.gitlab(
        reporter.write([Report("Chat", "./chat.yaml", [replace(UPGRADE, location=Position("./chat.yaml", 9))])])
    )
    assert len(entry.pop("fingerprint")) == 32
    assert entry == {
        "description": "Edge LB ends WebSocket connections at layer 7. Fix: Use layer=4.",
        "check_name": "RT001 websocket-behind-layer-7",
        "severity": "major",
        "location": {"path": "chat.yaml", "lines": {"begin": 9}},
    }


def test_severities_are_those_of_gitlab() -> None:
    entries = forms.gitlab(reporter.write([Report("Chat", "chat.yaml", [DELIVERY, UPGRADE, SPREAD])]))
    assert [entry["severity"] for entry in entries] == ["critical", "major", "info"]


def test_what_is_accepted_is_no_entry() -> None:
    assert forms.gitlab(reporter.write([CLEAN, WAIVED, replace(WHOLE, findings=(), crashes=())])) == []


def test_a_rule_that_crashed_blocks() -> None:
    (entry,) = forms.gitlab(reporter.write([CRASHED]))
    assert (entry["severity"], entry["check_name"]) == ("blocker", "XX001 my-rule")


def test_the_same_design_twice_gives_entries_that_are_known_apart() -> None:
    assert len(forms.gitlab(reporter.write([MIXED, MIXED, CRASHED, CRASHED]))) == 6
