import json

from archgen.reporters.json import reporter
from tests.reporters.reports import CLEAN, CRASHED, DELIVERY, MIXED, WAIVED, WHOLE

UPGRADE = {
    "code": "RT001",
    "name": "websocket-behind-layer-7",
    "severity": "warning",
    "message": "Edge LB ends WebSocket connections at layer 7",
    "because": ["Edge LB: layer = 7 (line 9)", "Edge LB: websocket_upgrade is not stated"],
    "subjects": ["edge_lb", "phone-calls-edge_lb"],
    "location": {"path": "chat.yaml", "line": 9, "column": 5},
    "fix": "use layer=4",
    "url": "rules/websocket-behind-layer-7.html",
    "asks": False,
    "fixable": None,
    "unmade": "",
}


def test_all_reports_are_one_object() -> None:
    written = json.loads(reporter.write([MIXED, WAIVED, CRASHED]))
    assert list(written) == ["schema_version", "designs", "summary"]
    assert written["schema_version"] == 1
    assert written["summary"] == {
        "components": 8,
        "connections": 6,
        "rules_run": 13,
        "rules_skipped": 2,
        "rules_crashed": 1,
        "errors": 1,
        "warnings": 1,
        "infos": 0,
        "waived": 1,
        "baselined": 0,
        "stale": 0,
    }
    assert [design["name"] for design in written["designs"]] == ["Chat", "Shop", "Desk"]


def test_a_finding_keeps_all_that_is_known_of_it() -> None:
    (design,) = json.loads(reporter.write([MIXED]))["designs"]
    assert list(design) == ["name", "path", "findings", "waived", "baselined", "stale", "crashes"]
    assert design["findings"][1] == UPGRADE
    assert list(design["findings"][1]) == list(UPGRADE)
    assert design["findings"][0]["location"] is None


def test_what_is_waived_stands_apart_with_its_reason() -> None:
    (design,) = json.loads(reporter.write([WAIVED]))["designs"]
    accepted = {**UPGRADE, "reason": "the proxy goes in spring", "owner": "edge team", "until": "2031-04-30"}
    assert (design["findings"], design["waived"]) == ([], [accepted])


def test_a_crash_stands_with_its_design() -> None:
    (design,) = json.loads(reporter.write([CRASHED]))["designs"]
    assert design["crashes"] == [{"code": "XX001", "name": "my-rule", "error": "KeyError: 'x'"}]


def test_text_is_written_as_it_is_and_ends_with_a_line() -> None:
    text = reporter.write([MIXED])
    assert DELIVERY.message in text
    assert text.endswith("}\n")


def test_a_clean_run_still_has_all_its_lists() -> None:
    assert json.loads(reporter.write([CLEAN]))["designs"] == [
        {"name": "Notes", "path": "notes.yaml", "findings": [], "waived": [], "baselined": [], "stale": [], "crashes": []}
    ]


def test_what_the_baseline_keeps_without_need_is_told() -> None:
    (design,) = json.loads(reporter.write([WHOLE]))["designs"]
    assert design["stale"] == [
        {"rule": "persistent-connection-without-heartbeat", "subjects": ["edge_lb"], "fixed": 1, "asks": False}
    ]
